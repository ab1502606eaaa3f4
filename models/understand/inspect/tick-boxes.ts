import type { Box } from '../../../facts/fact.ts'
import type { Line } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { median } from '../frame.ts'
import { quantile } from './pixels.ts'

/** A square in or beside a line of print. */
interface Square {
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

/** A printed box to tick. */
export interface TickBox extends Omit<Square, 'outline' | 'inside' | 'written' | 'bare'> {
  ticked: boolean
  confidence: number
}

/** What the recogniser makes of a box, open or ticked. */
export const BOX_LIKE = /[口□■√回囗区凶囚团日曰四]/u
/** Characters that are hardly anything else. */
const BOX_ALONE = /[口□■√囗]/u

/** Words with 口 in them: such a square alone does not make a page one with boxes. */
const MOUTH = /[户人进出入窗路门港接关缺开浦虹海周汉家道洞井渡沟]口|口[腔岸径头罩服味令语碑音径碑述供粮红气哨号才]/u

/** Sides of a box as a share of its line's height (as the detector draws lines, a little higher than the print). */
const LEAST_SIDE = 0.42
const MOST_SIDE = 1.02
/** Sides at least so dark, beside so light an outside. */
const OUTLINE = 0.3
const OUTSIDE = 0.5

/** Print of less contrast (0–255) is a seal's, seen in its own colour, or none. */
const FAINT = 60

interface Frame {
  length: number
  height: number
  /** Page point of a place along (u) and across (v) the line, in pixels. */
  point: (u: number, v: number) => [number, number]
}

function frameOf({ box }: Line): Frame {
  const [x, y] = [box[0], box[1]]
  const length = Math.hypot(box[2] - x, box[3] - y)
  const height = Math.hypot(box[6] - x, box[7] - y)
  const [ex, ey] = [(box[2] - x) / Math.max(1, length), (box[3] - y) / Math.max(1, length)]
  return { length, height, point: (u, v) => [x + u * ex - v * ey, y + u * ey + v * ex] }
}

/** A stretch of a line in which a box may stand; `bare`: nothing was read there, or what is hardly anything but a box. */
interface Window {
  from: number
  to: number
  bare: boolean
}

/** Whether unit `i` of a line's text is a guess: anything else together was likelier there, so a box may stand there as well. */
export const isGuess = ({ characters }: Line, i: number): boolean => (characters?.[i] ?? 1) < 0.5

/** Gaps in a line's print and characters that look like a box; before the line and behind it. */
function windowsOf(line: Line, { length, height }: Frame): { ends: Window[]; between: Window[] } {
  const places = (line.xs ?? []).map((x) => x * length)
  if (places.length === 0 || places.length !== line.text.length) return { ends: [], between: [] }
  // Boxes widen some steps: the usual step is among the smaller ones.
  const pitch = Math.min(0.9 * height, Math.max(0.6 * height, quantile(steps(places), 0.35)))
  const ends = [
    { from: -1.6 * height, to: (places[0] ?? 0) - 0.3 * pitch, bare: true },
    { from: (places.at(-1) ?? 0) + 0.3 * pitch, to: length + 1.6 * height, bare: true },
  ]
  const between: Window[] = []
  for (const [i, place] of places.entries()) {
    const next = places[i + 1]
    if (next !== undefined && next - place > 1.55 * pitch)
      between.push({ from: place + 0.3 * pitch, to: next - 0.3 * pitch, bare: true })
    const [before, after] = [places[i - 1], next]
    // What is guessed between words that stand wider apart than by a character may be a box.
    if (isGuess(line, i) && before !== undefined && after !== undefined && after - before > 2.2 * pitch)
      between.push({ from: before + 0.3 * pitch, to: after - 0.3 * pitch, bare: true })
    const text = line.text[i] ?? ''
    if (!BOX_LIKE.test(text)) continue
    const bare = BOX_ALONE.test(text) && !MOUTH.test(line.text.slice(Math.max(0, i - 1), i + 2))
    between.push({ from: place - 0.95 * pitch, to: place + 0.95 * pitch, bare })
  }
  return { ends, between: between.filter(({ from, to }) => to - from > LEAST_SIDE * height) }
}

const steps = (places: readonly number[]) =>
  places.length < 2 ? [0] : places.slice(1).map((place, i) => place - (places[i] ?? 0))

/** Light of a page's pixel in red (0–255): seals vanish, pens of other colours stay. */
function redOf(page: Page, x: number, y: number): number {
  return x < 0 || y < 0 || x >= page.width || y >= page.height ? 255 : (page.rgb[(y * page.width + x) * 3] ?? 0)
}

/** Darkness (0 paper – 1 print) of a stretch of a line, `width` × `high` pixels from `top` above the line. */
interface Strip {
  width: number
  high: number
  dark: Float32Array
}

function stripOf(page: Page, frame: Frame, from: number, to: number, top: number): Strip {
  const width = Math.ceil(to - from)
  const high = Math.ceil(frame.height + 2 * top)
  const light = new Float32Array(width * high)
  for (let v = 0; v < high; v += 1) {
    for (let u = 0; u < width; u += 1) {
      const [x, y] = frame.point(from + u, v - top)
      light[v * width + u] = redOf(page, Math.round(x), Math.round(y))
    }
  }
  return { width, high, dark: light }
}

/** Turns light into darkness between the line's own paper and print. */
function darken(strip: Strip, paper: number, print: number): void {
  const range = Math.max(FAINT, paper - print)
  for (const [i, value] of strip.dark.entries()) strip.dark[i] = Math.min(1, Math.max(0, (paper - value) / range))
}

/** Paper and print of a line (0–255). */
function tonesOf(page: Page, frame: Frame): { paper: number; print: number } {
  const values: number[] = []
  const step = Math.max(1, frame.length / 200)
  for (let u = 0; u < frame.length; u += step)
    for (let v = 0.1; v < 1; v += 0.1) {
      const [x, y] = frame.point(u, v * frame.height)
      values.push(redOf(page, Math.round(x), Math.round(y)))
    }
  return { paper: quantile(values, 0.8), print: quantile(values, 0.04) }
}

/** Sums along rows and columns of a strip, as it is and with each cell the darkest of it and its two neighbours across. */
interface Sums {
  width: number
  high: number
  /** Running sums to the right (rows) and down (columns); one more than there are cells. */
  rows: Float32Array
  columns: Float32Array
  thickRows: Float32Array
  thickColumns: Float32Array
  area: Float32Array
}

function sumsOf({ width, high, dark }: Strip): Sums {
  const at = (u: number, v: number) => (u < 0 || v < 0 || u >= width || v >= high ? 0 : (dark[v * width + u] ?? 0))
  const size = (width + 1) * (high + 1)
  const [rows, columns, thickRows, thickColumns, area] = [0, 1, 2, 3, 4].map(() => new Float32Array(size)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const w = width + 1
  for (let v = 0; v < high; v += 1)
    for (let u = 0; u < width; u += 1) {
      const value = at(u, v)
      rows[v * w + u + 1] = (rows[v * w + u] ?? 0) + value
      columns[(v + 1) * w + u] = (columns[v * w + u] ?? 0) + value
      thickRows[v * w + u + 1] = (thickRows[v * w + u] ?? 0) + Math.max(value, at(u, v - 1), at(u, v + 1))
      thickColumns[(v + 1) * w + u] = (thickColumns[v * w + u] ?? 0) + Math.max(value, at(u - 1, v), at(u + 1, v))
      area[(v + 1) * w + u + 1] =
        value + (area[v * w + u + 1] ?? 0) + (area[(v + 1) * w + u] ?? 0) - (area[v * w + u] ?? 0)
    }
  return { width, high, rows, columns, thickRows, thickColumns, area }
}

/** Mean darkness of a square's side along row `v`, without its corners; 0 outside of the strip. */
function across(sums: Sums, from: Float32Array, x: number, side: number, v: number): number {
  const w = sums.width + 1
  return v < 0 || v >= sums.high ? 0 : ((from[v * w + x + side] ?? 0) - (from[v * w + x + 1] ?? 0)) / (side - 1)
}

/** Mean darkness of a square's side along column `u`, without its corners; 0 outside of the strip. */
function down(sums: Sums, from: Float32Array, y: number, side: number, u: number): number {
  const w = sums.width + 1
  return u < 0 || u >= sums.width ? 0 : ((from[(y + side) * w + u] ?? 0) - (from[(y + 1) * w + u] ?? 0)) / (side - 1)
}

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

/** The best square in one stretch of a line, if there is one; sides in pixels. */
function boxIn(
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

/** Insides up to here are open: pens left at least .38, poor light and blur at most .12 (drawn pages of seed 481). */
const OPEN = 0.26
/** A pen crosses the box: strokes in more of its columns (58 ticked boxes of seeds 7111–7115: .92–1; 85 open ones: 0, once .73). */
const STRUCK = 0.7
/** The thinnest pen leaves more ink than this within a box; less is the frame's own blur. */
const LEAST_INK = 0.15
/** Boxes of one form are of one size. */
const ALIKE = 1.25

/** A box that nothing is written in, or one that is filled: what a page must show before less clear ones are believed. */
const isClear = ({ outline, inside, bare }: Square) =>
  bare && outline > 0.5 && (inside < OPEN || (outline > 0.9 && inside > 0.9))

/** Sides of a box that stands alone in its line are at least so dark. */
const PLAIN = 0.75

/** A line in which boxes are looked for. */
interface Place {
  line: Line
  frame: Frame
  tones: { paper: number; print: number }
  ends: Window[]
  between: Window[]
}

/**
 * Boxes to tick on a page, beside and between the print of its lines. A square stands for a box only on a page that shows at least
 * two of one size, one of them clear: 国 alone is a square with ink in it, too. On a page drawn without its text (`wordless`) no square
 * is print, also none before a line or behind it.
 */
export function tickBoxesOn(page: Page, lines: readonly Line[], { wordless = false } = {}): TickBox[] {
  const places = lines.flatMap((line): Place[] => {
    const frame = frameOf(line)
    if (frame.height < 9 || frame.length < frame.height || !/\p{Script=Han}/u.test(line.text)) return []
    return [{ line, frame, tones: tonesOf(page, frame), ...windowsOf(line, frame) }]
  })
  const between = places.flatMap((place) =>
    [...place.between, ...(wordless ? place.ends : [])].flatMap(
      (window) => boxIn(page, place, window, [LEAST_SIDE * place.frame.height, MOST_SIDE * place.frame.height]) ?? [],
    ),
  )
  const clear = between.filter(isClear)
  if (clear.length === 0) return []
  const side = median(clear.map((one) => one.side))
  const limits = [side / ALIKE, side * ALIKE] as const
  const ends = wordless
    ? []
    : places.flatMap((place) => place.ends.flatMap((window) => boxIn(page, place, window, limits) ?? []))
  const all = [...between, ...ends].filter((one) => one.side <= limits[1] && one.side >= limits[0] && one.outline > 0.4)
  const apart = all
    .sort((a, b) => b.outline - a.outline)
    .filter((one, i) => all.slice(0, i).every((other) => middleOf(one, other) > 1.3 * side))
  // Beside a clear box, or another, less clear ones are believed; alone in its line one must show plainly.
  const believed = apart.filter(({ line }) => {
    const row = apart.filter((other) => other.line === line)
    const bare = row.filter((other) => other.bare && other.outline > 0.5)
    return bare.length > 1 || bare.some((other) => isClear(other) || other.outline > PLAIN)
  })
  if (believed.length < 2) return []
  return believed.map(({ outline, inside, written, bare: _, ...one }) => ({
    ...one,
    ticked: written > STRUCK && inside > LEAST_INK,
    confidence: sureOf(outline, inside, written),
  }))
}

const middleOf = (a: Square, b: Square) =>
  Math.hypot((a.box[0] + a.box[4] - b.box[0] - b.box[4]) / 2, (a.box[1] + a.box[5] - b.box[1] - b.box[5]) / 2)

/** How surely a box is open or ticked; where its ink and its strokes say different things, nobody knows. */
function sureOf(outline: number, inside: number, written: number): number {
  const torn = (inside > OPEN && written < STRUCK) || (inside < LEAST_INK && written > STRUCK)
  return torn ? 0.5 : Math.min(0.97, 0.3 + 0.25 * outline + 1.5 * Math.min(0.28, Math.abs(written - STRUCK)))
}
