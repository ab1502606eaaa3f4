import type { DocumentField, DocumentType } from '../../facts/document-type.ts'
import { cut, type Piece } from './frame.ts'
import type { Candidate } from './grid.ts'
import { rowsOf } from './rows.ts'
import type { Sheet } from './sheet.ts'

/** The running text of a document, in reading order and without line breaks, with where each character stands. */
export interface Flow {
  text: string
  at: { piece: Piece; glyph: number }[]
}

/** Reads pages as running text. */
export function flowOf(sheets: readonly Sheet[]): Flow {
  const flow: Flow = { text: '', at: [] }
  for (const sheet of sheets) {
    for (const row of rowsOf(sheet.pieces)) {
      for (const piece of row.pieces) {
        piece.glyphs.forEach((glyph, index) => {
          flow.text += glyph.text
          for (let i = 0; i < glyph.text.length; i += 1) flow.at.push({ piece, glyph: index })
        })
      }
    }
  }
  return flow
}

/** The pieces under characters `start` to `end` of a flow. */
export function piecesAt(flow: Flow, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let i = start
  while (i < end) {
    const first = flow.at[i]
    if (!first) break
    let last = first.glyph
    while (i < end && flow.at[i]?.piece === first.piece) {
      last = flow.at[i]?.glyph ?? last
      i += 1
    }
    const piece = cut(first.piece, first.glyph, last + 1)
    if (piece) pieces.push(piece)
  }
  return pieces
}

/** One line of print as a flow of its own. */
const flowOfPiece = (piece: Piece): Flow => ({
  text: piece.text,
  at: piece.glyphs.flatMap((glyph, index) => Array.from(glyph.text, () => ({ piece, glyph: index }))),
})

/** Values told by the sentence they stand in (`hints.patterns`, the value is group 1), best pattern first. */
export function patternCandidates(type: DocumentType, flow: Flow): Candidate[] {
  const lines = [...new Set(flow.at.map(({ piece }) => piece))].map(flowOfPiece)
  return type.fields.flatMap((field) => {
    // A number stands in one line: what ends the line before is no part of it.
    const alone = field.type === 'code' ? lines.flatMap((line) => matchesIn(field, line)) : []
    return alone.length > 0 ? alone : matchesIn(field, flow)
  })
}

function matchesIn(field: DocumentField, flow: Flow): Candidate[] {
  return (field.hints?.patterns ?? []).flatMap((source, index) =>
    [...flow.text.matchAll(new RegExp(source, 'gdu'))].flatMap((match): Candidate[] => {
      const [start, end] = match.indices?.[1] ?? [0, 0]
      const pieces = piecesAt(flow, start, end)
      return pieces.length > 0 ? [{ field, pieces, hit: null, strength: 0.8 - 0.05 * index }] : []
    }),
  )
}
