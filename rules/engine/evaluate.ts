import type { Expression, Presence, Quantified, Source } from './expression.ts'
import type { Item, Knowledge, Read } from './knowledge.ts'
import { readFact } from './knowledge.ts'
import type { Bound, Frame, LeafEvaluator } from './leaf.ts'
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

/** Judges a parsed check by strong Kleene logic over FEEL leaves. */
export function judge(
  expression: Expression,
  leaves: LeafEvaluator,
  knowledge: Knowledge,
  frame: Frame = new Map(),
): Step {
  const step = (result: Truth, children: readonly Step[], reads: readonly Read[] = []): Step => ({
    kind: expression.kind,
    text: expression.text,
    result,
    reads,
    children,
    subject: null,
  })
  const inner = (part: Expression) => judge(part, leaves, knowledge, frame)
  switch (expression.kind) {
    case 'leaf': {
      const { value, known, reads } = leaves.run(expression, frame, knowledge)
      return step(known && typeof value === 'boolean' ? value : null, [], reads)
    }
    case 'and': {
      const beside = besideUnasked(expression.parts, inner, knowledge)
      const children = expression.parts.map((part) => judge(part, leaves, beside, frame))
      return step(and(children.map((child) => child.result)), children)
    }
    case 'or': {
      const children = expression.parts.map(inner)
      return step(or(children.map((child) => child.result)), children)
    }
    case 'not': {
      const child = inner(expression.part)
      return step(not(child.result), [child])
    }
    case 'if': {
      const condition = inner(expression.condition)
      if (condition.result !== null) {
        const chosen = inner(condition.result ? expression.yes : expression.no)
        return step(chosen.result, [condition, chosen])
      }
      const branches = [inner(expression.yes), inner(expression.no)]
      const [yes, no] = branches
      return step(yes?.result === no?.result ? (yes?.result ?? null) : null, [condition, ...branches])
    }
    case 'presence':
      return expression.question === '查过'
        ? asked(expression, leaves, knowledge, frame)
        : presence(expression, knowledge, frame)
    default:
      return quantified(expression, leaves, knowledge, frame)
  }
}

/**
 * 查过(list, number) and … : while the number was not asked about, the list may lack its records. What is found in it
 * counts; what is not found there is not known.
 */
function besideUnasked(
  parts: readonly Expression[],
  inner: (part: Expression) => Step,
  knowledge: Knowledge,
): Knowledge {
  const unasked = parts.flatMap((part) =>
    part.kind === 'presence' && part.question === '查过' && inner(part).result === null ? [part.about] : [],
  )
  return unasked.length > 0 ? { ...knowledge, open: new Set([...(knowledge.open ?? []), ...unasked]) } : knowledge
}

function presence(question: Presence, knowledge: Knowledge, frame: Frame): Step {
  const { text } = question
  const step = (result: Truth, reads: readonly Read[]): Step => ({
    kind: 'presence',
    text,
    result,
    reads,
    children: [],
    subject: null,
  })
  if (question.question === '已提供') return step(knowledge.provided(question.about), [])
  if (question.question === '有记录') {
    const result = knowledge.recorded(question.about)
    return step(result, [{ path: question.about, fact: undefined, obstacle: result === null ? 'unavailable' : null }])
  }
  const bound = question.item ? frame.get(question.item.variable) : undefined
  const field = question.item?.field ?? ''
  const path = bound ? `${bound.path}.${field}` : question.about
  const read = readFact(path, bound ? bound.item?.get(field) : knowledge.fact(path), knowledge)
  const value = read.fact?.value
  const blank = value === '' || (Array.isArray(value) && value.length === 0)
  if (read.obstacle === null) return step(!blank, [read])
  const absent = read.obstacle === 'absent'
  return step(absent ? false : null, [absent ? { ...read, obstacle: null } : read])
}

/** True when the source answered about this number; else unknown, for its silence on others says nothing of this one. */
function asked(question: Presence, leaves: LeafEvaluator, knowledge: Knowledge, frame: Frame): Step {
  const { text, about, number } = question
  const step = (result: Truth, reads: readonly Read[]): Step => ({
    kind: 'presence',
    text,
    result,
    reads,
    children: [],
    subject: null,
  })
  const wanted = number ? leaves.run(number, frame, knowledge) : { value: null, known: false, reads: [] }
  if (!wanted.known || typeof wanted.value !== 'string' || wanted.value === '') return step(null, wanted.reads)
  if (knowledge.asked(about, wanted.value)) return step(true, wanted.reads)
  return step(null, [...wanted.reads, { path: about, fact: undefined, obstacle: 'missing' }])
}

function quantified(expression: Quantified, leaves: LeafEvaluator, knowledge: Knowledge, frame: Frame): Step {
  const every = expression.kind === 'every'
  const gaps: Read[] = []
  const rounds: Step[] = []
  const bind = (index: number, outer: Frame, conditions: readonly Step[], subject: Bound | null): void => {
    const binding = expression.bindings[index]
    if (!binding) {
      const body = judge(expression.body, leaves, knowledge, outer)
      const kept = and(conditions.map((condition) => condition.result))
      const result = every ? or([not(kept), body.result]) : and([kept, body.result])
      rounds.push({
        kind: 'item',
        text: [...outer.values()]
          .slice(-expression.bindings.length)
          .map((bound) => bound.path)
          .join('、'),
        result,
        reads: subject?.reads ?? [],
        children: conditions.length > 0 && result !== body.result ? conditions : [...conditions, body],
        subject: subject && { path: subject.path, item: subject.item, value: subject.value },
      })
      return
    }
    const found = items(binding.source, leaves, knowledge, outer)
    gaps.push(...found.gaps)
    for (const { bound, conditions: more } of found.items) {
      bind(index + 1, new Map(outer).set(binding.variable, bound), [...conditions, ...more], subject ?? bound)
    }
  }
  bind(0, frame, [], null)
  const unknown: Truth[] = gaps.length > 0 ? [null] : []
  const results = [...unknown, ...rounds.map((round) => round.result)]
  return {
    kind: expression.kind,
    text: expression.text,
    result: every ? and(results) : or(results),
    reads: gaps,
    children: rounds,
    subject: null,
  }
}

interface Found {
  items: { bound: Bound; conditions: readonly Step[] }[]
  /** Why the list itself, or part of it, is not known. */
  gaps: readonly Read[]
}

const plain = (bounds: readonly Bound[]): Found => ({
  items: bounds.map((bound) => ({ bound, conditions: [] })),
  gaps: [],
})

function items(source: Source, leaves: LeafEvaluator, knowledge: Knowledge, frame: Frame): Found {
  switch (source.kind) {
    case 'list': {
      const list = knowledge.list(source.list)
      if (!list) return { items: [], gaps: [{ path: source.list, fact: undefined, obstacle: 'missing' }] }
      const found = plain(list.map((item, i) => ({ path: `${source.list}[${i + 1}]`, item, value: null, reads: [] })))
      const more: Read[] = [{ path: source.list, fact: undefined, obstacle: 'missing' }]
      return knowledge.open?.has(source.list) ? { ...found, gaps: more } : found
    }
    case 'table': {
      // The rows are read cell by cell later on, so one unreadable cell does not hide the others.
      const read = leaves.table(source.leaf, frame, knowledge)
      if (read.obstacle !== null || !read.fact) return { items: [], gaps: [read] }
      const rows = tableItems(read.path, read.fact, source.type)
      return plain(rows.map((item, i) => ({ path: `${read.path}[${i + 1}]`, item, value: null, reads: [read] })))
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
      const kept = found.items.map(({ bound, conditions }) => {
        const condition = judge(source.condition, leaves, knowledge, new Map(frame).set(source.variable, bound))
        return { bound, conditions: [...conditions, condition] }
      })
      return {
        items: kept.filter(({ conditions }) => and(conditions.map((c) => c.result)) !== false),
        gaps: found.gaps,
      }
    }
  }
}

function unknownList(label: string): Read {
  return { path: label, fact: undefined, obstacle: 'unreadable' }
}
