import type { Catalogue } from './catalogue.ts'
import { tableGaps } from './lint-tables.ts'

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
  /** Automatic points whose tests reach pass and fail. */
  executable: PointCount
  perScenario: {
    id: string
    name: string
    matter: string
    category: string
    points: number
    executable: number
    /** Fields always required. */
    requiredFields: number
    /** Of those, fields with a source to pre-fill them from. */
    prefillable: number
  }[]
  /** Points whose basis is 依据待核, with the scenarios where it is. */
  withoutBasis: { id: string; scenarios: string[] }[]
  /** Automatic points whose tests do not reach both pass and fail. */
  untested: string[]
  /** Choices that no row of a decision table speaks of, with the matter's name. */
  tableGaps: string[]
}

/** What the catalogue holds and how much of it is executable; `tested`: points whose tests reach pass and fail. */
export function countCatalogue(catalogue: Catalogue, tested: ReadonlySet<string>): CatalogueCount {
  const { matters, scenarios } = catalogue
  const categories = new Map(catalogue.categories.map(({ id, name }) => [id, name]))
  const unique = new Set<string>()
  const executable = new Set<string>()
  const untested = new Set<string>()
  const withoutBasis = new Map<string, string[]>()
  const gaps = new Set<string>()
  const perScenario = [...scenarios.values()].map((scenario) => {
    const points = scenario.parts.points.map(({ part }) => part)
    const ready = points.filter(({ id, automation }) => automation !== 'manual' && tested.has(id))
    for (const { id } of points) unique.add(id)
    for (const { id } of ready) executable.add(id)
    for (const { id, automation } of points) if (automation !== 'manual' && !tested.has(id)) untested.add(id)
    for (const { part, basis } of scenario.parts.points) {
      if (basis.length === 0) withoutBasis.set(part.id, [...(withoutBasis.get(part.id) ?? []), scenario.id])
    }
    for (const gap of tableGaps(scenario.parts)) gaps.add(`${scenario.parts.matter.name} ${gap}`)
    const required = scenario.parts.fields.filter(({ part }) => part.required === 'required')
    const { matter } = scenario.parts
    return {
      id: scenario.id,
      name: scenario.name,
      matter: matter.name,
      category: categories.get(matter.category) ?? matter.category,
      points: points.length,
      executable: ready.length,
      requiredFields: required.length,
      prefillable: required.filter(({ part }) => part.prefill.length > 0).length,
    }
  })
  const sum = (of: 'points' | 'executable') => perScenario.reduce((total, scenario) => total + scenario[of], 0)
  return {
    categories: new Set(matters.map(({ category }) => category)).size,
    matters: matters.length,
    scenarios: scenarios.size,
    points: { unique: unique.size, expanded: sum('points') },
    executable: { unique: executable.size, expanded: sum('executable') },
    perScenario,
    withoutBasis: [...withoutBasis].map(([id, having]) => ({ id, scenarios: having })),
    untested: [...untested],
    tableGaps: [...gaps],
  }
}
