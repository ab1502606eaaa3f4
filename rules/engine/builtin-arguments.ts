import type { FeelType, Inferred } from './inferred.ts'

/** What an argument of a FEEL built-in must be; `numbers`: a list of numbers, or a number among several. */
type Wanted = FeelType | 'numbers' | 'booleans' | 'texts'

interface Arguments {
  params: readonly Wanted[]
  /** Trailing ones that may be left out. */
  optional?: number
  /** Takes any number of the last one. */
  many?: true
}

const TEXT_TEST: Arguments = { params: ['string', 'string'] }
const NUMBER: Arguments = { params: ['number'] }

/** FEEL gives null, or false, when an argument is of another type: no rule may be written so. */
export const BUILTIN_ARGUMENTS: Readonly<Record<string, Arguments>> = {
  not: { params: ['boolean'] },
  contains: TEXT_TEST,
  'starts with': TEXT_TEST,
  'ends with': TEXT_TEST,
  // FEEL takes a single text for a list of it.
  'list contains': { params: ['any', 'any'] },
  all: { params: ['booleans'], many: true },
  any: { params: ['booleans'], many: true },
  count: { params: ['list'] },
  sum: { params: ['numbers'], many: true },
  abs: NUMBER,
  floor: NUMBER,
  ceiling: NUMBER,
  decimal: { params: ['number', 'number'] },
  'string length': { params: ['string'] },
  substring: { params: ['string', 'number', 'number'], optional: 1 },
  'substring before': TEXT_TEST,
  'substring after': TEXT_TEST,
  'string join': { params: ['texts', 'string'], optional: 1 },
  string: { params: ['any'] },
  number: { params: ['string', 'string', 'string'], optional: 2 },
  append: { params: ['list', 'any'], many: true },
  concatenate: { params: ['list'], many: true },
  union: { params: ['list'], many: true },
  flatten: { params: ['list'] },
  'distinct values': { params: ['list'] },
}

const ITEMS: Readonly<Partial<Record<Wanted, FeelType>>> = { numbers: 'number', booleans: 'boolean', texts: 'string' }
/** Of these a single value stands for itself beside a list of them. */
const ALONE: ReadonlySet<Wanted> = new Set(['numbers', 'booleans'])

/** The type that an argument should have and the one it has; null when it may be right. */
export function wrongType(
  given: Inferred,
  wanted: Wanted,
): { wanted: FeelType; given: FeelType; items: boolean } | null {
  if (given.oneOf) return given.oneOf.map((one) => wrongType(one, wanted)).find((one) => one !== null) ?? null
  const item = ITEMS[wanted]
  if (item === undefined) {
    const type = wanted as FeelType
    return wanted === 'any' || given.type === 'any' || given.type === type
      ? null
      : { wanted: type, given: given.type, items: false }
  }
  if (given.type === 'any') return null
  if (given.type !== 'list')
    return ALONE.has(wanted) && given.type === item ? null : { wanted: 'list', given: given.type, items: false }
  const held = given.items?.type ?? 'any'
  return held === 'any' || held === item ? null : { wanted: item, given: held, items: true }
}
