import type { Line } from '../../../facts/reading.ts'
import type { Page, Strokes } from '../../page.ts'
import { grey, quantile } from './pixels.ts'

/** Print with less contrast (0–255) shows no strokes. */
const CONTRAST = 40
/** Edges weaker than this share of the strongest are noise. */
const WEAK = 0.35
/** An edge is straight within so many degrees of level or upright, once a line is turned by at most so many. */
const [STRAIGHT, TURN] = [8, 5]
/** What is dark for so long (in heights of the line) is a rule, with so many rows about it. */
const [RULE, ABOUT] = [1.6, 3]
/** A character below this is doubtful; a page with fewer doubtful ones (share) was read too well to have been written by hand. */
const [DOUBTFUL, MANY] = [0.8, 0.02]

/** Edges of one line; null without contrast. */
function strokesOf(page: Page, { box }: Line): Strokes | null {
  const width = Math.round(Math.hypot(box[2] - box[0], box[3] - box[1]))
  const height = Math.round(Math.hypot(box[6] - box[0], box[7] - box[1]))
  if (width < 8 || height < 8) return null
  const light = new Float32Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const u = (x + 0.5) / width
      const v = (y + 0.5) / height
      light[y * width + x] = grey(
        page,
        Math.round(box[0] + (box[2] - box[0]) * u + (box[6] - box[0]) * v),
        Math.round(box[1] + (box[3] - box[1]) * u + (box[7] - box[1]) * v),
      )
    }
  }
  const [paper, ink] = [quantile(light, 0.8), quantile(light, 0.03)]
  if (paper - ink < CONTRAST) return null
  const ruled = rulesIn(light, width, height, paper - 0.3 * (paper - ink))
  const [size, turn] = [new Float32Array(light.length), new Float32Array(light.length)]
  const value = (at: number) => light[at] as number
  for (let y = 1; y < height - 1; y += 1) {
    if (ruled[y]) continue
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      const above = at - width
      const below = at + width
      const gx =
        value(above + 1) +
        2 * value(at + 1) +
        value(below + 1) -
        value(above - 1) -
        2 * value(at - 1) -
        value(below - 1)
      const gy =
        value(below - 1) + 2 * value(below) + value(below + 1) - value(above - 1) - 2 * value(above) - value(above + 1)
      size[at] = Math.hypot(gx, gy)
      turn[at] = Math.atan2(gy, gx)
    }
  }
  const top = quantile(size, 0.97)
  const columns = Math.max(1, Math.round((2 * width) / height))
  const degrees = Array.from({ length: columns }, () => new Float32Array(90))
  for (let at = 0; at < size.length; at += 1) {
    const one = size[at] as number
    if (one < WEAK * top || one === 0) continue
    // Level and upright are told apart by nothing here.
    const degree = Math.floor((((turn[at] as number) * 180) / Math.PI + 360) % 90)
    const column = degrees[Math.floor(((at % width) * columns) / width)] as Float32Array
    column[degree] = (column[degree] as number) + Math.min(one, top)
  }
  return straightest(degrees)
}

/** The edges of columns by degree (0–89), with the line turned so that most of them are straight. */
function straightest(degrees: readonly Float32Array[]): Strokes {
  let best = { straight: new Float32Array(degrees.length), sum: -1 }
  for (let turn = -TURN; turn <= TURN; turn += 1) {
    const straight = Float32Array.from(degrees, (column) => {
      let sum = 0
      for (let d = -STRAIGHT; d <= STRAIGHT; d += 1) sum += column[(turn + d + 90) % 90] as number
      return sum
    })
    const sum = straight.reduce((a, b) => a + b, 0)
    if (sum > best.sum) best = { straight, sum }
  }
  return { straight: best.straight, all: Float32Array.from(degrees, (column) => column.reduce((a, b) => a + b, 0)) }
}

/** Share of the edges that are straight on a stretch of a line (0–1 along it); null when there are none. */
export function straightness({ straight, all }: Strokes, from: number, to: number): number | null {
  const [first, last] = [Math.floor(from * all.length), Math.min(all.length, Math.ceil(to * all.length))]
  let [some, every] = [0, 0]
  for (let i = first; i < last; i += 1) {
    some += straight[i] as number
    every += all[i] as number
  }
  return every === 0 ? null : some / every
}

/** The strokes of every line of a photographed page; none of a page that was read too well to have been written by hand. */
export function strokesOn(page: Page, lines: readonly Line[]): ReadonlyMap<Line, Strokes> {
  const found = new Map<Line, Strokes>()
  const characters = page.textLayer ? [] : lines.flatMap((line) => line.characters ?? [])
  if (characters.filter((one) => one < DOUBTFUL).length <= MANY * characters.length) return found
  for (const line of lines) {
    const strokes = strokesOf(page, line)
    if (strokes) found.set(line, strokes)
  }
  return found
}

/** Rows that a rule runs along. */
function rulesIn(light: Float32Array, width: number, height: number, dark: number): Uint8Array {
  const ruled = new Uint8Array(height)
  for (let y = 0; y < height; y += 1) {
    let [run, longest] = [0, 0]
    for (let x = 0; x < width; x += 1) {
      run = (light[y * width + x] as number) < dark ? run + 1 : 0
      longest = Math.max(longest, run)
    }
    if (longest > RULE * height) ruled.fill(1, Math.max(0, y - ABOUT), y + ABOUT + 1)
  }
  return ruled
}
