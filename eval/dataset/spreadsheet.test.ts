import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import writeWorkbookFile from 'write-excel-file/node'
import { decodeText, parseCsv } from './csv.ts'
import { loadSpreadsheet } from './spreadsheet.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-sheet-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const HEAD = [
  '编号',
  '情形',
  '受理日期',
  '申请人',
  '统一社会信用代码',
  '材料',
  '填.fd_net',
  '表.prem_area',
  '表.fd_items',
  '要点.LREP-P03',
  '要点.SUBJ-P01',
  '结论',
]
const ROW = [
  'A1',
  'S001',
  '2026-11-16',
  '甲公司',
  '91310107MA13N09UXA',
  '营业执照=a.jpg; b.jpg',
  'true',
  '157.8',
  '["热食类食品制售"]',
  '不通过',
  '通过',
  '补正',
]
const quoted = (row: string[]) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')
const written = (name: string, rows: string[][], bom = '') => {
  const path = join(folder, name)
  writeFileSync(path, bom + rows.map(quoted).join('\r\n'))
  return path
}

test('a row becomes a case with its files, answers, true form, labels and outcome', async () => {
  const { cases, problems } = await loadSpreadsheet(written('cases.csv', [HEAD, ROW], '\uFEFF'))
  expect(problems).toEqual([])
  expect(cases).toMatchObject([
    {
      id: 'A1',
      folder,
      seen: {
        scenario: 'S001',
        applicant: { kind: 'organisation', name: '甲公司', uscc: '91310107MA13N09UXA' },
        answers: { fd_net: 'true' },
        materials: [{ file: 'a.jpg', slot: '营业执照' }, { file: 'b.jpg' }],
      },
      truth: {
        form: { prem_area: '157.8', fd_items: ['热食类食品制售'] },
        review: { 'LREP-P03': { verdict: 'fail' }, 'SUBJ-P01': { verdict: 'pass' } },
        defects: [{ id: 'LREP-P03', points: ['LREP-P03'] }],
        outcome: 'correct',
      },
    },
  ])
})

test('an Excel file says the same as a CSV file', async () => {
  const path = join(folder, 'cases.xlsx')
  writeFileSync(path, await writeWorkbookFile([HEAD, ROW].map((row) => row.map((value) => ({ value })))).toBuffer())
  const other = await loadSpreadsheet(written('cases.csv', [HEAD, ROW]))
  const untold = ({ cases, problems }: typeof other) => [cases.map(({ told: _, ...one }) => one), problems]
  expect(untold(await loadSpreadsheet(path))).toEqual(untold(other))
})

test('bad rows are named with their number and the others stay', async () => {
  const bad = (change: Record<string, string>) => ROW.map((value, i) => change[HEAD[i] ?? ''] ?? value)
  const rows = [HEAD, bad({ '要点.LREP-P03': '大概' }), bad({ 情形: '1' }), bad({ 受理日期: '昨天' }), ROW, ROW]
  const path = written('cases.csv', rows)
  const { cases, problems } = await loadSpreadsheet(path)
  expect(cases.map(({ id }) => id)).toEqual(['A1'])
  expect(problems.map((one) => one.path)).toEqual([2, 3, 4, 6].map((line) => `${path} 第 ${line} 行`))
})

test('a table without its columns is refused with their names', async () => {
  await expect(loadSpreadsheet(written('cases.csv', [['编号', '情形']]))).rejects.toThrow(/受理日期、申请人、材料/)
})

test('what Excel saves in Chinese is read and said', () => {
  // 编号 in GB 18030.
  expect(decodeText(Buffer.from([0xb1, 0xe0, 0xba, 0xc5]))).toEqual({ text: '编号', encoding: 'GB18030' })
})

test('quoted cells hold commas, line feeds and quotes', () => {
  expect(parseCsv('a,"b,""c""\nd",\n\ne,,f\n')).toEqual([
    ['a', 'b,"c"\nd', ''],
    ['e', '', 'f'],
  ])
})

test('a cell that should be JSON and is not names its row and column, and the other rows stay', async () => {
  const broken = ROW.map((cell, i) => (HEAD[i] === '表.fd_items' ? '["热食类食品制售"' : i === 0 ? 'A2' : cell))
  const { cases, problems } = await loadSpreadsheet(written('cases.csv', [HEAD, ROW, broken]))
  expect(cases.map(({ id, told }) => [id, told])).toEqual([['A1', `${join(folder, 'cases.csv')} 第 2 行`]])
  expect(problems).toMatchObject([
    { path: `${join(folder, 'cases.csv')} 第 3 行`, message: expect.stringContaining('fd_items'), fatal: true },
  ])
})

test('what is no workbook, or in no known encoding, is told in a sentence', async () => {
  const sheet = join(folder, 'cases.xlsx')
  writeFileSync(sheet, 'not a workbook')
  await expect(loadSpreadsheet(sheet)).rejects.toThrow('Excel')
  const text = join(folder, 'cases.csv')
  writeFileSync(text, Buffer.from([0xff, 0xff, 0xff, 0x81]))
  await expect(loadSpreadsheet(text)).rejects.toThrow('UTF-8')
})
