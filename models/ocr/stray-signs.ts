import type { Decoded } from './ctc.ts'
import { axes, type Rect } from './geometry.ts'
import { inkMap } from './ink-map.ts'
import type { Picture } from './picture.ts'

/** Only what was read less surely is doubted to be a character at all. */
const SURE = 0.8
/** A share of the contrast that also pale strokes of print reach, ornaments do not. */
const FAINT = 0.2
/** So far on both sides of its place a character has print, in line heights. */
const NEAR = 0.2

/** Whether a place along a line (pixels from its beginning, half way up) lies in another line. */
function liesIn(rect: Rect, along: number, other: Rect): boolean {
  const own = axes(rect)
  const { ux, uy, vx, vy } = axes(other)
  const [[x0, y0], [left, top]] = [rect.corners[0], other.corners[0]]
  const x = x0 + along * own.ux + 0.5 * rect.height * own.vx - left
  const y = y0 + along * own.uy + 0.5 * rect.height * own.vy - top
  const [u, v] = [x * ux + y * uy, x * vx + y * vy]
  return u >= 0 && u <= other.width && v >= 0.2 * other.height && v <= 0.8 * other.height
}

/**
 * A line without the signs that are none, of those read unsurely: where no print stands (the pale wave of a patterned paper reads
 * as 一 or a bracket), and at an end that reaches into the next line (证号：F before PT2023…, the F being half of its P).
 */
export function withoutStraySigns(picture: Picture, rect: Rect, decoded: Decoded, others: readonly Rect[]): Decoded {
  const { text, characters, xs, alternatives } = decoded
  const unsure = characters.some((confidence) => confidence < SURE)
  if (!unsure || [...text].length !== text.length || text.length < 3 || rect.height > rect.width) return decoded
  const map = inkMap(picture, rect, 0, FAINT)
  const bare = (x: number) => {
    if (!map) return false
    const [at, near] = [(x * rect.width * map.cells) / rect.height, NEAR * map.cells]
    const columns = map.columns.slice(Math.max(0, Math.round(at - near)), Math.round(at + near) + 1)
    return columns.length > 0 && !columns.some((column) => column.includes(1))
  }
  const stray = (i: number) => {
    const x = xs[i] ?? 0
    if ((characters[i] ?? 1) >= SURE) return false
    const outer = i === 0 || i === text.length - 1
    return bare(x) || (outer && others.some((other) => liesIn(rect, x * rect.width, other)))
  }
  const kept = [...text].flatMap((_, i) => (stray(i) ? [] : i))
  if (kept.length === text.length || kept.length === 0) return decoded
  const left = kept.map((i) => characters[i] ?? 0)
  return {
    text: kept.map((i) => text[i]).join(''),
    confidence: left.reduce((sum, one) => sum + one, 0) / left.length,
    characters: left,
    xs: kept.map((i) => xs[i] ?? 0),
    alternatives: kept.map((i) => alternatives[i] ?? []),
  }
}
