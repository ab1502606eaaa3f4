import type { Piece } from './frame.ts'
import type { Hit, LabelSpec } from './labels.ts'

/** Lines of one label at most. */
const MOST_LINES = 4

/** × is read as a letter as often as not. */
const loose = (text: string) => text.replace(/[xX]/gu, '×')

/** The pieces below `top` that go on with a label, down to its end; null when the label is not whole. */
function linesBelow(top: Piece, tail: string, pieces: readonly Piece[]): Piece[] | null {
  if (tail === '') return []
  let above = top
  const lines: Piece[] = []
  for (let rest = tail; rest !== ''; ) {
    const low = pieces.find((other) => {
      const text = other.text.replace(/:$/u, '')
      const down = other.y - above.y
      const [left, middle] = [other.x0 - above.x0, (other.x0 + other.x1 - above.x0 - above.x1) / 2]
      const under = Math.min(Math.abs(left), Math.abs(middle)) < 1.2 * above.height
      return (
        text !== '' &&
        loose(rest).startsWith(loose(text)) &&
        down > 0.6 * above.height &&
        down < 1.9 * above.height &&
        under
      )
    })
    if (!low || lines.length + 1 === MOST_LINES) return null
    rest = rest.slice(low.text.replace(/:$/u, '').length)
    lines.push(low)
    above = low
  }
  return lines
}

/**
 * Labels printed on several lines of a narrow cell (户主或与 above 户主关系): each line goes on with the label and stands
 * close below the one before, flush or centred. The label then stands in their middle.
 */
export function stackedHits(pieces: readonly Piece[], specs: readonly LabelSpec[]): { hits: Hit[]; parts: Piece[] } {
  const hits: Hit[] = []
  const parts = new Set<Piece>()
  for (const top of pieces) {
    if (parts.has(top) || top.text.length < 2) continue
    for (const spec of specs) {
      const tail = spec.text.slice(top.text.length)
      // A single character below a short word is as likely a word of its own.
      if (tail.length < (top.text.length < 4 ? 2 : 1) || !loose(spec.text).startsWith(loose(top.text))) continue
      const lines = linesBelow(top, tail, pieces)
      if (!lines || lines.some((line) => parts.has(line))) continue
      const all = [top, ...lines]
      const label = {
        ...top,
        text: spec.text,
        x0: Math.min(...all.map((piece) => piece.x0)),
        x1: Math.max(...all.map((piece) => piece.x1)),
        y: (top.y + (all.at(-1)?.y ?? top.y)) / 2,
      }
      hits.push({ spec, label, rest: null, kind: 'exact', strength: 0.95, first: true })
      for (const piece of all) parts.add(piece)
      break
    }
  }
  return { hits, parts: [...parts] }
}
