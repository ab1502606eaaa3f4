import { date, FeelDate } from 'feelin'
import type { DateRange, Money, Row, Value, ValueType } from '../../facts/values/value.ts'
import { VALUE_TYPES } from '../../facts/values/value.ts'
import type { PathType } from './vocabulary.ts'

/** 长期 as FEEL sees it: later than every date that a document can carry. */
export const PERPETUAL = '9999-12-31'
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** A FEEL date, or null when the text is not an ISO date. */
function feelDate(text: string | null): unknown {
  const iso = text === '长期' ? PERPETUAL : text
  if (iso === null || !ISO_DATE.test(iso)) return null
  const known = dates.get(iso)
  if (known) return known
  const made = date(iso)
  if (dates.size > 10_000) dates.clear()
  if (made instanceof FeelDate) {
    dates.set(iso, made)
    isoTexts.set(made, made.toString())
  }
  return made
}

/** A day is parsed once: FEEL dates never change. */
const dates = new Map<string, FeelDate>()
const isoTexts = new WeakMap<FeelDate, string>()

/**
 * A fact's value as FEEL reads it: dates as FEEL dates, ranges as {from, to}, money as integer 分, tables as lists of
 * contexts. null: the value does not fit its declared type, or is money of another currency.
 */
export function toFeel(value: Value | null, type: PathType): unknown {
  if (value === null) return null
  switch (type.type) {
    case 'date':
      return typeof value === 'string' ? feelDate(value) : null
    case 'date-range': {
      const range = value as DateRange
      return typeof value === 'object' && 'from' in value
        ? { from: feelDate(range.from), to: feelDate(range.to) }
        : null
    }
    case 'money': {
      const money = value as Money
      return typeof value === 'object' && 'fen' in value && money.currency === 'CNY' ? money.fen : null
    }
    case 'number':
    case 'integer':
      return typeof value === 'number' && Number.isFinite(value) ? value : null
    case 'boolean':
      return typeof value === 'boolean' ? value : null
    case 'list':
      return Array.isArray(value) ? [...value] : null
    case 'table':
      return Array.isArray(value) ? (value as Row[]).map((row) => feelRow(row, type)) : null
    default:
      return typeof value === 'string' ? value : null
  }
}

function feelRow(row: Row, type: PathType): Record<string, unknown> {
  const cells: Record<string, unknown> = {}
  for (const name of Object.keys(row)) cells[name] = feelCell(row[name] ?? null, type, name)
  return cells
}

/** One cell of a table as FEEL reads it. */
export function feelCell(cell: Value | null, table: PathType, column: string): unknown {
  return toFeel(cell, cellTypes[table.columns?.get(column) ?? 'text'])
}

/** A cell's type by the name of its column's. */
const cellTypes = Object.fromEntries(VALUE_TYPES.map((type) => [type, { type, label: '' }])) as Readonly<
  Record<ValueType, PathType>
>

/** A FEEL value as plain data for a rule function: ISO dates, 长期, ranges {from, to}, lists and objects. */
export function fromFeel(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof FeelDate) {
    const iso = isoTexts.get(value) ?? value.toString()
    return iso === PERPETUAL ? '长期' : iso
  }
  if (Array.isArray(value)) return value.map(fromFeel)
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const plain: Record<string, unknown> = {}
    for (const key of Object.keys(value)) plain[key] = fromFeel((value as Record<string, unknown>)[key])
    return plain
  }
  return value ?? null
}

/** What a rule function returned, as FEEL reads it, by its declared type. */
export function resultToFeel(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null
  return type === 'date' || type === 'date-range' ? toFeel(value as Value, cellTypes[type]) : value
}

/** A derived FEEL value as a fact's value of the wanted type; null when it does not fit. */
export function fromFeelAs(value: unknown, type: ValueType): Value | null {
  const plain = fromFeel(value)
  if (plain === null) return null
  switch (type) {
    case 'money':
      return typeof plain === 'number' ? { fen: Math.round(plain), currency: 'CNY' } : null
    case 'number':
      return typeof plain === 'number' ? plain : null
    case 'integer':
      return Number.isInteger(plain) ? (plain as number) : null
    case 'boolean':
      return typeof plain === 'boolean' ? plain : null
    case 'date-range':
      return typeof plain === 'object' ? (plain as DateRange) : null
    case 'list':
    case 'table':
      return Array.isArray(plain) ? (plain as Row[]) : null
    default:
      return typeof plain === 'string' ? plain : null
  }
}
