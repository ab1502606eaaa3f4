import { addDays, isRealDate } from '../../facts/values/date.ts'
import { HOLIDAYS } from './holidays.ts'

/** No year took more weekdays off or worked more weekend days than this (2023–2026: at most 19 and 8). */
const MOST_WEEKDAYS_OFF = 24
const MOST_WEEKENDS_WORKED = 10
const LONGEST_DAYS = 3660

const weekend = (iso: string) => [0, 6].includes(new Date(`${iso}T00:00:00Z`).getUTCDay())

/** Whether a day is a working day; null in a year whose holidays are not published. */
export function isWorkingDay(iso: string): boolean | null {
  return isWorking(iso, weekend(iso))
}

function isWorking(iso: string, isWeekend: boolean): boolean | null {
  const year = HOLIDAYS[iso.slice(0, 4)]
  if (!year) return null
  const day = iso.slice(5)
  if (year.work.includes(day)) return true
  return !isWeekend && !year.off.some(([from, to]) => day >= from && day <= to)
}

/** The day after a real one, without a calendar where the month goes on. */
function nextDay(iso: string): string {
  const day = Number(iso.slice(8)) + 1
  return day <= 28 ? `${iso.slice(0, 8)}${day < 10 ? '0' : ''}${day}` : addDays(iso, 1)
}

interface Span {
  least: number
  most: number
}

/** Working days after `from` up to and including `to` as bounds; they meet when every year is published. */
function span(from: string, to: string): Span | null {
  if (!isRealDate(from) || !isRealDate(to)) return null
  if (from > to) {
    const back = span(to, from)
    return back && { least: -back.most, most: -back.least }
  }
  let known = 0
  const unknown = new Map<string, { weekdays: number; weekends: number }>()
  const first = new Date(`${from}T00:00:00Z`).getUTCDay()
  let steps = 0
  for (let day = nextDay(from); day <= to; day = nextDay(day)) {
    if (++steps > LONGEST_DAYS) return null
    const isWeekend = (first + steps) % 7 === 0 || (first + steps) % 7 === 6
    const working = isWorking(day, isWeekend)
    if (working === true) known++
    if (working !== null) continue
    const year = unknown.get(day.slice(0, 4)) ?? { weekdays: 0, weekends: 0 }
    if (isWeekend) year.weekends++
    else year.weekdays++
    unknown.set(day.slice(0, 4), year)
  }
  let [least, most] = [known, known]
  for (const { weekdays, weekends } of unknown.values()) {
    least += Math.max(0, weekdays - MOST_WEEKDAYS_OFF)
    most += weekdays + Math.min(weekends, MOST_WEEKENDS_WORKED)
  }
  return { least, most }
}

/** Working days after `from` up to and including `to` (negative when `to` is earlier); null when a year is unknown. */
export function workingDaysBetween(from: string, to: string): number | null {
  const found = span(from, to)
  return found && found.least === found.most ? found.least : null
}

/** Whether at least `count` working days lie after `from` up to `to`; decided also across an unknown year when sure. */
export function atLeastWorkingDays(from: string, to: string, count: number): boolean | null {
  const found = span(from, to)
  if (!found) return null
  if (found.least >= count) return true
  return found.most < count ? false : null
}

/** The `count`-th working day after `from` (negative: before); null when a year on the way is unknown. */
export function addWorkingDays(from: string, count: number): string | null {
  if (!isRealDate(from) || !Number.isInteger(count) || Math.abs(count) > 1000) return null
  let day = from
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, Math.sign(count))
    const working = isWorkingDay(day)
    if (working === null) return null
    if (working) left--
  }
  return day
}
