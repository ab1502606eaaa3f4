import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import {
  CATALOGUE_FOLDER,
  CatalogueError,
  catalogueSheets,
  countCatalogue,
  executablePoints,
  loadCatalogue,
  loadCatalogueFiles,
  loadGuides,
  loadPointCases,
  reachedInTests,
} from '../../rules/index.ts'
import { catalogueTree, importReport } from '../catalogue/catalogue-report.ts'
import { applyImport, planImport } from '../catalogue/import-sheets.ts'
import { readReports, shownByReports, shownText, UncountableReport } from '../catalogue/shown-by-reports.ts'
import { readWorkbook, writeWorkbook } from '../catalogue/workbook.ts'

const usage = `用法：npm run -s catalogue -- [选项]
目录里有什么，多少要点可以自动执行（测试判下来通过、不通过都到过；测试写的是事实和文字，不是图片；情形缺参数的不算），哪些依据待核、没有测试，决策表有没有缺口和重叠。
  --json            只在标准输出上打印 JSON
  --reports 目录[,目录]  eval 写的报告（report.json）：哪些要点从材料图片判对过通过、也判对过不通过，哪些还没有
  --export 文件     把参数、决策表、要点、材料写成一个 .xlsx，用 Excel 或 WPS 改
  --import 文件     把改过的 .xlsx 读回来：先列出每一处改动，问过再写；有一格不对就什么也不写
  --yes             和 --import 一起用：不问，直接写`

async function exportTo(file: string): Promise<number> {
  loadCatalogue()
  const sheets = catalogueSheets(loadCatalogueFiles())
  writeFileSync(file, await writeWorkbook(sheets))
  console.log(`已写到 ${file}：${sheets.map(({ name, rows }) => `${name} ${rows.length} 行`).join('，')}`)
  return 0
}

async function importFrom(file: string, isAgreed: boolean): Promise<number> {
  const plan = planImport(CATALOGUE_FOLDER, await workbook(file))
  console.log(importReport(plan))
  if (plan.faults.length > 0 || plan.broken.length > 0) return 1
  if (plan.changes.length === 0) return 0
  if (!isAgreed && !(await agrees())) {
    console.log('没有写。确认要写的，加 --yes')
    return 0
  }
  applyImport(CATALOGUE_FOLDER, plan)
  console.log(`已写入 ${plan.files.length} 个文件。再跑一遍要点的测试：npx vitest run --project unit rules/catalogue`)
  return 0
}

async function workbook(file: string) {
  const bytes = readFileSync(file)
  try {
    return await readWorkbook(bytes)
  } catch (error) {
    throw new UnreadableWorkbook(`${file} 不是能读的 .xlsx 文件（${(error as Error).message}）。另存为 .xlsx 再试`)
  }
}

class UnreadableWorkbook extends Error {}

async function agrees(): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await asking.question('照上面写入吗？写 y 确认：')
  asking.close()
  return /^(y|yes|是)$/i.test(answer.trim())
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      export: { type: 'string' },
      import: { type: 'string' },
      reports: { type: 'string' },
      yes: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) console.log(usage)
  else if (values.export !== undefined) return exportTo(values.export)
  else if (values.import !== undefined) return importFrom(values.import, values.yes === true)
  else {
    const catalogue = loadCatalogue()
    // A scenario that no guide leads to stops the service at its start, so it is told here as well.
    loadGuides(catalogue)
    const cases = loadPointCases()
    const tested = reachedInTests(catalogue, cases)
    const counted = countCatalogue(catalogue, tested, cases)
    const reports = values.reports === undefined ? null : readReports(values.reports.split(','))
    const shown = reports && shownByReports(executablePoints(catalogue, tested), counted.writtenOnly.points, reports)
    if (values.json) console.log(JSON.stringify(shown ? { ...counted, shown } : counted, null, 2))
    else console.log([catalogueTree(counted), ...(shown ? ['', shownText(shown, counted.points)] : [])].join('\n'))
  }
  return 0
}

const told = (error: unknown): boolean => {
  const code = (error as { code?: string }).code ?? ''
  return (
    error instanceof CatalogueError ||
    error instanceof UnreadableWorkbook ||
    error instanceof UncountableReport ||
    /^(ERR_PARSE_ARGS|ENOENT|EACCES|EISDIR|EBUSY)/.test(code)
  )
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!told(error)) throw error
  console.error((error as Error).message)
  process.exitCode = 1
}
