import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding, ScenarioDetail } from '../../api/client.ts'
import type { DocumentType } from '../../facts/document-type.ts'
import { type DatasetCase, type SeenCase, sameFile } from './load-case.ts'
import type { DatasetProblem } from './problem.ts'

/** What is wrong with a case as it is handed in, each fault with its path. `needFiles`: false when stand-ins are sent. */
export function checkSeen(
  { folder, told, seen }: SeenCase,
  scenario: ScenarioDetail | null,
  needFiles: boolean,
): DatasetProblem[] {
  const problems: DatasetProblem[] = []
  const path = told ?? join(folder, 'case.yaml')
  if (!scenario) return [{ path, message: `没有编号为 ${seen.scenario} 的情形`, fatal: true }]
  const slots = new Set(scenario.materials.map(({ slot }) => slot))
  for (const { file, slot } of seen.materials) {
    if (needFiles && !isFile(join(folder, file)))
      problems.push({ path: join(folder, file), message: '材料文件不存在', fatal: true })
    if (slot !== undefined && !slots.has(slot))
      problems.push({ path, message: `情形 ${scenario.id} 没有材料位“${slot}”（${file}）`, fatal: true })
  }
  const keys = new Set(scenario.fields.map(({ key }) => key))
  for (const key of Object.keys(seen.answers))
    if (!keys.has(key)) problems.push({ path, message: `申请表没有字段 ${key}`, fatal: false })
  return problems
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** A point of the scenario, as the service describes it. */
export type KnownPoint = Pick<Finding, 'point' | 'severity'>

/**
 * What is wrong with a case's labels: names that do not exist, labels that cannot be, repairs that are not there.
 * `points`: all of the scenario.
 */
export function checkTruth(
  one: DatasetCase,
  scenario: ScenarioDetail,
  points: readonly KnownPoint[],
  types: ReadonlyMap<string, DocumentType>,
  needFiles: boolean,
): DatasetProblem[] {
  const keys = new Set(scenario.fields.map(({ key }) => key))
  return [...checkLabels(one, keys, types), ...checkPoints(one, scenario.id, points), ...checkRepairs(one, needFiles)]
}

/** Labels of points that the scenario does not have, and an outcome that its defects rule out. */
function checkPoints(
  { folder, told, truth }: DatasetCase,
  scenario: string,
  points: readonly KnownPoint[],
): DatasetProblem[] {
  const path = told ?? join(folder, 'truth.yaml')
  const severity = new Map(points.map((one) => [one.point, one.severity]))
  const unknown = Object.keys(truth.review).filter((point) => !severity.has(point))
  const problems = unknown.map((point) => ({ path, message: `情形 ${scenario} 没有要点 ${point}`, fatal: true }))
  const held = truth.defects.flatMap((defect) => defect.points).find((point) => severity.get(point) !== 'advise')
  if (truth.outcome === 'accept' && held !== undefined && severity.has(held))
    problems.push({ path, message: `结论是收件，要点 ${held} 却有必须先改好的缺陷，不可能`, fatal: true })
  return problems
}

function checkLabels(
  { folder, told, truth, seen }: DatasetCase,
  keys: ReadonlySet<string>,
  types: ReadonlyMap<string, DocumentType>,
): DatasetProblem[] {
  const path = told ?? join(folder, 'truth.yaml')
  const say = (message: string, fatal = false): DatasetProblem => ({ path, message, fatal })
  const problems: DatasetProblem[] = []
  for (const key of Object.keys(truth.form)) if (!keys.has(key)) problems.push(say(`标注了申请表没有的字段 ${key}`))
  for (const { id, points } of truth.defects)
    for (const point of points)
      if (truth.review[point]?.verdict !== 'fail')
        problems.push(say(`缺陷 ${id} 的要点 ${point} 标注为 ${truth.review[point]?.verdict ?? '无'}，不可能`, true))
  const explained = new Set(truth.defects.flatMap(({ points }) => points))
  for (const [point, { verdict }] of Object.entries(truth.review))
    if (verdict === 'fail' && !explained.has(point)) problems.push(say(`要点 ${point} 标注不通过，却没有缺陷说明它`))
  if ((truth.outcome === 'correct' || truth.outcome === 'refuse') && truth.defects.length === 0)
    problems.push(say(`结论是 ${truth.outcome}，却一个缺陷也没有，不可能`, true))
  for (const { file, documentType, fields, marks } of truth.pages) {
    const type = types.get(documentType)
    if (!type) {
      if (documentType !== '其他') problems.push(say(`${file}：没有文书类型“${documentType}”`))
      continue
    }
    const known = new Set([...type.fields, ...type.marks].map(({ name }) => name))
    for (const name of [...Object.keys(fields), ...Object.keys(marks)])
      if (!known.has(name)) problems.push(say(`${file}：${documentType}没有“${name}”这一项`))
  }
  if (truth.pages.length > 0)
    for (const { file } of seen.materials)
      if (!truth.pages.some((page) => sameFile(page.file, file))) problems.push(say(`${file} 没有标注任何一页`))
  return problems
}

function checkRepairs({ folder, truth }: DatasetCase, needFiles: boolean): DatasetProblem[] {
  return truth.defects.flatMap(({ id, repair }) => {
    const brought = [...(repair?.replace ?? []).flatMap((r) => r.with), ...(repair?.add ?? []).map(({ file }) => file)]
    const registry = repair?.registry === undefined ? [] : [repair.registry]
    return [...(needFiles ? brought : []), ...registry]
      .filter((file) => !existsSync(join(folder, file)))
      .map((file) => ({ path: join(folder, file), message: `缺陷 ${id} 的补正文件不存在`, fatal: true }))
  })
}
