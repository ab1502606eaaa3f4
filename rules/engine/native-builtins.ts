/** Returned when the values at hand are not of a kind this shortcut knows: FEEL itself decides then. */
export const ASK_FEEL: unique symbol = Symbol('ask FEEL')

/** Value of a leaf from the values of its reads, in their order; `item`: the row that a filter looks at. */
export type Native = (values: readonly unknown[], item?: Row) => unknown

export type Row = Readonly<Record<string, unknown>>

export const isNumber = (value: unknown): value is number => typeof value === 'number'
export const isText = (value: unknown): value is string => typeof value === 'string'

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const NUMBERS: Readonly<Record<string, (a: number) => number>> = {
  abs: Math.abs,
  floor: Math.floor,
  ceiling: Math.ceil,
}

const EXTREMES: Readonly<Record<string, (a: number, b: number) => number>> = { min: Math.min, max: Math.max }

const LISTS: Readonly<Record<string, (list: readonly unknown[]) => unknown>> = {
  count: (list) => list.length,
  sum: (list) => (list.length > 0 && list.every(isNumber) ? list.reduce((sum, one) => sum + one) : ASK_FEEL),
  'distinct values': (list) => (list.every(isText) ? [...new Set(list)] : ASK_FEEL),
}

const TEXTS: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  contains: (a, b) => a.includes(b),
  'starts with': (a, b) => a.startsWith(b),
  'ends with': (a, b) => a.endsWith(b),
}

/** One of FEEL's own functions over plain values; null for any that this shortcut does not know. */
export function builtin(name: string, [first, second, third]: readonly Native[]): Native | null {
  if (!first || third) return null
  const ofList = LISTS[name]
  if (ofList && !second) {
    return (values, item) => {
      const list = first(values, item)
      return Array.isArray(list) ? ofList(list) : ASK_FEEL
    }
  }
  const ofNumber = NUMBERS[name]
  if (ofNumber && !second) {
    return (values, item) => {
      const number = first(values, item)
      return isNumber(number) ? ofNumber(number) : ASK_FEEL
    }
  }
  if (name === 'not' && !second) {
    return (values, item) => {
      const value = first(values, item)
      return typeof value === 'boolean' ? !value : ASK_FEEL
    }
  }
  if (name === 'string' && !second) {
    return (values, item) => {
      const value = first(values, item)
      return Number.isSafeInteger(value) ? String(value) : ASK_FEEL
    }
  }
  if (name === 'string length' && !second) {
    return (values, item) => {
      const text = first(values, item)
      return isText(text) && !/[\uD800-\uDBFF]/.test(text) ? text.length : ASK_FEEL
    }
  }
  if (!second) return null
  const extreme = EXTREMES[name]
  if (extreme) {
    return (values, item) => {
      const [x, y] = [first(values, item), second(values, item)]
      return isNumber(x) && isNumber(y) ? extreme(x, y) : ASK_FEEL
    }
  }
  if (name === 'concatenate' || name === 'string join') {
    return (values, item) => {
      const [list, other] = [first(values, item), second(values, item)]
      if (!Array.isArray(list)) return ASK_FEEL
      if (name === 'concatenate') return Array.isArray(other) ? [...list, ...other] : ASK_FEEL
      return list.every(isText) && isText(other) ? list.join(other) : ASK_FEEL
    }
  }
  if (name === 'list contains') {
    return (values, item) => {
      const list = first(values, item)
      const wanted = second(values, item)
      return Array.isArray(list) && (isText(wanted) || isNumber(wanted)) ? list.includes(wanted) : ASK_FEEL
    }
  }
  const test = TEXTS[name]
  if (!test) return null
  return (values, item) => {
    const x = first(values, item)
    const y = second(values, item)
    return isText(x) && isText(y) ? test(x, y) : ASK_FEEL
  }
}
