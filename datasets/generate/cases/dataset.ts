import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Camera } from '../physics/kept-photos.ts'
import { seeded } from '../random.ts'
import { addDays } from '../world/dates.ts'
import { buildCase, type CaseRequest } from './build.ts'
import { DRAWN } from './recipes.ts'
import { allScenarios } from './scenario-data.ts'
import { GENERATOR, writeCase } from './write-case.ts'

/** Which cases of the standard set to draw: numbers `from` to `from + count − 1` of each scenario. */
export interface DatasetOptions {
  seed: string
  folder: string
  /** Scenario ids; every scenario that can be drawn when empty. */
  scenarios: readonly string[]
  from: number
  count: number
  split?: 'calibration' | 'scored'
  /** Takes the pictures; null draws none. */
  camera: Camera | null
  defects?: readonly string[]
}

/** A quarter of each scenario's cases is for calibration; seeds of the two splits never meet. */
const splitOf = (index: number): 'calibration' | 'scored' => (index % 4 === 3 ? 'calibration' : 'scored')

/** A case of the set by its number, with defects of its own choice when `defects` is missing. */
export interface NumberedCase {
  scenario: string
  index: number
  defects?: readonly string[]
}

/** What is built for a number of a scenario: the same everywhere the set is drawn. Throws on an unknown scenario. */
export function requestOf(set: string, { scenario: id, index, defects }: NumberedCase): CaseRequest {
  const scenario = allScenarios().get(id)
  if (!scenario) throw new Error(`没有情形 ${id}`)
  const split = splitOf(index)
  const seed = `${set}/${split}/${id}/${index}`
  const at = addDays('2026-01-05', seeded(`${seed}/at`).int(0, 310))
  return { scenario, seed, at, split, mixed: true, ...(defects ? { defects } : {}) }
}

/** The numbers of each scenario that the options ask for, in the order they are drawn. */
export function numbersOf(o: Pick<DatasetOptions, 'scenarios' | 'from' | 'count' | 'split'>): NumberedCase[] {
  return (o.scenarios.length > 0 ? o.scenarios : DRAWN).flatMap((scenario) => {
    const own: NumberedCase[] = []
    for (let index = o.from; own.length < o.count; index += 1)
      if (!o.split || splitOf(index) === o.split) own.push({ scenario, index })
    return own
  })
}

/** Draws cases of a dataset into `cases/<id>`; returns their ids and the hash of the recipe. Throws on an unknown scenario. */
export async function drawDataset(o: DatasetOptions): Promise<{ ids: string[]; hash: string }> {
  const ids = await drawCases(
    numbersOf(o).map((one) => (o.defects ? { ...one, defects: o.defects } : one)),
    o,
  )
  return { ids, hash: hashOf([GENERATOR, o.seed, o.split ?? '', ids]) }
}

/** Draws the cases that a plan names, each with the plan's defects. */
export async function drawPlan(
  plan: readonly Required<NumberedCase>[],
  o: Pick<DatasetOptions, 'seed' | 'folder' | 'camera'>,
): Promise<{ ids: string[]; hash: string }> {
  const ids = await drawCases(plan, o)
  return { ids, hash: hashOf([GENERATOR, o.seed, plan.map(({ defects }, i) => [ids[i], defects])]) }
}

async function drawCases(
  cases: readonly NumberedCase[],
  { seed, folder, camera }: Pick<DatasetOptions, 'seed' | 'folder' | 'camera'>,
): Promise<string[]> {
  const ids: string[] = []
  for (const one of cases) {
    const request = requestOf(seed, one)
    const name = `${one.scenario}-${String(one.index).padStart(4, '0')}`
    const { split } = request
    await writeCase(join(folder, 'cases', name), buildCase(request), { seed: request.seed, split }, { camera })
    ids.push(name)
  }
  return ids
}

const hashOf = (recipe: unknown): string =>
  createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 16)
