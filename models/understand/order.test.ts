import { expect, test } from 'vitest'
import { documentsOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

const FIRST: SetLine[] = [
  [360, 90, '房屋租赁合同', 44],
  [120, 190, '出租人（甲方）：王小满'],
  [120, 240, '承租人（乙方）：上海半亩餐饮有限公司'],
  [120, 290, '第一条 甲方出租的房屋坐落：上海市普陀区武宁路20号101室'],
  [120, 340, '第二条 租赁期限：2025年3月1日至2028年2月29日'],
]

const SECOND: SetLine[] = [
  [120, 100, '第三条 月租金：人民币12000元'],
  [120, 150, '第四条 乙方应当按时支付租金，不得拖欠。'],
  [120, 300, '甲方（签字）：王小满'],
  [120, 350, '乙方（盖章）：上海半亩餐饮有限公司'],
  [120, 400, '签订日期：2025年2月20日'],
]

const read = async (...sheets: SetLine[][]) =>
  (await documentsOf(...sheets.map((lines, at) => typeset(lines, { page: at + 1 })))).map(
    ({ documentType, pages }) => `${documentType} ${pages.join()}`,
  )

test('sheets of a contract that lie the wrong way round are one contract in the order of its clauses', async () => {
  expect(await read(FIRST, SECOND)).toEqual(['房屋租赁合同 1,2'])
  expect(await read(SECOND, FIRST)).toEqual(['房屋租赁合同 2,1'])
})

test('a sheet whose clauses do not go on exactly stays where it lies: it may be another contract’s', async () => {
  const other = SECOND.map(([x, y, text, size]): SetLine => {
    const said = String(text).replace('第三条', '第七条').replace('第四条', '第八条')
    return size === undefined ? [x, y, said] : [x, y, said, size]
  })
  expect(await read(other, FIRST)).toHaveLength(2)
})

const otherLease = (lines: readonly SetLine[]): SetLine[] =>
  lines.map(([x, y, text, size = 24]) => [
    x,
    y,
    text
      .replace('王小满', '钱有余')
      .replace('半亩', '三江')
      .replace('12000', '8800')
      .replace('武宁路20号', '光复路7号'),
    size,
  ])

test('what stands on sheets of several contracts whose order nobody can settle is never sure', async () => {
  const sheets = [SECOND, FIRST, otherLease(SECOND), otherLease(FIRST)]
  const documents = await documentsOf(...sheets.map((lines, at) => typeset(lines, { page: at + 1 })))
  const mixed = documents.filter(({ pages }) => pages.length > 1)
  expect(mixed).toHaveLength(1)
  const sure = mixed.flatMap(({ fields }) =>
    Object.entries(fields).filter(([, { state, confidence }]) => state === 'ok' && confidence > 0.6),
  )
  expect(sure).toEqual([])
  const noted = mixed.flatMap(({ fields }) => Object.values(fields)).filter(({ state }) => state === 'ok')
  for (const { note } of noted) expect(note).toBeDefined()
})

test('sheets of one contract in their order are sure', async () => {
  const [document] = await documentsOf(...[FIRST, SECOND].map((lines, at) => typeset(lines, { page: at + 1 })))
  expect(document?.fields.出租人?.confidence).toBeGreaterThan(0.6)
})
