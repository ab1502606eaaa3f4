import { expect, test } from 'vitest'
import { reviewPoint } from '../review/review-points.ts'
import type { Basis } from './basis.ts'
import { loadCatalogue } from './load.ts'
import { loadPointCases } from './load-point-cases.ts'
import { type PointCase, parsePointCases, pointCaseContext } from './point-case.ts'
import type { PointRule, Scenario } from './scenario.ts'

const catalogue = loadCatalogue()

const shifted = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Every law that a point of a scenario cites and that begins or ends on a known day. */
const dated = [...catalogue.scenarios.values()].flatMap((scenario) =>
  scenario.points
    .filter(({ point }) => point.automation !== 'manual')
    .flatMap((rule) =>
      (rule.versions[0]?.basis ?? [])
        .filter(({ from, to }) => from ?? to)
        .map((law) => [`${scenario.id} ${rule.point.id}`, scenario, rule, law] as const),
    ),
)

function findingOn(one: PointCase, scenario: Scenario, rule: PointRule, at: string) {
  const { knowledge, context } = pointCaseContext({ ...one, at }, scenario, catalogue.policy)
  return reviewPoint(rule, context, knowledge(rule.point.severity))
}

function basisAt(scenario: Scenario, rule: PointRule, at: string) {
  const text = `{ point: ${rule.point.id}, scenario: ${scenario.id}, at: ${at}, cases: [{ name: x, expect: unsure }] }`
  const [one] = parsePointCases(text)
  if (!one) throw new Error('no case')
  return findingOn(one, scenario, rule, at)
}

test('the four documents whose dates the draft gives date the points that rest on them', () => {
  const laws = new Set(dated.map(([, , , { from }]) => from))
  expect([...laws].sort()).toEqual(['2024-01-01', '2024-05-10', '2025-03-15', '2025-05-01'])
})

test.each(dated)('%s cites a law from its first day to its last, on the days beside them it is 依据待核', (...one) => {
  const [, scenario, rule, law] = one
  const cites = (at: string) => basisAt(scenario, rule, at).basis.some((other: Basis) => other.law === law.law)
  const { from, to } = law
  if (from) {
    expect([shifted(from, -1), from].map(cites)).toEqual([false, true])
    expect(basisAt(scenario, rule, shifted(from, -1)).basisUnconfirmed).toBe(true)
  }
  if (to) {
    expect([to, shifted(to, 1)].map(cites)).toEqual([true, false])
    expect(basisAt(scenario, rule, shifted(to, 1)).basisUnconfirmed).toBe(true)
  }
})

const DATE = /\d{4}-\d{2}-\d{2}/u
const cases = loadPointCases().filter(
  ({ expect, facts }) => (expect === 'pass' || expect === 'fail') && !DATE.test(JSON.stringify(facts)),
)
const beside = dated.flatMap(([, scenario, rule, { from = '' }]) =>
  cases
    .filter((one) => one.point === rule.point.id && one.scenario === scenario.id)
    .map((one) => [`${scenario.id} ${one.point} ${one.name}`, one, scenario, rule, from] as const),
)

test('points of each of the four documents are judged on both sides of their first day', () => {
  expect(new Set(beside.map(([, , , , from]) => from)).size).toBe(4)
})

test.each(beside)('%s: on the eve of the law’s first day the verdict is the same, as 依据待核', (...given) => {
  const [, one, scenario, rule, from] = given
  const [eve, first] = [shifted(from, -1), from].map((at) => findingOn(one, scenario, rule, at))
  expect([eve?.verdict, first?.verdict]).toEqual([one.expect, one.expect])
  expect(eve?.severity).toBe(first?.severity)
  expect(eve?.basisUnconfirmed).toBe(true)
})
