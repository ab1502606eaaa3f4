import type { DocumentType } from '../../facts/document-type.ts'
import type { Extracted } from './extract.ts'

/** A page of a file with the kind of card and the sides that show on it. */
export interface Shown {
  type: DocumentType | null
  sides: readonly string[]
  /** This side was put to the card before it by its order only. */
  guessed?: boolean
}

const sameSides = (a: Shown, b: Shown) => a.type === b.type && a.sides.join() === b.sides.join()

/** How many pages from `at` on show the same side of the same kind of card. */
function runAt(pages: readonly Shown[], at: number): number {
  const first = pages[at]
  if (!first?.type || first.type.sides.length < 2 || first.sides.length !== 1) return 0
  const rest = pages.slice(at)
  const end = rest.findIndex((page) => !sameSides(page, first))
  return end < 0 ? rest.length : end
}

/** Several fronts followed by as many backs, put in pairs in their order: nobody can tell whether it is the right one. */
export function pairedInOrder<T extends Shown>(pages: readonly T[]): T[] {
  const [first] = pages
  if (!first) return []
  const fronts = Math.max(1, runAt(pages, 0))
  const other = pages[fronts]
  const backs = runAt(pages, fronts)
  if (fronts < 2 || backs !== fronts || first.type !== other?.type)
    return [...pages.slice(0, fronts), ...pairedInOrder(pages.slice(fronts))]
  const pairs = pages.slice(0, fronts).flatMap((page, i) => {
    const back = pages[fronts + i]
    return back ? [page, { ...back, guessed: true }] : [page]
  })
  return [...pairs, ...pairedInOrder(pages.slice(2 * fronts))]
}

/** What stands on a side that may be another card's is never sure. */
const GUESSED = 0.6

/** Doubts what was read on sides that belong to this card only by their order. Changes it in place. */
export function doubtGuessed(fields: readonly Extracted[], sides: readonly string[]): void {
  for (const { field, read } of fields) {
    if (field.side === undefined || !sides.includes(field.side) || read.state !== 'ok') continue
    read.confidence = Math.min(GUESSED, read.confidence)
    read.note ??= '几张证件的正反面分开摆放，这一面是按先后配上的，请核对是否同一张'
  }
}
