import { BUILTIN_ARGUMENTS, wrongType } from './builtin-arguments.ts'
import { impossibleLiteral, literalKind } from './date-literal.ts'
import type { Domain, Issue, Scope, Syntax } from './expression.ts'
import { FEEL_BUILTINS, type RuleFunctions } from './functions.ts'
import {
  ANY,
  builtinResult,
  clash,
  common,
  either,
  type FeelType,
  feelType,
  type Inferred,
  insideOf,
  joined,
  listOf,
  member,
  TYPE_NAMES as NAMES,
  unmeasured,
} from './inferred.ts'
import { children, domainField, pathParts } from './reads.ts'
import { CONSTANTS, type Vocabulary } from './vocabulary.ts'

/** What a choice of `in (…)` is compared with as it is; in a period or a list something lies. */
const COMPARABLE: ReadonlySet<FeelType> = new Set(['boolean', 'string', 'number', 'date', 'duration'])

/** Infers the static type of a FEEL node and reports operands that FEEL would silently call unequal or null. */
export class TypeInference {
  readonly issues: Issue[] = []
  /** What a variable of some, every or for stands for, where its scope does not say. */
  private readonly bound = new Map<string, Inferred>()
  private readonly source: string
  private readonly vocabulary: Vocabulary
  private readonly functions: RuleFunctions

  constructor(source: string, vocabulary: Vocabulary, functions: RuleFunctions) {
    this.source = source
    this.vocabulary = vocabulary
    this.functions = functions
  }

  /** Type of a node; problems inside it are added to `issues`. */
  infer(node: Syntax, scope: Scope): Inferred {
    const parts = children(node)
    const inner = (part: Syntax | undefined) => (part ? this.infer(part, scope) : ANY)
    switch (node.name) {
      case 'NumericLiteral':
        return { type: 'number' }
      case 'StringLiteral':
        return { type: 'string', literals: [this.source.slice(node.from + 1, node.to - 1)] }
      case 'BooleanLiteral':
        return { type: 'boolean' }
      case 'DateTimeLiteral':
        return this.dateLiteral(node, parts, scope)
      case 'VariableName':
      case 'PathExpression':
        return this.path(node, scope)
      case 'ParenthesizedExpression':
        return inner(parts[1])
      case 'Comparison':
        return this.comparison(node, parts, scope)
      case 'Conjunction':
      case 'Disjunction':
        for (const part of parts) if (part.name !== 'and' && part.name !== 'or') this.wantBoolean(part, scope)
        return { type: 'boolean' }
      case 'ArithmeticExpression':
        return this.arithmetic(node, parts, scope)
      case 'FunctionInvocation':
        return this.call(node, parts, scope)
      case 'IfExpression': {
        const [, condition, , yes, , no] = parts
        if (condition) this.wantBoolean(condition, scope)
        const [a, b] = [inner(yes), inner(no)]
        return either(a, b)
      }
      case 'QuantifiedExpression':
        this.iteration(parts, scope)
        return { type: 'boolean' }
      case 'Context':
        return this.context(parts, scope)
      case 'FilterExpression':
        return this.filter(parts, scope)
      case 'List':
        return listOf(parts.filter(({ name }) => name !== '[' && name !== ']').map(inner))
      case 'Interval':
        return this.interval(node, parts, scope)
      case 'ForExpression':
        return listOf([this.iteration(parts, scope)])
      default:
        return ANY
    }
  }

  /** Reports a clause whose result is known not to be true or false. */
  wantBoolean(node: Syntax, scope: Scope): void {
    const { type } = this.infer(node, scope)
    if (type === 'boolean' || type === 'any') return
    this.report(
      node,
      `${this.text(node)} 的结果是${NAMES[type]}，不是真假`,
      '写成比较，或用返回真假的函数（non-boolean）',
    )
  }

  private path(node: Syntax, scope: Scope): Inferred {
    const { base, names } = pathParts(node, this.source)
    if (base.name === 'FilterExpression') {
      const kept = this.infer(base, scope)
      const domain = this.domainOf(base, scope)
      const found = domain && domainField(domain, names, this.vocabulary)
      if (!found?.type) return names.reduce(member, kept)
      const field = insideOf(found.type, found.rest)
      return kept.type === 'list' ? { type: 'list', items: field } : field
    }
    if (base.name !== 'VariableName') return names.reduce(member, this.infer(base, scope))
    const head = this.text(base)
    if (CONSTANTS.includes(head)) return { type: names.length === 0 ? 'date' : 'number' }
    const domain = scope.variables.get(head)
    const bound = domain?.kind === 'value' && domain.type === null ? this.bound.get(head) : undefined
    if (bound) return names.reduce(member, bound)
    if (domain) {
      const found = domainField(domain, names, this.vocabulary)
      const said = found?.type ? insideOf(found.type, found.rest) : ANY
      return domain.kind === 'table' && found?.type?.type === 'number' ? unmeasured(said) : said
    }
    const bare = scope.bare && domainField(scope.bare.domain, [head, ...names], this.vocabulary)
    if (bare?.field && bare.type) return insideOf(bare.type, bare.rest)
    if (scope.bare && head === 'item' && names.length > 0) {
      const found = domainField(scope.bare.domain, names, this.vocabulary)
      return found?.type ? insideOf(found.type, found.rest) : ANY
    }
    const found = this.vocabulary.resolve([head, ...names])
    if (found?.kind === 'list')
      return found.type ? { type: 'list', items: insideOf(found.type, found.rest) } : { type: 'list' }
    return found?.kind === 'fact' ? insideOf(found.type, found.rest) : ANY
  }

  /** The condition sees the fields of the filtered items; a number (or what may be one) is an index. */
  private filter([list, , condition]: Syntax[], scope: Scope): Inferred {
    const kept = list ? this.infer(list, scope) : ANY
    if (!condition) return kept
    const domain = list ? this.domainOf(list, scope) : null
    const inside = domain ? { ...scope, bare: { variable: 'item', domain } } : scope
    const { type } = this.infer(condition, inside)
    if (type === 'number') return kept.items ?? ANY
    if (type !== 'any') this.wantBoolean(condition, inside)
    this.bareCall(condition)
    return kept.items ? { type: 'list', items: kept.items } : { type: 'list' }
  }

  /** A bare call between brackets, `not()` too, is taken for an index by feelin: nothing is kept, or everything is. */
  private bareCall(condition: Syntax): void {
    let inner: Syntax | undefined = condition
    while (inner?.name === 'ParenthesizedExpression') inner = children(inner)[1]
    const called = inner?.name === 'FunctionInvocation' ? children(inner)[0] : undefined
    if (!inner || !called) return
    const name = this.text(called)
    const returns = this.functions[name]?.returns ?? FEEL_BUILTINS[name.replace(/\s+/g, ' ')]
    if (returns !== undefined && feelType(returns) !== 'boolean') return
    this.report(
      inner,
      `方括号里只写 ${name}(…) 不起筛选作用`,
      `写成 ${this.text(inner)} = true（bare call in a filter）`,
    )
  }

  /** `some … in … satisfies`, `for … in … return` inside a leaf: the type of what is said of each item. */
  private iteration([, bindings, , body]: Syntax[], scope: Scope): Inferred {
    const variables = new Map(scope.variables)
    const inside = { ...scope, variables }
    const undo: (() => void)[] = []
    for (const binding of bindings ? children(bindings) : []) {
      const [name, , context] = children(binding)
      const items = context && children(context)[0]
      if (!name || !items) continue
      const each = this.infer(items, inside).items ?? ANY
      variables.set(this.text(name), this.domainOf(items, inside) ?? { kind: 'value', type: null })
      undo.push(this.bind(this.text(name), each))
    }
    const said = body ? this.infer(body, inside) : ANY
    for (const one of undo.toReversed()) one()
    return said
  }

  /** What a variable stands for from now on, where its scope does not say; called, the result undoes it. */
  bind(variable: string, value: Inferred): () => void {
    const before = this.bound.get(variable)
    this.bound.set(variable, value)
    return () => void (before ? this.bound.set(variable, before) : this.bound.delete(variable))
  }

  /** What one item of an expression is, when that is plainly a list of records or a table. */
  private domainOf(node: Syntax, scope: Scope): Domain | null {
    const parts = children(node)
    if (node.name === 'ParenthesizedExpression') return parts[1] ? this.domainOf(parts[1], scope) : null
    if (node.name === 'FilterExpression') return parts[0] ? this.domainOf(parts[0], scope) : null
    const { base, names } = pathParts(node, this.source)
    if (base.name !== 'VariableName') return null
    const domain = scope.variables.get(this.text(base))
    if (domain && names.length === 0) return domain
    const named = domain ? null : this.vocabulary.resolve([this.text(base), ...names])
    if (named?.kind === 'list' && named.field === null) return { kind: 'list', list: named.list }
    const found = domain ? domainField(domain, names, this.vocabulary) : named && 'type' in named ? named : null
    if (!found || found.rest.length > 0) return null
    return found.type?.type === 'table' ? { kind: 'table', type: found.type, path: null } : null
  }

  private context(parts: Syntax[], scope: Scope): Inferred {
    const entries = new Map<string, Inferred>()
    for (const entry of parts.filter(({ name }) => name === 'ContextEntry')) {
      const [key, value] = children(entry).filter(({ name }) => name !== ':')
      if (key && value) entries.set(this.text(key).replace(/^"|"$/g, ''), this.infer(value, scope))
    }
    return { type: 'any', entries }
  }

  private interval(node: Syntax, parts: Syntax[], scope: Scope): Inferred {
    const ends = parts.filter(({ name }) => !/^[[\]().]+$/.test(name))
    const items = ends.map((end) => this.infer(end, scope))
    const [first, second] = items
    if (first && second) this.alike(first, second, node)
    this.ordered(node, ends, this.text(node).startsWith('[') && this.text(node).endsWith(']'))
    return { type: 'range', items: common(items) }
  }

  /** Two numbers or days written as the ends of an interval: an empty one holds nothing, ever. */
  private ordered(node: Syntax, ends: readonly Syntax[], isClosed: boolean): void {
    const [from, to] = ends.map((end) =>
      this.text(end)
        .match(WRITTEN_END)
        ?.slice(1)
        .find((one) => one !== undefined),
    )
    if (from === undefined || to === undefined) return
    const isDay = from.includes('-', 1)
    const isEmpty = isDay ? from > to : Number(from) > Number(to)
    if (!isEmpty && (isClosed || from !== to)) return
    this.report(node, `${this.text(node)} 里什么也没有：起点不在终点之前`, '小的、早的写在前面（empty interval）')
  }

  private comparison(node: Syntax, parts: Syntax[], scope: Scope): Inferred {
    const operands = parts.filter((part) => !/^(CompareOp|between|and|in)$/.test(part.name))
    const [left, ...others] = operands
    const first = left ? this.infer(left, scope) : ANY
    for (const other of others) {
      if (other.name === 'PositiveUnaryTest' || other.name === 'PositiveUnaryTests') {
        for (const choice of choices(other)) {
          const second = this.infer(choice, scope)
          const held = second.type === 'list' || second.type === 'range' ? (second.items ?? ANY) : second
          if (COMPARABLE.has(held.type) || held.oneOf) this.alike(first, held, node)
          this.known(first, second, choice)
        }
        continue
      }
      const second = this.infer(other, scope)
      this.alike(first, second, node)
      this.known(first, second, node)
      this.known(second, first, node)
    }
    if (parts.some(({ name }) => name === 'between')) this.ordered(node, others, true)
    return { type: 'boolean' }
  }

  private alike(first: Inferred, second: Inferred, node: Syntax): void {
    if (first.oneOf) for (const one of first.oneOf) this.alike(one, second, node)
    else if (second.oneOf) for (const one of second.oneOf) this.alike(first, one, node)
    const clashing = clash(first, second)
    if (clashing) {
      this.report(node, `${clashing}比较：${this.text(node)}`, '比同一种数，核对字段和单位（measures differ）')
      return
    }
    if (first.type === second.type || first.type === 'any' || second.type === 'any') return
    const what = `${NAMES[first.type]}不能和${NAMES[second.type]}比较：${this.text(node)}`
    this.report(node, what, '两边用同一种类型，日期写 date("2026-01-01")（operand types differ）')
  }

  /** Texts that the expression writes must be among those that the other side may be. */
  private known(typed: Inferred, said: Inferred, node: Syntax): void {
    const { values = [] } = typed
    if (values.length === 0) return
    for (const literal of said.literals ?? []) {
      if (values.includes(literal)) continue
      this.report(node, `“${literal}”不是可选的值`, `可选：${values.join('、')}`)
    }
  }

  private arithmetic(node: Syntax, parts: Syntax[], scope: Scope): Inferred {
    const operands = parts.filter((part) => part.name !== 'ArithOp')
    const given = operands.map((operand) => this.infer(operand, scope))
    const types = given.map(({ type }) => type)
    if (types.includes('any')) return ANY
    const [a, b] = types
    const [first, second] = given
    const isSum = parts.some((part) => part.name === 'ArithOp' && /^[+-]$/.test(this.text(part)))
    const clashing = first && second && isSum ? clash(first, second) : null
    if (clashing)
      this.report(node, `${clashing}相加减：${this.text(node)}`, '算同一种数，核对字段和单位（measures differ）')
    if (first && second && isSum && a === 'number' && b === 'number') return common(given)
    if (b === undefined) return { type: a ?? 'any' }
    if (a === 'date' && b === 'date') return { type: 'duration' }
    if ((a === 'date' && b === 'duration') || (a === 'duration' && b === 'date')) return { type: 'date' }
    if (a === b && (a === 'number' || a === 'string' || a === 'duration')) return { type: a }
    this.report(node, `不能这样计算：${this.text(node)}`, '日期加减用 duration("P90D")（operand types differ）')
    return ANY
  }

  private call(node: Syntax, parts: Syntax[], scope: Scope): Inferred {
    const name = parts[0] ? this.text(parts[0]).replace(/\s+/g, ' ') : ''
    const list = parts.find((part) => part.name === 'PositionalParameters')
    const named = parts.find((part) => part.name === 'NamedParameters')
    if (named) this.report(named, `${name}() 的参数不写名字`, '按函数的次序只写值（named arguments）')
    const args = list ? children(list) : []
    const given = args.map((arg) => this.infer(arg, scope))
    const types = given.map(({ type }) => type)
    if (list) this.builtinArguments(node, name, given)
    if (name === 'list contains') {
      this.known(given[0] ?? ANY, given[1] ?? ANY, node)
      this.known(given[1] ?? ANY, given[0] ?? ANY, node)
      this.alike(given[0]?.items ?? ANY, given[1] ?? ANY, node)
    }
    if (SAME_ITEMS.has(name)) return joined(given)
    if (name === 'append') return listOf([given[0]?.items ?? ANY, ...given.slice(1)])
    if (name === 'min' || name === 'max') {
      const [first = ANY, ...others] = given.map((one) => one.items ?? one)
      for (const other of others) this.alike(first, other, node)
      return common([first, ...others])
    }
    const own = this.functions[name]
    if (!own) return builtinResult(name, given)
    const required = own.params.length - (own.optional ?? 0)
    if (args.length < required || args.length > own.params.length) {
      this.report(node, `${name}() 要 ${own.params.length} 个参数，写了 ${args.length} 个`, '核对函数的参数')
    }
    types.forEach((type, index) => {
      const wanted = feelType(own.params[index] ?? 'any')
      if (type === wanted || type === 'any' || wanted === 'any') return
      this.report(node, `${name}() 第 ${index + 1} 个参数要${NAMES[wanted]}，给了${NAMES[type]}`, '核对参数的类型')
    })
    return { type: feelType(own.returns) }
  }

  private builtinArguments(node: Syntax, name: string, given: readonly Inferred[]): void {
    const about = name in this.functions ? undefined : BUILTIN_ARGUMENTS[name]
    if (!about) return
    const { params, optional = 0, many } = about
    if (given.length < params.length - optional || (!many && given.length > params.length)) {
      this.report(node, `${name}() 要 ${params.length} 个参数，写了 ${given.length} 个`, '核对函数的参数')
    }
    given.forEach((one, index) => {
      const wrong = wrongType(one, params[index] ?? params.at(-1) ?? 'any')
      if (!wrong) return
      const [wanted, found] = [NAMES[wrong.wanted], NAMES[wrong.given]]
      const what = wrong.items ? `里要是${wanted}，给了${found}的列表` : `要${wanted}，给了${found}`
      const fix = wrong.given === 'date' ? '日期用 <=、>= 和 .year、.month 比' : '核对参数的类型'
      this.report(node, `${name}() 第 ${index + 1} 个参数${what}`, `${fix}（argument type）`)
    })
  }

  private dateLiteral(node: Syntax, parts: Syntax[], scope: Scope): Inferred {
    const told = impossibleLiteral(node, this.source)
    if (told) this.report(node, told, '写成 date("2026-03-31")、duration("P90D")（impossible date literal）')
    for (const part of parts.filter(({ name }) => name === 'PositionalParameters').flatMap(children))
      this.infer(part, scope)
    return { type: literalKind(node, this.source) }
  }

  private text(node: Syntax): string {
    return this.source.slice(node.from, node.to)
  }

  private report(node: Syntax, message: string, fix: string): void {
    this.issues.push({ offset: node.from, message, fix })
  }
}

/** Built-ins that give back the items of the lists they take. */
const SAME_ITEMS: ReadonlySet<string> = new Set(['distinct values', 'union', 'concatenate', 'flatten'])

/** The ends of an interval that are written as a number or a day. */
const WRITTEN_END = /^\s*(?:(-?\d+(?:\.\d+)?)|(?:date\s*\(\s*|@)"(\d{4}-\d{2}-\d{2})"\s*\)?)\s*$/

/** What stands in the brackets after `in`. */
function choices(tests: Syntax): Syntax[] {
  return /PositiveUnaryTest|^Parenthesized/.test(tests.name) ? children(tests).flatMap(choices) : [tests]
}
