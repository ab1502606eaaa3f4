import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkFolder } from '../truth/check-folder.ts'
import { loadChecks } from '../truth/load-checks.ts'
import { card } from './cases/card.ts'
import { type DatasetOptions, drawDataset, drawPlan } from './cases/dataset.ts'
import { writePair } from './cases/pair.ts'
import { writeSampleRegistry } from './cases/sample-registry.ts'
import { SHOWCASE } from './cases/showcase.ts'
import { type Plan, planDefects } from './cases/usual-defects.ts'
import { drawPageSet } from './page-set.ts'
import { keepingCamera } from './physics/kept-photos.ts'
import { takePhoto } from './physics/take.ts'

const USAGE = `npm run draw -- --seed N --out DIR [--scenario S001] [--clean] [--at YYYY-MM-DD] [--defects id,id,id]
npm run draw -- --dataset --seed NAME --out DIR [--scenario S001,S002] [--from 0] [--count 1] [--split scored] [--defects id,id | none] [--no-pictures | --keep DIR]
npm run draw -- --dataset --seed NAME --out DIR --points M07-P03,S001-P01 | all [--scenario S001,S002] [--from 0] [--count 12] [--split scored] [--no-pictures | --keep DIR]
npm run draw -- --check DIR
npm run draw -- --registry --out DIR
npm run draw -- --pages --seed N --out DIR [--types BL,ID] [--layouts grid] [--levels clean,phone,poor,chat,blur:0.5] [--slice curved,sealed:0.5] [--count 1]
种子 ${SHOWCASE.number} 是示范案例，日期与缺陷固定；其他种子各有各的人、房屋和三个缺陷。`

/** Draws a labelled case and its clean twin, single documents, or the embedded sample registry. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      out: { type: 'string' },
      at: { type: 'string' },
      defects: { type: 'string' },
      points: { type: 'string' },
      clean: { type: 'boolean', default: false },
      registry: { type: 'boolean', default: false },
      pages: { type: 'boolean', default: false },
      types: { type: 'string' },
      layouts: { type: 'string' },
      levels: { type: 'string' },
      slice: { type: 'string' },
      count: { type: 'string' },
      dataset: { type: 'boolean', default: false },
      scenario: { type: 'string' },
      from: { type: 'string', default: '0' },
      split: { type: 'string' },
      'no-pictures': { type: 'boolean', default: false },
      keep: { type: 'string' },
      check: { type: 'string' },
    },
  })
  if (values.check) return checkLabels(values.check)
  if (!values.out) throw new Error(USAGE)
  if (values.registry) return writeSampleRegistry(values.out)
  if (values.dataset) {
    const { seed, out: folder, scenario, split, defects, points } = values
    const [from, count] = [Number(values.from), Number(values.count ?? (points === undefined ? 1 : 12))]
    if (!seed || !Number.isSafeInteger(from) || !Number.isSafeInteger(count)) throw new Error(USAGE)
    if (split !== undefined && split !== 'scored' && split !== 'calibration') throw new Error(USAGE)
    const set: DatasetOptions = {
      seed,
      folder,
      scenarios: scenario?.split(',') ?? [],
      from,
      count,
      camera: values['no-pictures'] ? null : values.keep ? keepingCamera(values.keep) : takePhoto,
      ...(split ? { split } : {}),
    }
    const { ids, hash } =
      points === undefined
        ? await drawDataset({ ...set, ...(defects ? { defects: defects === 'none' ? [] : defects.split(',') } : {}) })
        : await drawPlan(tellPlan(planDefects(points === 'all' ? null : points.split(','), set)), set)
    console.log(`${folder}：${ids.length} 件，配方 ${hash}`)
    return
  }
  const seed = Number(values.seed ?? Number.NaN)
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(USAGE)
  if (values.pages) {
    const words = (text: string | undefined) => text?.split(',') ?? []
    const count = Number(values.count ?? 1)
    if (!Number.isSafeInteger(count) || count < 1) throw new Error(USAGE)
    const { types, layouts, out: folder } = values
    const drawn = await drawPageSet({
      seed,
      folder,
      types: words(types),
      layouts: words(layouts),
      levels: words(values.levels ?? (values.slice && 'phone')),
      slices: words(values.slice),
      count,
    })
    console.log(`${folder}：${drawn} 份`)
    return
  }
  const defects = values.defects?.split(',')
  mkdirSync(values.out, { recursive: true })
  const ids = await writePair(values.out, {
    number: seed,
    cleanOnly: values.clean,
    ...(values.scenario ? { scenario: values.scenario } : {}),
    ...(values.at ? { at: values.at } : {}),
    ...(defects ? { defects } : {}),
  })
  const readme = join(values.out, 'README.md')
  if (!existsSync(readme)) writeFileSync(readme, card())
  for (const id of ids) console.log(join(values.out, 'cases', id))
}

/** Prints which points each case fails, and which have no defect that could be drawn. */
function tellPlan({ cases, without, unplanned }: Plan): Plan['cases'] {
  for (const { scenario, index, defects, points } of cases)
    console.log(`${scenario} 第 ${index} 件：${defects.join('、')} → ${points.join(' ')}`)
  const list = (title: string, ids: readonly string[]) =>
    console.log(`${title} ${ids.length} 条${ids.length > 0 ? `：${ids.join(' ')}` : ''}`)
  list('没有缺陷能让它不通过的要点', without)
  if (unplanned.length > 0) list('有缺陷、没有排进去的要点（把 --count 加大）', unplanned)
  return cases
}

/** Prints every label that the blind truth-checker does not share; exit code 1 when there is one. */
async function checkLabels(folder: string): Promise<void> {
  const { disagreements, compared, unchecked } = checkFolder(folder, await loadChecks())
  for (const d of disagreements) {
    console.log(
      `${d.case} ${d.point} 标注 ${d.label}${d.because ? `（${d.because}）` : ''}，复核 ${d.checker}${d.checkerSays ? `（${d.checkerSays}）` : ''}`,
    )
    console.log(`    ${d.statement}`)
  }
  console.log(
    `复核 ${compared} 个标注，${disagreements.length} 个不一致；没有复核的要点 ${unchecked.length} 个${unchecked.length > 0 ? `：${unchecked.join(' ')}` : ''}`,
  )
  if (disagreements.length > 0) process.exitCode = 1
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
