import type { DocumentField } from '../../facts/document-type.ts'
import type { Piece } from './frame.ts'
import type { Candidate } from './grid.ts'
import { gapBefore } from './labels.ts'
import { rowsOf } from './rows.ts'
import type { Sheet } from './sheet.ts'

/** Words on a page that name one of two parties; mentions of one `stretch` stand in one run of text. */
interface Mention {
  own: boolean
  x: number
  stretch: string
}

/** The parties a row of print names, from left to right. */
function mentionsIn(row: readonly Piece[], { own, other }: { own: string; other: string }): Mention[] {
  const pattern = new RegExp(`(${own})|(?:${other})`, 'gu')
  return row.flatMap((piece, at) => {
    if (piece.text.length !== piece.glyphs.length) return []
    return [...piece.text.matchAll(pattern)].map(({ 1: mine, index }): Mention => {
      const before = piece.glyphs.slice(0, index + 1)
      const apart = before.filter((_, i) => gapBefore(piece, i)).length
      const x = piece.x0 + (piece.x1 - piece.x0) * (piece.glyphs[index]?.from ?? 0)
      return { own: mine !== undefined, x, stretch: `${at} ${apart}` }
    })
  })
}

/** Whose some print is: the party named last before it in its row, else in the nearest row above, there in its column; null when nobody is named. */
function ownerOf(print: Piece, sheet: Sheet, parties: { own: string; other: string }): boolean | null {
  const rows = rowsOf(sheet.pieces)
  const level = rows.findIndex(({ pieces }) => pieces.some(({ line }) => line === print.line))
  for (let at = level; at >= 0; at -= 1) {
    const all = mentionsIn(rows[at]?.pieces ?? [], parties)
    const mentions = at === level ? all.filter(({ x }) => x < print.x0) : all
    const columns = at !== level && new Set(mentions.map(({ stretch }) => stretch)).size > 1
    const mine = columns ? mentions.filter(({ x }) => x <= print.x1) : mentions
    const last = mine.at(-1) ?? mentions[0]
    if (last) return last.own
  }
  return null
}

/** Of print that may be a field's value what is not another party's (`hints.whose`), and of that what follows the field's own party, if anything does. */
export function ownCandidates<T extends Candidate>(
  field: DocumentField,
  candidates: readonly T[],
  sheets: readonly Sheet[],
): T[] {
  const parties = field.hints?.whose
  if (!parties) return [...candidates]
  const owned = candidates.map((candidate) => {
    const [print] = candidate.pieces
    const sheet = sheets.find(({ page }) => page === print?.line.page)
    return { candidate, own: print && sheet ? ownerOf(print, sheet, parties) : null }
  })
  const kept = owned.some(({ own }) => own) ? owned.filter(({ own }) => own) : owned.filter(({ own }) => own === null)
  return kept.map(({ candidate }) => candidate)
}
