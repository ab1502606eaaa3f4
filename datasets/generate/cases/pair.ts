import { join } from 'node:path'
import type { Truth } from '../../case-format.ts'
import { world } from '../world/world.ts'
import { type Assembled, assemble, chooseDefects } from './assemble.ts'
import type { Defect, Paper, Recipe } from './plan.ts'
import { writeCase } from './write.ts'

/** Raised whenever the same seed would give other bytes. */
export const GENERATOR = 'datasets/generate 2'

/** Ids of the two cases of a seed; neither says which one is clean to the service, which sees files only. */
export function pairIds(recipe: Recipe, seed: number): { id: string; twin: string } {
  const id = `${recipe.scenario}-${String(seed).padStart(4, '0')}`
  return { id, twin: `${id}-twin` }
}

/** Writes the clean twin of a seed and, unless `cleanOnly`, the case with its defects; returns the case ids. */
export async function writePair(
  recipe: Recipe,
  options: { seed: number; at: string; folder: string; defects?: readonly string[]; cleanOnly?: boolean },
): Promise<string[]> {
  const { seed, folder } = options
  const clean = world(seed, options.at)
  const { id, twin } = pairIds(recipe, seed)
  const label = { generator: GENERATOR, seed }
  const right = assemble(recipe, clean, [])
  const twinFiles = await writeCase(join(folder, 'cases', twin), right, label)
  if (options.cleanOnly) return [twin]
  const wrong = assemble(recipe, clean, chooseDefects(recipe, clean, options.defects))
  await writeCase(join(folder, 'cases', id), wrong, label, (files) =>
    wrong.defects.map((defect) => describe(defect, { recipe, clean, right, files, twinFiles, twin })),
  )
  return [id, twin]
}

/** Answers that the clean application gives otherwise. */
function changed(wrong: Assembled, right: Assembled): Repair['answers'] {
  const same = (key: string) => JSON.stringify(wrong.case.answers[key]) === JSON.stringify(right.case.answers[key])
  return Object.fromEntries(Object.entries(right.case.answers).filter(([key]) => !same(key)))
}

type Repair = NonNullable<Truth['defects'][number]['repair']>

interface Comparison {
  recipe: Recipe
  clean: Parameters<Recipe['papers']>[0]
  right: Assembled
  files: ReadonlyMap<string, string[]>
  twinFiles: ReadonlyMap<string, string[]>
  twin: string
}

/** What the applicant hands in when told of this defect alone: the papers it changed, from the twin. */
function describe(defect: Defect, c: Comparison): Truth['defects'][number] {
  const alone = assemble(c.recipe, c.clean, [defect])
  const fromTwin = (paper: Paper) => (c.twinFiles.get(paper.key) ?? []).map((file) => `../${c.twin}/${file}`)
  const replace: Repair['replace'] = []
  const add: Repair['add'] = []
  for (const paper of c.right.papers) {
    const drawn = alone.papers.find((other) => other.key === paper.key)
    if (!drawn) add.push(...fromTwin(paper).map((file) => ({ file, slot: paper.slot })))
    else if (JSON.stringify([drawn.content, drawn.sheets]) !== JSON.stringify([paper.content, paper.sheets]))
      replace.push({ files: c.files.get(paper.key) ?? [], with: fromTwin(paper), slot: paper.slot })
  }
  return {
    id: defect.id,
    title: defect.title,
    slot: defect.slot,
    points: Object.keys(defect.fails(c.clean)),
    repair: defect.refuse
      ? null
      : { replace, add, answers: changed(alone, c.right), registry: `../${c.twin}/registry.yaml` },
  }
}
