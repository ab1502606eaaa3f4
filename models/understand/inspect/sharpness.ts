import type { Line } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { median } from '../frame.ts'
import { grey, quantile } from './pixels.ts'

/** Contrast (0–255) below which nothing has an edge to measure. */
const CONTRAST = 25
/** Side of a tile in pixels, and how many tiles of a page are looked at at most. */
const TILE = 48
const TILES = 600
/** Edges of print wider than this share of its height are out of focus: about .1 in a sharp photograph. */
const SOFT_PRINT = 0.3
/** Where even the page's finer edges are wider than this share of its long side nothing on it is in focus: about .0015 when sharp. */
const SOFT_PAGE = 0.0035

/** Width in pixels of the steepest edges among a rectangle's pixels. Null without contrast. */
function edgeWidth(page: Page, x0: number, x1: number, rows: readonly number[]): number | null {
  const values: number[] = []
  const slopes: number[] = []
  for (const y of rows) {
    for (let x = Math.ceil(x0); x < x1; x += 1) {
      values.push(grey(page, x, y))
      slopes.push(Math.abs(grey(page, x + 1, y) - grey(page, x - 1, y)) / 2)
    }
  }
  const contrast = quantile(values, 0.95) - quantile(values, 0.05)
  const slope = quantile(slopes, 0.97)
  return contrast < CONTRAST || slope <= 0 ? null : contrast / slope
}

/** Width of a line's edges as a share of its height. */
function printEdges(page: Page, { box }: Line): number | null {
  const [x0, y0] = [Math.min(box[0], box[6]), Math.min(box[1], box[3])]
  const [x1, y1] = [Math.max(box[2], box[4]), Math.max(box[5], box[7])]
  const count = Math.min(8, Math.max(3, Math.floor(y1 - y0)))
  const rows = Array.from({ length: count }, (_, i) => y0 + ((y1 - y0) * (i + 0.5)) / count)
  const width = edgeWidth(page, x0, Math.min(x1, x0 + 900), rows)
  return width === null ? null : width / Math.hypot(box[6] - box[0], box[7] - box[1])
}

/** Width of the page's finer edges (the sharpest quarter of its tiles) as a share of its long side. Null for an empty page. */
function pageEdges(page: Page): number | null {
  const [columns, rows] = [Math.floor(page.width / TILE) - 2, Math.floor(page.height / TILE) - 2]
  const every = Math.max(1, Math.ceil((columns * rows) / TILES))
  const widths: number[] = []
  // The outermost tiles hold the picture's own edge.
  for (let tile = 0; tile < columns * rows; tile += every) {
    const [x, y] = [TILE * (1 + (tile % columns)), TILE * (1 + Math.floor(tile / columns))]
    const width = edgeWidth(
      page,
      x,
      x + TILE,
      Array.from({ length: TILE / 2 }, (_, i) => y + 2 * i),
    )
    if (width !== null) widths.push(width)
  }
  return widths.length < 3 ? null : quantile(widths, 0.25) / Math.max(page.width, page.height)
}

/** Whether a page is out of focus, by the edges of its print and, whether or not any print was read, of all that is on it. */
export function isSoft(page: Page, lines: readonly Line[]): boolean {
  const print = lines
    .filter((line) => [...line.text].length > 2)
    .slice(0, 40)
    .flatMap((line) => printEdges(page, line) ?? [])
  return (print.length > 0 && median(print) > SOFT_PRINT) || (pageEdges(page) ?? 0) > SOFT_PAGE
}
