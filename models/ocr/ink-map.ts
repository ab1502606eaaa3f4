import { axes, type Rect } from './geometry.ts'
import type { Picture } from './picture.ts'

/** Where dark print stands in and around a line, in cells along it and across it; red ink (seals) is not print. */
export interface InkMap {
  /** Cells per line height. */
  cells: number
  /** First and last column of the line itself; the map reaches further out on both sides. */
  from: number
  to: number
  columns: Uint8Array[]
}

const CELLS = 20
/** Print is at least so much darker than the paper (0–255). */
const CONTRAST = 45

/** The light (0–255) that this share of the samples does not pass. */
function quantile(histogram: Uint32Array, part: number): number {
  const rank = Math.floor(part * (histogram.reduce((sum, n) => sum + n, 0) - 1))
  let seen = 0
  const light = histogram.findIndex((n) => {
    seen += n
    return seen > rank
  })
  return Math.max(0, light)
}

/** What is darker than the paper by this share of the contrast is print. */
const DARK = 0.45

/** The print of a line and of so many line heights beyond its ends, from a share of the contrast on; null where there is no contrast. */
export function inkMap(picture: Picture, rect: Rect, beyond: number, darkness = DARK): InkMap | null {
  const { ux, uy, vx, vy } = axes(rect)
  const [x0, y0] = rect.corners[0]
  const step = rect.height / CELLS
  if (step <= 0) return null
  const from = Math.round(beyond * CELLS)
  const to = from + Math.round(rect.width / step)
  const columns = Array.from({ length: from + to + 1 }, () => new Uint8Array(CELLS))
  const histogram = new Uint32Array(256)
  for (const [u, column] of columns.entries()) {
    const along = (u - from) * step
    for (let v = 0; v < CELLS; v++) {
      const across = (v + 0.5) * step
      const x = Math.round(x0 + along * ux + across * vx)
      const y = Math.round(y0 + along * uy + across * vy)
      const inside = x >= 0 && y >= 0 && x < picture.width && y < picture.height
      const red = inside ? (picture.rgb[3 * (y * picture.width + x)] ?? 255) : 255
      column[v] = red
      if (u >= from && u <= to) histogram[red] = (histogram[red] ?? 0) + 1
    }
  }
  const [paper, print] = [quantile(histogram, 0.8), quantile(histogram, 0.03)]
  if (paper - print < CONTRAST) return null
  const dark = paper - darkness * (paper - print)
  return { cells: CELLS, from, to, columns: columns.map((column) => column.map((red) => (red < dark ? 1 : 0))) }
}
