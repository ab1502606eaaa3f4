import { cut, type Piece } from './frame.ts'

const middle = (piece: Piece, index: number): number => {
  const glyph = piece.glyphs[index]
  const [from, to] = [piece.glyphs[0]?.from ?? 0, piece.glyphs.at(-1)?.to ?? 1]
  const share = glyph && to > from ? ((glyph.from + glyph.to) / 2 - from) / (to - from) : 0.5
  return piece.x0 + (piece.x1 - piece.x0) * share
}

/**
 * Pieces without characters read twice: where the detector drew two boxes over one print, the end of the left line shows
 * the beginning of the right one again (证号：P · PT2026…). The right line, which has it whole, keeps it.
 */
export function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((left): Piece[] => {
    const right = pieces.find(
      (other) =>
        other !== left &&
        Math.abs(other.y - left.y) < 0.5 * Math.min(other.height, left.height) &&
        other.x0 > left.x0 &&
        other.x0 < left.x1 &&
        other.x1 > left.x1,
    )
    if (!right) return [left]
    for (let length = Math.min(3, left.glyphs.length, right.glyphs.length); length >= 1; length -= 1) {
      const tail = left.glyphs.slice(-length).map((glyph) => glyph.text)
      const head = right.glyphs.slice(0, length).map((glyph) => glyph.text)
      const over = middle(left, left.glyphs.length - length) > right.x0 - 0.5 * right.height
      if (!over || tail.join('') !== head.join('')) continue
      const rest = cut(left, 0, left.glyphs.length - length)
      return rest ? [rest] : []
    }
    return [left]
  })
}
