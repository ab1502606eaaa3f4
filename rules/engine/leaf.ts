import { evaluate, FeelFunction } from 'feelin'
import type { Fact } from '../../facts/fact.ts'
import type { Row } from '../../facts/values/value.ts'
import { feelCell, toFeel } from './convert.ts'
import type { Leaf, LeafRead } from './expression.ts'
import { boundIn, type Frame } from './frame.ts'
import type { RuleFunctions, Signal } from './functions.ts'
import { feelContext } from './functions.ts'
import type { Item, Knowledge, Read } from './knowledge.ts'
import { readFact } from './knowledge.ts'
import { misreadingIn } from './misreadings.ts'
import { compileNative } from './native.ts'
import { ASK_FEEL, type Native } from './native-builtins.ts'
import { isPictured } from './near-misses.ts'
import type { PathType, Vocabulary } from './vocabulary.ts'

type SingleRead = Extract<LeafRead, { kind: 'fact' | 'item' }>

const A_DAY: PathType = { type: 'date', label: '' }
const A_TEXT: PathType = { type: 'text', label: '' }

/** A leaf's value: known only when everything it reads is usable and FEEL could tell. */
export interface LeafValue {
  value: unknown
  known: boolean
  reads: Read[]
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

const itemsOfTables = new WeakMap<Fact, { path: string; type: PathType; items: readonly Item[] }>()

/** Facts of a table's rows; a cell nothing could be read in is unreadable. Worked out once: many points ask. */
export function tableItems(path: string, fact: Fact, type: PathType): readonly Item[] {
  const before = itemsOfTables.get(fact)
  if (before?.path === path && before.type === type) return before.items
  const items = rowsAsItems(path, fact, type)
  itemsOfTables.set(fact, { path, type, items })
  return items
}

function rowsAsItems(path: string, fact: Fact, type: PathType): Item[] {
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
  run(leaf: Leaf, frame: Frame | null, knowledge: Knowledge): LeafValue {
    const given: unknown[] = []
    const reads: Read[] = []
    for (const wanted of leaf.reads) given.push(this.argument(wanted, frame, knowledge, reads))
    // Copied row by row, an unreadable cell leaves its own place empty and nothing else.
    for (const { path, obstacle } of reads) {
      if (obstacle !== null && !(copiesRows(leaf.syntax) && /\]\.[^\]]+$/.test(path))) {
        return { value: null, known: false, reads }
      }
    }
    const value = this.value(leaf, given)
    const doubt = this.misreading(leaf, given, value, reads, frame, knowledge)
    if (doubt) return { value: null, known: false, reads: [...reads.filter(({ path }) => path !== doubt.path), doubt] }
    return { value, known: value !== null && value !== undefined, reads }
  }

  /** What was read from a picture and may be misread, where that would change what the clause says. */
  private misreading(
    leaf: Leaf,
    given: readonly unknown[],
    value: unknown,
    reads: readonly Read[],
    frame: Frame | null,
    knowledge: Knowledge,
  ): Read | null {
    const isJudged = typeof value === 'boolean' || value === null || value === undefined
    if (!isJudged || !hasPictured(reads)) return null
    const { vocabulary, functions } = this
    const holds = (other: readonly unknown[]) => this.value(leaf, other)
    const result = typeof value === 'boolean' ? value : null
    return misreadingIn({ leaf, given, result, holds, frame, knowledge }, vocabulary, functions)
  }

  /** Value of a leaf from what it reads; `given` in the order of its reads. */
  private value(leaf: Leaf, given: readonly unknown[]): unknown {
    let native = this.natives.get(leaf)
    if (native === undefined) {
      native = compileNative(leaf, this.functions, this.signal)
      this.natives.set(leaf, native)
    }
    if (native) {
      this.signal.unknown = false
      const value = native(given)
      if (value !== ASK_FEEL) return this.signal.unknown ? null : value
    }
    return this.interpreted(leaf, given)
  }

  /** The same by FEEL itself, which walks the expression. */
  interpreted(leaf: Leaf, given: readonly unknown[]): unknown {
    const args: Record<string, unknown> = {}
    for (const [index, read] of leaf.reads.entries()) assign(args, namesOf(read), given[index])
    return this.invoke(leaf, args)
  }

  /** The table fact that a quantifier ranges over. */
  table(leaf: Leaf, frame: Frame | null, knowledge: Knowledge): Read {
    const [read] = leaf.reads
    if (read?.kind === 'fact') return readFact(read.path, knowledge.fact(read.path), knowledge)
    if (read?.kind !== 'item' || read.field === null) throw new Error(`not a table: ${leaf.text}`)
    const bound = boundIn(frame, read.variable)
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

  /** What FEEL gets for one thing that a leaf reads; every fact read on the way goes to `reads`. */
  private argument(read: LeafRead, frame: Frame | null, knowledge: Knowledge, reads: Read[]): unknown {
    switch (read.kind) {
      case 'constant':
        return toFeel(knowledge.at, A_DAY)
      case 'fact':
        return this.single(readFact(read.path, knowledge.fact(read.path), knowledge), read.type, read, reads)
      case 'item': {
        const bound = boundIn(frame, read.variable)
        if (!bound) throw new Error(`unbound variable ${read.variable}`)
        if (read.field === null) {
          for (const one of bound.reads) reads.push(one)
          return bound.value
        }
        const one = readFact(`${bound.path}.${read.field}`, bound.item?.get(read.field), knowledge)
        return this.single(one, read.type ?? A_TEXT, read, reads)
      }
      case 'list':
        return this.list(read, knowledge, reads)
    }
  }

  private single(read: Read, type: PathType, wanted: SingleRead, reads: Read[]): unknown {
    if (read.obstacle !== null || !read.fact) {
      reads.push(read)
      return null
    }
    const value = toFeel(read.fact.value, type)
    if (value === null) reads.push({ ...read, obstacle: 'unreadable' })
    else if (type.type === 'table') return this.rows(read, type, wanted, reads)
    else
      reads.push(type.type === 'date-range' && lacksEnd(value, wanted.parts) ? { ...read, obstacle: 'absent' } : read)
    return value
  }

  private rows(read: Read, type: PathType, wanted: SingleRead, reads: Read[]): unknown {
    const fact = read.fact as Fact
    const columns = this.visible(read.path.replace(/\[\d+\]/g, ''), type.columns?.keys() ?? [], wanted)
    reads.push(read)
    return (fact.value as Row[]).map((row, index) => {
      const cells: Record<string, unknown> = {}
      for (const column of columns) {
        const value = feelCell(row[column] ?? null, type, column)
        if (hasGap(value)) reads.push({ path: `${read.path}[${index + 1}].${column}`, fact, obstacle: 'unreadable' })
        cells[column] = value
      }
      return cells
    })
  }

  private list(wanted: Extract<LeafRead, { kind: 'list' }>, knowledge: Knowledge, reads: Read[]): unknown {
    const items = knowledge.list(wanted.list)
    const nowhere: Read = { path: wanted.list, fact: undefined, obstacle: 'missing' }
    if (!items || knowledge.open?.has(wanted.list)) reads.push(nowhere)
    if (!items) return null
    const head = this.vocabulary.heads.get(wanted.list)
    const fields = this.visible(wanted.list, head?.fields.keys() ?? [], wanted)
    return items.map((item, index) => {
      const cells: Record<string, unknown> = {}
      for (const field of fields) {
        const one = readFact(`${wanted.list}[${index + 1}].${field}`, item.get(field), knowledge)
        const value = one.fact ? toFeel(one.fact.value, head?.fields.get(field) ?? A_TEXT) : null
        reads.push(one.obstacle === null && hasGap(value) ? { ...one, obstacle: 'unreadable' } : one)
        cells[field] = value
      }
      return cells
    })
  }

  /** Fields of list items that a leaf sees: those it names; of a list handed on whole, those the point declares. */
  private visible(path: string, all: Iterable<string>, wanted: { members: ReadonlySet<string>; whole: boolean }) {
    if (!wanted.whole) return [...wanted.members]
    const names = [...all]
    const declared = names.filter((name) => this.declared.includes(`${path}.${name}`))
    return [...new Set([...wanted.members, ...(declared.length > 0 ? declared : names)])]
  }
}

function hasPictured(reads: readonly Read[]): boolean {
  for (const { fact } of reads) if (fact && fact.evidence.length > 0 && isPictured(fact)) return true
  return false
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

/** A range whose end or beginning the leaf asks for, and which has none. */
function lacksEnd(range: unknown, parts: ReadonlySet<string>): boolean {
  const { from, to } = range as { from: unknown; to: unknown }
  return (parts.has('from') && from === null) || (parts.has('to') && to === null)
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
