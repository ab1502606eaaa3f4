import { expect, test } from 'vitest'
import type { Mark } from '../../facts/reading.ts'
import { documentsOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

const seal = (x: number, y: number): Mark => ({
  kind: 'seal',
  present: true,
  page: 1,
  box: [x, y, x + 180, y, x + 180, y + 180, x, y + 180],
  confidence: 0.95,
  colour: 'red',
})

const sealed = async (lines: SetLine[], ...marks: Mark[]) => {
  const [document] = await documentsOf({ ...typeset(lines), marks })
  return Object.fromEntries((document?.marks ?? []).map(({ name, present, box }) => [name ?? '', present && box?.[0]]))
}

const pledge: SetLine[] = [
  [450, 80, '告知承诺书', 48],
  [100, 220, '事项名称：食品经营许可（延续）'],
  [100, 280, '申请人：上海味小馆餐饮有限公司'],
  [100, 340, '法定代表人：王小满'],
  [100, 400, '日期：2026年5月28日'],
]

test('words that a seal has cut in two are those of one place, not of any 盖章', async () => {
  const cut: SetLine[] = [...pledge, [500, 1000, '公安机关'], [614, 1000, '盖章）：']]
  expect(await sealed(cut, seal(620, 910))).toEqual({ 公安机关盖章: 620 })
})

test('a seal apart from the words for an authority is the one that the paper asks for without words', async () => {
  const asked: SetLine[] = [...pledge, [200, 1000, '公安机关（盖章）：']]
  expect(await sealed(asked, seal(620, 850))).toEqual({ 盖章: 620, 公安机关盖章: false })
  // On its words or close behind them it is the authority's.
  expect(await sealed(asked, seal(440, 900))).toEqual({ 公安机关盖章: 440 })
  expect(await sealed(asked, seal(340, 900))).toEqual({ 公安机关盖章: 340 })
})

const agreement: SetLine[] = [
  [450, 80, '委托协议', 48],
  [100, 220, '委托方（甲方）：上海味小馆餐饮有限公司'],
  [100, 280, '受托方（乙方）：上海申浦企业服务有限公司'],
  [100, 340, '委托事项：办理公司变更登记'],
  [100, 400, '签订日期：2026年5月28日'],
  [100, 1200, '受托方（乙方）：'],
]

test('the name of a party in the heading is no place for its seal: the one seal left over is the one mark’s left over', async () => {
  expect(await sealed(agreement, seal(180, 1130), seal(850, 1000))).toEqual({ 受托方盖章: 180, 委托方盖章: 850 })
})
