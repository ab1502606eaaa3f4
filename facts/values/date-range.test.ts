import { expect, test } from 'vitest'
import { inRange, readDateRange } from './date-range.ts'

test.each([
  ['2019年03月05日至2039年03月04日', '2019-03-05', '2039-03-04'],
  ['2015.06.01-2035.06.01', '2015-06-01', '2035-06-01'],
  ['2015.06.01-长期', '2015-06-01', '长期'],
  ['2015-06-01—2035-06-01', '2015-06-01', '2035-06-01'],
  ['长期', null, '长期'],
  ['自2020年1月1日起至2022年12月31日止', '2020-01-01', '2022-12-31'],
  ['2019-03-05 至 永久', '2019-03-05', '长期'],
  ['2019年3月5日至无固定期限', '2019-03-05', '长期'],
  ['2001年1月1日至2099年12月31日', '2001-01-01', '长期'],
  ['自2023年3月1日起三年', '2023-03-01', '2026-02-28'],
  ['2023年3月1日起，租期18个月', '2023-03-01', '2024-08-31'],
  ['2019年3月5日至     年  月  日', '2019-03-05', null],
  ['至2030年1月1日止', null, '2030-01-01'],
  ['二〇二四年一月一日至二〇二六年十二月三十一日', '2024-01-01', '2026-12-31'],
  ['2024年3月1日至12月31日', '2024-03-01', '2024-12-31'],
])('%s runs from %s to %s', (text, from, to) => {
  expect(readDateRange(text)).toEqual({ value: { from, to }, valid: true })
})

test('an empty range is blank', () => {
  expect(readDateRange('  年 月 日至  年 月 日')).toMatchObject({ value: null, blank: true })
})

test('a day that does not exist, a reversed range and a lone date are not valid', () => {
  expect(readDateRange('2023年2月30日至2024年1月1日')).toMatchObject({ value: null, valid: false })
  expect(readDateRange('2030.01.01-2020.01.01')).toMatchObject({ valid: false, note: '止期早于起期' })
  expect(readDateRange('2024年1月1日').valid).toBe(false)
})

test.each([
  '2015.06.01-2035.06',
  '2019年3月5日至长朝',
  '自2019年3月5日至 示例',
  '2015.06.01-20年',
  '2O15.06.01-2035.06.01',
  '2019年3月5日至20  年  月  日',
])('“%s” is not read whole, never an open end', (text) => {
  expect(readDateRange(text)).toMatchObject({ value: null, valid: false })
})

test('both ends belong to the range; an end that is not printed leaves the question open', () => {
  const range = { from: '2024-01-01', to: '2024-12-31' }
  expect(inRange(range, '2024-01-01')).toBe(true)
  expect(inRange(range, '2024-12-31')).toBe(true)
  expect(inRange(range, '2025-01-01')).toBe(false)
  expect(inRange({ from: '2024-01-01', to: '长期' }, '2099-01-01')).toBe(true)
  expect(inRange({ from: '2024-01-01', to: null }, '2024-06-01')).toBeNull()
  expect(inRange({ from: '2024-01-01', to: null }, '2023-06-01')).toBe(false)
  expect(inRange({ from: null, to: '2024-01-01' }, '2023-06-01')).toBe(true)
})
