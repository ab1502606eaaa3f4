import type { Fact } from '../../facts/fact.ts'

/** One member of a list: a certificate, a table row, an uploaded file. Facts by field name. */
export type Item = ReadonlyMap<string, Fact>

/** Everything judgement may know. Pure: the date is part of it. */
export interface Knowledge {
  /** 受理日期, ISO. */
  at: string
  /** Facts whose confidence is lower are treated as unknown. */
  minConfidence: number
  /** A single fact; undefined when nobody has looked. */
  fact(path: string): Fact | undefined
  /** Items of a list slot or built-in list; undefined when nothing is known of it. */
  list(name: string): readonly Item[] | undefined
  /** Lists that may lack records: sources that were not asked about every number a clause compares. */
  open?: ReadonlySet<string>
  /** Is the slot filled (or exempt with its data)? null when that cannot be told. */
  provided(slot: string): boolean | null
  /** Did the source answer with a record? null when it could not be asked. */
  recorded(source: string): boolean | null
  /** Did the source answer, from data recent enough, to a question about this number? */
  asked(source: string, number: string): boolean
}

/** Why a read fact cannot be used; null when it can. */
export type Obstacle = 'missing' | 'absent' | 'unreadable' | 'unavailable' | 'stale' | 'denied' | 'low-confidence'

/** One fact as a clause read it. */
export interface Read {
  path: string
  fact: Fact | undefined
  obstacle: Obstacle | null
}

/** Reads one fact: usable only when its state is ok; what is not sure enough, its absence included, is doubtful. */
export function readFact(path: string, fact: Fact | undefined, knowledge: Knowledge): Read {
  if (!fact) return { path, fact, obstacle: 'missing' }
  if (fact.state !== 'ok' && fact.state !== 'absent') return { path, fact, obstacle: fact.state }
  if (fact.confidence < knowledge.minConfidence) return { path, fact, obstacle: 'low-confidence' }
  return { path, fact, obstacle: fact.state === 'absent' || fact.value === null ? 'absent' : null }
}
