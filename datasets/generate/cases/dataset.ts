import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Camera } from '../physics/kept-photos.ts'
import { seeded } from '../random.ts'
import { addDays } from '../world/dates.ts'
import { buildCase } from './build.ts'
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

/** Draws cases of a dataset into `cases/<id>`; returns their ids and the hash of the recipe. Throws on an unknown scenario. */
export async function drawDataset(o: DatasetOptions): Promise<{ ids: string[]; hash: string }> {
  const all = allScenarios()
  const ids: string[] = []
  for (const id of o.scenarios.length > 0 ? o.scenarios : DRAWN) {
    const scenario = all.get(id)
    if (!scenario) throw new Error(`没有情形 ${id}`)
    for (let index = o.from, drawn = 0; drawn < o.count; index += 1) {
      if (o.split && splitOf(index) !== o.split) continue
      drawn += 1
      const split = splitOf(index)
      const seed = `${o.seed}/${split}/${id}/${index}`
      const name = `${id}-${String(index).padStart(4, '0')}`
      const at = addDays('2026-01-05', seeded(`${seed}/at`).int(0, 310))
      const folder = join(o.folder, 'cases', name)
      mkdirSync(folder, { recursive: true })
      const built = buildCase({ scenario, seed, at, split, mixed: true, ...(o.defects ? { defects: o.defects } : {}) })
      await writeCase(folder, built, { seed, split }, { camera: o.camera })
      ids.push(name)
    }
  }
  const recipe = JSON.stringify([GENERATOR, o.seed, o.split ?? '', ids])
  return { ids, hash: createHash('sha256').update(recipe).digest('hex').slice(0, 16) }
}
