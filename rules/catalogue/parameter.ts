import { z } from 'zod'
import { VALUE_TYPES, type Value, type ValueType } from '../../facts/values/value.ts'
import type { PathType } from '../engine/vocabulary.ts'
import { basisSchema } from './basis.ts'
import { alternatives } from './table-cells.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])
const end = z.string().nullable()

/** What a parameter may hold: a scalar, a list of words, rows of a table, or a range of dates. */
const parameterValue = z.union([
  scalar,
  z.strictObject({ from: end, to: end }),
  z.array(z.string()).min(1),
  z.array(z.record(z.string(), scalar)).min(1),
])

const column = z.strictObject({
  name: z.string(),
  type: z.enum(VALUE_TYPES),
  /** Least and most that a number may be; least 0 when missing. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** What follows for a case, where it is a word: numbers and yes or no are that without being told. */
  result: z.literal(true).optional(),
})

const shared = {
  unit: z.string().optional(),
  note: z.string().optional(),
  /** What the value rests on; a point that reads it rests on that too. Empty: 依据待核. */
  basis: z.array(basisSchema).optional(),
}

/** 参数 as a matter or scenario gives it. `value: null`: the matter has no such requirement, which is known. */
export const parameterSchema = z.union([
  // One of the matter's own may keep the type that it had while nobody knew its value.
  z.strictObject({
    value: parameterValue.nullable(),
    type: z.enum(VALUE_TYPES).optional(),
    columns: z.array(column).optional(),
    ...shared,
  }),
  // Which fact plays this part in the matter: 参数.受理地址 is 申请表.prem_addr.
  z.strictObject({ from: z.string(), ...shared }),
  // One of the matter's own whose value nobody knows yet (依据待核): what reads it is unsure.
  z.strictObject({
    type: z.enum(VALUE_TYPES),
    columns: z.array(column).optional(),
    ...shared,
  }),
])

/** 参数 as a module declares it. Without a value, matters must give one, or points that read it are unsure. */
export const declaredParameterSchema = z.strictObject({
  type: z.enum(VALUE_TYPES).optional(),
  value: parameterValue.nullable().optional(),
  from: z.string().optional(),
  /** The words that its rules know; any other is refused. */
  values: z.array(z.string()).min(1).optional(),
  /** Least and most that a number may be; least 0 when missing. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** `of`: the parameter whose possible values the words of this column are parts of; values without a row are shown. */
  columns: z.array(column.extend({ of: z.string().optional() })).optional(),
  ...shared,
})

export type Parameter = z.infer<typeof declaredParameterSchema>

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** The declared type, else what the value looks like: text, list, date, date-range, number, boolean or table. */
export function parameterType({ type, value }: Parameter): ValueType {
  if (type !== undefined) return type
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return 'number'
  if (Array.isArray(value)) return typeof value[0] === 'string' ? 'list' : 'table'
  if (typeof value === 'object' && value !== null) return 'date-range'
  return typeof value === 'string' && ISO_DATE.test(value) ? 'date' : 'text'
}

/** Declared type of 参数.<name> for the vocabulary; columns of a table are those of its rows. */
export function parameterPath(name: string, parameter: Parameter): PathType {
  const type = parameterType(parameter)
  const { value, unit, from, values } = parameter
  if (from !== undefined) return { type, label: `本事项的参数“${name}”`, alias: from }
  const rows = type === 'table' && Array.isArray(value) ? value : []
  const columns = new Map<string, ValueType>(parameter.columns?.map((column) => [column.name, column.type]))
  for (const row of rows) {
    if (typeof row === 'string') continue
    for (const [column, cell] of Object.entries(row)) columns.set(column, parameterType({ value: cell }))
  }
  return {
    type,
    label: `本事项的参数“${name}”`,
    ...(unit ? { unit } : {}),
    ...(values ? { values } : {}),
    ...(columns.size > 0 ? { columns } : {}),
  }
}

/** Does the value fit the type that a module declared? */
export function fitsType(parameter: Parameter, declared: ValueType): boolean {
  if (parameter.value === null || parameter.value === undefined) return true
  const own = parameterType({ value: parameter.value })
  if (own === declared) return true
  if (own === 'number') return declared === 'integer' ? Number.isInteger(parameter.value) : declared === 'money'
  return (
    own === 'text' &&
    !['date', 'date-range', 'list', 'table', 'number', 'integer', 'money', 'boolean'].includes(declared)
  )
}

/** The parameter's value as a fact holds it: money is written in 分, alternatives in a table's cell stand behind “/”. */
export function parameterFactValue(parameter: Parameter): Value | null {
  const { value = null } = parameter
  const type = parameterType(parameter)
  if (type === 'money' && typeof value === 'number') return { fen: value, currency: 'CNY' }
  if (type !== 'table' || !Array.isArray(value)) return value as Value | null
  const cell = (one: unknown) => (typeof one === 'string' ? alternatives(one).join('/') : one)
  return value.map((row) =>
    typeof row === 'string' ? row : Object.fromEntries(Object.entries(row).map(([name, one]) => [name, cell(one)])),
  ) as Value
}
