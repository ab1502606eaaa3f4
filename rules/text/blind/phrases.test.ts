import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadCatalogue } from '../../catalogue/load.ts'
import { pointCaseContext } from '../../catalogue/point-case.ts'
import { reviewPoint } from '../../review/review-points.ts'

const phrases = z.array(
  z.strictObject({
    point: z.string(),
    scenario: z.string(),
    why: z.string(),
    expect: z.enum(['pass', 'fail', 'unsure', 'not-applicable']),
    /** Why a person is still asked, though the phrasing settles it. */
    open: z.string().optional(),
    /** What was changed in the case after its author wrote it, and why. */
    note: z.string().optional(),
    facts: z.record(z.string(), z.unknown()),
  }),
)
type Phrase = z.infer<typeof phrases>[number]

const catalogue = loadCatalogue()
const read = (file: string) => phrases.parse(parse(readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8')))
const cases = [...read('./phrases.yaml'), ...read('./second.yaml')]

function verdictOn({ point, scenario, why, expect, facts }: Phrase): string {
  const place = catalogue.scenarios.get(scenario)
  const rule = place?.points.find((candidate) => candidate.point.id === point)
  if (!place || !rule) throw new Error(`no point ${point} in ${scenario}`)
  const empty = { modules: [], missing: new Set<string>(), unasked: new Set<string>() }
  const one = { ...empty, point, scenario, name: why, at: '2026-06-01', facts, expect }
  const { knowledge, context } = pointCaseContext(one, place, catalogue.policy)
  return reviewPoint(rule, context, knowledge(rule.point.severity)).verdict
}

const named = (list: readonly Phrase[]) => list.map((one, at) => [`${one.point} ${at + 1} ${one.why}`, one] as const)

test.each(named(cases.filter(({ open }) => open === undefined)))('%s is judged as its author meant', (_, one) => {
  expect(verdictOn(one)).toBe(one.expect)
})

test.each(named(cases.filter(({ open }) => open !== undefined)))('%s is left to a person', (_, one) => {
  expect(verdictOn(one)).toBe('unsure')
})
