import { expect, test } from 'vitest'
import type { Box } from '../../facts/fact.ts'
import type { Mark } from '../../facts/reading.ts'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

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
