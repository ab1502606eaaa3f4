import type { DocumentField, DocumentType } from '../../facts/document-type.ts'
import { fold, type Piece } from './frame.ts'
import type { Hit } from './labels.ts'
import { rowsOf } from './rows.ts'

/** Left to right within a level, levels from top to bottom. */
function inReadingOrder(hits: readonly Hit[]): Hit[] {
  const rows = rowsOf(hits.map((hit) => hit.label))
  return rows.flatMap((row) => row.pieces.flatMap((label) => hits.filter((hit) => hit.label === label)))
}

/** The print of the block a label stands in: from the last label that begins one down to the next. */
function blockOf(hit: Hit, begins: readonly Hit[], pieces: readonly Piece[]): string {
  const above = (y: number) => y - 0.6 * hit.label.height
  const ys = begins.map((begin) => begin.label.y).sort((a, b) => a - b)
  const top = ys.findLast((y) => above(y) <= hit.label.y) ?? Number.NEGATIVE_INFINITY
  const next = ys.find((y) => y > top + 0.6 * hit.label.height) ?? Number.POSITIVE_INFINITY
  return rowsOf(pieces.filter((piece) => piece.y >= above(top) && piece.y < above(next)))
    .map((row) => row.text)
    .join('')
}

/**
 * Papers that print a label twice (名称 of buyer and seller, 姓名 of husband and wife): gives each such label to the field
 * whose turn it is (`hints.nth`), or whose block it stands in (`hints.block`). Changes the hits in place.
 */
export function settleRepeats(type: DocumentType, hits: readonly Hit[], pieces: readonly Piece[]): void {
  const repeated = type.fields.filter((field) => field.hints?.nth !== undefined || field.hints?.block)
  const sharing = (hit: Hit): DocumentField[] => {
    const own = repeated.filter((field) => field.labels.some((label) => fold(label) === hit.spec.text))
    return own.length > 1 ? own : []
  }
  const groups = new Map<string, Hit[]>()
  for (const hit of hits) {
    const key = sharing(hit)
      .map((field) => field.name)
      .join()
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), hit])
  }
  for (const group of groups.values()) {
    for (const [index, hit] of inReadingOrder(group).entries()) {
      const field = sharing(hit).find(({ hints }) => {
        if (!hints?.block) return hints?.nth === index + 1
        const from = hints.block.from.map(fold)
        const begins = hits.filter((other) => from.includes(other.spec.text))
        return new RegExp(hints.block.shows, 'u').test(blockOf(hit, begins, pieces))
      })
      hit.spec = { ...hit.spec, field: field ?? null }
    }
  }
}
