import { expect, test } from 'vitest'
import { loadDocumentTypes } from '../../facts/load.ts'
import type { Reading } from '../../facts/reading.ts'
import { joinSheets } from './across-files.ts'
import { documentsOf, valuesOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

const types = loadDocumentTypes()

/** A file of one page as it is read by itself. */
async function file(name: string, texts: readonly string[], heading?: string): Promise<Reading> {
  const sets = texts.map((text, i): SetLine => [120, 190 + 50 * i, text])
  const page = typeset(heading === undefined ? sets : [[420, 90, heading, 44], ...sets])
  return {
    file: name,
    documents: await documentsOf(page),
    lines: page.lines,
    pages: [{ page: 1, width: 1200, height: 1600 }],
  }
}

const first = () =>
  file(
    '1.jpg',
    [
      '出租人（甲方）：王小满',
      '承租人（乙方）：上海半亩餐饮有限公司',
      '第一条 房屋坐落：上海市普陀区武宁路20号101室',
      '第二条 租赁期限两年。',
    ],
    '房屋租赁合同',
  )
const second = () => file('2.jpg', ['第三条 水电费由实际使用人承担。', '第四条 不得擅自改变结构。'])
const third = () => file('3.jpg', ['第五条 未尽事宜另行约定。', '合同编号：ZL-2025-017'])

const kinds = (readings: readonly Reading[]) =>
  readings.map(({ documents }) => documents.map((one) => one.documentType).join())

test('sheets of a lease photographed one by one, none but the first with a title, are that lease in any order of upload', async () => {
  const files = await Promise.all([third(), first(), second()])
  expect(kinds(files)).toEqual(['其他', '房屋租赁合同', '其他'])
  const joined = joinSheets(files, types)
  expect(kinds(joined)).toEqual(['房屋租赁合同', '房屋租赁合同', '房屋租赁合同'])
  expect(valuesOf(joined[0]?.documents[0])).toMatchObject({ 合同编号: 'ZL-2025-017' })
})

test('a sheet that does not go on exactly, or goes on with two papers alike, stays what it was', async () => {
  const files = await Promise.all([first(), third()])
  expect(joinSheets(files, types)).toEqual(files)
  const twice = await Promise.all([first(), first(), second()])
  expect(joinSheets(twice, types)).toEqual(twice)
})

test('a page with a heading of its own is no sheet of another paper, whatever it counts', async () => {
  const own = await file('4.jpg', ['第三条 申请人自愿放弃。', '第四条 特此说明。'], '情况说明一份')
  const files = [await first(), own]
  expect(joinSheets(files, types)).toEqual(files)
})

test('printed page numbers of one total join sheets without clauses', async () => {
  const texts = ['水电费由实际使用人承担，每月结算一次。', '第 2 页 共 2 页']
  const head = await file(
    '1.jpg',
    ['出租人（甲方）：王小满', '承租人（乙方）：李大雪', '月租金：12000元', '第 1 页 共 2 页'],
    '房屋租赁合同',
  )
  expect(kinds(joinSheets([head, await file('2.jpg', texts)], types))).toEqual(['房屋租赁合同', '房屋租赁合同'])
  const other = await file('2.jpg', [texts[0] ?? '', '第 2 页 共 5 页'])
  expect(kinds(joinSheets([head, other], types))).toEqual(['房屋租赁合同', '其他'])
})
