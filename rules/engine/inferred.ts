import type { ValueType } from '../../facts/values/value.ts'
import { FEEL_BUILTINS } from './functions.ts'
import type { PathType } from './vocabulary.ts'

export type FeelType = 'boolean' | 'string' | 'number' | 'date' | 'duration' | 'range' | 'list' | 'any'

/** What is known of a value before anybody reads it. */
export interface Inferred {
  type: FeelType
  /** Allowed values, when the value is an enum. */
  values?: readonly string[]
  /** Texts written in the expression that the value, or an item of it, may be. */
  literals?: readonly string[]
  /** What a list holds, or a period's bounds are. */
  items?: Inferred
  /** By `if` or from a mixed list, one or the other; its own type is any. */
  oneOf?: readonly Inferred[]
  /** Entries of a context written in the expression. */
  entries?: ReadonlyMap<string, Inferred>
  /** What a number counts: 金额, its unit, or 个数. */
  measure?: string
}

export const ANY: Inferred = { type: 'any' }
export const MONEY = '金额'
export const COUNT = '个数'

export const TYPE_NAMES: Readonly<Record<FeelType, string>> = {
  boolean: '真假',
  string: '文字',
  number: '数字',
  date: '日期',
  duration: '时长',
  range: '期间',
  list: '列表',
  any: '任意',
}

/** The type that FEEL sees in a declared one. */
export function feelType(type: ValueType | string): FeelType {
  switch (type) {
    case 'date':
    case 'boolean':
    case 'number':
    case 'duration':
    case 'list':
    case 'any':
      return type
    case 'integer':
    case 'money':
      return 'number'
    case 'date-range':
      return 'range'
    case 'table':
      return 'list'
    default:
      return 'string'
  }
}

/** Units that are written in several ways. */
const SAME_UNIT: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['平方米', '㎡', '平米', 'm²'],
    ['立方米', 'm³'],
    ['人', '名', '位'],
    ['日', '天'],
    ['工作日', '个工作日'],
    ['月', '个月'],
    ['周岁', '岁'],
    ['米', 'm'],
    ['千克', 'kg', '公斤'],
    ['吨', 't'],
  ].flatMap(([unit = '', ...names]) => names.map((name) => [name, unit])),
)
/** Units in which money is written as a plain number. */
const OF_MONEY = /元|分$/u

/** What a declared number counts; undefined where nothing says so. */
function measureOf(type: string, unit: string | undefined): string | undefined {
  if (type === 'money') return MONEY
  if (type !== 'number' && type !== 'integer') return undefined
  if (unit !== undefined) return OF_MONEY.test(unit) ? undefined : (SAME_UNIT[unit] ?? unit)
  return COUNT
}

/** What is known of a value of a declared type; one of a list of words is a word. */
export function declared(type: string, about: { values?: readonly string[]; unit?: string } = {}): Inferred {
  const { values, unit } = about
  const measure = measureOf(type, unit)
  const chosen = values ? { values } : {}
  return {
    type: feelType(type),
    ...chosen,
    ...(type === 'list' ? { items: { type: 'string' as const } } : {}),
    ...(measure === undefined ? {} : { measure }),
  }
}

export const listOf = (items: readonly Inferred[]): Inferred => {
  const literals = items.flatMap((one) => one.literals ?? [])
  return { type: 'list', items: common(items), ...(literals.length > 0 ? { literals } : {}) }
}

/** Lists put one behind the other; what is written in them stays known. */
export const joined = (lists: readonly Inferred[]): Inferred => {
  const literals = lists.flatMap((one) => one.literals ?? [])
  const list = listOf(lists.map(({ items }) => items ?? ANY))
  return literals.length > 0 ? { ...list, literals } : list
}

/** What stands at a declared path, or at a part of it: a column, the end of a period. */
export function insideOf(type: PathType, rest: readonly string[]): Inferred {
  const [first] = rest
  if (first === undefined) return declared(type.type, type)
  if (type.type === 'date-range') return rest.length === 1 ? { type: 'date' } : { type: 'number' }
  if (type.type === 'table') {
    const column = type.columns?.get(first)
    return column ? listOf([declared(column)]) : { type: 'list' }
  }
  return type.type === 'date' ? { type: 'number' } : ANY
}

/** The one type of several values; any of theirs when they differ. */
export function common(found: readonly Inferred[]): Inferred {
  const [first = ANY, ...others] = found
  if (others.some(({ type }) => type !== first.type))
    return { type: 'any', oneOf: found.flatMap((one) => one.oneOf ?? [one]) }
  const isSame = others.every(({ measure }) => measure === first.measure)
  return {
    type: first.type,
    ...(isSame && first.measure !== undefined ? { measure: first.measure } : {}),
    ...(others.length === 0 && first.entries ? { entries: first.entries } : {}),
  }
}

/** What an `if` gives: the type of both sides, else one of the two. */
export function either(a: Inferred, b: Inferred): Inferred {
  const literals = [...(a.literals ?? []), ...(b.literals ?? [])]
  const said = literals.length > 0 ? { literals } : {}
  return { ...common([a, b]), ...said }
}

/** Two numbers that count different things, in words: 金额不能和平方米比较; null when they may be compared. */
export function clash(first: Inferred, second: Inferred): string | null {
  const [a, b] = [first.measure, second.measure]
  if (a === undefined || b === undefined || a === b) return null
  // A count is of whatever the other number is of, but for money.
  if (a !== MONEY && b !== MONEY && (a === COUNT || b === COUNT)) return null
  return `${named(a)}不能和${named(b)}`
}

const named = (measure: string) => (measure === MONEY || measure === COUNT ? measure : `“${measure}”的数`)

/** Built-ins that give back one of the numbers they take, or their sum. */
const SAME_MEASURE: ReadonlySet<string> = new Set(['sum', 'abs', 'floor', 'ceiling'])

/** What a built-in returns. */
export function builtinResult(name: string, given: readonly Inferred[]): Inferred {
  const type = feelType(FEEL_BUILTINS[name] ?? 'any')
  if (name === 'count') return { type, measure: COUNT }
  const measure = SAME_MEASURE.has(name) ? common(given.map((one) => one.items ?? one)).measure : undefined
  return measure === undefined ? { type } : { type, measure }
}

/** A column of a table says no unit: its plain numbers may be 分. */
export const unmeasured = ({ measure: _, ...rest }: Inferred): Inferred => rest

/** What `.name` of a value is. */
export function member(value: Inferred, name: string): Inferred {
  if (value.entries) return value.entries.get(name) ?? ANY
  if (value.type === 'list') return { type: 'list', items: member(value.items ?? ANY, name) }
  if (value.type === 'range') return value.items ?? ANY
  return value.type === 'date' ? { type: 'number' } : ANY
}
