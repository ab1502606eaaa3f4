import { parseExpression } from 'feelin'
import type { Domain, Expression, Issue, Leaf, Presence, Scope, Source, Syntax } from './expression.ts'
import { children, domainField, pathParts, ReadCollector } from './reads.ts'
import type { PathType, Vocabulary } from './vocabulary.ts'

export interface Parsed {
  expression: Expression
  /** A leaf of every syntax node evaluated as a value, quantifier sources included. */
  leaves: Leaf[]
  /** Declared paths that the expression may read: 营业执照.名称, 健康证明.有效期至. */
  paths: ReadonlySet<string>
  /** Sources and lists used whole: 有记录("法人库"), 许可证库. */
  sources: ReadonlySet<string>
  /** 查过(source, path): the declared paths that a source is to be asked by. */
  asks: readonly { source: string; path: string }[]
  issues: Issue[]
}

/** Modules are shared by many scenarios: one text is parsed once. Holds as many trees as the catalogue has texts. */
const trees = new Map<string, Syntax>()

function syntaxTree(source: string): Syntax {
  const known = trees.get(source) ?? parseExpression(source, {}, undefined).topNode
  trees.set(source, known)
  return known
}

const EMPTY: Scope = { variables: new Map(), bare: null }

/** Parses one FEEL check into the clauses that the three-valued layer walks; problems are returned, not thrown. */
export function parseCheck(source: string, vocabulary: Vocabulary, functions: ReadonlySet<string>): Parsed {
  return new CheckParser(source, vocabulary, functions).check()
}

/** Parses a FEEL expression that gives a value (derive): a leaf, or a choice between leaves. */
export function parseValue(source: string, vocabulary: Vocabulary, functions: ReadonlySet<string>): Parsed {
  return new CheckParser(source, vocabulary, functions).value()
}

class CheckParser {
  readonly source: string
  readonly vocabulary: Vocabulary
  readonly functions: ReadonlySet<string>
  readonly leaves: Leaf[] = []
  readonly paths = new Set<string>()
  readonly sources = new Set<string>()
  readonly asks: { source: string; path: string }[] = []
  readonly issues: Issue[] = []
  private filters = 0

  constructor(source: string, vocabulary: Vocabulary, functions: ReadonlySet<string>) {
    this.source = source
    this.vocabulary = vocabulary
    this.functions = functions
  }

  check(): Parsed {
    const body = this.body()
    return this.result(body ? this.clause(body, EMPTY) : this.empty())
  }

  value(): Parsed {
    const body = this.body()
    return this.result(body ? this.choice(body) : this.empty())
  }

  /** if … then … else …: the condition is a clause, so that it may ask what is filled in; the rest is a value. */
  private choice(node: Syntax): Expression {
    const [, condition, , yes, , no] = children(node).filter((child) => !child.name.endsWith('Comment'))
    if (node.name !== 'IfExpression' || !condition || !yes || !no) return this.leaf(node, EMPTY)
    const base = { text: this.source.slice(node.from, node.to).replace(/\s+/g, ' '), offset: node.from }
    const clause = this.clause(condition, EMPTY)
    return { ...base, kind: 'if', condition: clause, yes: this.choice(yes), no: this.choice(no) }
  }

  private result(expression: Expression): Parsed {
    const { leaves, paths, sources, asks, issues } = this
    return { expression, leaves, paths, sources, asks, issues }
  }

  private empty(): Expression {
    this.issues.push({ offset: 0, message: '表达式为空', fix: '写一个结果为真假的 FEEL 表达式' })
    return { kind: 'and', text: '', offset: 0, parts: [] }
  }

  private body(): Syntax | undefined {
    const top = syntaxTree(this.source)
    top.cursor().iterate((node) => {
      if (node.type.isError) {
        this.issues.push({ offset: node.from, message: '语法错误', fix: '检查括号、引号和运算符（FEEL syntax error）' })
      }
    })
    return children(top).find((node) => !node.name.endsWith('Comment'))
  }

  private clause(node: Syntax, scope: Scope): Expression {
    const parts = children(node).filter((child) => !child.name.endsWith('Comment'))
    const base = { text: this.source.slice(node.from, node.to).replace(/\s+/g, ' '), offset: node.from }
    switch (node.name) {
      case 'ParenthesizedExpression': {
        const inner = parts.find((part) => part.name !== '(' && part.name !== ')')
        return inner ? this.clause(inner, scope) : this.leaf(node, scope)
      }
      case 'Conjunction':
      case 'Disjunction': {
        const kind = node.name === 'Conjunction' ? 'and' : 'or'
        const clauses = parts.filter((part) => part.name !== kind).map((part) => this.clause(part, scope))
        const flat = clauses.flatMap((part) => (part.kind === kind ? part.parts : [part]))
        return { ...base, kind, parts: flat }
      }
      case 'IfExpression': {
        const [, condition, , yes, , no] = parts
        if (!condition || !yes || !no) return this.leaf(node, scope)
        return {
          ...base,
          kind: 'if',
          condition: this.clause(condition, scope),
          yes: this.clause(yes, scope),
          no: this.clause(no, scope),
        }
      }
      case 'QuantifiedExpression':
        return this.quantified(node, parts, base, scope)
      case 'FunctionInvocation':
        return this.invocation(node, parts, base, scope)
      default:
        return this.leaf(node, scope)
    }
  }

  private quantified(node: Syntax, parts: Syntax[], base: { text: string; offset: number }, scope: Scope): Expression {
    const [word, bindings, , body] = parts
    if (!word || !bindings || !body) return this.leaf(node, scope)
    const variables = new Map(scope.variables)
    const bound = children(bindings)
      .filter((part) => part.name === 'InExpression')
      .flatMap((part) => {
        const [name, , context] = children(part)
        const items = context && children(context)[0]
        if (!name || !items) return []
        const variable = this.source.slice(name.from, name.to)
        const { source, domain } = this.items(items, { ...scope, variables: new Map(variables) })
        variables.set(variable, domain)
        return [{ variable, source }]
      })
    const kind = word.name === 'every' ? 'every' : 'some'
    return { ...base, kind, bindings: bound, body: this.clause(body, { ...scope, variables }) }
  }

  /** Where a quantifier's items come from, and what one item is. */
  private items(node: Syntax, scope: Scope): { source: Source; domain: Domain } {
    const label = this.source.slice(node.from, node.to)
    if (node.name === 'ParenthesizedExpression') {
      const inner = children(node)[1]
      if (inner) return this.items(inner, scope)
    }
    if (node.name === 'FilterExpression') {
      const [inner, , condition] = children(node)
      if (inner && condition && condition.name !== 'NumericLiteral') {
        const { source, domain } = this.items(inner, scope)
        if (domain.kind !== 'value') {
          const variable = `[${this.filters++}]`
          const variables = new Map(scope.variables).set(variable, domain)
          const inside = this.clause(condition, { variables, bare: { variable, domain } })
          return { source: { kind: 'filtered', source, variable, condition: inside }, domain }
        }
      }
    }
    if (node.name === 'List') {
      const elements = children(node).filter((part) => part.name !== '[' && part.name !== ']')
      const leaves = elements.map((element) => this.leaf(element, scope))
      return { source: { kind: 'elements', leaves }, domain: { kind: 'value', type: null } }
    }
    const found = this.meaning(node, scope)
    if (found?.kind === 'list' && found.field === null) {
      this.sources.add(found.list)
      return { source: { kind: 'list', list: found.list }, domain: { kind: 'list', list: found.list } }
    }
    const type = found && found.kind !== 'constant' && found.kind !== 'head' ? found.type : null
    if (type?.type === 'table' && found && 'rest' in found && found.rest.length === 0) {
      const leaf = this.leaf(node, scope, false)
      const [read] = leaf.reads
      const path = read?.kind === 'fact' ? read.path : null
      return { source: { kind: 'table', leaf, type, label }, domain: { kind: 'table', type, path } }
    }
    const element: PathType | null = type ? { ...type, type: type.type === 'list' ? 'text' : type.type } : null
    return {
      source: { kind: 'values', leaf: this.leaf(node, scope), type: element, label },
      domain: { kind: 'value', type: element },
    }
  }

  private meaning(node: Syntax, scope: Scope) {
    const { base, names } = pathParts(node, this.source)
    if (base.name !== 'VariableName') return null
    const head = this.source.slice(base.from, base.to)
    const domain = scope.variables.get(head)
    if (!domain) return this.vocabulary.resolve([head, ...names])
    const found = domainField(domain, names, this.vocabulary)
    return found?.type ? { kind: 'fact' as const, path: head, type: found.type, rest: found.rest } : null
  }

  private invocation(node: Syntax, parts: Syntax[], base: { text: string; offset: number }, scope: Scope): Expression {
    const [callee, , parameters] = parts
    const name = callee ? this.source.slice(callee.from, callee.to) : ''
    const args = parameters ? children(parameters) : []
    if (name === 'not' && args[0] && args.length === 1) {
      return { ...base, kind: 'not', part: this.clause(args[0], scope) }
    }
    if (name === '已提供' || name === '有记录') return this.named(name, args[0], base)
    if (name === '已填写') return this.filled(args[0], base, scope)
    if (name === '查过') return this.asked(args, base, scope)
    return this.leaf(node, scope)
  }

  private named(
    question: '已提供' | '有记录' | '查过',
    arg: Syntax | undefined,
    base: { text: string; offset: number },
  ): Presence {
    const about = arg?.name === 'StringLiteral' ? this.source.slice(arg.from + 1, arg.to - 1) : ''
    const [first = ''] = about.split('.')
    const head = this.vocabulary.heads.get(first)
    const wanted = question === '已提供' ? 'slot' : 'source'
    if (head?.kind === 'source') this.sources.add(about)
    if (head?.kind !== wanted) {
      const fix = wanted === 'slot' ? '写清单上的材料位，如 已提供("营业执照")' : '写数据源，如 有记录("法人库")'
      this.issues.push({ offset: base.offset, message: `${question}() 不认识 ${about || '这个参数'}`, fix })
    }
    return { ...base, kind: 'presence', question, about, item: null }
  }

  private asked(args: readonly Syntax[], base: { text: string; offset: number }, scope: Scope): Presence {
    const [source, number] = args
    const question = this.named('查过', source, base)
    if (number && args.length === 2) {
      const leaf = this.leaf(number, scope)
      const paths = leaf.reads.flatMap((read) => askedPath(read, scope) ?? [])
      this.asks.push(...paths.map((path) => ({ source: question.about, path })))
      return { ...question, number: leaf }
    }
    const fix = '如 查过("行业禁入库", 申请表.lrep_idno)'
    this.issues.push({ offset: base.offset, message: '查过() 要写数据源和号码', fix })
    return question
  }

  private filled(arg: Syntax | undefined, base: { text: string; offset: number }, scope: Scope): Presence {
    const { base: first, names } = arg ? pathParts(arg, this.source) : { base: null, names: [] }
    const head = first ? this.source.slice(first.from, first.to) : ''
    const domain = scope.variables.get(head)
    const field = domain ? domainField(domain, names, this.vocabulary) : null
    if (field && field.rest.length === 0) {
      if (domain?.kind === 'list') this.paths.add([domain.list, ...names].join('.'))
      return { ...base, kind: 'presence', question: '已填写', about: '', item: { variable: head, field: field.field } }
    }
    const found = this.vocabulary.resolve([head, ...names])
    if (found?.kind !== 'fact' || found.rest.length > 0) {
      this.issues.push({
        offset: base.offset,
        message: `已填写() 不认识 ${[head, ...names].join('.')}`,
        fix: '写一个字段的路径，如 已填写(申请表.uscc)',
      })
      return { ...base, kind: 'presence', question: '已填写', about: '', item: null }
    }
    this.paths.add(found.path)
    return { ...base, kind: 'presence', question: '已填写', about: found.path, item: null }
  }

  private leaf(node: Syntax, scope: Scope, whole = true): Leaf {
    const collector = new ReadCollector(this.source, this.vocabulary, this.functions)
    collector.walk(node, scope, new Map(), whole)
    this.issues.push(...collector.issues)
    const leaf: Leaf = {
      kind: 'leaf',
      code: this.source.slice(node.from, node.to),
      text: this.source.slice(node.from, node.to).replace(/\s+/g, ' '),
      offset: node.from,
      syntax: node,
      scope,
      reads: [...collector.reads.values()],
    }
    this.leaves.push(leaf)
    for (const read of leaf.reads) this.note(read, scope)
    return leaf
  }

  private note(read: Leaf['reads'][number], scope: Scope): void {
    if (read.kind === 'list') this.sources.add(read.list)
    if (read.kind === 'list') for (const field of read.members) this.paths.add(`${read.list}.${field}`)
    const path = readPath(read, scope)
    if (path !== null) this.paths.add(path)
  }
}

/** The declared path of a fact, also of a list's item; null for anything else. */
function readPath(read: Leaf['reads'][number], scope: Scope): string | null {
  if (read.kind === 'fact') return read.path
  if (read.kind !== 'item' || read.field === null) return null
  const domain = scope.variables.get(read.variable)
  return domain?.kind === 'list' ? `${domain.list}.${read.field}` : null
}

/** The same, where it may also be a column of a table. */
function askedPath(read: Leaf['reads'][number], scope: Scope): string | null {
  const domain = read.kind === 'item' ? scope.variables.get(read.variable) : undefined
  const column = read.kind === 'item' && read.field !== null && domain?.kind === 'table' && domain.path !== null
  return column ? `${domain.path}.${read.field}` : readPath(read, scope)
}
