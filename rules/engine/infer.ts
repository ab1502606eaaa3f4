import type { ValueType } from '../../facts/values/value.ts'
import { impossibleLiteral, literalKind } from './date-literal.ts'
import type { Domain, Issue, Scope, Syntax } from './expression.ts'
import { FEEL_BUILTINS, type RuleFunctions } from './functions.ts'
import { children, domainField, pathParts } from './reads.ts'
import { CONSTANTS, type PathType, type Vocabulary } from './vocabulary.ts'

export type FeelType = 'boolean' | 'string' | 'number' | 'date' | 'duration' | 'range' | 'list' | 'any'

interface Inferred {
  type: FeelType
  /** Allowed values, when the value is an enum. */
  values?: readonly string[]
  /** The literal itself. */
  literal?: string
  /** What a list holds, or a period's bounds are. */
  items?: Inferred
}

const ANY: Inferred = { type: 'any' }
const NAMES: Readonly<Record<FeelType, string>> = {
  boolean: '真假',
  string: '文字',
  number: '数字',
  date: '日期',
  duration: '时长',
  range: '期间',
  list: '列表',
  any: '任意',
}
/** What a choice of `in (…)` is compared with as it is; in a period or a list something lies. */
const COMPARABLE: ReadonlySet<FeelType> = new Set(['boolean', 'string', 'number', 'date', 'duration'])

function feelType(type: ValueType | string): FeelType {
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

/** Infers the static type of a FEEL node and reports operands that FEEL would silently call unequal or null. */
export class TypeInference {
  readonly issues: Issue[] = []
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
        return { type: 'string', literal: this.source.slice(node.from + 1, node.to - 1) }
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
        return a.type === b.type ? { type: a.type } : ANY
      }
      case 'QuantifiedExpression':
        this.iteration(parts, scope)
        return { type: 'boolean' }
      case 'FilterExpression':
        return this.filter(parts, scope)
      case 'List':
        return listOf(parts.filter(({ name }) => name !== '[' && name !== ']').map(inner))
      case 'Interval':
        return { type: 'range', items: common(parts.filter(({ name }) => !/^[[\]().]+$/.test(name)).map(inner)) }
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
      const { type } = this.infer(base, scope)
      const domain = this.domainOf(base, scope)
      const found = domain && domainField(domain, names, this.vocabulary)
      const field = found?.type ? this.inside(found.type, found.rest) : ANY
      return type === 'list' ? { type: 'list', items: field } : field
    }
    if (base.name !== 'VariableName') return ANY
    const head = this.text(base)
    if (CONSTANTS.includes(head)) return { type: names.length === 0 ? 'date' : 'number' }
    const domain = scope.variables.get(head)
    if (domain) {
      const found = domainField(domain, names, this.vocabulary)
      return found?.type ? this.inside(found.type, found.rest) : ANY
    }
    const bare = scope.bare && domainField(scope.bare.domain, [head, ...names], this.vocabulary)
    if (bare?.field && bare.type) return this.inside(bare.type, bare.rest)
    if (scope.bare && head === 'item' && names.length > 0) {
      const found = domainField(scope.bare.domain, names, this.vocabulary)
      return found?.type ? this.inside(found.type, found.rest) : ANY
    }
    const found = this.vocabulary.resolve([head, ...names])
    if (found?.kind === 'list')
      return found.type ? { type: 'list', items: this.inside(found.type, found.rest) } : { type: 'list' }
    return found?.kind === 'fact' ? this.inside(found.type, found.rest) : ANY
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
    const bound = { ...scope, variables }
    for (const binding of bindings ? children(bindings) : []) {
      const [name, , context] = children(binding)
      const items = context && children(context)[0]
      if (!name || !items) continue
      this.infer(items, bound)
      variables.set(this.text(name), this.domainOf(items, bound) ?? { kind: 'value', type: null })
    }
    return body ? this.infer(body, bound) : ANY
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

  private inside(type: PathType, rest: readonly string[]): Inferred {
    const [first] = rest
    if (first === undefined) return { type: feelType(type.type), ...(type.values ? { values: type.values } : {}) }
    if (type.type === 'date-range') return rest.length === 1 ? { type: 'date' } : { type: 'number' }
    if (type.type === 'table') return { type: 'list' }
    return type.type === 'date' ? { type: 'number' } : ANY
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
          if (COMPARABLE.has(held.type)) this.alike(first, held, node)
          this.known(first, second, choice)
        }
        continue
      }
      const second = this.infer(other, scope)
      this.alike(first, second, node)
      this.known(first, second, node)
      this.known(second, first, node)
    }
    return { type: 'boolean' }
  }

  private alike(first: Inferred, second: Inferred, node: Syntax): void {
    if (first.type === second.type || first.type === 'any' || second.type === 'any') return
    const what = `${NAMES[first.type]}不能和${NAMES[second.type]}比较：${this.text(node)}`
    this.report(node, what, '两边用同一种类型，日期写 date("2026-01-01")（operand types differ）')
  }

  private known(typed: Inferred, literal: Inferred, node: Syntax): void {
    if (!typed.values || typed.values.length === 0 || literal.literal === undefined) return
    if (typed.values.includes(literal.literal)) return
    this.report(node, `“${literal.literal}”不是可选的值`, `可选：${typed.values.join('、')}`)
  }

  private arithmetic(node: Syntax, parts: Syntax[], scope: Scope): Inferred {
    const operands = parts.filter((part) => part.name !== 'ArithOp')
    const types = operands.map((operand) => this.infer(operand, scope).type)
    if (types.includes('any')) return ANY
    const [a, b] = types
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
    const args = list ? children(list) : []
    const given = args.map((arg) => this.infer(arg, scope))
    const types = given.map(({ type }) => type)
    if (name === 'list contains') {
      this.known(given[0] ?? ANY, given[1] ?? ANY, node)
      this.alike(given[0]?.items ?? ANY, given[1] ?? ANY, node)
    }
    if (SAME_ITEMS.has(name)) return listOf(given.map(({ items }) => items ?? ANY))
    if (name === 'append') return listOf([given[0]?.items ?? ANY, ...given.slice(1)])
    if (name === 'min' || name === 'max') return common(given.map((one) => one.items ?? one))
    const declared = this.functions[name]
    if (!declared) return { type: feelType(FEEL_BUILTINS[name] ?? 'any') }
    const required = declared.params.length - (declared.optional ?? 0)
    if (args.length < required || args.length > declared.params.length) {
      this.report(node, `${name}() 要 ${declared.params.length} 个参数，写了 ${args.length} 个`, '核对函数的参数')
    }
    types.forEach((type, index) => {
      const wanted = feelType(declared.params[index] ?? 'any')
      if (type === wanted || type === 'any' || wanted === 'any') return
      this.report(node, `${name}() 第 ${index + 1} 个参数要${NAMES[wanted]}，给了${NAMES[type]}`, '核对参数的类型')
    })
    return { type: feelType(declared.returns) }
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

const listOf = (items: readonly Inferred[]): Inferred => ({ type: 'list', items: common(items) })

/** The one type of several values; any when they differ. */
function common(found: readonly Inferred[]): Inferred {
  const [first = ANY, ...others] = found
  return others.every(({ type }) => type === first.type) ? { type: first.type } : ANY
}

/** What stands in the brackets after `in`. */
function choices(tests: Syntax): Syntax[] {
  return /PositiveUnaryTest|^Parenthesized/.test(tests.name) ? children(tests).flatMap(choices) : [tests]
}
