import { FeelDate } from 'feelin'
import { fromFeel, resultToFeel } from './convert.ts'

/** A named function that rules may call: plain data in, plain data out; null means that it cannot tell. */
export interface RuleFunction {
  /** Declared value types of its parameters, in order; `any` when it takes several. */
  params: readonly string[]
  /** Trailing parameters that may be left out. */
  optional?: number
  returns: string
  /** Its argument has a check digit or a fixed form: false of one read from a picture may be a slip of the reading. */
  selfChecking?: true
  run: (...args: never[]) => unknown
}

export type RuleFunctions = Readonly<Record<string, RuleFunction>>

/** FEEL built-ins that rules may use, with what they return. Regex and clock built-ins are not among them. */
export const FEEL_BUILTINS: Readonly<Record<string, string>> = {
  not: 'boolean',
  contains: 'boolean',
  'starts with': 'boolean',
  'ends with': 'boolean',
  'list contains': 'boolean',
  all: 'boolean',
  any: 'boolean',
  count: 'number',
  sum: 'number',
  min: 'any',
  max: 'any',
  abs: 'number',
  floor: 'number',
  ceiling: 'number',
  decimal: 'number',
  'string length': 'number',
  substring: 'text',
  'substring before': 'text',
  'substring after': 'text',
  'string join': 'text',
  string: 'text',
  number: 'number',
  date: 'date',
  duration: 'duration',
  append: 'list',
  concatenate: 'list',
  union: 'list',
  flatten: 'list',
  'distinct values': 'list',
}

/** Set when a rule function could not tell, so that the leaf it stands in becomes unknown. */
export interface Signal {
  unknown: boolean
}

interface Prepared {
  context: Record<string, unknown>
  signal: Signal
}

const prepared = new WeakMap<RuleFunctions, Prepared>()

/** The rule functions as FEEL calls them; `signal` is raised when one of them returns nothing. Built once. */
export function feelContext(functions: RuleFunctions): Prepared {
  const known = prepared.get(functions)
  if (known) return known
  const signal: Signal = { unknown: false }
  const entries = Object.entries(functions).map(([name, { params, returns, run }]) => {
    const call = (...args: unknown[]) => {
      const plain = args.slice(0, params.length).map(fromFeel)
      const result = resultToFeel((run as (...inner: unknown[]) => unknown)(...plain), returns)
      if (result === null) signal.unknown = true
      return result
    }
    return [name, Object.assign(call, { $args: params.map((_, index) => `p${index}`) })]
  })
  const extremes = [extreme('min', signal), extreme('max', signal)]
  const made = { context: Object.fromEntries([...extremes, ...entries]) as Record<string, unknown>, signal }
  prepared.set(functions, made)
  return made
}

/** FEEL's `min` and `max`: feelin knows them of numbers alone and says null, not unknown, of dates. */
function extreme(name: 'min' | 'max', signal: Signal): [string, unknown] {
  const call = (...args: unknown[]) => {
    const [first] = args
    const found = furthest(Array.isArray(first) && args.length === 1 ? first : args, name === 'max' ? 1 : -1)
    if (found === null) signal.unknown = true
    return found
  }
  return [name, Object.assign(call, { $args: ['...list'] })]
}

/** The greatest (sign 1) or least (-1) of values of one kind, numbers or dates; null of none or of others. */
function furthest(values: readonly unknown[], sign: 1 | -1): unknown {
  const order = values.every((one) => typeof one === 'number')
    ? (one: unknown) => one as number
    : values.every((one) => one instanceof FeelDate)
      ? (one: unknown) => Date.parse(String(one))
      : null
  if (order === null || values.length === 0) return null
  return values.reduce((best, one) => ((order(one) - order(best)) * sign > 0 ? one : best))
}
