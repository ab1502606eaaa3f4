import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { CatalogueCount } from '../../rules/index.ts'

/** What of an evaluation's report.json tells which verdicts were right. */
const reportSchema = z.object({
  identity: z.object({ commit: z.string(), name: z.string(), mode: z.string() }),
  cases: z.array(
    z.object({ scenario: z.string(), items: z.record(z.string(), z.record(z.string(), z.number())).optional() }),
  ),
})

export type ScoredReport = z.infer<typeof reportSchema>

/** A report that cannot be counted, told in words for whoever named it. */
export class UncountableReport extends Error {}

type PointCount = CatalogueCount['points']

/** Executable points for which scored datasets hold a right pass and a right fail, read from the bytes of files. */
export interface ShownByReports {
  reports: { name: string; commit: string; cases: number }[]
  /** Both in the reports; `sameScenario`: pairs of scenario and point where both are of that very scenario. */
  byFiles: PointCount & { sameScenario: number }
  /** Of the others, points whose tests reach both without the words of any paper: source answers and typed fields alone. */
  bySources: PointCount
  together: PointCount
  /** Executable points that are neither, with what the reports hold of each. */
  lacking: { point: string; rightPass: boolean; rightFail: boolean }[]
}

/** Reads `report.json` of evaluations; throws UncountableReport on one that did not read the files. */
export function readReports(folders: readonly string[]): ScoredReport[] {
  return folders.map((folder) => {
    const file = join(folder, 'report.json')
    const { success, data } = reportSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (!success) throw new UncountableReport(`${file} 不是 npm run eval 写的报告`)
    if (data.identity.mode === 'perfect reading')
      throw new UncountableReport(`${file} 没有读图片（--perfect-reading），不能算“从材料上读出来的”`)
    return data
  })
}

/** `executable`: points by scenario; `writtenOnly`: those of them that only papers' words can decide. */
export function shownByReports(
  executable: ReadonlyMap<string, readonly string[]>,
  writtenOnly: readonly string[],
  reports: readonly ScoredReport[],
): ShownByReports {
  const pairs = { pass: new Set<string>(), fail: new Set<string>() }
  for (const { scenario, items = {} } of reports.flatMap(({ cases }) => cases)) {
    const { accuracy = {}, defectPrecision = {} } = items
    for (const [point, hit] of Object.entries(accuracy))
      if (hit === 1) pairs[point in defectPrecision ? 'fail' : 'pass'].add(`${scenario} ${point}`)
  }
  const pointsOf = (all: ReadonlySet<string>) => new Set([...all].map((pair) => pair.split(' ')[1] ?? ''))
  const [pass, fail] = [pointsOf(pairs.pass), pointsOf(pairs.fail)]
  const [unique, written] = [new Set([...executable.values()].flat()), new Set(writtenOnly)]
  const countOf = (is: (point: string) => boolean): PointCount => ({
    unique: [...unique].filter(is).length,
    expanded: [...executable.values()].flat().filter(is).length,
  })
  const byFiles = (point: string) => pass.has(point) && fail.has(point)
  const bySources = (point: string) => !byFiles(point) && !written.has(point)
  const sameScenario = [...executable].flatMap(([scenario, points]) =>
    points.filter((point) => pairs.pass.has(`${scenario} ${point}`) && pairs.fail.has(`${scenario} ${point}`)),
  )
  return {
    reports: reports.map(({ identity: { name, commit }, cases }) => ({ name, commit, cases: cases.length })),
    byFiles: { ...countOf(byFiles), sameScenario: sameScenario.length },
    bySources: countOf(bySources),
    together: countOf((point) => byFiles(point) || bySources(point)),
    lacking: [...unique]
      .filter((point) => !byFiles(point) && !bySources(point))
      .sort()
      .map((point) => ({ point, rightPass: pass.has(point), rightFail: fail.has(point) })),
  }
}

/** The same for people. */
export function shownText({ reports, byFiles, bySources, together, lacking }: ShownByReports, of: PointCount): string {
  const share = ({ unique, expanded }: PointCount) =>
    `${unique}/${of.unique} 条（${((100 * unique) / of.unique).toFixed(1)}%），展开 ${expanded}/${of.expanded} 条（${((100 * expanded) / of.expanded).toFixed(1)}%）`
  const cases = reports.reduce((sum, report) => sum + report.cases, 0)
  return [
    `从材料图片判对过通过、也判对过不通过（${reports.length} 份报告，${cases} 件）：${share(byFiles)}；两样都在同一情形里的 ${byFiles.sameScenario} 对`,
    `其余不看材料、只凭数据源和表单就到过的：${share(bySources)}`,
    `合计 ${share(together)}`,
    `还没有的 ${lacking.length} 条：`,
    ...lacking.map(
      ({ point, rightPass, rightFail }) =>
        `  ${point}：${[...(rightPass ? [] : ['没有判对过通过']), ...(rightFail ? [] : ['没有判对过不通过'])].join('，')}`,
    ),
  ].join('\n')
}
