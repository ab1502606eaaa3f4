import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { z } from 'zod'
import { calibrationGroup, modelFiles, onCurve } from '../../../api/index.ts'
import { identify } from '../identity.ts'
import { fitCalibration } from './fit-calibration.ts'
import { readSets, withReaders } from './read-sets.ts'
import { calibration } from './score-documents.ts'

const CALIBRATION = fileURLToPath(new URL('../../../models/understand/calibration.yaml', import.meta.url))
/** Beside a set: the values read from it, before calibration. A fit can be made again without reading again. */
const VALUES = 'calibration-values.json'
/** Parts of the cross-validation. */
const FOLDS = 5

const valueSchema = z.object({
  document: z.string(),
  level: z.string(),
  /** Values that are calibrated together; null: not calibrated at all. */
  group: z.string().nullable(),
  confidence: z.number(),
  right: z.boolean(),
})
const readSchema = z.object({
  commit: z.string(),
  models: z.record(z.string(), z.string()),
  dataset: z.string(),
  values: z.array(valueSchema),
})

export type CalibrationValue = z.infer<typeof valueSchema>
type ReadValues = z.infer<typeof readSchema>
type Curves = Record<string, [number, number][]>

/** Curves of all groups, fitted on values. */
export function curvesOf(values: readonly CalibrationValue[]): Curves {
  const names = [...new Set(values.flatMap(({ group }) => group ?? []))].sort()
  return Object.fromEntries(names.map((name) => [name, fitCalibration(values.filter(({ group }) => group === name))]))
}

/** Values with the confidence that the curves give them. */
export function under(curves: Curves, values: readonly CalibrationValue[]): CalibrationValue[] {
  return values.map((value) => {
    const curve = value.group === null ? undefined : curves[value.group]
    return curve ? { ...value, confidence: onCurve(curve, value.confidence) } : value
  })
}

/** Each value under curves fitted without its own document's fold: what the fit is worth on pages it has not seen. */
export function crossValidated(values: readonly CalibrationValue[]): CalibrationValue[] {
  const documents = [...new Set(values.map(({ document }) => document))]
  const fold = new Map(documents.map((document, i) => [document, i % FOLDS]))
  return Array.from({ length: FOLDS }, (_, k) => {
    const inside = (value: CalibrationValue) => fold.get(value.document) === k
    return under(curvesOf(values.filter((value) => !inside(value))), values.filter(inside))
  }).flat()
}

/** The values of one set: as they lie beside it when data and models are the same, or read now. */
async function valuesOf(folder: string, processes: number): Promise<ReadValues> {
  const path = join(folder, VALUES)
  const { commit, models, dataset } = identify(modelFiles(), [folder])
  if (existsSync(path)) {
    const known = readSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    if (known.dataset === dataset && JSON.stringify(known.models) === JSON.stringify(models)) {
      console.error(`${path}：用已有的读取结果（提交 ${known.commit}，现在 ${commit}）；要重读，请先删除它`)
      return known
    }
  }
  const { fields } = await withReaders(processes, (readers) => readSets([folder], readers, true))
  const values = fields
    .filter(({ outcome }) => outcome !== 'none')
    .map(({ document, level, type, confidence, doubted, outcome }) => ({
      document,
      level,
      group: doubted ? null : calibrationGroup(type),
      confidence,
      right: outcome === 'right',
    }))
  const read = { commit, models, dataset, values }
  writeFileSync(path, JSON.stringify(read))
  return read
}

const eceOf = (values: readonly CalibrationValue[]): string =>
  calibration(
    values.map(({ confidence, right }) => ({ confidence, outcome: right ? ('right' as const) : ('wrong' as const) })),
  ).ece.toFixed(3)

/** Wrong ones among the values whose confidence is .9 and more, and how many those are. */
function sure(values: readonly CalibrationValue[]): string {
  const own = values.filter(({ confidence }) => confidence >= 0.9)
  return `≥.9 的 ${own.length} 个，其中错 ${own.filter(({ right }) => !right).length}`
}

/**
 * `npm run bench -- --calibrate DIR[,DIR] [--out FILE]`: fits the curves that turn confidence into probability, on sets that
 * are never scored, and writes them where the reader looks (or to FILE). Says what the calibration error was before, is on
 * the values fitted, and is on values left out of the fit.
 */
export async function runCalibrate(folders: readonly string[], processes: number, out = CALIBRATION): Promise<void> {
  const read: ReadValues[] = []
  for (const folder of folders) read.push(await valuesOf(folder, processes))
  const values = read.flatMap((one) => one.values)
  const groups = curvesOf(values)
  const fitted = values.filter(({ group }) => group !== null)
  const commits = [...new Set(read.map(({ commit }) => commit))].join('、')
  const source = `提交 ${commits}，数据 ${read.map(({ dataset }) => dataset).join('、')}，${fitted.length} 个值`
  const head = '# Written by `npm run bench -- --calibrate DIR[,DIR]`; do not edit by hand.\n'
  writeFileSync(out, head + stringify({ source, groups }, { flowCollectionPadding: false, collectionStyle: 'flow' }))
  console.log(`${out}：${source}`)
  const apart = crossValidated(values)
  for (const level of ['', ...new Set(values.map((one) => one.level))]) {
    const of = (all: readonly CalibrationValue[]) => all.filter((one) => level === '' || one.level === level)
    console.log(
      `${level || '合计'}：n = ${of(values).length}；ECE 校准前 ${eceOf(of(values))}，拟合的值上 ${eceOf(of(under(groups, values)))}，没有参加拟合的值上（${FOLDS} 折，按份分）${eceOf(of(apart))}；${sure(of(apart))}`,
    )
  }
}
