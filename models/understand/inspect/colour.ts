import type { Line } from '../../../facts/reading.ts'
import type { Small } from './pixels.ts'

/** Cells to a side of the grid within which the light is taken to be even. */
const TILES = 6

/** A cell is coloured when its channels lie this far apart, once the light of its tile is taken out (1 = white paper). */
const COLOURED = 0.12

/** Below so much light (0–255) a camera's noise is colour too. */
const DIM = 60

/** Shares of coloured cells up to which a page is colourless, and from which it plainly is not. */
const NONE = 0.002
const SOME = 0.012

/** The cells that the printed lines span: the document without the desk around it. Null without text. */
function textArea(lines: readonly Line[], { width, height, step }: Small) {
  const xs = lines.flatMap(({ box }) => [box[0], box[2], box[4], box[6]])
  const ys = lines.flatMap(({ box }) => [box[1], box[3], box[5], box[7]])
  if (xs.length === 0) return null
  const at = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value / step)))
  const area = {
    x0: at(Math.min(...xs), width),
    x1: at(Math.max(...xs), width),
    y0: at(Math.min(...ys), height),
    y1: at(Math.max(...ys), height),
  }
  return area.x1 - area.x0 < 4 * TILES || area.y1 - area.y0 < 4 * TILES ? null : area
}

/** How many cells of a tile are coloured beside its own paper, as the light falls there; null when it is too dark. */
function colouredIn({ rgb }: Small, cells: readonly number[]): number | null {
  const light = new Float32Array(cells.length)
  for (let k = 0; k < cells.length; k += 1) {
    const at = 3 * (cells[k] as number)
    light[k] = (rgb[at] as number) + (rgb[at + 1] as number) + (rgb[at + 2] as number)
  }
  const bright = light.toSorted()[Math.floor((2 * light.length) / 3)] ?? 0
  let r = 0
  let g = 0
  let b = 0
  let n = 0
  for (let k = 0; k < cells.length; k += 1) {
    if ((light[k] as number) < bright) continue
    const at = 3 * (cells[k] as number)
    r += rgb[at] as number
    g += rgb[at + 1] as number
    b += rgb[at + 2] as number
    n += 1
  }
  if (Math.min(r, g, b) < DIM * n) return null
  let coloured = 0
  for (let k = 0; k < cells.length; k += 1) {
    const at = 3 * (cells[k] as number)
    const x = ((rgb[at] as number) * n) / r
    const y = ((rgb[at + 1] as number) * n) / g
    const z = ((rgb[at + 2] as number) * n) / b
    if (Math.max(x, y, z) - Math.min(x, y, z) > COLOURED) coloured += 1
  }
  return coloured
}

/**
 * Whether a page is printed without any colour: a black-and-white copy, or black print on white paper. A lamp's tint
 * and a desk around the page do not count. Null when there is no text to find the page by, too little light, or a
 * trace of colour that may be either.
 */
export function isColourless(small: Small, lines: readonly Line[]): boolean | null {
  const area = textArea(lines, small)
  if (!area) return null
  let [coloured, seen, dark] = [0, 0, 0]
  for (let ty = 0; ty < TILES; ty += 1) {
    for (let tx = 0; tx < TILES; tx += 1) {
      const cut = (from: number, to: number, n: number) => Math.floor(from + ((to - from) * n) / TILES)
      const cells: number[] = []
      for (let y = cut(area.y0, area.y1, ty); y < cut(area.y0, area.y1, ty + 1); y += 1)
        for (let x = cut(area.x0, area.x1, tx); x < cut(area.x0, area.x1, tx + 1); x += 1)
          cells.push(y * small.width + x)
      const found = colouredIn(small, cells)
      if (found === null) dark += cells.length
      else {
        coloured += found
        seen += cells.length
      }
    }
  }
  if (seen === 0) return null
  const share = coloured / seen
  if (share >= SOME) return false
  return share <= NONE && dark < seen / 4 ? true : null
}
