/** Amount in integer 分 (1/100 of the currency unit). */
export interface Money {
  fen: number
  currency: string
}

/** Inclusive range of ISO dates; `to` is `长期` when perpetual, null when not printed. */
export interface DateRange {
  from: string | null
  to: string | null
}

export type Row = { [column: string]: Value | null }

/** What a fact may hold. Dates are ISO `YYYY-MM-DD` strings; the type of a path is declared, never guessed. */
export type Value = string | number | boolean | Money | DateRange | string[] | Row[]

/** Declared kinds of value; each has a normaliser in this folder. */
export const VALUE_TYPES = [
  'text', // free text, NFKC, spaces folded
  'name', // a person's name
  'org-name', // name of a firm or agency
  'cnid', // 公民身份号码 GB 11643
  'uscc', // 统一社会信用代码 GB 32100, or a 15-digit 注册号
  'code', // any other number printed on a document, compared exactly
  'phone',
  'date',
  'date-range',
  'money',
  'number',
  'integer',
  'boolean',
  'address',
  'enum',
  'list', // list of strings
  'table', // list of rows
] as const

export type ValueType = (typeof VALUE_TYPES)[number]
