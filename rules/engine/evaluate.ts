import { fromFeel } from './convert.ts'
import type { Expression, Presence, Quantified, Source } from './expression.ts'
import { type Bound, boundIn, type Frame } from './frame.ts'
import type { Item, Knowledge, Read } from './knowledge.ts'
import { readFact } from './knowledge.ts'
import type { LeafEvaluator } from './leaf.ts'
import { tableItems } from './leaf.ts'
import type { Truth } from './truth.ts'
import { and, not, or } from './truth.ts'

/** One clause as it was judged. `item`: one round of a quantifier, about one list item. */
export interface Step {
  kind: Expression['kind'] | 'item'
  text: string
  result: Truth
  reads: readonly Read[]
  children: readonly Step[]
  /** For `item`: what the round was about. */
  subject: { path: string; item: Item | null; value: unknown } | null
}

function stepOf({ kind, text }: Expression, result: Truth, children: readonly Step[], reads: readonly Read[]): Step {
  return { kind, text, result, reads, children, subject: null }
}

const NONE: readonly never[] = []

/** Judges a parsed check by strong Kleene logic over FEEL leaves. */
export function judge(
  expression: Expression,
  leaves: LeafEvaluator,
  knowledge: Knowledge,
  frame: Frame | null = null,
): Step {
  switch (expression.kind) {
    case 'leaf': {
      const { value, known, reads } = leaves.run(expression, frame, knowledge)
      return stepOf(expression, known && typeof value === 'boolean' ? value : null, NONE, reads)
    }
    case 'and': {
      const beside = besideUnasked(expression.parts, leaves, knowledge, frame)
      const children = judgeAll(expression.parts, leaves, beside, frame)
      return stepOf(expression, allOf(children), children, NONE)
    }
    case 'or': {
      const children = judgeAll(expression.parts, leaves, knowledge, frame)
      return stepOf(expression, anyOf(children), children, NONE)
    }
    case 'not': {
      const child = judge(expression.part, leaves, knowledge, frame)
      return stepOf(expression, not(child.result), [child], NONE)
    }
    case 'if': {
      const condition = judge(expression.condition, leaves, knowledge, frame)
      if (condition.result !== null) {
        const chosen = judge(condition.result ? expression.yes : expression.no, leaves, knowledge, frame)
        return stepOf(expression, chosen.result, [condition, chosen], NONE)
      }
      const yes = judge(expression.yes, leaves, knowledge, frame)
      const no = judge(expression.no, leaves, knowledge, frame)
      return stepOf(expression, yes.result === no.result ? yes.result : null, [condition, yes, no], NONE)
    }
    case 'presence':
      return expression.question === '查过'
        ? asked(expression, leaves, knowledge, frame)
        : presence(expression, knowledge, frame)
    default:
      return quantified(expression, leaves, knowledge, frame)
  }
}

function judgeAll(
  parts: readonly Expression[],
  leaves: LeafEvaluator,
  knowledge: Knowledge,
  frame: Frame | null,
): Step[] {
  const steps: Step[] = []
  for (const part of parts) steps.push(judge(part, leaves, knowledge, frame))
  return steps
}

/** What all steps together come to. */
function allOf(steps: readonly Step[]): Truth {
  let together: Truth = true
  for (const { result } of steps) {
    if (result === false) return false
    if (result === null) together = null
  }
  return together
}

/** What any of the steps comes to. */
function anyOf(steps: readonly Step[]): Truth {
  let together: Truth = false
  for (const { result } of steps) {
    if (result === true) return true
    if (result === null) together = null
  }
  return together
}

/**
 * 查过(list, number) and … : while the number was not asked about, the list may lack its records. What is found in it
 * counts; what is not found there is not known.
 */
function besideUnasked(
  parts: readonly Expression[],
  leaves: LeafEvaluator,
  knowledge: Knowledge,
  frame: Frame | null,
): Knowledge {
  let open: Set<string> | null = null
  for (const part of parts) {
    if (part.kind !== 'presence' || part.question !== '查过') continue
    if (asked(part, leaves, knowledge, frame).result !== null) continue
    open ??= new Set(knowledge.open)
    open.add(part.about)
  }
  return open ? { ...knowledge, open } : knowledge
}

function presence(question: Presence, knowledge: Knowledge, frame: Frame | null): Step {
  if (question.question === '已提供') return stepOf(question, knowledge.provided(question.about), NONE, NONE)
  if (question.question === '有记录') {
    const result = knowledge.recorded(question.about)
    const read: Read = { path: question.about, fact: undefined, obstacle: result === null ? 'unavailable' : null }
    return stepOf(question, result, NONE, [read])
  }
  const bound = question.item ? boundIn(frame, question.item.variable) : undefined
  const field = question.item?.field ?? ''
  const path = bound ? `${bound.path}.${field}` : question.about
  const read = readFact(path, bound ? bound.item?.get(field) : knowledge.fact(path), knowledge)
  const value = read.fact?.value
  const blank = value === '' || (Array.isArray(value) && value.length === 0)
  if (read.obstacle === null) return stepOf(question, !blank, NONE, [read])
  const absent = read.obstacle === 'absent'
  return stepOf(question, absent ? false : null, NONE, [absent ? { ...read, obstacle: null } : read])
}

/** True when the source answered about this number (a calendar: this day); else unknown, for its silence on others says nothing of this one. */
function asked(question: Presence, leaves: LeafEvaluator, knowledge: Knowledge, frame: Frame | null): Step {
  const { about, number } = question
  const wanted = number ? leaves.run(number, frame, knowledge) : { value: null, known: false, reads: [] }
  const value = fromFeel(wanted.value)
  if (!wanted.known || typeof value !== 'string' || value === '') return stepOf(question, null, NONE, wanted.reads)
  if (knowledge.asked(about, value)) return stepOf(question, true, NONE, wanted.reads)
  return stepOf(question, null, NONE, [...wanted.reads, { path: about, fact: undefined, obstacle: 'missing' }])
}

function quantified(expression: Quantified, leaves: LeafEvaluator, knowledge: Knowledge, frame: Frame | null): Step {
  const every = expression.kind === 'every'
  const rounds = new Rounds(expression, leaves, knowledge)
  rounds.bind(0, frame, NONE, null)
  const { gaps, steps } = rounds
  const known = every ? allOf(steps) : anyOf(steps)
  // What is not known of the list may hold an item that settles it the other way.
  const result = gaps.length > 0 && known === every ? null : known
  return {
    kind: expression.kind,
    text: expression.text,
    result,
    reads: gaps,
    children: steps,
    subject: null,
  }
}

/** The rounds of a quantifier, one for each choice of its items. */
class Rounds {
  readonly gaps: Read[] = []
  readonly steps: Step[] = []
  private readonly expression: Quantified
  private readonly leaves: LeafEvaluator
  private readonly knowledge: Knowledge

  constructor(expression: Quantified, leaves: LeafEvaluator, knowledge: Knowledge) {
    this.expression = expression
    this.leaves = leaves
    this.knowledge = knowledge
  }

  /** Binds the quantifier's variables from `index` on; `conditions`: of the filters that chose the items so far. */
  bind(index: number, outer: Frame | null, conditions: readonly Step[], subject: Bound | null): void {
    const binding = this.expression.bindings[index]
    if (!binding) {
      this.steps.push(this.round(outer, conditions, subject))
      return
    }
    const found = items(binding.source, this.leaves, this.knowledge, outer)
    for (const gap of found.gaps) this.gaps.push(gap)
    for (const { bound, conditions: more } of found.items) {
      const inner: Frame = { variable: binding.variable, bound, outer }
      this.bind(index + 1, inner, more.length === 0 ? conditions : [...conditions, ...more], subject ?? bound)
    }
  }

  private round(frame: Frame | null, conditions: readonly Step[], subject: Bound | null): Step {
    const { expression } = this
    const body = judge(expression.body, this.leaves, this.knowledge, frame)
    const kept = allOf(conditions)
    const result = expression.kind === 'every' ? or([not(kept), body.result]) : and([kept, body.result])
    return {
      kind: 'item',
      text: pathsOf(frame, expression.bindings.length),
      result,
      reads: subject?.reads ?? NONE,
      children: conditions.length > 0 && result !== body.result ? conditions : [...conditions, body],
      subject: subject && { path: subject.path, item: subject.item, value: subject.value },
    }
  }
}

/** What the innermost `count` variables hold: 健康证明[2]、人员名单.人员[1]. */
function pathsOf(frame: Frame | null, count: number): string {
  let text = frame?.bound.path ?? ''
  for (let at = frame?.outer ?? null, left = count - 1; at && left > 0; at = at.outer, left--) {
    text = `${at.bound.path}、${text}`
  }
  return text
}

interface Found {
  items: { bound: Bound; conditions: readonly Step[] }[]
  /** Why the list itself, or part of it, is not known. */
  gaps: readonly Read[]
}

function plain(bounds: readonly Bound[], gaps: readonly Read[] = NONE): Found {
  const items: Found['items'] = []
  for (const bound of bounds) items.push({ bound, conditions: NONE })
  return { items, gaps }
}

/** Items or rows, each under its place in the list. */
function members(path: string, items: readonly Item[], reads: readonly Read[]): Bound[] {
  const bounds: Bound[] = []
  for (const item of items) bounds.push({ path: `${path}[${bounds.length + 1}]`, item, value: null, reads })
  return bounds
}

function items(source: Source, leaves: LeafEvaluator, knowledge: Knowledge, frame: Frame | null): Found {
  switch (source.kind) {
    case 'list': {
      const list = knowledge.list(source.list)
      if (!list) return { items: [], gaps: [{ path: source.list, fact: undefined, obstacle: 'missing' }] }
      const bounds = members(source.list, list, NONE)
      if (!knowledge.open?.has(source.list)) return plain(bounds)
      return plain(bounds, [{ path: source.list, fact: undefined, obstacle: 'missing' }])
    }
    case 'table': {
      // The rows are read cell by cell later on, so one unreadable cell does not hide the others.
      const read = leaves.table(source.leaf, frame, knowledge)
      if (read.obstacle !== null || !read.fact) return { items: [], gaps: [read] }
      return plain(members(read.path, tableItems(read.path, read.fact, source.type), [read]))
    }
    case 'values': {
      const { value, known, reads } = leaves.run(source.leaf, frame, knowledge)
      if (!known || !Array.isArray(value))
        return { items: [], gaps: reads.some((r) => r.obstacle) ? reads : [unknownList(source.label)] }
      return plain(
        value.map((element, i) => ({ path: `${source.label}[${i + 1}]`, item: null, value: element, reads })),
      )
    }
    case 'elements':
      return plain(
        source.leaves.map((leaf) => {
          const { value, known, reads } = leaves.run(leaf, frame, knowledge)
          const shown = known || reads.some((read) => read.obstacle) ? reads : [...reads, unknownList(leaf.text)]
          return { path: leaf.text, item: null, value, reads: shown }
        }),
      )
    case 'filtered': {
      const found = items(source.source, leaves, knowledge, frame)
      const kept: Found['items'] = []
      for (const { bound, conditions } of found.items) {
        const inner: Frame = { variable: source.variable, bound, outer: frame }
        const condition = judge(source.condition, leaves, knowledge, inner)
        if (condition.result !== false) kept.push({ bound, conditions: [...conditions, condition] })
      }
      return { items: kept, gaps: found.gaps }
    }
  }
}

function unknownList(label: string): Read {
  return { path: label, fact: undefined, obstacle: 'unreadable' }
}
