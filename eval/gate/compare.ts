import type { Measured } from '../figures/measure.ts'
import type { Report, ReportedCase } from '../report/report.ts'
import { holm, mcNemar } from './paired-test.ts'
import { permutationTest } from './permutation-test.ts'

/** What of a report is enough to compare another with. */
export type Comparable = Pick<Report, 'identity' | 'figures' | 'cases'>

export type Change = 'improved' | 'same' | 'within noise' | 'worse'

export interface FigureChange {
  id: string
  name: string
  before: number | null
  now: number | null
  /** Items in both runs that changed for the worse, and for the better; of different cases: null. */
  lost: number | null
  gained: number | null
  /** After Holm's correction over all figures. */
  p: number
  change: Change
}

export interface Comparison {
  /** The same cases, compared item by item; else two samples. */
  paired: boolean
  /** Cases of this run that the other does not have, or has with other contents: not compared when paired. */
  others: number
  figures: FigureChange[]
  /** `case point` let through now and not before, on points that keep an application from being accepted. */
  newFalsePasses: string[]
  /** Definite errors that were not there before: `case figure item`. */
  newErrors: string[]
}

const SURE = 0.05

/** Counted because they are errors that somebody suffers from; a doubt more or less is no error. */
const ERRORS: readonly string[] = [
  'accuracy',
  'wrongPrefill',
  'defectRecall',
  'blockingFalsePass',
  'firstPassRate',
  'heldBack',
]

/** Compares two runs figure by figure: paired (McNemar, exact) on the same cases, else by dealing cases anew; Holm over figures. */
export function compare(before: Comparable, now: Comparable): Comparison {
  const known = new Map(before.cases.map((one) => [one.id, one]))
  const same = now.cases.filter(({ id, seen }) => known.get(id)?.seen === seen)
  const old = new Map(same.flatMap(({ id }) => known.get(id) ?? []).map((one) => [one.id, one]))
  const paired = same.length > now.cases.length / 2
  const ids = Object.keys(now.figures).filter(
    (id) => before.figures[id] && now.cases.some(({ items }) => items[id] !== undefined),
  )
  const raw = ids.map((id) => {
    const [a, b] = [before.figures[id], now.figures[id]]
    const better = b?.better ?? 'higher'
    const { lost, gained } = changes(id, better, old, now.cases)
    const p = paired ? mcNemar(lost.length, gained) : permutationTest(tallies(id, before.cases), tallies(id, now.cases))
    return { id, a, b, better, lost: lost.length, gained, p }
  })
  const corrected = holm(raw.map(({ p }) => p))
  const figures = raw.map(({ id, a, b, better, lost, gained }, i): FigureChange => {
    const p = corrected[i] ?? 1
    const values = { id, name: b?.name ?? id, before: a?.value ?? null, now: b?.value ?? null, p }
    const change = verdict(values, better, paired && lost + gained === 0)
    return { ...values, lost: paired ? lost : null, gained: paired ? gained : null, change }
  })
  const errors = (id: string) => (paired ? changes(id, now.figures[id]?.better ?? 'higher', old, now.cases).lost : [])
  return {
    paired,
    others: now.cases.length - same.length,
    figures,
    newFalsePasses: errors('blockingFalsePass'),
    newErrors: ERRORS.flatMap((id) => errors(id).map((item) => `${item}（${now.figures[id]?.name ?? id}）`)),
  }
}

function verdict(
  { before, now, p }: Pick<FigureChange, 'before' | 'now' | 'p'>,
  better: Measured['better'],
  unchanged: boolean,
): Change {
  if (unchanged || before === now) return 'same'
  if (p >= SURE || before === null || now === null) return 'within noise'
  return now > before === (better === 'higher') ? 'improved' : 'worse'
}

/** Items of one figure that turned for the worse (named), and how many for the better. What was not counted before counts as good then. */
function changes(
  id: string,
  better: Measured['better'],
  old: ReadonlyMap<string, ReportedCase>,
  now: readonly ReportedCase[],
) {
  const good = better === 'higher' ? 1 : 0
  const lost: string[] = []
  let gained = 0
  for (const { id: name, items } of now) {
    const before = old.get(name)
    if (!before) continue
    const then = before.items[id] ?? {}
    for (const [item, hit] of Object.entries(items[id] ?? {})) {
      const was = then[item] ?? good
      if (was === good && hit !== good) lost.push(`${name} ${item}`)
      if (was !== good && hit === good) gained += 1
    }
    // An error that is no longer counted at all is one less.
    for (const [item, was] of Object.entries(then)) if (was !== good && items[id]?.[item] === undefined) gained += 1
  }
  return { lost, gained }
}

const tallies = (id: string, cases: readonly ReportedCase[]) =>
  cases.flatMap(({ items }) => {
    const hits = Object.values(items[id] ?? {})
    return hits.length > 0 ? [{ right: hits.filter((hit) => hit === 1).length, n: hits.length }] : []
  })
