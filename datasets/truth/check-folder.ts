import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type CaseValue, caseSchema, registrySchema, type Truth, truthSchema } from '../case-format.ts'
import { allScenarios, type ScenarioData } from '../generate/cases/scenario-data.ts'
import type { Checks } from './label.ts'
import { type Asked, TrueCase, type TrueDocument } from './true-case.ts'

/** A label of a case that the truth-checker does not share. */
export interface Disagreement {
  case: string
  point: string
  statement: string
  label: string
  because: string | undefined
  checker: string
  checkerSays: string | undefined
}

/** The district whose counter takes the applications. */
const DISTRICT = '普陀区'

/** Recomputes every label of the cases in a folder (`cases/<id>`); points without a check are counted, not compared. */
export function checkFolder(
  folder: string,
  checks: Checks,
): { disagreements: Disagreement[]; compared: number; unchecked: string[] } {
  const disagreements: Disagreement[] = []
  const unchecked = new Set<string>()
  let compared = 0
  for (const name of readdirSync(join(folder, 'cases')).sort()) {
    const read = (file: string): unknown => parse(readFileSync(join(folder, 'cases', name, file), 'utf8'))
    const { scenario, at, applicant, answers } = caseSchema.parse(read('case.yaml'))
    const registry = registrySchema.parse(read('registry.yaml'))
    const truth = truthSchema.parse(read('truth.yaml'))
    const data = allScenarios().get(scenario)
    if (!data) throw new Error(`${name}: 没有情形 ${scenario}`)
    const form = { ...truth.form, ...answers }
    const c = new TrueCase({ scenario, at, applicant, form, documents: documentsOf(truth), registry }, askedBy(data))
    for (const { id, statement } of data.points) {
      const label = truth.review[id]
      const check = checks[id]
      if (!label) continue
      if (!check) {
        unchecked.add(id)
        continue
      }
      compared += 1
      const own = safely(() => check(c))
      if (own.verdict !== label.verdict && !saidOnce(truth, label))
        disagreements.push({
          case: name,
          point: id,
          statement,
          label: label.verdict,
          because: label.because,
          checker: own.verdict,
          checkerSays: own.because,
        })
    }
  }
  return { disagreements, compared, unchecked: [...unchecked].sort() }
}

/** DESIGN §3: a missing paper or side (or another paper in its place) is said once. A point silenced by it may be decided otherwise: by a register, or as one that asks whether everything is there. */
function saidOnce(truth: Truth, label: Truth['review'][string]): boolean {
  return (
    label.verdict === 'not-applicable' &&
    truth.defects.some(({ id, title }) => /-(?:missing|one-side|other-paper)$/u.test(id) && title === label.because)
  )
}

function safely(check: () => { verdict: string; because?: string }): { verdict: string; because?: string } {
  try {
    return check()
  } catch (error) {
    return { verdict: 'error', because: String(error) }
  }
}

function askedBy(data: ScenarioData): Asked {
  return {
    slots: data.slots,
    fields: data.fields,
    situation: data.situation,
    district: DISTRICT,
    parameters: data.parameters,
  }
}

/** The true documents of a case: the fields and marks of their sheets taken together. */
function documentsOf(truth: Truth): TrueDocument[] {
  return (truth.documents ?? []).map(({ pages, ...about }) => {
    const own = truth.pages.filter((page) => pages.some((one) => one.file === page.file && one.page === page.page))
    const fields: Record<string, CaseValue> = Object.assign({}, ...own.map((page) => page.fields))
    const marks: TrueDocument['marks'] = Object.assign({}, ...own.map((page) => page.marks))
    return { ...about, variant: own[0]?.variant, fields, marks, exempt: false }
  })
}
