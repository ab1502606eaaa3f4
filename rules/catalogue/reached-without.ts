import type { Verdict } from '../results.ts'
import { reviewPoint } from '../review/review-points.ts'
import type { Catalogue } from './catalogue.ts'
import { type PointCase, pointCaseContext, scenarioOf } from './point-case.ts'
import type { Scenario } from './scenario.ts'

/** Slots and sources that cannot be read. */
export type Hidden = (head: string) => boolean

/** Points whose tests, judged, reach both pass and fail where they say so: what they say (`expect:`) alone does not count. */
export function reachedInTests(catalogue: Catalogue, cases: readonly PointCase[]): ReadonlySet<string> {
  return reachedBy(catalogue, cases, (one, scenario) => verdictOf(one, scenario, catalogue) === one.expect)
}

/** Points whose tests say pass and fail, whether judging them gets there or not. */
export function saidInTests(cases: readonly PointCase[]): ReadonlySet<string> {
  const saying = (expect: string) => new Set(cases.filter((one) => one.expect === expect).map(({ point }) => point))
  const failing = saying('fail')
  return new Set([...saying('pass')].filter((point) => failing.has(point)))
}

/**
 * Points whose tests still reach pass and fail, as expected, when what `hides` names is there but cannot be read: files
 * as 看不清, sources as 连不上. Each test is judged again with those facts hidden.
 */
export function reachedWithout(
  catalogue: Catalogue,
  cases: readonly PointCase[],
  hides: (scenario: Scenario) => Hidden,
): ReadonlySet<string> {
  return reachedBy(catalogue, cases, (one, scenario) => holdsWithout(one, scenario, catalogue, hides(scenario)))
}

function reachedBy(
  catalogue: Catalogue,
  cases: readonly PointCase[],
  holds: (one: PointCase, scenario: Scenario) => boolean,
): ReadonlySet<string> {
  const reached = new Map<string, Set<string>>()
  for (const one of cases) {
    if (one.expect !== 'pass' && one.expect !== 'fail') continue
    const seen = reached.get(one.point) ?? new Set<string>()
    reached.set(one.point, seen)
    const scenario = seen.has(one.expect) ? undefined : scenarioOf(one, catalogue)
    if (scenario && holds(one, scenario)) seen.add(one.expect)
  }
  return new Set([...reached].filter(([, seen]) => seen.size === 2).map(([point]) => point))
}

function verdictOf(one: PointCase, scenario: Scenario, catalogue: Catalogue): Verdict | null {
  const rule = scenario.points.find(({ point }) => point.id === one.point)
  if (!rule) return null
  const { knowledge, context } = pointCaseContext(one, scenario, catalogue.policy)
  return reviewPoint(rule, context, knowledge(rule.point.severity)).verdict
}

function holdsWithout(one: PointCase, scenario: Scenario, catalogue: Catalogue, hidden: Hidden): boolean {
  const hiding = headsOf(one, scenario).filter(([, head]) => hidden(head))
  if (hiding.length === 0) return true
  const mark = (head: string) => (scenario.vocabulary.heads.get(head)?.kind === 'source' ? '!连不上' : '!看不清')
  const facts = { ...one.facts, ...Object.fromEntries(hiding.map(([path, head]) => [path, mark(head)])) }
  return verdictOf({ ...one, facts }, scenario, catalogue) === one.expect
}

const known = new WeakMap<PointCase, readonly (readonly [path: string, head: string])[]>()

/** The facts that a case gives, each with the slot or source it comes from: what a parameter stands for, its own. */
function headsOf(one: PointCase, { vocabulary }: Scenario) {
  const found =
    known.get(one) ?? Object.keys(one.facts).map((path) => [path, vocabulary.meant(path).split('.')[0] ?? ''] as const)
  known.set(one, found)
  return found
}

/** Shared data beyond 人口库, 法人库, 电子证照 and 历史申报, which every window has: ids EXT_…. */
export function outsideSources(catalogue: Catalogue): readonly string[] {
  return catalogue.sources.filter(({ id }) => id.startsWith('EXT_')).map(({ name }) => name)
}

/** Everything that in life is read from an applicant's files: papers, and what the files are like. */
export function papers({ vocabulary }: Scenario): Hidden {
  return (head) => vocabulary.heads.get(head)?.kind === 'slot' || head === '材料' || head === '材料位'
}

/** Slots for drawings: what points of tier drawing are about. */
export function drawings(scenario: Scenario): ReadonlySet<string> {
  const slots = scenario.parts.points.flatMap(({ part }) => (part.tier === 'drawing' ? (part.material ?? []) : []))
  return new Set(slots)
}
