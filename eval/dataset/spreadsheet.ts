import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import readWorkbookFile from 'read-excel-file/node'
import { z } from 'zod'
import { caseSchema, type Truth, truthSchema } from '../../datasets/case-format.ts'
import { decodeText, parseCsv } from './csv.ts'
import type { DatasetCase } from './load-case.ts'
import type { Dataset } from './load-dataset.ts'
import type { DatasetProblem } from './problem.ts'

type Label = Truth['review'][string]['verdict']

const VERDICTS: Readonly<Record<string, Label>> = {
  通过: 'pass',
  不通过: 'fail',
  不适用: 'not-applicable',
  须由人判: 'person',
}
const OUTCOMES: Readonly<Record<string, Truth['outcome']>> = {
  收件: 'accept',
  补正: 'correct',
  不予受理: 'refuse',
  须人定: 'person',
}

/** Columns a row needs; the others are named in eval/README.md. */
const NEEDED = ['编号', '情形', '受理日期', '申请人', '材料'] as const

/** One row, cells by column title. */
type Row = ReadonlyMap<string, string>

/** Cases of a spreadsheet (.xlsx, first sheet, or .csv), one a row; files lie beside it. Bad rows are named and left out. */
export async function loadSpreadsheet(path: string): Promise<Dataset<DatasetCase>> {
  const problems: DatasetProblem[] = []
  const [head = [], ...body] = await cells(path, problems)
  const titles = head.map((title) => title.trim())
  const lacking = NEEDED.filter((title) => !titles.includes(title))
  if (lacking.length > 0) throw new Error(`${path} 缺列：${lacking.join('、')}（第一行是列名）`)
  const byId = new Map<string, DatasetCase>()
  for (const [i, values] of body.entries()) {
    const row: Row = new Map(titles.map((title, column) => [title, (values[column] ?? '').trim()]))
    const at = `${path} 第 ${i + 2} 行`
    try {
      const one = caseOf(row, dirname(path), at)
      if (byId.has(one.id)) problems.push({ path: at, message: `编号 ${one.id} 重复`, fatal: true })
      else byId.set(one.id, one)
    } catch (error) {
      problems.push({ path: at, message: error instanceof Error ? error.message : String(error), fatal: true })
    }
  }
  return { cases: [...byId.values()], problems }
}

async function cells(path: string, problems: DatasetProblem[]): Promise<string[][]> {
  const bytes = readFileSync(path)
  if (/\.xlsx$/i.test(path)) {
    const [sheet] = await readWorkbookFile(bytes).catch((error: Error) => {
      throw new Error(`${path} 不是能打开的 Excel 表格（.xlsx）：${error.message}`)
    })
    return (sheet?.data ?? []).map((row) => row.map(cellText))
  }
  const { text, encoding } = decoded(path, bytes)
  if (encoding !== 'UTF-8') problems.push({ path, message: `不是 UTF-8，按 ${encoding} 读入`, fatal: false })
  return parseCsv(text)
}

function decoded(path: string, bytes: Uint8Array): ReturnType<typeof decodeText> {
  try {
    return decodeText(bytes)
  } catch {
    throw new Error(`${path} 既不是 UTF-8，也不是 GB18030，请另存为 UTF-8`)
  }
}

const cellText = (value: unknown): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value === null || value === undefined ? '' : String(value)

const parts = (text: string): string[] =>
  text
    .split(/[;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Cells whose title begins so, by the rest of the title; blank ones say nothing. */
const under = (row: Row, prefix: string): [string, string][] =>
  [...row].flatMap(([title, value]) =>
    title.startsWith(prefix) && value !== '' ? [[title.slice(prefix.length), value]] : [],
  )

function caseOf(row: Row, folder: string, told: string): DatasetCase {
  const cell = (title: string) => row.get(title) || undefined
  const id = cell('编号')
  if (id === undefined) throw new Error('没有编号')
  const kind = cell('申请人类型') === '单位' || cell('统一社会信用代码') ? 'organisation' : 'person'
  const optional = { idNumber: cell('证件号码'), uscc: cell('统一社会信用代码'), phone: cell('电话') }
  const known = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined))
  const seen = {
    scenario: cell('情形'),
    at: cell('受理日期'),
    applicant: { kind, name: cell('申请人'), ...known },
    answers: valuesOf(under(row, '填.')),
    materials: parts(cell('材料') ?? '').map(materialOf),
  }
  const form = valuesOf(under(row, '表.'))
  const truth = truthOf(row, form)
  const checked = z.object({ seen: caseSchema, truth: truthSchema }).safeParse({ seen, truth })
  if (!checked.success) throw new Error(z.prettifyError(checked.error))
  return {
    id,
    folder,
    told,
    ...checked.data,
    registry: null,
    knows: checked.data.truth.form,
    second: null,
    partialForm: true,
  }
}

/** `营业执照=a.jpg`, or a file for which no slot was chosen. */
function materialOf(text: string): { file: string; slot?: string } {
  const [slot = '', file] = text.split('=').map((one) => one.trim())
  return file === undefined ? { file: slot } : { file, slot }
}

/** Lists, tables, amounts and ranges are written as JSON. */
const valuesOf = (cellsOf: readonly [string, string][]): Record<string, unknown> =>
  Object.fromEntries(cellsOf.map(([key, text]) => [key, /^[[{]/.test(text) ? parsed(key, text) : text]))

function parsed(key: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${key} 写的不是合法的 JSON：${text.slice(0, 40)}`)
  }
}

function truthOf(row: Row, form: Record<string, unknown>): unknown {
  const review = Object.fromEntries(
    under(row, '要点.').map(([point, text]) => {
      const verdict = VERDICTS[text]
      if (!verdict) throw new Error(`要点 ${point} 的标注“${text}”不认识：只能写 ${Object.keys(VERDICTS).join('、')}`)
      return [point, { verdict }]
    }),
  )
  const failing = Object.keys(review).filter((point) => review[point]?.verdict === 'fail')
  const named = parts(row.get('缺陷') ?? '').map((text) => {
    const [id = '', points = ''] = text.split('=')
    return { id: id.trim(), points: points.split('+').map((one) => one.trim()) }
  })
  // Without a list of defects, every point that fails is one of its own.
  const defects = named.length > 0 ? named : failing.map((point) => ({ id: point, points: [point] }))
  const said = row.get('结论') ?? ''
  const outcome = said === '' ? (defects.length > 0 ? 'correct' : 'accept') : OUTCOMES[said]
  if (!outcome) throw new Error(`结论“${said}”不认识：只能写 ${Object.keys(OUTCOMES).join('、')}`)
  const whole = defects.map(({ id, points }) => ({ id, points, title: id, slot: '', repair: EASY }))
  return { pages: [], form, review, defects: whole, outcome }
}

/** A spreadsheet does not say how a defect is mended: it is taken that it can be. */
const EASY = { replace: [], add: [], answers: {} }
