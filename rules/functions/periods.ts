import { addDays, addMonths, isRealDate } from '../../facts/values/date.ts'
import { inRange, PERPETUAL } from '../../facts/values/date-range.ts'
import type { DateRange } from '../../facts/values/value.ts'
import type { DocumentedFunctions } from './documented.ts'
import { addWorkingDays, atLeastWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

/** 长期 stays 长期 whatever is added to it. */
function later(date: string, move: (iso: string) => string): string | null {
  if (date === PERPETUAL) return PERPETUAL
  return isRealDate(date) ? move(date) : null
}

function whole(count: number): boolean {
  return Number.isInteger(count) && Math.abs(count) <= 1200
}

function covers(range: DateRange, from: string, to: string): boolean | null {
  const [a, b] = [inRange(range, from), to === PERPETUAL ? perpetual(range) : inRange(range, to)]
  if (a === false || b === false) return false
  return a === null || b === null ? null : true
}

function perpetual({ to }: DateRange): boolean | null {
  return to === null ? null : to === PERPETUAL
}

/** Rule functions on dates, terms and working days (Shanghai; 国务院 holiday notices). */
export const periodFunctions: DocumentedFunctions = {
  在期内: {
    params: ['date-range', 'date'],
    returns: 'boolean',
    run: inRange,
    doc: '日期在起止之内（含两端）；没印止期时未知',
  },
  期间覆盖: {
    params: ['date-range', 'date', 'date'],
    returns: 'boolean',
    run: covers,
    doc: '起止日期覆盖从前一日到后一日',
  },
  起始日: { params: ['date-range'], returns: 'date', run: (r: DateRange) => r.from, doc: '起止日期的起；没印时未知' },
  到期日: {
    params: ['date-range'],
    returns: 'date',
    run: (r: DateRange) => r.to,
    doc: '起止日期的止，长期按最晚日期；没印时未知',
  },
  年份: {
    params: ['date'],
    returns: 'number',
    run: (date: string) => (isRealDate(date) ? Number(date.slice(0, 4)) : null),
    doc: '日期的年份；长期没有年份，未知',
  },
  加日: {
    params: ['date', 'number'],
    returns: 'date',
    run: (date: string, n: number) => (whole(n) ? later(date, (iso) => addDays(iso, n)) : null),
    doc: '若干自然日之后（负数为之前）',
  },
  加月: {
    params: ['date', 'number'],
    returns: 'date',
    run: (date: string, n: number) => (whole(n) ? later(date, (iso) => addMonths(iso, n)) : null),
    doc: '若干月之后的同日；没有同日的取月末',
  },
  加年: {
    params: ['date', 'number'],
    returns: 'date',
    run: (date: string, n: number) => (whole(n) ? later(date, (iso) => addMonths(iso, n * 12)) : null),
    doc: '若干年之后的同日；2月29日在平年取28日',
  },
  工作日: { params: ['date'], returns: 'boolean', run: isWorkingDay, doc: '是工作日；节假日安排未公布的年份未知' },
  工作日差: {
    params: ['date', 'date'],
    returns: 'number',
    run: workingDaysBetween,
    doc: '前一日之后到后一日（含）的工作日数；跨未公布节假日安排的年份时未知',
  },
  工作日至少: {
    params: ['date', 'date', 'number'],
    returns: 'boolean',
    run: atLeastWorkingDays,
    doc: '前一日之后到后一日（含）至少有若干工作日；跨未公布的年份时按最少、最多估计，能确定才有结论',
  },
  工作日加: {
    params: ['date', 'number'],
    returns: 'date',
    run: addWorkingDays,
    doc: '若干工作日之后的日期（负数为之前）；跨未公布的年份时未知',
  },
}
