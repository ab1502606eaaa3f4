import { cut, type Glyph, type Piece } from './frame.ts'

const middle = (piece: Piece, index: number): number => {
  const glyph = piece.glyphs[index]
  const [from, to] = [piece.glyphs[0]?.from ?? 0, piece.glyphs.at(-1)?.to ?? 1]
  const share = glyph && to > from ? ((glyph.from + glyph.to) / 2 - from) / (to - from) : 0.5
  return piece.x0 + (piece.x1 - piece.x0) * share
}

const HAN = /^\p{Script=Han}$/u

/**
 * Whether the end of a piece is the torn left half of the character with which the piece beside it begins (孙 read as 子 · 孙):
 * nearer to it than two characters stand, and narrower, for its box ends there. Only where the reader saw where they stand.
 */
function endsTorn(left: Piece, right: Piece): boolean {
  const [half, whole] = [left.glyphs.at(-1), right.glyphs[0]]
  if (!half || !whole || !left.line.xs || !right.line.xs || !HAN.test(half.text) || !HAN.test(whole.text)) return false
  const spans = (piece: Piece, { from, to }: Glyph) =>
    ((to - from) * (piece.x1 - piece.x0)) /
    Math.max(0.01, (piece.glyphs.at(-1)?.to ?? 1) - (piece.glyphs[0]?.from ?? 0))
  return (
    middle(right, 0) - middle(left, left.glyphs.length - 1) < 0.6 * Math.min(left.height, right.height) &&
    spans(left, half) < 0.7 * spans(right, whole)
  )
}

/** Whether the last letter of a piece lies in the first one of the piece beside it, which was read more surely (证号：F · PT2025…). */
function endsWithin(left: Piece, right: Piece): boolean {
  const [half, whole] = [left.glyphs.at(-1), right.glyphs[0]]
  if (!half || !whole || !/^[A-Z\d]$/u.test(half.text) || !/^[A-Z\d]$/u.test(whole.text)) return false
  return middle(left, left.glyphs.length - 1) > right.x0 && half.confidence < 0.85 && whole.confidence > half.confidence
}

/** Whether the first letter of a piece lies in the last one of the piece before it, which was read more surely (1988 · 3年8月13日). */
function beginsWithin(left: Piece, right: Piece): boolean {
  const [whole, half] = [left.glyphs.at(-1), right.glyphs[0]]
  if (!half || !whole || !/^[A-Z\d]$/u.test(half.text) || !/^[A-Z\d]$/u.test(whole.text)) return false
  return middle(right, 0) < left.x1 && whole.confidence > half.confidence
}

/** How many characters (at most three) the end of a piece and the beginning of the one beside it show in the same place. */
function shared(left: Piece, right: Piece): number {
  for (let length = Math.min(3, left.glyphs.length, right.glyphs.length); length >= 1; length -= 1) {
    const tail = left.glyphs.slice(-length).map((glyph) => glyph.text)
    const head = right.glyphs.slice(0, length).map((glyph) => glyph.text)
    const over = middle(left, left.glyphs.length - length) > right.x0 - 0.5 * right.height
    if (over && tail.join('') === head.join('')) return length
  }
  return 0
}

/**
 * Pieces without characters read twice: where the detector drew two boxes over one print, the end of the left line shows
 * the beginning of the right one again (证号：P · PT2026…). The right line, which has it whole, keeps it.
 */
export function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((given): Piece[] => {
    const before = pieces.find(
      (other) =>
        other !== given &&
        Math.abs(other.y - given.y) < 0.5 * Math.min(other.height, given.height) &&
        other.x0 < given.x0 &&
        other.x1 > given.x0 &&
        other.x1 < given.x1 &&
        shared(other, given) === 0 &&
        beginsWithin(other, given),
    )
    const left = (before && cut(given, 1)) ?? given
    const right = pieces.find(
      (other) =>
        other !== given &&
        Math.abs(other.y - left.y) < 0.5 * Math.min(other.height, left.height) &&
        other.x0 > left.x0 &&
        other.x0 < left.x1 &&
        other.x1 > left.x1,
    )
    if (!right) return [left]
    if (endsTorn(left, right) || endsWithin(left, right))
      return [cut(left, 0, left.glyphs.length - 1)].filter((rest) => rest !== null)
    const twice = shared(left, right)
    if (twice === 0) return [left]
    const rest = cut(left, 0, left.glyphs.length - twice)
    return rest ? [rest] : []
  })
}
