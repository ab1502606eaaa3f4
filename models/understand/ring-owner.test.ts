import { expect, test } from 'vitest'
import type { Mark } from '../../facts/reading.ts'
import { documentsOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

const seal = (x: number, y: number, ring?: string, confidence = 0.9): Mark => ({
  kind: 'seal',
  present: true,
  page: 1,
  box: [x, y, x + 180, y, x + 180, y + 180, x, y + 180],
  confidence: 0.95,
  colour: 'red',
  ...(ring && { ring: { text: ring, confidence } }),
})

const FIRM = '上海众诚示例会计师事务所（普通合伙）'
const body: SetLine[] = [
  [450, 80, '审计报告', 48],
  [100, 200, '报告文号：沪示会审字（2025）第8882号'],
  [100, 260, '被审（验）单位：上海味小馆餐饮有限公司'],
  [100, 320, '报告日期：2025年4月16日'],
  [100, 380, `会计师事务所：${FIRM}`],
]
const report = async (marks: Mark[], ...below: SetLine[]) => {
  const [document] = await documentsOf({ ...typeset([...body, ...below]), marks })
  return Object.fromEntries((document?.marks ?? []).map(({ name, present, box }) => [name ?? '', [present, box?.[0]]]))
}
const places: SetLine[] = [
  [100, 1000, '注册会计师（盖章）：'],
  [600, 1000, '清算组（盖章）：'],
]

test('a seal that bears the firm is the firm’s, though it stands behind the words for another', async () => {
  const seen = await report([seal(280, 940, '孙倩秀段峰森'), seal(830, 860, FIRM)], ...places)
  expect(seen.事务所盖章).toEqual([true, 830])
  expect(seen.注册会计师签章).toEqual([true, 280])
  expect(seen.清算组签章?.[0]).toBe(false)
})

test('so it is when a few characters of the firm’s name were misread: the ring says what kind of firm it is', async () => {
  const misread = await report(
    [seal(280, 940, '孙倩秀段峰森'), seal(830, 860, '上海众诚承酬会计师事务所（普通合伙）')],
    ...places,
  )
  expect(misread.事务所盖章).toEqual([true, 830])
})

test('so it is when half of the characters were misread, and no other party’s name is as like', async () => {
  const misread = await report(
    [seal(280, 940, '孙倩秀段峰森'), seal(830, 900, '上海众诚系丽会社师有务务（国通会限）', 0.6)],
    ...places,
  )
  expect(misread.事务所盖章).toEqual([true, 830])
  expect(misread.清算组签章?.[0]).toBe(false)
})

test('a hardly read ring that is more like the audited firm’s name stays the liquidators’', async () => {
  const misread = await report(
    [seal(280, 940, '孙倩秀段峰森'), seal(830, 900, '上海昧小棺餐饮有限公同清算俎', 0.6)],
    ...places,
  )
  expect(misread.清算组签章).toEqual([true, 830])
})

test('a ring that bears nobody’s name leaves the seal where it stands', async () => {
  const seen = await report([seal(280, 940, '孙倩秀段峰森'), seal(830, 960, '上海味小馆餐饮有限公司清算组')], ...places)
  expect(seen.清算组签章).toEqual([true, 830])
  expect(seen.事务所盖章?.[0]).not.toBe(true)
})

test('a mark whose words are not printed does not take a seal that bears another’s name', async () => {
  const seen = await report([seal(280, 940, '孙倩秀段峰森'), seal(830, 860, FIRM)], [100, 1000, '注册会计师（盖章）：'])
  expect(seen.事务所盖章).toEqual([true, 830])
  expect(seen.清算组签章).toBeUndefined()
})

test('a firm’s seal behind the words for an authority is the seal that the paper asks for without words', async () => {
  const pledge = async (ring?: string) => {
    const [document] = await documentsOf({
      ...typeset([
        [450, 80, '告知承诺书', 48],
        [100, 220, '事项名称：食品经营许可（延续）'],
        [100, 280, '申请人：上海味小馆餐饮有限公司'],
        [100, 340, '法定代表人：王小满'],
        [100, 400, '日期：2026年5月28日'],
        [100, 900, '法定代表人（签字）：'],
        [600, 900, '公安机关（盖章）：'],
      ]),
      marks: [seal(820, 850, ring)],
    })
    return Object.fromEntries((document?.marks ?? []).map(({ name, present }) => [name ?? '', present]))
  }
  // The ring need not be read to the letter.
  expect(await pledge('上海昧小馆餐饮有限公司')).toMatchObject({ 盖章: true, 公安机关盖章: false })
  expect(await pledge('上海市公安局示例派出所')).toEqual({ 公安机关盖章: true })
  expect(await pledge()).toEqual({ 公安机关盖章: true })
})

test('a hardly read ring moves no seal between two parties whom the paper names, though one of the names was not read', async () => {
  const lease = async (marks: Mark[]) => {
    const [document] = await documentsOf({
      ...typeset([
        [450, 80, '房屋租赁合同', 48],
        [100, 200, '出租人（甲方）：上海申浦资产管理有限公司'],
        [100, 320, '房屋坐落：上海市普陀区真北路716号1层126室'],
        [100, 380, '租赁期限：2026年1月1日至2028年12月31日'],
        [100, 440, '月租金：5000元'],
        [100, 1000, '出租人（甲方）签章：'],
        [600, 1000, '承租人（乙方）签章：'],
      ]),
      marks,
    })
    return Object.fromEntries((document?.marks ?? []).map(({ name, box }) => [name ?? '', box?.[0]]))
  }
  expect(await lease([seal(830, 940, '上海味小管理有限公司', 0.6)])).toMatchObject({ 承租人签章: 830 })
})
