import { expect, test } from 'vitest'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

/** The list that belongs to an invoice: headings set wide apart, one character each. */
const HEADS: [number, number, string][] = [
  [60, 200, '序号'],
  [160, 200, '项目名称'],
  [360, 200, '规格型号'],
  [520, 200, '单位'],
  [620, 200, '数'],
  [665, 200, '量'],
  [760, 200, '单'],
  [805, 200, '价'],
  [920, 200, '金'],
  [975, 200, '额'],
  [1080, 200, '税率'],
  [1200, 200, '税'],
  [1260, 200, '额'],
]
const row = (y: number, number: string, name: string): [number, number, string][] => [
  ...(number ? [[65, y, number] as [number, number, string]] : []),
  ...(name ? [[140, y, name] as [number, number, string]] : []),
  [530, y, '克'],
  [680, y, '1'],
  [780, y, '97.09'],
  [950, y, '97.09'],
  [1090, y, '3%'],
  [1270, y, '2.91'],
]
const listed = async (...rows: [number, number, string][][]) => {
  const [document] = await documentsOf(
    typeset([[400, 60, '增值税电子普通发票', 50], [60, 130, '发票号码：71500013'], ...HEADS, ...rows.flat()], {
      width: 1500,
      height: 1000,
    }),
  )
  return document?.fields.项目明细
}

test('headings whose characters are set apart name their columns', async () => {
  const value = (await listed(row(250, '1', '*谷物*稻谷'), row(300, '2', '*谷物*小麦')))?.value
  const money = (fen: number) => ({ fen, currency: 'CNY' })
  const figures = { 单位: '克', 数量: 1, 单价: '97.09', 金额: money(9709), 税率: '3%', 税额: money(291) }
  expect(value).toEqual([
    { 项目名称: '*谷物*稻谷', 规格型号: null, ...figures },
    { 项目名称: '*谷物*小麦', 规格型号: null, ...figures },
  ])
})

test('a row whose name was not read is a record of its own, for figures do not wrap; the list is not sure', async () => {
  const list = await listed(row(250, '1', '*谷物*稻谷'), row(300, '2', ''), row(350, '3', '*谷物*小麦'))
  expect(list?.value).toMatchObject([
    { 项目名称: '*谷物*稻谷' },
    { 项目名称: null, 数量: 1 },
    { 项目名称: '*谷物*小麦' },
  ])
  expect(list?.confidence).toBeLessThan(0.9)
})

test('the list that belongs to an invoice is part of it; figures are no name of what was bought', async () => {
  const invoice = typeset([
    [400, 60, '增值税电子普通发票', 50],
    [60, 130, '发票号码：71500013'],
    [60, 200, '项目名称'],
    [920, 200, '金额'],
    [1200, 200, '税额'],
    [60, 250, '(详见销货清单)'],
    [930, 250, '194.18'],
    [1220, 250, '5.82'],
  ])
  const list = typeset(
    [
      [300, 60, '销售货物或者提供应税劳务、服务清单', 40],
      ...HEADS,
      ...row(250, '1', '*谷物*稻谷'),
      ...row(300, '2', '*谷物*小麦'),
    ],
    { width: 1500, height: 1000 },
  )
  const documents = await documentsOf(invoice, {
    ...list,
    page: 2,
    lines: list.lines.map((one) => ({ ...one, page: 2 })),
  })
  expect(documents.map(({ documentType, pages }) => ({ documentType, pages }))).toEqual([
    { documentType: '发票', pages: [1, 2] },
  ])
  const items = documents[0]?.fields.项目明细?.value as { 项目名称: string }[]
  expect(items.slice(-2).map(({ 项目名称 }) => 项目名称)).toEqual(['*谷物*稻谷', '*谷物*小麦'])
  expect(String(documents[0]?.fields.项目名称?.value)).toMatch(/[一-龥]/)
})
