import type { Box } from '../../../facts/fact.ts'
import type { Line } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import type { Window } from './box-windows.ts'
import { across, darken, down, type LineFrame, type Strip, type Sums, stripOf, sumsOf } from './line-strip.ts'

/** A square in or beside a line of print. */
export interface Square {
  line: Line
  /** Middle along the line, and half its side, as shares of the line's length. */
  at: number
  half: number
  box: Box
  /** In page pixels. */
  side: number
  /** Least darkness of its four sides, as a share of the print's (0–1). */
  outline: number
  /** Mean darkness of its inside, as a share of the print's (0–1). */
  inside: number
  /** Share of the columns of its inside in which a stroke shows (0–1). */
  written: number
  /** What was read there, if anything, is hardly anything but a box. */
  bare: boolean
}

/** Sides at least so dark, beside so light an outside. */
const OUTLINE = 0.3
const OUTSIDE = 0.5

/** How a square of a strip looks: the palest of its four sides (a side may lean by a pixel), what lies outside and inside of them. */
function squareAt(sums: Sums, x: number, y: number, side: number) {
  const { width, area, rows, columns, thickRows, thickColumns } = sums
  const w = width + 1
  let outline = down(sums, thickColumns, y, side, x)
  if (outline < OUTLINE) return null
  outline = Math.min(outline, down(sums, thickColumns, y, side, x + side))
  if (outline < OUTLINE) return null
  outline = Math.min(outline, across(sums, thickRows, x, side, y), across(sums, thickRows, x, side, y + side))
  if (outline < OUTLINE) return null
  const away = Math.max(3, Math.round(0.17 * side))
  const outsides = [
    down(sums, columns, y, side, x - away),
    down(sums, columns, y, side, x + side + away),
    across(sums, rows, x, side, y - away),
    across(sums, rows, x, side, y + side + away),
  ]
  const inner = Math.max(3, Math.round(0.2 * side))
  const [x0, y0, x1, y1] = [x + inner, y + inner, x + side - inner + 1, y + side - inner + 1]
  const sum = (area[y1 * w + x1] ?? 0) - (area[y0 * w + x1] ?? 0) - (area[y1 * w + x0] ?? 0) + (area[y0 * w + x0] ?? 0)
  return {
    outline,
    outside: Math.max(...outsides),
    inside: sum / Math.max(1, (x1 - x0) * (y1 - y0)),
    sum: outsides.reduce((a, b) => a + b),
  }
}

/** Darkness of a stroke, thin and pale as a pen may leave it, as a share of the print's. */
const STROKE = 0.45

/** Share of the columns within a square, away from its sides, in which a stroke shows. */
function writtenIn({ width, dark }: Strip, { x, y, side }: { x: number; y: number; side: number }): number {
  const inner = Math.max(3, Math.round(0.2 * side))
  let [struck, columns] = [0, 0]
  for (let u = x + inner; u <= x + side - inner; u += 1) {
    let most = 0
    for (let v = y + inner; v <= y + side - inner; v += 1) most = Math.max(most, dark[v * width + u] ?? 0)
    if (most > STROKE) struck += 1
    columns += 1
  }
  return struck / Math.max(1, columns)
}

/** A line in which boxes are looked for. */
export interface Place {
  line: Line
  frame: LineFrame
  tones: { paper: number; print: number }
  ends: Window[]
  between: Window[]
}

/** The best square in one stretch of a line, if there is one; sides in pixels. */
export function boxIn(
  page: Page,
  { line, frame, tones }: Place,
  { from, to, bare }: Window,
  [least, most]: readonly [number, number],
): Square | null {
  const top = 0.3 * frame.height
  const strip = stripOf(page, frame, from - 4, to + 4, top)
  darken(strip, tones.paper, tones.print)
  const sums = sumsOf(strip)
  let best: { x: number; y: number; side: number; outline: number; inside: number; score: number } | null = null
  for (let side = Math.max(7, Math.round(least)); side <= Math.min(most, to - from + 2); side += 1) {
    const middle = top + frame.height / 2 - side / 2
    const [first, last] = [Math.max(0, Math.round(middle - 0.22 * frame.height)), middle + 0.22 * frame.height]
    for (let y = first; y <= Math.min(last, strip.high - side - 1); y += 1) {
      for (let x = 2; x + side < strip.width - 2; x += 1) {
        const seen = squareAt(sums, x, y, side)
        if (!seen || seen.outside > OUTSIDE) continue
        const score = seen.outline - 0.35 * seen.sum + 0.1 * (side / frame.height)
        if (!best || score > best.score) best = { x, y, side, outline: seen.outline, inside: seen.inside, score }
      }
    }
  }
  if (!best) return null
  const [u, v] = [from - 4 + best.x, best.y - top]
  const corners = [
    frame.point(u, v),
    frame.point(u + best.side, v),
    frame.point(u + best.side, v + best.side),
    frame.point(u, v + best.side),
  ]
  return {
    line,
    at: (u + best.side / 2) / frame.length,
    half: best.side / 2 / frame.length,
    box: corners.flat().map((n) => Math.round(n * 10) / 10) as unknown as Box,
    side: best.side,
    outline: best.outline,
    inside: best.inside,
    written: writtenIn(strip, best),
    bare,
  }
}
