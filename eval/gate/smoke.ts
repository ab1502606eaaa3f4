import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawDataset } from '../../datasets/generate/cases/dataset.ts'
import { DRAWN } from '../../datasets/generate/cases/recipes.ts'
import { takePhoto } from '../../datasets/generate/physics/take.ts'
import { checkFolder } from '../../datasets/truth/check-folder.ts'
import { loadChecks } from '../../datasets/truth/load-checks.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const CASES = 40
const SEED = 'smoke'

/** What the cases are drawn from: other code or data draws other cases. */
const DRAWN_FROM = ['datasets/generate', 'facts/documents', 'facts/sources', 'rules/catalogue']

/** Labels of a drawn set that the blind second opinion does not share (datasets/truth), each in a sentence. */
export async function disputedLabels(folder: string): Promise<string[]> {
  const { disagreements } = checkFolder(folder, await loadChecks())
  return disagreements.map(
    (one) =>
      `标注有争议：${one.case} ${one.point} 标注 ${one.label}，复核 ${one.checker}${one.checkerSays ? `（${one.checkerSays}）` : ''}`,
  )
}

/** About so many scenarios, evenly spread over those that can be drawn, in their order. */
export function spread(ids: readonly string[], wanted: number): string[] {
  const n = Math.min(wanted, ids.length)
  return Array.from({ length: n }, (_, i) => ids[Math.floor((i * ids.length) / n)] ?? '')
}

function recipeHash(): string {
  const hash = createHash('sha256')
  for (const folder of DRAWN_FROM)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(ts|yaml)$/.test(name) && !/\.test\.ts$/.test(name))
        hash.update(name).update(readFileSync(join(root, folder, name)))
  return hash.digest('hex').slice(0, 12)
}

/**
 * The smoke set: datasets/smoke where it lies, else drawn from its seed into `cache`, once for what it is drawn from. About 40
 * cases, one a scenario; without `pictures` only their papers' contents.
 */
export async function smokeSet(cache: string, pictures: boolean, cases = CASES): Promise<string> {
  const own = join(root, 'datasets/smoke')
  if (existsSync(own)) return own
  const folder = join(cache, `smoke-${recipeHash()}${pictures ? '' : '-no-pictures'}`, 'smoke')
  if (existsSync(folder)) return folder
  const scenarios = spread(DRAWN, cases)
  const count = Math.max(1, Math.floor(cases / scenarios.length))
  console.error(`画 smoke：${scenarios.length} 个情形，每个 ${count} 件${pictures ? '，连同图片，要几分钟' : ''}`)
  const half = `${folder}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true })
  await drawDataset({
    seed: SEED,
    folder: half,
    scenarios,
    from: 0,
    count,
    split: 'scored',
    camera: pictures ? takePhoto : null,
  })
  renameSync(half, folder)
  return folder
}
