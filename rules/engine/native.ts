import { FeelDate } from 'feelin'
import { fromFeel, resultToFeel, toFeel } from './convert.ts'
import type { Leaf, LeafRead, Syntax } from './expression.ts'
import type { RuleFunction, RuleFunctions, Signal } from './functions.ts'
import { ASK_FEEL, builtin, isNumber, isRow, isText, type Native } from './native-builtins.ts'
import { children, pathParts } from './reads.ts'
import type { PathType } from './vocabulary.ts'

const A_DAY: PathType = { type: 'date', label: '' }

/**
 * The plain leaves — comparisons, sums, calls of rule functions, columns and filters of lists — as JavaScript, so that
 * FEEL need not walk its tree for each; null for any other leaf. Means what FEEL means (native.test.ts holds the two
 * together).
 */
export function compileNative(leaf: Leaf, functions: RuleFunctions, signal: Signal): Native | null {
  return new NativeCompiler(leaf, functions, signal).compile(leaf.syntax)
}

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

/** A property of a row that has it; anything else FEEL decides. */
const cell = (row: unknown, name: string): unknown =>
  isRow(row) && Object.hasOwn(row, name) ? (row[name] ?? ASK_FEEL) : ASK_FEEL

class NativeCompiler {
  private readonly leaf: Leaf
  private readonly functions: RuleFunctions
  private readonly signal: Signal
  /** Columns of the list whose filter is being compiled. */
  private columns: ReadonlySet<string> | null = null
  /** The variable of the `for` whose body is being compiled. */
  private loop: string | null = null

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
        return /^-?\d+(\.\d+)?$/.test(text) ? () => value : null
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
        return this.column(node) ?? this.read(node) ?? this.property(node, parts)
      case 'FilterExpression':
        return this.filter(parts)
      case 'Conjunction':
      case 'Disjunction':
        return this.both(node.name === 'Conjunction', parts)
      case 'Comparison':
        return this.comparison(parts)
      case 'ArithmeticExpression':
        return this.sum(parts)
      case 'FunctionInvocation':
        return this.call(parts)
      case 'IfExpression':
        return this.choice(parts)
      case 'ForExpression':
        return this.each(parts)
      case 'List':
        return this.together(parts.filter(({ name }) => name !== '[' && name !== ']'))
      case 'DateTimeLiteral':
        return this.date(parts)
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

  /** A column of the row that a filter looks at. */
  private column(node: Syntax): Native | null {
    const name = node.name === 'VariableName' ? this.text(node) : ''
    return this.columns?.has(name) ? (_, item) => cell(item, name) : null
  }

  /** One property of what stands before the dot; of a list, the property of each member. */
  private property(node: Syntax, parts: readonly Syntax[]): Native | null {
    const [base, , last] = parts
    if (this.loop !== null && node.name === 'VariableName')
      return this.text(node) === this.loop ? (_, item) => item ?? ASK_FEEL : null
    const of = node.name === 'PathExpression' && base && last ? this.compile(base) : null
    if (!of || !last) return null
    const name = this.text(last)
    return (values, item) => {
      const value = of(values, item)
      if (!Array.isArray(value)) return cell(value, name)
      const column = value.map((row) => cell(row, name))
      return column.includes(ASK_FEEL) ? ASK_FEEL : column
    }
  }

  /** list[column = …] keeps members, list[1] takes one. */
  private filter(parts: readonly Syntax[]): Native | null {
    const [base, , condition] = parts
    const of = base && this.columns === null && this.loop === null ? this.compile(base) : null
    if (!of || !base || !condition) return null
    if (condition.name === 'NumericLiteral') {
      const at = Number(this.text(condition))
      return (values) => {
        const list = of(values)
        return Array.isArray(list) && Number.isInteger(at) && at > 0 ? (list[at - 1] ?? ASK_FEEL) : ASK_FEEL
      }
    }
    const columns = this.columnsOf(base)
    if (!columns || !/^(Comparison|Conjunction|Disjunction)$/.test(condition.name)) return null
    this.columns = columns
    const holds = this.compile(condition)
    this.columns = null
    if (!holds) return null
    return (values) => {
      const list = of(values)
      if (!Array.isArray(list)) return ASK_FEEL
      const kept: unknown[] = []
      for (const row of list) {
        const result = isRow(row) ? holds(values, row) : ASK_FEEL
        if (typeof result !== 'boolean') return ASK_FEEL
        if (result) kept.push(row)
      }
      return kept
    }
  }

  /** if … then … else …: the branch that is not taken is not looked at. */
  private choice([, condition, , yes, , no]: readonly Syntax[]): Native | null {
    const test = condition && this.compile(condition)
    const [a, b] = [yes && this.compile(yes), no && this.compile(no)]
    if (!test || !a || !b) return null
    return (values, item) => {
      const holds = test(values, item)
      return typeof holds === 'boolean' ? (holds ? a : b)(values, item) : ASK_FEEL
    }
  }

  /** for row in list return … */
  private each(parts: readonly Syntax[]): Native | null {
    const [first, second] = parts.filter(({ name }) => name === 'InExpressions').flatMap(children)
    const [name, , context] = first && !second ? children(first) : []
    const [source, more] = context ? children(context) : []
    const body = parts.at(-1)
    if (this.loop !== null || this.columns !== null || !name || !source || more || !body) return null
    // A quantifier's variable of the same name would be taken for this one.
    if (this.leaf.reads.some((read) => read.kind === 'item' && read.variable === this.text(name))) return null
    const of = this.compile(source)
    this.loop = this.text(name)
    const work = this.compile(body)
    this.loop = null
    if (!of || !work) return null
    return (values) => {
      const list = of(values)
      const found = Array.isArray(list) ? list.map((row) => (isRow(row) ? work(values, row) : ASK_FEEL)) : [ASK_FEEL]
      return found.includes(ASK_FEEL) ? ASK_FEEL : found
    }
  }

  /** [a, b] */
  private together(parts: readonly Syntax[]): Native | null {
    const members = parts.map((part) => this.compile(part))
    if (members.some((one) => one === null)) return null
    const known = members as Native[]
    return (values, item) => {
      const found = known.map((one) => one(values, item) ?? ASK_FEEL)
      return found.includes(ASK_FEEL) ? ASK_FEEL : found
    }
  }

  /** date("2026-06-01") */
  private date([word, , list]: readonly Syntax[]): Native | null {
    const [text, more] = list ? children(list) : []
    const of = word && this.text(word) === 'date' && text && !more ? this.compile(text) : null
    if (!of) return null
    return (values, item) => {
      const value = of(values, item)
      return isText(value) && value !== '长期' ? (toFeel(value, A_DAY) ?? ASK_FEEL) : ASK_FEEL
    }
  }

  /** Columns that the rows of a list have while this leaf is evaluated; null when others may be there too. */
  private columnsOf(base: Syntax): ReadonlySet<string> | null {
    const wanted = this.path(base)
    const read = this.leaf.reads.find((one) => nameOf(one)?.whole === wanted)
    return read && read.kind !== 'constant' && !read.whole ? read.members : null
  }

  /** FEEL looks at both sides, whatever the first one says. */
  private both(every: boolean, parts: readonly Syntax[]): Native | null {
    const sides = parts.filter(({ name }) => name !== 'and' && name !== 'or').map((part) => this.compile(part))
    if (sides.some((side) => side === null)) return null
    const known = sides as Native[]
    return (values, item) => {
      let result = every
      for (const side of known) {
        const value = side(values, item)
        if (typeof value !== 'boolean') return ASK_FEEL
        result = every ? result && value : result || value
      }
      return result
    }
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
    return (values, item) => {
      const x = a(values, item)
      const y = right(values, item)
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
    return (values, item) => {
      const value = a(values, item)
      return isText(value) ? known.has(value) : ASK_FEEL
    }
  }

  private sum(parts: readonly Syntax[]): Native | null {
    const [left, operator, right] = parts
    const a = left && this.compile(left)
    const b = right && this.compile(right)
    const sign = operator?.name === 'ArithOp' ? this.text(operator) : ''
    if (a && b && sign === '/' && parts.length === 3) {
      return (values, item) => {
        const [x, y] = [a(values, item), b(values, item)]
        return isNumber(x) && isNumber(y) && y !== 0 ? x / y : ASK_FEEL
      }
    }
    const work = SUMS[sign]
    if (!a || !b || !work || parts.length !== 3) return null
    return (values, item) => {
      const x = a(values, item)
      const y = b(values, item)
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
    return builtin(name, known)
  }

  private rule({ params, returns, run }: RuleFunction, args: readonly Native[]): Native {
    const { signal } = this
    const work = run as (...inner: unknown[]) => unknown
    return (values, item) => {
      const plain: unknown[] = []
      for (const arg of args) {
        const value = arg(values, item)
        if (value === ASK_FEEL) return ASK_FEEL
        if (plain.length < params.length) plain.push(fromFeel(value))
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
