import type { Line } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { quantile } from './pixels.ts'

/** Print of less contrast (0–255) is a seal's, seen in its own colour, or none. */
const FAINT = 60

export interface LineFrame {
  length: number
  height: number
  /** Page point of a place along (u) and across (v) the line, in pixels. */
  point: (u: number, v: number) => [number, number]
}

export function frameOf({ box }: Line): LineFrame {
  const [x, y] = [box[0], box[1]]
  const length = Math.hypot(box[2] - x, box[3] - y)
  const height = Math.hypot(box[6] - x, box[7] - y)
  const [ex, ey] = [(box[2] - x) / Math.max(1, length), (box[3] - y) / Math.max(1, length)]
  return { length, height, point: (u, v) => [x + u * ex - v * ey, y + u * ey + v * ex] }
}

/** Light of a page's pixel in red (0–255): seals vanish, pens of other colours stay. */
function redOf(page: Page, x: number, y: number): number {
  return x < 0 || y < 0 || x >= page.width || y >= page.height ? 255 : (page.rgb[(y * page.width + x) * 3] ?? 0)
}

/** Darkness (0 paper – 1 print) of a stretch of a line, `width` × `high` pixels from `top` above the line. */
export interface Strip {
  width: number
  high: number
  dark: Float32Array
}

export function stripOf(page: Page, frame: LineFrame, from: number, to: number, top: number): Strip {
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
export function darken(strip: Strip, paper: number, print: number): void {
  const range = Math.max(FAINT, paper - print)
  for (const [i, value] of strip.dark.entries()) strip.dark[i] = Math.min(1, Math.max(0, (paper - value) / range))
}

/** Paper and print of a line (0–255). */
export function tonesOf(page: Page, frame: LineFrame): { paper: number; print: number } {
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
export interface Sums {
  width: number
  high: number
  /** Running sums to the right (rows) and down (columns); one more than there are cells. */
  rows: Float32Array
  columns: Float32Array
  thickRows: Float32Array
  thickColumns: Float32Array
  area: Float32Array
}

export function sumsOf({ width, high, dark }: Strip): Sums {
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
export function across(sums: Sums, from: Float32Array, x: number, side: number, v: number): number {
  const w = sums.width + 1
  return v < 0 || v >= sums.high ? 0 : ((from[v * w + x + side] ?? 0) - (from[v * w + x + 1] ?? 0)) / (side - 1)
}

/** Mean darkness of a square's side along column `u`, without its corners; 0 outside of the strip. */
export function down(sums: Sums, from: Float32Array, y: number, side: number, u: number): number {
  const w = sums.width + 1
  return u < 0 || u >= sums.width ? 0 : ((from[(y + side) * w + u] ?? 0) - (from[(y + 1) * w + u] ?? 0)) / (side - 1)
}
