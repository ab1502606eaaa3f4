import type { CaseRegistry, CaseValue, LabelledCase, Truth } from '../../case-format.ts'
import { seeded } from '../random.ts'
import type { World } from '../world/world.ts'
import type { Defect, Paper, Recipe } from './plan.ts'

/** A case ready to be drawn. */
export interface Assembled {
  case: Omit<LabelledCase, 'materials'>
  papers: Paper[]
  registry: CaseRegistry
  form: Record<string, CaseValue>
  review: Truth['review']
  defects: readonly Defect[]
  /** The applicant put each file into its slot; otherwise all were dropped at once. */
  slotted: boolean
}

/** Builds the case of a world, with the given defects (none: the clean twin). */
export function assemble(recipe: Recipe, clean: World, defects: readonly Defect[]): Assembled {
  const world = structuredClone(clean)
  const stream = (defect: Defect) => seeded(`${world.seed}/defect/${defect.id}`)
  for (const defect of defects) defect.world?.(world, stream(defect))
  let papers = recipe.papers(world)
  for (const defect of defects) papers = defect.papers?.(papers, world, stream(defect)) ?? papers
  const form = recipe.form(world, papers)
  const review = { ...recipe.review(world) }
  for (const defect of defects) {
    for (const [point, because] of Object.entries(defect.silences?.(world) ?? {}))
      review[point] = { verdict: 'not-applicable', because }
    for (const [point, because] of Object.entries(defect.fails(world))) review[point] = { verdict: 'fail', because }
  }
  const registry = recipe.registry(world, papers)
  for (const defect of defects) defect.registry?.(registry, world)
  return {
    case: {
      scenario: recipe.scenario,
      at: world.at,
      applicant: recipe.applicant(world),
      answers: recipe.answers(form),
    },
    papers,
    registry,
    form,
    review,
    defects,
    slotted: world.slotted,
  }
}

/** Three defects of a seed that do not touch the same paper; `only` names them instead. */
export function chooseDefects(recipe: Recipe, world: World, only?: readonly string[]): Defect[] {
  if (only) {
    const named = recipe.defects.filter((defect) => only.includes(defect.id) && (defect.fits?.(world) ?? true))
    if (named.length < only.length) throw new Error(`seed ${world.seed} cannot have all of ${only.join(', ')}`)
    return named
  }
  const random = seeded(`${world.seed}/defects`)
  const chosen: Defect[] = []
  for (const defect of random.sample(recipe.defects, recipe.defects.length)) {
    const free = chosen.every((other) => other.touches !== defect.touches && other.slot !== defect.slot)
    if (chosen.length < 3 && free && (defect.fits?.(world) ?? true)) chosen.push(defect)
  }
  return chosen
}
