import { luminance, quantile, type Small } from './pixels.ts'

/** Light and lamp change over a page: the paper's colour is told for each of so many tiles a side. */
const TILES = 6
/** A tile darker than this share of the page's paper is no paper. */
const NO_PAPER = 0.45

type Colour = readonly [number, number, number]

/** The middle of the brighter half of some cells, per channel (0–255, at least 40). */
function brightOf({ rgb }: Small, light: Float32Array, cells: readonly number[]): Colour {
  const middle = quantile(
    cells.map((at) => light[at] ?? 0),
    0.5,
  )
  const bright = cells.filter((at) => (light[at] ?? 0) >= middle)
  const channel = (c: 0 | 1 | 2) =>
    Math.max(
      40,
      quantile(
        bright.map((at) => rgb[3 * at + c] ?? 0),
        0.5,
      ),
    )
  return [channel(0), channel(1), channel(2)]
}

/** The paper's colour: of the whole page, and at each cell, where a tile shows it in another light. */
export interface Paper {
  page: Colour
  at: (x: number, y: number) => Colour
}

export function paperOf(small: Small): Paper {
  const { width, height } = small
  const light = luminance(small)
  const cellsOf = (x0: number, y0: number, x1: number, y1: number, step: number) => {
    const cells: number[] = []
    for (let y = y0; y < y1; y += step) for (let x = x0; x < x1; x += step) cells.push(y * width + x)
    return cells
  }
  const page = brightOf(small, light, cellsOf(0, 0, width, height, 3))
  const sum = (colour: Colour) => colour[0] + colour[1] + colour[2]
  const cut = (n: number, whole: number) => Math.floor((whole * n) / TILES)
  const tiles = Array.from({ length: TILES * TILES }, (_, i) => {
    const [tx, ty] = [i % TILES, Math.floor(i / TILES)]
    const cells = cellsOf(cut(tx, width), cut(ty, height), cut(tx + 1, width), cut(ty + 1, height), 2)
    const own = cells.length === 0 ? page : brightOf(small, light, cells)
    return sum(own) < NO_PAPER * sum(page) ? page : own
  })
  const tileOf = (x: number, y: number) =>
    tiles[Math.floor((y * TILES) / height) * TILES + Math.floor((x * TILES) / width)] ?? page
  return { page, at: tileOf }
}
