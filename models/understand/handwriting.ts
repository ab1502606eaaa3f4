import type { PageReading } from '../page.ts'
import type { Extracted } from './extract.ts'
import { median, type Piece } from './frame.ts'
import { straightness } from './inspect/strokes.ts'
import type { Sheet } from './sheet.ts'

/** Shorter pieces show too few strokes. */
const SHORT = 2
/** Fewer labels or values have no usual strokes. */
const FEW = 3
/**
 * A hand's strokes are less straight than the print of the same page: values whose straight share lies below this share of
 * the labels' …
 */
const CROOKED = 0.82
/** … and of whose characters this share or more are doubtful, the labels' not: print in a slender face is read surely. */
const DOUBTFUL = 0.8
const MANY = 0.045
/** The more of its characters are doubtful, the straighter a hand may be: by so much for each more of them (shares), up to … */
const [STRAIGHTER, STRAIGHTEST] = [0.7, 0.92]
/** A single value about as straight as the labels is printed. */
const PRINTED = 0.92
/** What was written by hand is as likely as not another value; a check digit that is right says more, and is never sure. */
const [UNSURE, CHECKED] = [0.55, 0.85]

const NOTE = '字迹为手写，请核对'

const measured = (piece: Piece) => [...piece.text].length >= SHORT

/** Share of straight strokes of a piece; null where its page did not measure it. */
function straight({ line, glyphs }: Piece, pages: readonly PageReading[]): number | null {
  const strokes = pages.find(({ page }) => page === line.page)?.strokes?.get(line)
  return strokes ? straightness(strokes, glyphs[0]?.from ?? 0, glyphs.at(-1)?.to ?? 1) : null
}

const shareDoubtful = (pieces: readonly Piece[]): number => {
  const all = pieces.flatMap(({ glyphs }) => glyphs)
  return all.filter(({ confidence }) => confidence < DOUBTFUL).length / Math.max(1, all.length)
}

/**
 * Doubts the values of a form that was filled in by hand, and says so: the reader reads such characters as others and is sure
 * of them. A page is told by its values against its own printed labels.
 */
export function doubtHandwriting(
  fields: readonly Extracted[],
  sheets: readonly Sheet[],
  pages: readonly PageReading[],
): void {
  const labels = sheets.flatMap(({ hits }) => hits.map(({ label }) => label)).filter(measured)
  const values = fields.flatMap(({ pieces }) => pieces).filter(measured)
  const shares = (pieces: readonly Piece[]) => pieces.flatMap((piece) => straight(piece, pages) ?? [])
  const [print, hand] = [shares(labels), shares(values)]
  if (print.length < FEW || hand.length < FEW) return
  const usual = median(print)
  const doubtful = shareDoubtful(values)
  if (doubtful < MANY || shareDoubtful(labels) >= MANY) return
  if (median(hand) > Math.min(STRAIGHTEST, CROOKED + STRAIGHTER * (doubtful - MANY)) * usual) return
  for (const one of fields) {
    const { read, pieces, typed } = one
    if (read.state !== 'ok' || pieces.length === 0) continue
    const own = shares(pieces.filter(measured))
    if (own.length > 0 && median(own) > PRINTED * usual) continue
    one.read = {
      ...read,
      confidence: Math.min(typed.settled ? CHECKED : UNSURE, read.confidence),
      note: read.note ? `${read.note}；${NOTE}` : NOTE,
    }
  }
}
