import type { Piece } from './frame.ts'
import type { Hit } from './labels.ts'

/** A cell or paragraph that holds a list whose items begin alike, with the lines in it. */
export interface ClauseCell {
  hit: Hit
  lines: Piece[]
  /** Every line is an item of its own. */
  apart?: true
}

/** Lines set tightly below `first` from the left edge `x0`; a numbered label stands a little to the right of the lines that follow it. */
function tight(first: Piece, x0: number, below: readonly Piece[]): Piece[] {
  const lines = [first]
  for (const piece of below) {
    const above = lines.at(-1) ?? first
    if (piece.y - above.y > 2.2 * first.height) break
    const from = (piece.x0 - x0) / first.height
    if (piece.y - above.y > 0.5 * first.height && from > -3 && from < 1.5) lines.push(piece)
  }
  return lines
}

/**
 * Lists whose items begin alike (第一条名称：…、第二条宗旨和业务范围：…), right behind their label or in the cell beside it:
 * words in them that read like labels are part of the clauses.
 */
export function clauseCells(hits: readonly Hit[], pieces: readonly Piece[]): ClauseCell[] {
  return hits.flatMap((hit) => {
    const { label, rest, spec } = hit
    if (!spec.field?.hints?.begins) return []
    const begins = new RegExp(`^(?:${spec.field.hints.begins})`, 'u')
    const sorted = pieces.toSorted((a, b) => a.y - b.y)
    if (rest) {
      const margin = Math.min(...sorted.filter(({ line }) => line === label.line).map(({ x0 }) => x0), label.x0)
      const below = sorted.filter((piece) => piece.y > rest.y)
      return begins.test(rest.text) ? [{ hit, lines: tight(rest, margin, below) }] : []
    }
    const right = sorted.filter((piece) => piece.x0 > label.x1 - 0.5 * label.height)
    const first = right.find((piece) => begins.test(piece.text) && piece.y < label.y + label.height)
    if (!first) return []
    const lines = tight(
      first,
      first.x0,
      right.filter((piece) => piece.y > first.y),
    )
    // Another cell's lines end before the label.
    return (lines.at(-1)?.y ?? 0) > label.y - label.height ? [{ hit, lines }] : []
  })
}
