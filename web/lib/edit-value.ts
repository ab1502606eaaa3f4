import type { DateRange, FormValue, Money, Row, Value } from '../../api/client.ts'
import { t } from '../strings/index.ts'

/** Which control edits a field. */
export type Control =
  | 'line'
  | 'number'
  | 'date'
  | 'range'
  | 'yes-no'
  | 'one-of'
  | 'some-of'
  | 'lines'
  | 'money'
  | 'table'

type TableColumn = NonNullable<FormValue['columns']>[number]

export function controlFor(field: Pick<FormValue, 'type' | 'values'>): Control {
  switch (field.type) {
    case 'boolean':
      return 'yes-no'
    case 'date':
      return 'date'
    case 'date-range':
      return 'range'
    case 'number':
    case 'integer':
      return 'number'
    case 'money':
      return 'money'
    case 'list':
      return field.values.length ? 'some-of' : 'lines'
    case 'table':
      return 'table'
    default:
      return field.values.length ? 'one-of' : 'line'
  }
}

/** The text an editor starts with. */
export function textOf(value: Value | null): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'object' && 'fen' in value) return String(value.fen / 100)
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : '')).join('\n')
  return typeof value === 'object' ? '' : String(value)
}

export const rangeOf = (value: Value | null): DateRange =>
  value !== null && typeof value === 'object' && 'to' in value && !Array.isArray(value)
    ? (value as DateRange)
    : { from: null, to: null }

export const rowsOf = (value: Value | null): Row[] =>
  Array.isArray(value) ? value.filter((one): one is Row => typeof one === 'object') : []

/** Rows with one cell changed; `at` past the last adds a row. A row with nothing in it goes, without rows it is null. */
export function rowsWith(rows: readonly Row[], at: number, column: string, value: Value | null): Row[] | null {
  const all = at < rows.length ? rows : [...rows, {}]
  const now = all.map((row, n) => (n === Math.min(at, all.length - 1) ? { ...row, [column]: value } : row))
  const kept = now.filter((row) => Object.values(row).some((cell) => cell !== null && cell !== ''))
  return kept.length > 0 ? kept : null
}

/** The columns of a table: those the form declares, then any that only its rows have. */
export function columnsOf({ columns = [], value }: Pick<FormValue, 'columns' | 'value'>): TableColumn[] {
  const declared = new Set(columns.map(({ name }) => name))
  const extra = new Set(rowsOf(value).flatMap((row) => Object.keys(row)))
  return [
    ...columns,
    ...[...extra].filter((name) => !declared.has(name)).map((name) => ({ name, type: 'text' as const })),
  ]
}

export const listOf = (value: Value | null): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** What was typed as a value of the control's type; a string in `mistake` says why it is none. Empty is null. */
export function typedValue(control: Control, text: string): { value: Value | null; mistake?: string } {
  const typed = text.trim()
  if (typed === '') return { value: null }
  switch (control) {
    case 'number': {
      const number = Number(typed)
      return Number.isFinite(number) ? { value: number } : { value: null, mistake: t.form.badNumber }
    }
    case 'money': {
      const fen = Math.round(Number(typed) * 100)
      const money: Money = { fen, currency: 'CNY' }
      return Number.isSafeInteger(fen) ? { value: money } : { value: null, mistake: t.form.badNumber }
    }
    case 'yes-no':
      return { value: typed === 'true' }
    case 'lines':
      return {
        value: typed
          .split(/[\n；;]+/)
          .map((one) => one.trim())
          .filter(Boolean),
      }
    default:
      return { value: typed }
  }
}
