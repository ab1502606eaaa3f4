import type { Checked } from './checked.ts'
import { CHINESE_NUMERAL, parseChineseNumber } from './chinese-number.ts'
import { addDays, addMonths, dateText, findDates, isBlankDate, toIso } from './date.ts'
import type { DateRange } from './value.ts'

export const PERPETUAL = '长期'
const PERPETUAL_WORDS = /长期|长年|永久|永续|无固定期限|无期限|不约定(?:期限)?|无限期/u
const UNTIL = /[至到~—-]|截止|届满/u
const N = `\\d${CHINESE_NUMERAL}`
/** Behind the sign of an end stands something that is no end: 至长朝 was not left blank. */
const NO_END = /(?:[至到~—-]+|截止|届满)[^\p{Script=Han}]*(?![年月日起止])\p{Script=Han}/u
const DURATION = new RegExp(`(?:起|期|共|为)[^${N}]{0,6}([${N}]+)(年|个?月|[天日])`, 'u')
const YEARLESS = new RegExp(`^(?:止|起)?[至到~—-]+([${N}]{1,3})月([${N}]{1,3})日`, 'u')

const perpetual = (iso: string) => (iso >= '2099-12-31' ? PERPETUAL : iso)

/** Last day of a term: 3 years from 2023-03-01 end on 2026-02-28. */
function endOfTerm(from: string, text: string): string | null {
  const match = DURATION.exec(text)
  const count = match ? parseChineseNumber(match[1] ?? '') : null
  if (!match || count === null || count < 1 || count > 1200) return null
  if (match[2] === '年') return addDays(addMonths(from, count * 12), -1)
  return match[2]?.endsWith('月') ? addDays(addMonths(from, count), -1) : addDays(from, count - 1)
}

/**
 * Reads 自…起至…止, 2015.06.01-长期, 长期, 2023年3月1日起三年. `to` is 长期 also from 2099-12-31 on; an end that was
 * left blank is null. Not valid: a day that does not exist, an end before the start, one date of unknown meaning.
 */
export function readDateRange(raw: string): Checked<DateRange> {
  if (isBlankDate(raw)) return { value: null, valid: false, blank: true, note: '起止日期未填写' }
  const text = dateText(raw)
  const dates = findDates(raw)
  const bad = dates.find((d) => d.iso === null)
  if (bad) return { value: null, valid: false, note: `日期不存在：${bad.text}` }
  const [first, second] = dates
  const forever = PERPETUAL_WORDS.test(text)
  if (!first?.iso) {
    return forever
      ? { value: { from: null, to: PERPETUAL }, valid: true }
      : { value: null, valid: false, note: '没有读出起止日期' }
  }
  if (dates.length > 2) return { value: null, valid: false, note: '日期多于两个' }
  if (second?.iso) {
    const value = { from: first.iso, to: perpetual(second.iso) }
    return second.iso < first.iso ? { value, valid: false, note: '止期早于起期' } : { value, valid: true }
  }
  if (forever) return { value: { from: first.iso, to: PERPETUAL }, valid: true }
  const before = text.slice(0, first.start)
  const after = text.slice(first.end)
  const short = YEARLESS.exec(after)
  if (short) {
    const to = toIso(first.iso.slice(0, 4), short[1] ?? '', short[2] ?? '')
    if (to && to >= first.iso) return { value: { from: first.iso, to }, valid: true }
  }
  const term = endOfTerm(first.iso, after)
  if (term) return { value: { from: first.iso, to: perpetual(term) }, valid: true }
  // Figures left beside the one date are a date that was not read whole: 2015.06.01-2035.06.
  if (/\d/u.test(before + after)) return { value: null, valid: false, note: '起止日期没有读全' }
  if (UNTIL.test(before)) return { value: { from: null, to: perpetual(first.iso) }, valid: true }
  if (NO_END.test(after)) return { value: null, valid: false, note: '止期没有读清' }
  if (UNTIL.test(after) || after.startsWith('起')) return { value: { from: first.iso, to: null }, valid: true }
  return { value: { from: first.iso, to: null }, valid: false, note: '只有一个日期，不知是起还是止' }
}

/** Whether `date` lies in the range, both ends included; null when the deciding end is not printed. */
export function inRange(range: DateRange, date: string): boolean | null {
  if (range.from !== null && date < range.from) return false
  if (range.to !== null && range.to !== PERPETUAL && date > range.to) return false
  return range.to === null ? null : true
}
