import { compareAddresses } from '../../facts/values/compare-addresses.ts'
import { addDays, isRealDate } from '../../facts/values/date.ts'
import { PERPETUAL } from '../../facts/values/date-range.ts'
import { readMoney } from '../../facts/values/money.ts'
import { sameOrgName } from '../../facts/values/org-name.ts'
import { samePersonName } from '../../facts/values/person-name.ts'
import { comparable } from '../../facts/values/text.ts'
import type { DateRange } from '../../facts/values/value.ts'
import type { CaseValue } from '../case-format.ts'

/** A row of a table; cells are scalars. */
export type TrueRow = Record<string, string | number | boolean | null>

/** Nothing is written there: null, an empty text, an empty list. */
export function blank(v: CaseValue | undefined): boolean {
  if (v === null || v === undefined) return true
  if (typeof v === 'string') return v.trim() === ''
  return Array.isArray(v) && v.length === 0
}

/** A value as one text: lists joined by 、, rows and ranges by their cells; '' when blank. */
export function text(v: CaseValue | undefined): string {
  if (v === null || v === undefined) return ''
  if (Array.isArray(v)) return v.map((one) => (typeof one === 'string' ? one : Object.values(one).join(' '))).join('、')
  if (typeof v === 'object') return Object.values(v).join(' ')
  return String(v)
}

/** The strings of a list; a text is cut at 、，；, blanks left out. */
export function list(v: CaseValue | undefined): string[] {
  if (Array.isArray(v))
    return v.map((one) => (typeof one === 'string' ? one : Object.values(one).join(' '))).filter(Boolean)
  return text(v)
    .split(/[、，,；;\n]/u)
    .map((one) => one.trim())
    .filter(Boolean)
}

/** The rows of a table; none when it is no table. */
export function rows(v: CaseValue | undefined): TrueRow[] {
  return Array.isArray(v) ? v.filter((one): one is TrueRow => typeof one === 'object') : []
}

/** A number, also one written as digits; null otherwise. */
export function num(v: CaseValue | undefined): number | null {
  if (typeof v === 'number') return v
  const found = /^-?\d+(?:\.\d+)?$/u.exec(text(v).replace(/[,，\s]/gu, ''))
  return found ? Number(found[0]) : null
}

/** An amount in 分; a text is read (12.50元), a bare number is 元; null when there is none. */
export function fen(v: CaseValue | undefined): number | null {
  if (typeof v === 'number') return Math.round(v * 100)
  if (v !== null && typeof v === 'object' && 'fen' in v) return v.fen
  return typeof v === 'string' && v !== '' ? (readMoney(v).value?.fen ?? null) : null
}

/** An ISO date that exists; null otherwise. */
export function dateOf(v: CaseValue | undefined): string | null {
  return typeof v === 'string' && isRealDate(v) ? v : null
}

/** A range of dates; a single date is the last day of one; null when there is none. */
export function rangeOf(v: CaseValue | undefined): DateRange | null {
  if (v !== null && v !== undefined && typeof v === 'object' && !Array.isArray(v) && 'from' in v) return v
  if (v === PERPETUAL) return { from: null, to: PERPETUAL }
  const last = dateOf(v)
  return last ? { from: null, to: last } : null
}

/** The last day of a range or of a single date (长期 for ever); null when none is written. */
export function endOf(v: CaseValue | undefined): string | null {
  return rangeOf(v)?.to ?? null
}

/** Whether a range (or last day) takes in `at`. No last day written: as `open` says. */
export function inForce(v: CaseValue | undefined, at: string, open = false): boolean {
  const range = rangeOf(v)
  if (range === null) return open
  if (range.from !== null && at < range.from) return false
  if (range.to === null) return open
  return range.to === PERPETUAL || at <= range.to
}

/** Whether the first range lies wholly within the second. */
export function within(inner: CaseValue | undefined, outer: CaseValue | undefined): boolean {
  const [a, b] = [rangeOf(inner), rangeOf(outer)]
  if (a === null || b === null) return false
  const starts = b.from === null || (a.from !== null && a.from >= b.from)
  const ends = b.to === PERPETUAL || (a.to !== null && b.to !== null && a.to !== PERPETUAL && a.to <= b.to)
  return starts && ends
}

/** Same person or same firm, letter by letter after width and spaces; false when either is blank. */
export function sameName(a: CaseValue | undefined, b: CaseValue | undefined): boolean {
  const [x, y] = [text(a), text(b)]
  return x !== '' && y !== '' && (samePersonName(x, y) || sameOrgName(x, y))
}

/** Same number or code; false when either is blank. */
export function sameCode(a: CaseValue | undefined, b: CaseValue | undefined): boolean {
  const [x, y] = [comparable(text(a)), comparable(text(b))]
  return x !== '' && x === y
}

/** Same text but for width, spaces and kinds of dash, and but for punctuation; false when either is blank. */
export function sameText(a: CaseValue | undefined, b: CaseValue | undefined): boolean {
  const bare = (v: CaseValue | undefined) => comparable(text(v)).replace(/[\p{P}\p{S}]/gu, '')
  return bare(a) !== '' && bare(a) === bare(b)
}

/** Same items in any order. */
export function sameItems(a: CaseValue | undefined, b: CaseValue | undefined): boolean {
  const key = (v: CaseValue | undefined) => [...new Set(list(v).map(comparable))].sort().join('|')
  return key(a) !== '' && key(a) === key(b)
}

/** Same place down to the room; a missing city or district is no difference. False when either is blank. */
export function sameAddress(a: CaseValue | undefined, b: CaseValue | undefined): boolean {
  const [x, y] = [text(a), text(b)]
  return x !== '' && y !== '' && compareAddresses(x, y).relation === 'same'
}

/** Not another place: the same, or one of the two is written less exactly (no room), or cannot be told apart. */
export function samePlace(a: CaseValue | undefined, b: CaseValue | undefined): boolean {
  const [x, y] = [text(a), text(b)]
  return x !== '' && y !== '' && compareAddresses(x, y).relation !== 'different'
}

/** Same amount of money. */
export function sameMoney(a: CaseValue | undefined, b: CaseValue | undefined): boolean {
  return fen(a) !== null && fen(a) === fen(b)
}

/** Whether two figures differ by no more than `share` of the larger. */
export function near(a: number, b: number, share: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * share + 1e-9
}

const DENIED =
  /(?:(?:无|未|非|没有)[^。；;，,、（）()]{0,6}|(?:不含|不包括|不包含|不得|不从事|不涉及|禁止|不设|不予|不能)[^。；;，,（）()]{0,20})$/u

/** Whether a text speaks of one of the words (each a plain word or alternatives with /) without denying it just before. */
export function speaksOf(v: CaseValue | undefined, ...words: readonly string[]): boolean {
  const said = comparable(text(v))
  return words
    .flatMap((word) => word.split('/'))
    .map(comparable)
    .some((word) => {
      for (let at = said.indexOf(word); word !== '' && at >= 0; at = said.indexOf(word, at + 1)) {
        const after = said.slice(at + word.length, at + word.length + 4)
        if (!DENIED.test(said.slice(0, at)) && !/^[^。；;，,、]{0,2}(?:除外|不在内)/u.test(after)) return true
      }
      return false
    })
}

/** First and last day of State Council holidays on and around weekends, and weekend days worked instead. */
const HOLIDAYS = [
  ['2024-01-01', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-10', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const
const WORKED = new Set(
  (
    '2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 2025-01-26 2025-02-08 ' +
    '2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'
  ).split(' '),
)

/** Whether offices are open that day (State Council calendars of 2024 to 2026; other years: weekdays). */
export function isWorkingDay(day: string): boolean {
  if (WORKED.has(day)) return true
  if (HOLIDAYS.some(([from, to]) => from <= day && day <= to)) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDays(from: string, to: string): number {
  if (to < from) return -workingDays(to, from)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
  return count
}

/** Whole years between two days (an age on its birthday). */
export function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)
}
