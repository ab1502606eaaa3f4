import { expect, test } from 'vitest'
import * as is from './compare.ts'

test('names and codes are the same letter by letter, width apart, and never when blank', () => {
  expect(is.sameName('上海甲（乙）有限公司', '上海甲(乙)有限公司')).toBe(true)
  expect(is.sameName('上海甲公司', '上海甲有限公司')).toBe(false)
  expect(is.sameName(null, null)).toBe(false)
  expect(is.sameCode('11010519491231002x', '11010519491231002X')).toBe(true)
  expect(is.sameCode('', '')).toBe(false)
})

test('a district left out is the same address, another room is another', () => {
  expect(is.sameAddress('上海市黄浦区北京东路100弄5号201室', '北京东路100弄5号201室')).toBe(true)
  expect(is.sameAddress('北京东路100弄5号201室', '北京东路100弄5号202室')).toBe(false)
  expect(is.samePlace('北京东路100弄5号', '北京东路100弄5号202室')).toBe(true)
})

test('a range holds on both its ends, for ever when 长期, and as asked when no end is written', () => {
  expect(is.inForce({ from: '2026-01-01', to: '2026-12-31' }, '2026-12-31')).toBe(true)
  expect(is.inForce('2026-06-30', '2026-07-01')).toBe(false)
  expect(is.inForce({ from: '2026-01-01', to: '长期' }, '2039-01-01')).toBe(true)
  expect(is.inForce({ from: '2026-01-01', to: null }, '2026-02-01')).toBe(false)
  expect(is.inForce({ from: '2026-01-01', to: null }, '2026-02-01', true)).toBe(true)
  expect(is.within({ from: '2026-02-01', to: '2026-03-01' }, { from: '2026-01-01', to: '2026-02-28' })).toBe(false)
})

test('a word that is denied is not spoken of', () => {
  expect(is.speaksOf('食品销售；餐饮服务', '餐饮')).toBe(true)
  expect(is.speaksOf('食品销售（不含餐饮服务）', '餐饮')).toBe(false)
  expect(is.speaksOf('热食类制售，冷食类除外', '冷食')).toBe(false)
  expect(is.speaksOf('更衣室、粗加工区', '烹饪/粗加工')).toBe(true)
})

test('working days leave out weekends and holidays and count weekends that are worked', () => {
  expect(is.workingDays('2026-09-30', '2026-10-08')).toBe(1)
  expect(is.workingDays('2026-10-08', '2026-10-12')).toBe(3)
  expect(is.workingDays('2026-11-20', '2026-11-23')).toBe(1)
  expect(is.workingDays('2026-11-23', '2026-11-20')).toBe(-1)
})

test('amounts are 分, areas near within a share of the larger', () => {
  expect(is.fen({ fen: 1250, currency: 'CNY' })).toBe(1250)
  expect(is.fen(12.5)).toBe(1250)
  expect(is.near(95, 100, 0.05)).toBe(true)
  expect(is.near(94, 100, 0.05)).toBe(false)
  expect(is.yearsBetween('2000-11-23', '2026-11-22')).toBe(25)
})
