import { FeelDate } from 'feelin'
import { fromFeel, resultToFeel } from './convert.ts'
import type { Leaf, LeafRead, Syntax } from './expression.ts'
import type { RuleFunction, RuleFunctions, Signal } from './functions.ts'
import { children, pathParts } from './reads.ts'

/** Returned when the values at hand are not of a kind this shortcut knows: FEEL itself decides then. */
export const ASK_FEEL: unique symbol = Symbol('ask FEEL')

/** Value of a leaf from the values of its reads, in their order. */
export type Native = (values: readonly unknown[]) => unknown

/**
 * The plain leaves — comparisons, sums, calls of rule functions over single facts — as JavaScript, so that FEEL need
 * not walk its tree for each; null for any other leaf. Means what FEEL means (native.test.ts holds the two together).
 */
export function compileNative(leaf: Leaf, functions: RuleFunctions, signal: Signal): Native | null {
  return new NativeCompiler(leaf, functions, signal).compile(leaf.syntax)
}

const isNumber = (value: unknown): value is number => typeof value === 'number'
const isText = (value: unknown): value is string => typeof value === 'string'

/** Two values of one plain kind as JavaScript compares them; dates by their ISO text. */
function comparable(a: unknown, b: unknown): [number | string, number | string] | null {
  if (isNumber(a) && isNumber(b)) return [a, b]
  if (isText(a) && isText(b)) return [a, b]
  if (a instanceof FeelDate && b instanceof FeelDate) return [isoOf(a), isoOf(b)]
  return null
}

const isoOf = (date: FeelDate): string => (fromFeel(date) === '长期' ? '9999-12-31' : (fromFeel(date) as string))

const ORDER: Readonly<Record<string, (a: number | string, b: number | string) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

const SUMS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
}

const TEXTS: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  contains: (a, b) => a.includes(b),
  'starts with': (a, b) => a.startsWith(b),
  'ends with': (a, b) => a.endsWith(b),
}

class NativeCompiler {
  private readonly leaf: Leaf
  private readonly functions: RuleFunctions
  private readonly signal: Signal

  constructor(leaf: Leaf, functions: RuleFunctions, signal: Signal) {
    this.leaf = leaf
    this.functions = functions
    this.signal = signal
  }

  compile(node: Syntax): Native | null {
    const parts = children(node)
    switch (node.name) {
      case 'ParenthesizedExpression':
        return parts[1] ? this.compile(parts[1]) : null
      case 'NumericLiteral': {
        const text = this.text(node)
        const value = Number(text)
        return /^\d+(\.\d+)?$/.test(text) ? () => value : null
      }
      case 'StringLiteral': {
        const value = this.text(node).slice(1, -1)
        return value.includes('\\') ? null : () => value
      }
      case 'BooleanLiteral': {
        const value = this.text(node) === 'true'
        return () => value
      }
      case 'VariableName':
      case 'PathExpression':
        return this.read(node)
      case 'Comparison':
        return this.comparison(parts)
      case 'ArithmeticExpression':
        return this.sum(parts)
      case 'FunctionInvocation':
        return this.call(parts)
      default:
        return null
    }
  }

  private read(node: Syntax): Native | null {
    const wanted = this.path(node)
    if (wanted === null) return null
    for (const [index, read] of this.leaf.reads.entries()) {
      const own = nameOf(read)
      if (own === null) continue
      if (own.whole === wanted) return (values) => values[index]
      const end = wanted.startsWith(`${own.whole}.`) ? wanted.slice(own.whole.length + 1) : ''
      if (own.isRange && (end === 'from' || end === 'to')) {
        return (values) => (values[index] as Record<string, unknown> | null)?.[end] ?? ASK_FEEL
      }
    }
    return null
  }

  private path(node: Syntax): string | null {
    const parts = children(node)
    if (node.name === 'VariableName') return this.text(node)
    if (node.name !== 'PathExpression') return null
    const { base, names } = pathParts(node, ' '.repeat(this.leaf.offset) + this.leaf.code)
    return base.name === 'VariableName' && parts.length > 0 ? [this.text(base), ...names].join('.') : null
  }

  private comparison(parts: readonly Syntax[]): Native | null {
    const [left, operator, ...rest] = parts
    const a = left && this.compile(left)
    if (!a || !operator) return null
    if (operator.name === 'in') return this.among(a, rest)
    const right = rest[0] && rest.length === 1 ? this.compile(rest[0]) : null
    const holds = operator.name === 'CompareOp' ? ORDER[this.text(operator)] : undefined
    if (!right || !holds) return null
    const equality = this.text(operator) === '=' || this.text(operator) === '!='
    return (values) => {
      const [x, y] = [a(values), right(values)]
      if (equality && typeof x === 'boolean' && typeof y === 'boolean') return holds(Number(x), Number(y))
      const pair = comparable(x, y)
      return pair ? holds(pair[0], pair[1]) : ASK_FEEL
    }
  }

  /** x in ("a", "b") */
  private among(a: Native, rest: readonly Syntax[]): Native | null {
    const tests = rest.find(({ name }) => name === 'PositiveUnaryTests')
    const literals = tests ? children(tests).map((test) => children(test)[0]) : []
    const words = literals.map((one) => (one?.name === 'StringLiteral' ? this.text(one).slice(1, -1) : null))
    if (words.length === 0 || words.some((word) => word === null || word.includes('\\'))) return null
    const known = new Set<unknown>(words)
    return (values) => {
      const value = a(values)
      return isText(value) ? known.has(value) : ASK_FEEL
    }
  }

  private sum(parts: readonly Syntax[]): Native | null {
    const [left, operator, right] = parts
    const a = left && this.compile(left)
    const b = right && this.compile(right)
    const work = operator?.name === 'ArithOp' ? SUMS[this.text(operator)] : undefined
    if (!a || !b || !work || parts.length !== 3) return null
    return (values) => {
      const [x, y] = [a(values), b(values)]
      return isNumber(x) && isNumber(y) ? work(x, y) : ASK_FEEL
    }
  }

  private call(parts: readonly Syntax[]): Native | null {
    const [callee] = parts
    const list = parts.find(({ name }) => name === 'PositionalParameters')
    const name = callee ? this.text(callee).replace(/\s+/g, ' ') : ''
    const args = (list ? children(list) : []).map((arg) => this.compile(arg))
    if (args.some((arg) => arg === null)) return null
    const known = args as Native[]
    const declared = Object.hasOwn(this.functions, name) ? this.functions[name] : undefined
    if (declared) return this.rule(declared, known)
    const [first, second] = known
    const test = TEXTS[name]
    if (!test || !first || !second || known.length !== 2) return null
    return (values) => {
      const [x, y] = [first(values), second(values)]
      return isText(x) && isText(y) ? test(x, y) : ASK_FEEL
    }
  }

  private rule({ params, returns, run }: RuleFunction, args: readonly Native[]): Native {
    const { signal } = this
    const work = run as (...inner: unknown[]) => unknown
    return (values) => {
      const plain: unknown[] = []
      for (const [index, arg] of args.entries()) {
        const value = arg(values)
        if (value === ASK_FEEL) return ASK_FEEL
        if (index < params.length) plain.push(fromFeel(value))
      }
      const result = resultToFeel(work(...plain), returns)
      if (result === null) signal.unknown = true
      return result
    }
  }

  private text(node: Syntax): string {
    return this.leaf.code.slice(node.from - this.leaf.offset, node.to - this.leaf.offset)
  }
}

/** A read as the expression writes it; null when its value is not a single one. */
function nameOf(read: LeafRead): { whole: string; isRange: boolean } | null {
  switch (read.kind) {
    case 'constant':
      return { whole: read.name, isRange: false }
    case 'fact':
      return { whole: read.as.join('.'), isRange: read.type.type === 'date-range' }
    case 'list':
      return { whole: read.list, isRange: false }
    case 'item': {
      const bare = read.variable.startsWith('[')
      if (read.field === null) return bare ? null : { whole: read.variable, isRange: false }
      return { whole: bare ? read.field : `${read.variable}.${read.field}`, isRange: read.type?.type === 'date-range' }
    }
  }
}
