import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, findDates, isBlankDate, isRealDate, parseDate } from './date.ts'

test.each([
  ['2019年03月05日', '2019-03-05'],
  ['2019 年 3 月 5 日', '2019-03-05'],
  ['二〇一九年三月五日', '2019-03-05'],
  ['二○二四年十二月廿一日', '2024-12-21'],
  ['二零二四年元月卅一日', '2024-01-31'],
  ['贰零贰肆年壹月拾伍日', '2024-01-15'],
  ['２０２４．１．８', '2024-01-08'],
  ['2024/1/8', '2024-01-08'],
  ['2024-01-08', '2024-01-08'],
  ['20240108', '2024-01-08'],
  ['2024 01 08', '2024-01-08'],
  ['2024年2月29日', '2024-02-29'],
  ['二O二四年五月六日', '2024-05-06'],
])('%s is %s', (text, iso) => {
  expect(parseDate(text)).toBe(iso)
})

test.each([
  '2023年2月29日',
  '2023-02-30',
  '2023年13月1日',
  '2023年4月31日',
  '2024年3月',
  '3月5日',
  '年 月 日',
  '长期',
  '',
  '91330100799655058B',
  '2024年1月1日至2024年2月1日',
])('“%s” is no single date', (text) => {
  expect(parseDate(text)).toBeNull()
})

test('an unfilled date line is blank, not unreadable', () => {
  expect(isBlankDate('    年   月   日')).toBe(true)
  expect(isBlankDate('自  年 月 日至  年 月 日')).toBe(true)
  expect(isBlankDate('2024年3月5日')).toBe(false)
})

test('dates inside a long number are not found', () => {
  expect(findDates('110105194912310021')).toEqual([])
  expect(findDates('13812345678')).toEqual([])
})

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))

test('every existing day survives being written in digits and in Chinese numerals', () => {
  const han = (n: number) => {
    const d = '〇一二三四五六七八九'
    const tens = Math.floor(n / 10)
    return n < 10 ? d[n] : `${tens > 1 ? d[tens] : ''}十${n % 10 === 0 ? '' : d[n % 10]}`
  }
  fc.assert(
    fc.property(day, (iso) => {
      const [y = '', m, d] = iso.split('-')
      expect(parseDate(`${y}年${Number(m)}月${Number(d)}日`)).toBe(iso)
      const year = [...y].map((c) => '〇一二三四五六七八九'[Number(c)]).join('')
      expect(parseDate(`${year}年${han(Number(m))}月${han(Number(d))}日`)).toBe(iso)
    }),
  )
})

test('adding days and counting days are inverse', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -20000, max: 20000 }), (iso, n) => {
      const moved = addDays(iso, n)
      fc.pre(isRealDate(moved))
      expect(daysBetween(iso, moved)).toBe(n)
    }),
  )
})

test('a month later keeps the day or takes the last of the month', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2023-01-31', 1)).toBe('2023-02-28')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2024-03-15', -3)).toBe('2023-12-15')
})
