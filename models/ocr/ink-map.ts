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

const share = (values: number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? 0

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
  const red: number[][] = []
  for (let u = 0; u <= to + from; u++) {
    const column: number[] = []
    for (let v = 0; v < CELLS; v++) {
      const [along, across] = [(u - from) * step, (v + 0.5) * step]
      const x = Math.round(x0 + along * ux + across * vx)
      const y = Math.round(y0 + along * uy + across * vy)
      const inside = x >= 0 && y >= 0 && x < picture.width && y < picture.height
      column.push(inside ? (picture.rgb[3 * (y * picture.width + x)] ?? 255) : 255)
    }
    red.push(column)
  }
  const line = red.slice(from, to + 1).flat()
  const [paper, print] = [share(line, 0.8), share(line, 0.03)]
  if (paper - print < CONTRAST) return null
  const dark = paper - darkness * (paper - print)
  return { cells: CELLS, from, to, columns: red.map((column) => Uint8Array.from(column, (v) => (v < dark ? 1 : 0))) }
}
