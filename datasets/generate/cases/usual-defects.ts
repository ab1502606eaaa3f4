import { buildCase, meets } from './build.ts'
import { type DatasetOptions, type NumberedCase, numbersOf, requestOf } from './dataset.ts'
import type { Defect } from './draft.ts'

/** A case that is drawn because these review points fail in it. */
export interface PlannedCase extends Required<NumberedCase> {
  points: string[]
}

export interface Plan {
  cases: PlannedCase[]
  /** Points that fail by no defect of any case looked at. */
  without: string[]
  /** Points that a defect fails, and no number was left to draw it: ask for more of them. */
  unplanned: string[]
}

/** More at once hide each other, as in life. */
const MOST = 3

interface Candidate extends NumberedCase {
  /** Defects that fail wanted points, with those points. */
  offers: { defect: Defect; points: string[] }[]
  papers: number
}

/**
 * Few cases of a set in which every wanted point (all points: null) fails at least once by construction, with at most
 * three defects each that touch different things. `count` numbers of each scenario are looked at.
 */
export function planDefects(
  wanted: readonly string[] | null,
  set: Pick<DatasetOptions, 'seed' | 'scenarios' | 'from' | 'count' | 'split'>,
): Plan {
  const all = new Set<string>()
  const candidates = numbersOf(set).map((one): Candidate => {
    const { draft } = buildCase(requestOf(set.seed, { ...one, defects: [] }))
    const asked = draft.scenario.points.map(({ id }) => id).filter((id) => wanted?.includes(id) ?? true)
    for (const id of asked) all.add(id)
    const offers = draft.defects.map((defect) => ({ defect, points: asked.filter((id) => id in defect.fails) }))
    return { ...one, papers: draft.papers.length, offers: offers.filter(({ points }) => points.length > 0) }
  })
  for (const id of wanted ?? []) if (!all.has(id)) throw new Error(`没有情形有要点 ${id}`)
  const offered = new Set(candidates.flatMap(({ offers }) => offers.flatMap(({ points }) => points)))
  const open = new Set(offered)
  const cases = cover(set.seed, candidates, open)
  const sorted = (ids: Iterable<string>) => [...ids].sort()
  return { cases, without: sorted([...all].filter((id) => !offered.has(id))), unplanned: sorted(open) }
}

/** Takes the case that fails most open points, again and again; what is covered leaves `open`. */
function cover(set: string, candidates: Candidate[], open: Set<string>): PlannedCase[] {
  const cases: PlannedCase[] = []
  const left = new Set(candidates)
  while (open.size > 0) {
    // Of two that fail as many, the one with fewer papers to photograph and read.
    const [best] = [...left]
      .map((candidate) => ({ candidate, ...mostFailing(candidate, open) }))
      .sort((a, b) => b.gain - a.gain || a.candidate.papers - b.candidate.papers)
    if (!best || best.gain === 0) break
    const { candidate } = best
    left.delete(candidate)
    const defects = best.chosen.map(({ id }) => id)
    // One defect may overwrite or silence another: what counts is what fails in the case as it is built.
    const { draft } = buildCase(requestOf(set, { ...candidate, defects }))
    const points = [...open].filter((id) => draft.review[id]?.verdict === 'fail').sort()
    if (points.length === 0) continue
    for (const id of points) open.delete(id)
    cases.push({ scenario: candidate.scenario, index: candidate.index, defects, points })
  }
  return cases
}

function mostFailing({ offers }: Candidate, open: ReadonlySet<string>): { chosen: Defect[]; gain: number } {
  const chosen: Defect[] = []
  const failed = new Set<string>()
  const gainOf = (points: readonly string[]) => points.filter((id) => open.has(id) && !failed.has(id)).length
  while (chosen.length < MOST) {
    const [best] = offers
      .filter(({ defect }) => !chosen.some((one) => meets(one, defect)))
      .sort((a, b) => gainOf(b.points) - gainOf(a.points))
    if (!best || gainOf(best.points) === 0) break
    chosen.push(best.defect)
    for (const id of best.points) if (open.has(id)) failed.add(id)
  }
  return { chosen, gain: failed.size }
}
