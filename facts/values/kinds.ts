import type { DateRange, Money, Row, Value } from './value.ts'

/** True for an amount {fen, currency}. */
export function isMoney(value: Value | null): value is Money {
  return value !== null && typeof value === 'object' && 'fen' in value
}

/** True for a range {from, to}. */
export function isDateRange(value: Value | null): value is DateRange {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && 'from' in value && 'to' in value
}

/** True for table rows (an empty list counts as rows and as strings). */
export function isRows(value: Value | null): value is Row[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object')
}
