import { fourier } from './fourier.ts'
import { quantile, type Small } from './pixels.ts'

/** Side of a tile in cells, and so many tiles across and down a page. */
const SIDE = 64
const TILES = 6
/** Waves that are counted, in periods per tile: longer ones are uneven light, shorter ones noise. */
const [SLOW, FAST] = [2.8, 16]
/** A cell is paper when it is at least so light beside its tile's lighter cells; a tile shows paper on at least half of itself. */
const [PAPER, BARE] = [0.85, 0.5]
/** Below so much light (0–255) a camera's noise is colour too. */
const DIM = 60

const transform = fourier(SIDE)
const window = Float64Array.from({ length: SIDE }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / SIDE))
/** What a wave's power is divided by to have the wave's own size. */
const POWER = SIDE ** 4 * (3 / 8) ** 2

/** The colour (red − green, blue − green) of a tile's paper without its mean and slope, print left out; null where too little paper is seen. */
function chroma({ rgb, width }: Small, x0: number, y0: number) {
  const light = new Float32Array(SIDE * SIDE)
  const at = (i: number) => 3 * ((y0 + Math.floor(i / SIDE)) * width + x0 + (i % SIDE))
  for (let i = 0; i < light.length; i += 1) {
    const p = at(i)
    light[i] = 0.299 * (rgb[p] as number) + 0.587 * (rgb[p + 1] as number) + 0.114 * (rgb[p + 2] as number)
  }
  const paper = quantile(light, 0.75)
  if (paper < DIM) return null
  const seen = light.map((value) => (value > PAPER * paper ? 1 : 0))
  let n = 0
  for (const one of seen) n += one
  if (n < BARE * light.length) return null
  const planes = [0, 2].map((channel) => {
    const plane = new Float64Array(light.length)
    let [sum, alongX, alongY, square] = [0, 0, 0, 0]
    for (let i = 0; i < plane.length; i += 1) {
      if (!seen[i]) continue
      const p = at(i)
      plane[i] = (rgb[p + channel] as number) - (rgb[p + 1] as number)
      const [u, v] = [(i % SIDE) - SIDE / 2, Math.floor(i / SIDE) - SIDE / 2]
      sum += plane[i] as number
      alongX += u * (plane[i] as number)
      alongY += v * (plane[i] as number)
      square += u * u
    }
    for (let i = 0; i < plane.length; i += 1) {
      const [u, v] = [(i % SIDE) - SIDE / 2, Math.floor(i / SIDE) - SIDE / 2]
      const level = sum / n + (alongX * u + alongY * v) / square
      const shape = (window[i % SIDE] as number) * (window[Math.floor(i / SIDE)] as number)
      plane[i] = seen[i] ? shape * ((plane[i] as number) - level) : 0
    }
    return plane
  })
  return { paper, red: planes[0] as Float64Array, blue: planes[1] as Float64Array }
}

/** Size of the strongest wave of colour on a tile as a share of its paper's light, or more than it where even that is less than `least`; null where too little paper is seen. */
function wave(small: Small, x0: number, y0: number, least: number): number | null {
  const tile = chroma(small, x0, y0)
  if (!tile) return null
  // No wave is stronger than all of them together.
  let all = 0
  for (let i = 0; i < tile.red.length; i += 1) all += (tile.red[i] as number) ** 2 + (tile.blue[i] as number) ** 2
  const most = Math.sqrt((all * SIDE ** 2) / POWER) / tile.paper
  if (most < least) return most
  transform(tile.red, tile.blue)
  const power = (x: number, y: number) => {
    const at = ((y + SIDE) % SIDE) * SIDE + ((x + SIDE) % SIDE)
    return (tile.red[at] as number) ** 2 + (tile.blue[at] as number) ** 2
  }
  let [best, bx, by] = [0, 0, 0]
  for (let y = -FAST; y <= FAST; y += 1) {
    for (let x = -FAST; x <= FAST; x += 1) {
      const periods = Math.hypot(x, y)
      if (periods < SLOW || periods > FAST || power(x, y) <= best) continue
      best = power(x, y)
      bx = x
      by = y
    }
  }
  let near = 0
  for (let y = -1; y <= 1; y += 1)
    for (let x = -1; x <= 1; x += 1) near += power(bx + x, by + y) + power(-bx + x, -by + y)
  return Math.sqrt(near / POWER) / tile.paper
}

/** Whether coloured waves such as a screen's grid makes with a camera's, at least so strong (as a share of the paper's light), lie wherever paper is seen. */
export function hasMoire(small: Small, least: number): boolean {
  const found: number[] = []
  if (small.width < SIDE || small.height < SIDE) return false
  for (let ty = 0; ty < TILES; ty += 1) {
    for (let tx = 0; tx < TILES; tx += 1) {
      const [x, y] = [small.width - SIDE, small.height - SIDE].map((room, i) =>
        Math.floor((room * ((i === 0 ? tx : ty) + 0.5)) / TILES),
      )
      const one = wave(small, x ?? 0, y ?? 0, least)
      if (one !== null) found.push(one)
    }
  }
  return found.length >= TILES && quantile(found, 0.4) > least
}
