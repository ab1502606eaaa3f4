import type { Domain, Issue, LeafRead, Scope, Syntax } from './expression.ts'
import type { PathType, Vocabulary } from './vocabulary.ts'

const PRESENCE = new Set(['已提供', '已填写', '有记录', '查过'])

/** Variables bound inside a leaf, with the list read they range over. */
type Inner = ReadonlyMap<string, LeafRead | null>

/** Children of a syntax node, tokens included. */
export function children(node: Syntax): Syntax[] {
  const found: Syntax[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child)
  return found
}

/** A path expression as its base node and the names after it: 电子证照.营业执照.名称 → [电子证照, 营业执照, 名称]. */
export function pathParts(node: Syntax, source: string): { base: Syntax; names: string[] } {
  const names: string[] = []
  let base = node
  while (base.name === 'PathExpression') {
    const [inner, , name] = children(base)
    if (!inner || !name) break
    names.unshift(source.slice(name.from, name.to))
    base = inner
  }
  return { base, names }
}

/** The field of a quantified item that the names mean, with what is read inside it. */
export function domainField(
  domain: Domain,
  names: readonly string[],
  vocabulary: Vocabulary,
): { field: string | null; type: PathType | null; rest: string[] } | null {
  if (domain.kind === 'list') {
    if (names.length === 0) return { field: null, type: null, rest: [] }
    const found = vocabulary.resolve([domain.list, ...names])
    return found?.kind === 'list' ? { field: found.field, type: found.type, rest: found.rest } : null
  }
  if (domain.kind === 'value') return { field: null, type: domain.type, rest: [...names] }
  const [column, ...rest] = names
  if (column === undefined) return { field: null, type: null, rest: [] }
  const type = domain.type.columns?.get(column)
  return type ? { field: column, type: { type, label: `${domain.type.label}（${column}）` }, rest } : null
}

/** Collects what one FEEL leaf reads; whole lists read the fields that the point declares. */
export class ReadCollector {
  readonly reads = new Map<string, LeafRead>()
  readonly issues: Issue[] = []
  readonly source: string
  readonly vocabulary: Vocabulary
  readonly functions: ReadonlySet<string>

  constructor(source: string, vocabulary: Vocabulary, functions: ReadonlySet<string>) {
    this.source = source
    this.vocabulary = vocabulary
    this.functions = functions
  }

  /** Walks a syntax node; `inner` maps variables bound inside the leaf to the list read they range over. */
  walk(node: Syntax, scope: Scope, inner: Inner = new Map(), whole = true): void {
    switch (node.name) {
      case 'VariableName':
      case 'PathExpression':
        this.path(node, scope, inner, whole)
        return
      case 'FunctionInvocation':
        this.call(node, scope, inner)
        return
      case 'FilterExpression': {
        const [base, , condition] = children(node)
        if (!base || !condition) return
        this.walk(base, scope, inner, whole)
        this.filter(base, condition, scope, inner)
        return
      }
      case 'ParenthesizedExpression':
      case 'PositionalParameters':
      case 'IterationContext':
        for (const child of children(node)) this.walk(child, scope, inner, whole)
        return
      case 'ForExpression':
      case 'QuantifiedExpression':
        this.iteration(node, scope, inner)
        return
      case 'Key':
      case 'Type':
      case 'ParameterName':
      case 'DateTimeConstructor':
        return
      default:
        for (const child of children(node)) this.walk(child, scope, inner)
    }
  }

  private path(node: Syntax, scope: Scope, inner: Inner, whole: boolean): void {
    const { base, names } = pathParts(node, this.source)
    if (base.name !== 'VariableName') {
      const read = this.listOf(base, scope, inner)
      this.walk(base, scope, inner, read === null)
      const field = names[0]
      if (read && field !== undefined) this.addField(read, field, node.from)
      return
    }
    const head = this.source.slice(base.from, base.to)
    const bound = inner.get(head)
    if (bound !== undefined) {
      if (bound && names[0] !== undefined) this.addField(bound, names[0], node.from)
      else if (bound) this.markWhole(bound)
      return
    }
    this.name([head, ...names], scope, node.from, whole)
  }

  private markWhole(read: LeafRead): void {
    if (read.kind !== 'constant') read.whole = true
  }

  private name(parts: string[], scope: Scope, offset: number, whole: boolean): LeafRead | null {
    const [head = '', ...names] = parts
    const domain = scope.variables.get(head)
    if (domain) return this.item(head, domain, names, offset, whole)
    if (scope.bare && domainField(scope.bare.domain, parts, this.vocabulary)?.field) {
      return this.item(scope.bare.variable, scope.bare.domain, parts, offset, whole)
    }
    const found = this.vocabulary.resolve(parts)
    if (!found) {
      this.issues.push({
        offset,
        message: `未知路径 ${parts.join('.')}`,
        fix: '核对材料位、字段、数据源或表单键的名字（unknown fact path）',
      })
      return null
    }
    if (found.kind === 'constant') return this.add(found.name, { kind: 'constant', name: found.name })
    if (found.kind === 'head') {
      this.issues.push({
        offset,
        message: `${found.name} 不是一个值`,
        fix: `写明字段，如 ${found.name}.字段名（name a field）`,
      })
      return null
    }
    if (found.kind === 'list') {
      const read = this.add(found.list, {
        kind: 'list',
        list: found.list,
        members: new Set(),
        whole: false,
      })
      if (found.field !== null) this.addField(read, found.field, offset)
      else if (whole) this.markWhole(read)
      return read
    }
    const as = parts.slice(0, parts.length - found.rest.length)
    const read = this.add(as.join('.'), {
      kind: 'fact',
      as,
      path: found.path,
      type: found.type,
      members: new Set(),
      whole: false,
      parts: new Set(),
    })
    this.addRest(read, found.rest, offset, whole)
    return read
  }

  private item(variable: string, domain: Domain, names: string[], offset: number, whole: boolean): LeafRead | null {
    const found = domainField(domain, names, this.vocabulary)
    if (!found) {
      this.issues.push({ offset, message: `${variable} 没有字段 ${names.join('.')}`, fix: '核对列表项的字段名' })
      return null
    }
    const read = this.add(`${variable}/${found.field ?? ''}`, {
      kind: 'item',
      variable,
      field: found.field,
      type: found.type,
      members: new Set(),
      whole: false,
      parts: new Set(),
    })
    this.addRest(read, found.rest, offset, whole)
    return read
  }

  private addRest(read: LeafRead, rest: readonly string[], offset: number, whole: boolean): void {
    const [first] = rest
    if (read.kind !== 'fact' && read.kind !== 'item') return
    if (first === undefined) {
      read.parts.add('')
      if (whole) this.markWhole(read)
    } else if (read.type?.type === 'table') this.addField(read, first, offset)
    else read.parts.add(first)
  }

  private addField(read: LeafRead, field: string, offset: number): void {
    if (read.kind === 'list') {
      if (!this.vocabulary.resolve([read.list, field])) {
        this.issues.push({ offset, message: `${read.list} 没有字段 ${field}`, fix: '核对列表项的字段名' })
      }
      read.members.add(field)
      return
    }
    if ((read.kind === 'fact' || read.kind === 'item') && read.type?.type === 'table') {
      if (!read.type.columns?.has(field)) {
        this.issues.push({ offset, message: `${read.type.label} 没有列 ${field}`, fix: '核对表格的列名' })
      }
      read.members.add(field)
    }
  }

  /** The list or table read that an expression ranges over, when it plainly is one. */
  private listOf(node: Syntax, scope: Scope, inner: Inner): LeafRead | null {
    if (node.name === 'ParenthesizedExpression' || node.name === 'IterationContext') {
      const child = children(node).find((part) => part.name !== '(')
      return child ? this.listOf(child, scope, inner) : null
    }
    if (node.name === 'FilterExpression') {
      const [base] = children(node)
      return base ? this.listOf(base, scope, inner) : null
    }
    if (node.name !== 'VariableName' && node.name !== 'PathExpression') return null
    const { base, names } = pathParts(node, this.source)
    const head = this.source.slice(base.from, base.to)
    const bound = inner.get(head)
    if (bound !== undefined) return names.length === 0 ? bound : null
    const before = this.issues.length
    const read = this.name([head, ...names], scope, node.from, false)
    this.issues.length = before
    const isTable = read && (read.kind === 'fact' || read.kind === 'item') && read.type?.type === 'table'
    return read?.kind === 'list' || isTable ? read : null
  }

  private filter(base: Syntax, condition: Syntax, scope: Scope, inner: Inner): void {
    const read = this.listOf(base, scope, inner)
    if (!read) {
      this.walk(condition, scope, inner)
      return
    }
    const fields = this.fieldsOf(read)
    const visit = (node: Syntax): void => {
      if (node.name === 'VariableName' || node.name === 'PathExpression') {
        const { base: first, names } = pathParts(node, this.source)
        const head = this.source.slice(first.from, first.to)
        const field =
          first.name !== 'VariableName' ? undefined : fields.has(head) ? head : head === 'item' ? names[0] : undefined
        if (field === undefined) this.path(node, scope, inner, true)
        else this.addField(read, field, node.from)
        return
      }
      if (node.name === 'FunctionInvocation') {
        this.checkCallee(node)
        for (const child of children(node).slice(1)) visit(child)
        return
      }
      for (const child of children(node)) visit(child)
    }
    visit(condition)
  }

  private fieldsOf(read: LeafRead): ReadonlySet<string> {
    if (read.kind === 'list') return new Set(this.vocabulary.heads.get(read.list)?.fields.keys())
    if (read.kind === 'fact' || read.kind === 'item') return new Set(read.type?.columns?.keys())
    return new Set()
  }

  private iteration(node: Syntax, scope: Scope, inner: Inner): void {
    const bound = new Map(inner)
    const [, bindings, ...rest] = children(node)
    for (const binding of bindings ? children(bindings) : []) {
      const [name, , context] = children(binding)
      if (!name || !context) continue
      this.walk(context, scope, bound, this.listOf(context, scope, bound) === null)
      bound.set(this.source.slice(name.from, name.to), this.listOf(context, scope, bound))
    }
    for (const part of rest) this.walk(part, scope, bound)
  }

  private call(node: Syntax, scope: Scope, inner: Inner): void {
    this.checkCallee(node)
    const whole = !this.source.slice(node.from).startsWith('count(')
    for (const child of children(node).slice(1)) this.walk(child, scope, inner, whole)
  }

  private checkCallee(node: Syntax): void {
    const callee = children(node)[0]
    const name = callee ? this.source.slice(callee.from, callee.to).replace(/\s+/g, ' ') : ''
    if (PRESENCE.has(name)) {
      this.issues.push({ offset: node.from, message: `${name}() 必须单独成句`, fix: '用 and / or / not() / if 连接它' })
    } else if (!this.functions.has(name)) {
      this.issues.push({ offset: node.from, message: `未登记的函数 ${name}()`, fix: '用 rules/functions 登记的函数' })
    }
  }

  private add(key: string, read: LeafRead): LeafRead {
    const known = this.reads.get(key)
    if (known) return known
    this.reads.set(key, read)
    return read
  }
}
