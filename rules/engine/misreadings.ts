import type { Fact } from '../../facts/fact.ts'
import type { Leaf, LeafRead } from './expression.ts'
import { boundIn, type Frame } from './frame.ts'
import type { RuleFunctions } from './functions.ts'
import type { Knowledge, Read } from './knowledge.ts'
import { type ListSighting, lostEntry } from './lost-entries.ts'
import { nearMiss, type Sighting, slippedNumber } from './near-misses.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A clause with what it was given and what it said; null when it could not tell. `holds` judges it over other values. */
export interface Judged {
  leaf: Leaf
  given: readonly unknown[]
  result: boolean | null
  holds: (given: readonly unknown[]) => unknown
  frame: Frame | null
  knowledge: Knowledge
}

/** What a clause read from a picture that may be misread, where that would change what it says; null: nothing. */
export function misreadingIn(judged: Judged, vocabulary: Vocabulary, functions: RuleFunctions): Read | null {
  const { leaf, given, result, holds } = judged
  const sightings = leaf.reads.flatMap((read, index) => sightingsOf(read, index, judged))
  const near = nearMiss(sightings, given, result, holds, vocabulary)
  if (near || result !== false) return near
  const [, called = ''] = /^\s*([\p{L}\d]+)\([^()]*\)\s*$/u.exec(leaf.code) ?? []
  if (functions[called]?.selfChecking) return slippedNumber(sightings)
  const literals = [...leaf.code.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word)
  const named = given.filter((value) => typeof value === 'string')
  const wanted = [...literals, ...sightings.map(({ text }) => text), ...named]
  return lostEntry(listsIn(judged, called in functions), wanted, given, holds, judged.knowledge, vocabulary)
}

/** The texts of one thing that a leaf reads, with the facts they come from. */
function sightingsOf(read: LeafRead, index: number, { given, frame, knowledge }: Judged): Sighting[] {
  const value = given[index]
  switch (read.kind) {
    case 'constant':
      return []
    case 'fact':
      return texts(knowledge.fact(read.path), read.path, value, [index])
    case 'item': {
      const bound = boundIn(frame, read.variable)
      if (!bound) return []
      if (read.field === null) return texts(bound.reads.find(({ fact }) => fact)?.fact, bound.path, value, [index])
      return texts(bound.item?.get(read.field), `${bound.path}.${read.field}`, value, [index])
    }
    case 'list': {
      const items = knowledge.list(read.list) ?? []
      const rows = Array.isArray(value) ? value : []
      return rows.flatMap((row, i) =>
        Object.entries(isRecord(row) ? row : {}).flatMap(([name, one]) =>
          texts(items[i]?.get(name), `${read.list}[${i + 1}].${name}`, one, [index, i, name]),
        ),
      )
    }
  }
}

function texts(fact: Fact | undefined, path: string, value: unknown, place: (string | number)[]): Sighting[] {
  if (!fact) return []
  if (typeof value === 'string') return [{ path, fact, text: value, place }]
  if (Array.isArray(value)) return value.flatMap((one, i) => texts(fact, `${path}[${i + 1}]`, one, [...place, i]))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, one]) => texts(fact, `${path}.${name}`, one, [...place, name]))
}

/**
 * Lists of words and tables that a leaf reads whole: those of papers, and those of the form that one of our functions
 * searches (what somebody chose there is asked for by `list contains`, also to see that it was not chosen).
 */
function listsIn({ leaf, given, knowledge }: Judged, searched: boolean): ListSighting[] {
  return leaf.reads.flatMap((read, index) => {
    if (read.kind !== 'fact' || (read.path.startsWith('申请表.') && !searched)) return []
    const fact = knowledge.fact(read.path)
    const entries = given[index]
    const isList =
      Array.isArray(entries) && (entries.every((one) => typeof one === 'string') || entries.every(isRecord))
    return fact && isList ? [{ path: fact.path, fact, entries, index }] : []
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
