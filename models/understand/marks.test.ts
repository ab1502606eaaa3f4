import { expect, test } from 'vitest'
import type { Box } from '../../facts/fact.ts'
import type { Mark } from '../../facts/reading.ts'
import { documentsOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

const box = (x: number, y: number, size: number): Box => [x, y, x + size, y, x + size, y + size, x, y + size]
const seal = (x: number, y: number): Mark => ({
  kind: 'seal',
  present: true,
  page: 1,
  box: box(x, y, 180),
  confidence: 0.95,
  colour: 'red',
})

const lease = (marks: Mark[]) => ({
  ...typeset([
    [450, 80, '房屋租赁合同', 48],
    [100, 220, '出租人：陈国强'],
    [100, 300, '承租人：上海味小馆餐饮有限公司'],
    [100, 1000, '甲方（盖章）：'],
    [700, 1000, '乙方（盖章）：'],
  ]),
  marks,
})

test('each seal goes to the place it stands nearest to; a place without one is reported blank', async () => {
  const [both] = await documentsOf(lease([seal(180, 940), seal(760, 960)]))
  expect(both?.marks.filter((mark) => mark.present).map((mark) => [mark.name, mark.box?.[0]])).toEqual([
    ['出租人签章', 180],
    ['承租人签章', 760],
  ])
  const [one] = await documentsOf(lease([seal(760, 960)]))
  expect(one?.marks.map((mark) => [mark.name, mark.present])).toEqual([
    ['承租人签章', true],
    ['出租人签章', false],
  ])
})

test("two seals one over the other are two parties', though both stand nearest to the words of one", async () => {
  const [document] = await documentsOf({
    ...typeset([
      [450, 80, '房屋租赁合同', 48],
      [100, 220, '出租人：陈国强'],
      [100, 300, '承租人：上海味小馆餐饮有限公司'],
      [100, 1000, '甲方（盖章）：'],
      [100, 1300, '乙方（盖章）：'],
    ]),
    marks: [seal(180, 930), seal(190, 1040)],
  })
  expect(document?.marks.map((mark) => [mark.name, mark.present, mark.box?.[1]])).toEqual([
    ['出租人签章', true, 930],
    ['承租人签章', true, 1040],
  ])
})

test('where a seal that nobody can name stands on the paper, a blank place is not surely blank', async () => {
  const [plain] = await documentsOf(lease([seal(760, 960)]))
  const [strange] = await documentsOf(lease([seal(760, 960), seal(900, 60)]))
  const blank = (document: typeof plain) => document?.marks.find((mark) => !mark.present)
  expect([blank(plain)?.name, blank(strange)?.name]).toEqual(['出租人签章', '出租人签章'])
  expect(blank(plain)?.confidence).toBeGreaterThan(0.6)
  expect(blank(strange)?.confidence).toBeLessThan(0.6)
})

test('a seal far from every place keeps no name, on papers with several places', async () => {
  const [document] = await documentsOf(lease([seal(900, 60)]))
  expect(document?.marks.find((mark) => mark.present)?.name).toBeUndefined()
})

test('signatures found by inspection get the names of their places', async () => {
  const sign = (text: string, present: boolean): Mark => ({
    kind: 'signature',
    present,
    page: 1,
    box: box(300, 900, 80),
    confidence: 0.8,
    text,
  })
  const [document] = await documentsOf({
    ...typeset([
      [450, 80, '授权委托书', 48],
      [100, 200, '委托人：上海味小馆餐饮有限公司'],
      [100, 250, '受托人：李四'],
    ]),
    marks: [sign('法定代表人(签字)', true), sign('受托人(签字)', false)],
  })
  expect(document?.marks.filter((mark) => mark.kind === 'signature').map((mark) => [mark.name, mark.present])).toEqual([
    ['委托人签名', true],
    ['受托人签名', false],
  ])
})

const rules: SetLine[] = [
  [350, 110, '食品安全管理制度', 40],
  [100, 200, '单位名称：上海味小馆餐饮有限公司'],
  [100, 250, '责任人：张三'],
  [100, 300, '实施日期：2024年6月1日'],
  [100, 400, '一、从业人员健康管理制度'],
  [100, 440, '从业人员应当每年进行健康检查，取得健康证明后方可上岗。'],
]
const closing: SetLine[] = [
  [100, 100, '二、食品安全自查制度'],
  [100, 150, '本制度自实施之日起执行，由食品安全管理员负责解释和监督。'],
  [700, 260, '上海味小馆餐饮有限公司'],
  [800, 320, '2024年6月1日'],
]

test('a first page that names the firm says nothing of the seal: it stands on the last page, which was not seen', async () => {
  const [document] = await documentsOf(typeset(rules))
  expect(document?.documentType).toBe('管理制度')
  expect(document?.marks).toEqual([])
})

test('where firm and date close the rules, a seal that is not there is missed, and its place is shown', async () => {
  const [document] = await documentsOf(typeset(rules), typeset(closing, { page: 2 }))
  expect(document?.pages).toEqual([1, 2])
  expect(document?.marks).toMatchObject([{ kind: 'seal', name: '盖章', present: false, page: 2 }])
  expect(document?.marks[0]?.box?.[1]).toBeGreaterThan(240)
  const stamped = { ...typeset(closing, { page: 2 }), marks: [{ ...seal(720, 220), page: 2 }] }
  const [sealed] = await documentsOf(typeset(rules), stamped)
  expect(sealed?.marks).toMatchObject([{ name: '盖章', present: true }])
})

test('a cover that ends with firm and date is no closing', async () => {
  const [document] = await documentsOf(
    typeset([
      [350, 400, '食品安全管理制度', 60],
      [400, 500, '从业人员健康管理 进货查验 食品安全自查'],
      [400, 1200, '上海味小馆餐饮有限公司'],
      [480, 1260, '2024年6月1日'],
    ]),
  )
  expect(document?.documentType).toBe('管理制度')
  expect(document?.marks).toEqual([])
})

test('the name on a ring tells whose seal it is, beside the words of another; a name unlike both tells nothing', async () => {
  const sealed = (text: string) => lease([{ ...seal(350, 940), ring: { text, confidence: 0.9 } }])
  const named = async (text: string) =>
    (await documentsOf(sealed(text)))[0]?.marks.find(({ present, kind }) => present && kind === 'seal')?.name
  expect(await named('上海味小馆餐饮有限公司')).toBe('承租人签章')
  expect(await named('上海昧小馆餐饮有限公司')).toBe('出租人签章')
})

test('a seal that covers the end of the words that ask for it is theirs', async () => {
  const lines = (own: SetLine[]) => ({
    ...typeset([
      [450, 80, '房屋租赁合同', 48],
      [100, 220, '出租人：陈国强'],
      [100, 300, '承租人：上海味小馆餐饮有限公司'],
      ...own,
    ]),
    marks: [seal(180, 930)],
  })
  const [document] = await documentsOf(
    lines([
      [100, 1000, '乙方（盖'],
      [500, 1000, '甲方（盖章）：'],
    ]),
  )
  expect(document?.marks.map(({ name, present }) => [name, present])).toEqual([
    ['承租人签章', true],
    ['出租人签章', false],
  ])
})

test('a seal belongs to the words of its own line, though the middle of those of the line above is nearer', async () => {
  const [document] = await documentsOf({
    ...typeset([
      [450, 80, '房屋租赁合同', 48],
      [100, 220, '出租人：陈国强'],
      [100, 300, '承租人：上海味小馆餐饮有限公司'],
      [330, 920, '甲方（盖章）：'],
      [100, 1000, '乙方（盖章）：'],
    ]),
    marks: [seal(310, 925)],
  })
  expect(document?.marks.find(({ present }) => present)?.name).toBe('承租人签章')
})

test('a seal between two places is that of the words behind which it stands', async () => {
  const [document] = await documentsOf({
    ...typeset([
      [450, 80, '房屋租赁合同', 48],
      [100, 220, '出租人：陈国强'],
      [100, 300, '承租人：上海味小馆餐饮有限公司'],
      [100, 1000, '甲方（盖章）：'],
      [470, 1000, '乙方（盖章）：'],
    ]),
    marks: [seal(290, 930)],
  })
  expect(document?.marks.find(({ present }) => present)?.name).toBe('出租人签章')
})

test('a person’s seal is that person’s where theirs is asked for, no firm’s, and 私章 elsewhere', async () => {
  const personal = (x: number, y: number): Mark => ({
    ...seal(x, y),
    kind: 'personal-seal',
    box: box(x, y, 70),
    shape: 'square',
  })
  const told = async (marks: Mark[]) =>
    (await documentsOf(lease(marks)))[0]?.marks.map(({ kind, name, present }) => [kind, name, present])
  // 陈国强 lets, a firm rents.
  expect(await told([personal(330, 990), seal(760, 960)])).toEqual([
    ['seal', '承租人签章', true],
    ['personal-seal', '出租人签章', true],
  ])
  expect(await told([seal(180, 940), personal(930, 990)])).toEqual([
    ['seal', '出租人签章', true],
    ['personal-seal', '私章', true],
    ['seal', '承租人签章', false],
  ])
  const [document] = await documentsOf(lease([seal(180, 940), personal(930, 990)]))
  expect(document?.marks.at(-1)?.confidence).toBe(0.5)
})

test('a part of a seal at the edge is the 骑缝章 and no party’s', async () => {
  const [document] = await documentsOf(lease([{ ...seal(1000, 980), kind: 'cross-page-seal' }, seal(180, 940)]))
  expect(document?.marks.map(({ name, present }) => [name, present])).toEqual([
    ['出租人签章', true],
    ['承租人签章', false],
    ['骑缝章', true],
  ])
})
