import type { Catalogue } from './catalogue.ts'
import type { ReviewPoint } from './format.ts'
import { allTableGaps } from './lint-tables.ts'
import type { PointCase } from './point-case.ts'
import { drawings, outsideSources, papers, reachedWithout, saidInTests } from './reached-without.ts'
import type { Scenario } from './scenario.ts'
import { awaitedParameters, isAutomatic, neverApplying } from './settled-parameters.ts'

/** `unique`: each point once; `expanded`: once for every scenario that has it. */
export interface PointCount {
  unique: number
  expanded: number
}

export interface CatalogueCount {
  /** Categories that have a matter. */
  categories: number
  matters: number
  scenarios: number
  points: PointCount
  /**
   * Automatic points whose tests, judged, reach pass and fail, every source connected, in scenarios that have a value of
   * every parameter that the point reads. The tests are written facts and words: nothing is read from the bytes of a file.
   */
  executable: PointCount
  /** Tested points that a scenario cannot decide yet: it has no value of these parameters, which `dept` sets. */
  awaiting: { scenario: string; point: string; parameters: string[]; dept: string }[]
  /** Of the executable ones, points that apply to no case of a scenario, because its parameters say that nothing is required. */
  neverApplying: { expanded: number; scenarios: { id: string; points: string[] }[] }
  /** Of those, points whose pass or fail is reached only with the words of papers written into the test (`points`). */
  writtenOnly: { points: readonly string[] } & PointCount
  /** Points whose tests say pass and fail (`expect:`) and do not get there when judged. */
  saidOnly: string[]
  /** Of those, points whose tests still reach both with every outside source unconnected (`sources`), and no drawing read either. */
  alone: {
    withoutSources: PointCount
    withoutSourcesAndDrawings: PointCount
    sources: readonly string[]
    definition: string
  }
  /** What is lost when this one source is not connected, most first; sources that cost nothing are left out. */
  lostWithout: ({ source: string; points: readonly string[] } & PointCount)[]
  perScenario: {
    id: string
    name: string
    matter: string
    category: string
    points: number
    executable: number
    /** Without outside sources and without drawings. */
    executableAlone: number
    /** Fields always required. */
    requiredFields: number
    /** Of those, fields with a source to pre-fill them from. */
    prefillable: number
  }[]
  /** Points whose basis is 依据待核, with the scenarios where it is. */
  withoutBasis: { id: string; scenarios: string[] }[]
  /** Automatic points whose tests do not reach both pass and fail. */
  untested: string[]
  /** Cases that no row of a decision table speaks of, with the matter's name. */
  tableGaps: string[]
}

const DEFINITION =
  '一条自动要点在没有某个数据源（图纸）时仍算可自动执行：把它的测试里取自这些数据源的事实当作连不上、图纸上的事实当作看不清，重新判一遍，仍有一例照预期通过、一例照预期不通过。外部数据源是编号 EXT_ 开头的；人口库、法人库、电子证照、历史申报算已接通。图纸是 tier 为 drawing 的要点所看的材料。'

/** Automatic points of the scenario whose tests reach pass and fail (`tested`), with a value of every parameter that they read. */
function executableIn({ parts }: Scenario, tested: ReadonlySet<string>): ReviewPoint[] {
  return parts.points.map(({ part }) => part).filter((point) => tested.has(point.id) && isAutomatic(parts, point))
}

/** Ids of the executable points of every scenario, by its id. */
export function executablePoints(
  { scenarios }: Catalogue,
  tested: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  return new Map([...scenarios].map(([id, scenario]) => [id, executableIn(scenario, tested).map((point) => point.id)]))
}

/**
 * What the catalogue holds and how much of it is executable; `tested`: points whose tests reach pass and fail; `cases`:
 * those tests, to tell what is left without sources and drawings.
 */
export function countCatalogue(
  catalogue: Catalogue,
  tested: ReadonlySet<string>,
  cases: readonly PointCase[],
): CatalogueCount {
  const sources = outsideSources(catalogue)
  const offline = reachedWithout(catalogue, cases, () => (head) => sources.includes(head))
  const bare = reachedWithout(catalogue, cases, (scenario) => {
    const drawn = drawings(scenario)
    return (head) => sources.includes(head) || drawn.has(head)
  })
  const { matters, scenarios } = catalogue
  const categories = new Map(catalogue.categories.map(({ id, name }) => [id, name]))
  const unique = new Set<string>()
  /** In how many scenarios, by point. */
  const scenariosWith = new Map<string, number>()
  const awaiting: CatalogueCount['awaiting'] = []
  const idling: CatalogueCount['neverApplying']['scenarios'] = []
  const untested = new Set<string>()
  const withoutBasis = new Map<string, string[]>()
  const perScenario = [...scenarios.values()].map((scenario) => {
    const points = scenario.parts.points.map(({ part }) => part)
    const ready = executableIn(scenario, tested)
    for (const { id } of points) unique.add(id)
    for (const { id } of ready) scenariosWith.set(id, (scenariosWith.get(id) ?? 0) + 1)
    for (const point of points) {
      const parameters = tested.has(point.id) ? awaitedParameters(scenario.parts, point) : []
      if (point.automation === 'manual' || parameters.length === 0) continue
      awaiting.push({ scenario: scenario.id, point: point.id, parameters, dept: scenario.parts.matter.dept })
    }
    const idle = new Set(neverApplying(scenario))
    const never = ready.flatMap(({ id }) => (idle.has(id) ? [id] : []))
    if (never.length > 0) idling.push({ id: scenario.id, points: never })
    for (const { id, automation } of points) if (automation !== 'manual' && !tested.has(id)) untested.add(id)
    for (const { part, basis } of scenario.parts.points) {
      if (basis.length === 0) withoutBasis.set(part.id, [...(withoutBasis.get(part.id) ?? []), scenario.id])
    }
    const required = scenario.parts.fields.filter(({ part }) => part.required === 'required')
    const { matter } = scenario.parts
    return {
      id: scenario.id,
      name: scenario.name,
      matter: matter.name,
      category: categories.get(matter.category) ?? matter.category,
      points: points.length,
      executable: ready.length,
      executableAlone: ready.filter(({ id }) => bare.has(id)).length,
      requiredFields: required.length,
      prefillable: required.filter(({ part }) => part.prefill.length > 0).length,
    }
  })
  const sum = (of: 'points' | 'executable') => perScenario.reduce((total, scenario) => total + scenario[of], 0)
  const countOf = (ids: readonly string[]): PointCount => ({
    unique: ids.length,
    expanded: ids.reduce((total, id) => total + (scenariosWith.get(id) ?? 0), 0),
  })
  const kept = (left: ReadonlySet<string>) => countOf([...scenariosWith.keys()].filter((id) => left.has(id)))
  const lostWithout = catalogue.sources
    .map(({ name }) => {
      const left = reachedWithout(catalogue, cases, () => (head) => head === name)
      const points = [...scenariosWith.keys()].filter((id) => !left.has(id)).sort()
      return { source: name, ...countOf(points), points }
    })
    .filter(({ unique }) => unique > 0)
    .sort((a, b) => b.expanded - a.expanded || b.unique - a.unique)
  const withoutPapers = reachedWithout(catalogue, cases, papers)
  const written = [...scenariosWith.keys()].filter((id) => !withoutPapers.has(id)).sort()
  return {
    categories: new Set(matters.map(({ category }) => category)).size,
    matters: matters.length,
    scenarios: scenarios.size,
    points: { unique: unique.size, expanded: sum('points') },
    executable: { unique: scenariosWith.size, expanded: sum('executable') },
    awaiting,
    neverApplying: { expanded: idling.reduce((total, { points }) => total + points.length, 0), scenarios: idling },
    writtenOnly: { ...countOf(written), points: written },
    saidOnly: [...saidInTests(cases)].filter((id) => !tested.has(id)).sort(),
    alone: {
      withoutSources: kept(offline),
      withoutSourcesAndDrawings: kept(bare),
      sources,
      definition: DEFINITION,
    },
    lostWithout,
    perScenario,
    withoutBasis: [...withoutBasis].map(([id, having]) => ({ id, scenarios: having })),
    untested: [...untested],
    tableGaps: allTableGaps(catalogue),
  }
}
