import { evaluate, FeelFunction } from 'feelin'
import type { Fact } from '../../facts/fact.ts'
import type { Row } from '../../facts/values/value.ts'
import { feelCell, toFeel } from './convert.ts'
import type { Leaf, LeafRead } from './expression.ts'
import type { RuleFunctions, Signal } from './functions.ts'
import { feelContext } from './functions.ts'
import type { Item, Knowledge, Read } from './knowledge.ts'
import { readFact } from './knowledge.ts'
import { ASK_FEEL, compileNative, type Native } from './native.ts'
import type { PathType, Vocabulary } from './vocabulary.ts'

const NOTHING: readonly Read[] = []
const A_DAY: PathType = { type: 'date', label: '' }
const A_TEXT: PathType = { type: 'text', label: '' }

/** What a quantified variable holds while a body is evaluated. */
export interface Bound {
  /** 健康证明[2] */
  path: string
  /** Facts of a list item or table row. */
  item: Item | null
  /** The element itself, already a FEEL value, for lists of plain values. */
  value: unknown
  /** What was read to get a plain element. */
  reads: readonly Read[]
}

export type Frame = ReadonlyMap<string, Bound>

/** A leaf's value: known only when everything it reads is usable and FEEL could tell. */
export interface LeafValue {
  value: unknown
  known: boolean
  reads: Read[]
}

/** What FEEL gets for one thing that a leaf reads. */
export interface Argument {
  value: unknown
  reads: readonly Read[]
}

/** The names under which an expression finds what it reads. */
function namesOf(read: LeafRead): readonly string[] {
  switch (read.kind) {
    case 'constant':
      return [read.name]
    case 'fact':
      return read.as
    case 'list':
      return [read.list]
    case 'item': {
      const field = read.field === null ? [] : read.field.split('.')
      return read.variable.startsWith('[') && read.field !== null ? field : [read.variable, ...field]
    }
  }
}

/** Facts of a table's rows; a cell nothing could be read in is unreadable. */
export function tableItems(path: string, fact: Fact, type: PathType): Item[] {
  const rows = Array.isArray(fact.value) ? (fact.value as Row[]) : []
  return rows.map((row, index) => {
    const names = new Set([...(type.columns?.keys() ?? []), ...Object.keys(row)])
    return new Map(
      [...names].map((name) => {
        const value = row[name] ?? null
        const state = value === null ? 'unreadable' : 'ok'
        return [name, { ...fact, path: `${path}[${index + 1}].${name}`, value, state } satisfies Fact]
      }),
    )
  })
}

/** Evaluates FEEL leaves over what is known; each leaf is compiled once, on first use. */
export class LeafEvaluator {
  private readonly signal: Signal
  private readonly context: Record<string, unknown>
  private readonly functions: RuleFunctions
  private readonly natives = new Map<Leaf, Native | null>()
  private readonly compiled = new Map<Leaf, (args: Record<string, unknown>) => unknown>()
  private readonly vocabulary: Vocabulary
  private readonly declared: readonly string[]

  /** `declared`: the point's `reads`, which say what a function sees of a list handed to it whole. */
  constructor(vocabulary: Vocabulary, functions: RuleFunctions, declared: readonly string[]) {
    this.vocabulary = vocabulary
    this.declared = declared
    this.functions = functions
    const { context, signal } = feelContext(functions)
    this.context = context
    this.signal = signal
  }

  /** Value of a leaf, with every fact it read. */
  run(leaf: Leaf, frame: Frame, knowledge: Knowledge): LeafValue {
    const given: Argument[] = []
    const reads: Read[] = []
    for (const wanted of leaf.reads) {
      const argument = this.argument(wanted, frame, knowledge)
      given.push(argument)
      for (const read of argument.reads) reads.push(read)
    }
    // Copied row by row, an unreadable cell leaves its own place empty and nothing else.
    for (const { path, obstacle } of reads) {
      if (obstacle !== null && !(copiesRows(leaf.syntax) && /\]\.[^\]]+$/.test(path))) {
        return { value: null, known: false, reads }
      }
    }
    const value = this.value(leaf, given)
    return { value, known: value !== null && value !== undefined, reads }
  }

  /** Value of a leaf from what it reads; `given` in the order of its reads. */
  private value(leaf: Leaf, given: readonly Argument[]): unknown {
    let native = this.natives.get(leaf)
    if (native === undefined) {
      native = compileNative(leaf, this.functions, this.signal)
      this.natives.set(leaf, native)
    }
    if (native) {
      this.signal.unknown = false
      const value = native(given.map((argument) => argument.value))
      if (value !== ASK_FEEL) return this.signal.unknown ? null : value
    }
    return this.interpreted(leaf, given)
  }

  /** The same by FEEL itself, which walks the expression. */
  interpreted(leaf: Leaf, given: readonly Argument[]): unknown {
    const args: Record<string, unknown> = {}
    for (const [index, { value }] of given.entries()) {
      const read = leaf.reads[index]
      if (read) assign(args, namesOf(read), value)
    }
    return this.invoke(leaf, args)
  }

  /** The table fact that a quantifier ranges over. */
  table(leaf: Leaf, frame: Frame, knowledge: Knowledge): Read {
    const [read] = leaf.reads
    if (read?.kind === 'fact') return readFact(read.path, knowledge.fact(read.path), knowledge)
    if (read?.kind !== 'item' || read.field === null) throw new Error(`not a table: ${leaf.text}`)
    const bound = frame.get(read.variable)
    return readFact(`${bound?.path}.${read.field}`, bound?.item?.get(read.field), knowledge)
  }

  private invoke(leaf: Leaf, args: Record<string, unknown>): unknown {
    const call = this.compiled.get(leaf) ?? this.compile(leaf, Object.keys(args))
    this.compiled.set(leaf, call)
    this.signal.unknown = false
    const value = call(args)
    return this.signal.unknown ? null : value
  }

  private compile(leaf: Leaf, names: string[]): (args: Record<string, unknown>) => unknown {
    const { value, warnings } = evaluate(`function(${names.join(', ')}) ${leaf.code}`, this.context)
    if (!(value instanceof FeelFunction)) throw new Error(`cannot compile ${leaf.code}`)
    return (args) => {
      // feelin keeps one growing list of warnings per compiled function; any warning means that it could not tell.
      warnings.length = 0
      const result = value.invoke(names.map((name) => args[name]))
      return warnings.length > 0 ? null : result
    }
  }

  private argument(read: LeafRead, frame: Frame, knowledge: Knowledge): Argument {
    switch (read.kind) {
      case 'constant':
        return { value: toFeel(knowledge.at, A_DAY), reads: NOTHING }
      case 'fact':
        return this.single(readFact(read.path, knowledge.fact(read.path), knowledge), read.type, read)
      case 'item': {
        const bound = frame.get(read.variable)
        if (!bound) throw new Error(`unbound variable ${read.variable}`)
        if (read.field === null) return { value: bound.value, reads: bound.reads }
        const one = readFact(`${bound.path}.${read.field}`, bound.item?.get(read.field), knowledge)
        return this.single(one, read.type ?? A_TEXT, read)
      }
      case 'list':
        return this.list(read, knowledge)
    }
  }

  private single(
    read: Read,
    type: PathType,
    wanted: { parts: ReadonlySet<string>; members: ReadonlySet<string>; whole: boolean },
  ): { value: unknown; reads: Read[] } {
    if (read.obstacle !== null || !read.fact) return { value: null, reads: [read] }
    const value = toFeel(read.fact.value, type)
    if (value === null) return { value, reads: [{ ...read, obstacle: 'unreadable' }] }
    if (type.type === 'table') return this.rows(read, type, wanted)
    const object = value as Record<string, unknown>
    const missing = type.type === 'date-range' && ['from', 'to'].some((p) => wanted.parts.has(p) && object[p] === null)
    return { value, reads: [missing ? { ...read, obstacle: 'absent' } : read] }
  }

  private rows(read: Read, type: PathType, wanted: { members: ReadonlySet<string>; whole: boolean }) {
    const fact = read.fact as Fact
    const columns = this.visible(read.path.replace(/\[\d+\]/g, ''), type.columns?.keys() ?? [], wanted)
    const cells: Read[] = []
    const rows = (fact.value as Row[]).map((row, index) =>
      Object.fromEntries(
        columns.map((column) => {
          const value = feelCell(row[column] ?? null, type, column)
          if (hasGap(value)) cells.push({ path: `${read.path}[${index + 1}].${column}`, fact, obstacle: 'unreadable' })
          return [column, value]
        }),
      ),
    )
    return { value: rows, reads: [read, ...cells] }
  }

  private list(wanted: Extract<LeafRead, { kind: 'list' }>, knowledge: Knowledge): Argument {
    const items = knowledge.list(wanted.list)
    if (!items) return { value: null, reads: [{ path: wanted.list, fact: undefined, obstacle: 'missing' }] }
    const head = this.vocabulary.heads.get(wanted.list)
    const fields = this.visible(wanted.list, head?.fields.keys() ?? [], wanted)
    const reads: Read[] = []
    if (knowledge.open?.has(wanted.list)) reads.push({ path: wanted.list, fact: undefined, obstacle: 'missing' })
    const value = items.map((item, index) =>
      Object.fromEntries(
        fields.map((field) => {
          const one = readFact(`${wanted.list}[${index + 1}].${field}`, item.get(field), knowledge)
          const cell = one.fact ? toFeel(one.fact.value, head?.fields.get(field) ?? A_TEXT) : null
          reads.push(one.obstacle === null && hasGap(cell) ? { ...one, obstacle: 'unreadable' } : one)
          return [field, cell]
        }),
      ),
    )
    return { value, reads }
  }

  /** Fields of list items that a leaf sees: those it names; of a list handed on whole, those the point declares. */
  private visible(path: string, all: Iterable<string>, wanted: { members: ReadonlySet<string>; whole: boolean }) {
    if (!wanted.whole) return [...wanted.members]
    const names = [...all]
    const declared = names.filter((name) => this.declared.includes(`${path}.${name}`))
    return [...new Set([...wanted.members, ...(declared.length > 0 ? declared : names)])]
  }
}

const rowCopies = new WeakMap<Leaf['syntax'], boolean>()

/** for x in list return {a: x.a, …}: every cell is copied as it stands, so none can change another or drop a row. */
function copiesRows(node: Leaf['syntax']): boolean {
  const known = rowCopies.get(node)
  if (known !== undefined) return known
  const judging =
    /^(FilterExpression|FunctionInvocation|Comparison|IfExpression|ArithmeticExpression|QuantifiedExpression)$/
  const found = new Set<string>()
  node.cursor().iterate(({ name }) => void found.add(name))
  const copies = node.name === 'ForExpression' && found.has('Context') && ![...found].some((name) => judging.test(name))
  rowCopies.set(node, copies)
  return copies
}

/** Nothing, or a range with an end that is not known: FEEL would compare it and say false. */
function hasGap(value: unknown): boolean {
  if (value === null || value === undefined) return true
  return typeof value === 'object' && Object.values(value).includes(null)
}

function assign(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = target
  for (const name of path.slice(0, -1)) {
    at[name] ??= {}
    at = at[name] as Record<string, unknown>
  }
  at[path[path.length - 1] ?? ''] = value
}
