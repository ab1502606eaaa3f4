import type { Item, Read } from './knowledge.ts'

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

/** The quantified variables in force, the innermost first. */
export interface Frame {
  variable: string
  bound: Bound
  outer: Frame | null
}

/** What a variable holds; undefined when none of that name is in force. */
export function boundIn(frame: Frame | null, variable: string): Bound | undefined {
  for (let at = frame; at; at = at.outer) if (at.variable === variable) return at.bound
  return undefined
}
