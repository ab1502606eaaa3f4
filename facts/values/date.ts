import { CHINESE_NUMERAL, parseChineseNumber } from './chinese-number.ts'

/** A date seen in a text. `iso` is null when the day does not exist (02-30); offsets are into `dateText(text)`. */
export interface FoundDate {
  iso: string | null
  text: string
  start: number
  end: number
}

const N = `\\d${CHINESE_NUMERAL}Oo`
const written = `(?<y1>[${N}]{4,9})年(?<m1>元|正|[${N}]{1,3})月(?<d1>[${N}]{1,3})[日号]?`
const dotted = '(?<y2>\\d{4})[./·。,\\-](?<m2>\\d{1,2})[./·。,\\-](?<d2>\\d{1,2})'
const solid = '(?<y3>\\d{4})(?<m3>\\d{2})(?<d3>\\d{2})(?!\\d)'
const DATE = new RegExp(`${written}|${dotted}|${solid}`, 'gu')
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The form in which dates are looked for: NFKC, no spaces, one zero and one dash. */
export function dateText(raw: string): string {
  const text = raw.normalize('NFKC')
  // "2019 03 05" is a date, but without its spaces it would be any eight digits.
  const spaced = text.replace(/(?<!\d)(\d{4}) +(\d{1,2}) +(\d{1,2})(?!\d)/gu, '$1.$2.$3')
  return spaced
    .replace(/\s+/gu, '')
    .replace(/[○◯]/gu, '〇')
    .replace(/[‐‑‒–−]/gu, '-')
}

/** True for an ISO `YYYY-MM-DD` day that exists, from 1800 to 2199. */
export function isRealDate(iso: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 && !leap ? 28 : (MONTH_DAYS[month - 1] ?? 0))
}

function part(text: string): number | null {
  if (text === '元' || text === '正') return 1
  return parseChineseNumber(text.replace(/[Oo]/gu, '0'))
}

/** ISO date of year, month and day as written (二〇二四, 元, 廿一); null when it does not exist. */
export function toIso(year: string, month: string, day: string): string | null {
  const [y, m, d] = [part(year), part(month), part(day)]
  if (y === null || m === null || d === null || y < 1000) return null
  const iso = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return isRealDate(iso) ? iso : null
}

/** Every date in a text, in order, impossible ones with `iso: null`. */
export function findDates(raw: string): FoundDate[] {
  const text = dateText(raw)
  const found: FoundDate[] = []
  let last = 0
  for (const match of text.matchAll(DATE)) {
    const start = match.index
    if (start > last && /\d/u.test(text[start - 1] ?? '')) continue
    const g = match.groups ?? {}
    const iso = toIso(g.y1 ?? g.y2 ?? g.y3 ?? '', g.m1 ?? g.m2 ?? g.m3 ?? '', g.d1 ?? g.d2 ?? g.d3 ?? '')
    // Eight digits that are no date are some other number.
    if (iso === null && g.y3 !== undefined) continue
    found.push({ iso, text: match[0], start, end: start + match[0].length })
    last = start + match[0].length
  }
  return found
}

/** True when the text holds only the unfilled form 年 月 日 (with 至, 自, underscores): nothing is printed. */
export function isBlankDate(raw: string): boolean {
  const text = dateText(raw)
  return text.includes('年') && /^(?:[自从由起至到止—_\-~/.:]|年|月|日)+$/u.test(text)
}

/** ISO date of a text that holds exactly one existing date and nothing else that matters; else null. */
export function parseDate(raw: string): string | null {
  const dates = findDates(raw)
  const [date] = dates
  if (!date || dates.length > 1) return null
  const text = dateText(raw)
  const around = text.slice(0, date.start) + text.slice(date.end)
  return /^[\p{P}\p{S}至止起自前]*$/u.test(around) ? date.iso : null
}

/** ISO date `days` later (negative: earlier). */
export function addDays(iso: string, days: number): string {
  const time = Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000
  return new Date(time).toISOString().slice(0, 10)
}

/** ISO date `months` later; a day that does not exist there becomes the month's last (01-31 + 1 month = 02-28). */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  for (let d = day; d > 27; d--) {
    const candidate = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
    if (isRealDate(candidate)) return candidate
  }
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, 27)).padStart(2, '0')}`
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000)
}
