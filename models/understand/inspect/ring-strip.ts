import type { Mark } from '../../../facts/reading.ts'
import type { Picture } from '../../ocr/picture.ts'
import type { Page } from '../../page.ts'
import { quantile } from './pixels.ts'

/** Radii between which the name stands on a round seal (1 = its line), and those no foot line reaches. */
const BAND = [0.66, 0.96] as const
const OUTER = [0.8, 0.91] as const
/** Where the line is looked for, as shares of the box, and directions in which it is. */
const LINE = [0.86, 1.06] as const
const LOOKS = 90
/** Directions looked at for the gap between end and beginning of the name. */
const BINS = 180
/** A seal smaller than this (pixels across) has no legible name. */
const SMALLEST = 90
/** Height of the strip in pixels; more than the recogniser takes, so that it scales down. */
const HEIGHT = 64
/** Least share of a direction's ring that print covers, against the fullest tenth of directions. */
const PRINTED = 0.15
/** A name leaves at least this gap (radians) and is at least so long. */
const [GAP, SPAN] = [0.35, 0.9]

/** Blank paper about the straightened name, in pixels: above, below and at both ends. */
const [ABOVE, BELOW, BESIDE] = [10, 6, 10]

/** Redness 0–255 of a place between pixels: what is red beside the paper, whatever is printed in black over it. */
function redAt(page: Page, paper: readonly [number, number, number], x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)]
  const [tx, ty] = [x - x0, y - y0]
  let red = 0
  for (const [px, py, weight] of [
    [x0, y0, (1 - tx) * (1 - ty)],
    [x0 + 1, y0, tx * (1 - ty)],
    [x0, y0 + 1, (1 - tx) * ty],
    [x0 + 1, y0 + 1, tx * ty],
  ] as const) {
    if (px < 0 || py < 0 || px >= page.width || py >= page.height) continue
    const at = 3 * (py * page.width + px)
    const r = (page.rgb[at] ?? 0) / paper[0]
    const other = ((page.rgb[at + 1] ?? 0) / paper[1] + (page.rgb[at + 2] ?? 0) / paper[2]) / 2
    red += weight * Math.max(0, r - other)
  }
  return 255 * Math.min(1, red)
}

/** The paper's colour about a box: the brighter part of its pixels, per channel. */
function paperIn(page: Page, [x0, y0, x1, y1]: readonly [number, number, number, number]): [number, number, number] {
  const channels: [number[], number[], number[]] = [[], [], []]
  for (let y = Math.max(0, y0); y < Math.min(page.height, y1); y += 3)
    for (let x = Math.max(0, x0); x < Math.min(page.width, x1); x += 3)
      for (const c of [0, 1, 2] as const) channels[c].push(page.rgb[3 * (y * page.width + x) + c] ?? 0)
  return channels.map((values) => Math.max(40, quantile(values, 0.8))) as [number, number, number]
}

/** The line's radius by direction, smooth (a circle seen from aside and off its box's middle), in shares of the box. */
function lineOf(red: (angle: number, radius: number) => number, pixels: number): (angle: number) => number {
  const steps = Math.max(8, Math.round((LINE[1] - LINE[0]) * pixels * 2))
  const looks = Array.from({ length: LOOKS }, (_, i) => {
    const angle = (2 * Math.PI * i) / LOOKS
    let [best, at] = [0, 1]
    for (let k = 0; k <= steps; k += 1) {
      const radius = LINE[1] - ((LINE[1] - LINE[0]) * k) / steps
      const value = red(angle, radius)
      if (value > best) [best, at] = [value, radius]
    }
    return { angle, at }
  })
  const middle = quantile(
    looks.map(({ at }) => at),
    0.5,
  )
  // Print over the line and gaps in it point elsewhere.
  const level = looks.map(({ angle, at }) => ({ angle, away: Math.abs(at - middle) > 0.06 ? 0 : at - middle }))
  const mean = (of: (angle: number) => number) =>
    level.reduce((sum, { angle, away }) => sum + away * of(angle), 0) / LOOKS
  const [c0, c1, s1] = [mean(() => 1), 2 * mean(Math.cos), 2 * mean(Math.sin)]
  const [c2, s2] = [2 * mean((angle) => Math.cos(2 * angle)), 2 * mean((angle) => Math.sin(2 * angle))]
  return (angle) =>
    middle + c0 + c1 * Math.cos(angle) + s1 * Math.sin(angle) + c2 * Math.cos(2 * angle) + s2 * Math.sin(2 * angle)
}

/**
 * The name on a round red seal as a level line, black on white: the ring unrolled clockwise from the gap after its end. Null
 * for seals that are small, square, or have no gap. The box is that of the outer line, in pixels of the page.
 */
export function ringStrip(page: Page, { box }: Pick<Mark, 'box'>): Picture | null {
  if (!box) return null
  const [left, top, right, bottom] = [box[0], box[1], box[4], box[5]].map(Math.round) as [
    number,
    number,
    number,
    number,
  ]
  const [rx, ry] = [(right - left) / 2, (bottom - top) / 2]
  if (Math.min(rx, ry) < SMALLEST / 2 || Math.max(rx, ry) > 1.25 * Math.min(rx, ry)) return null
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2]
  const paper = paperIn(page, [left, top, right, bottom])
  const seen = (angle: number, radius: number) =>
    redAt(page, paper, cx + rx * radius * Math.cos(angle), cy + ry * radius * Math.sin(angle))
  const line = lineOf(seen, rx)
  const red = (angle: number, radius: number) => seen(angle, radius * line(angle))
  const turn = (2 * Math.PI) / BINS
  const steps = Math.max(4, Math.round((OUTER[1] - OUTER[0]) * rx))
  const filled = Array.from({ length: BINS }, (_, bin) => {
    let sum = 0
    for (let i = 0; i < steps; i += 1)
      for (const half of [0, 0.5]) sum += red((bin + half) * turn, OUTER[0] + ((OUTER[1] - OUTER[0]) * i) / steps)
    return sum / (2 * steps)
  })
  const full = quantile(filled, 0.9)
  const arc = longestGap(filled.map((value) => value < PRINTED * full))
  if (full < 12 || arc.length * turn < GAP) return null
  // A little of the gap stays at both ends.
  const margin = Math.min(arc.length / 3, 4)
  const from = (arc.start + arc.length - margin) * turn
  const span = (BINS - arc.length + 2 * margin) * turn
  if (span < SPAN) return null
  const middle = (BAND[0] + BAND[1]) / 2
  const across = Math.round((HEIGHT * span * middle) / (BAND[1] - BAND[0]))
  const ink = new Float32Array(across * HEIGHT)
  for (let y = 0; y < HEIGHT; y += 1) {
    const radius = BAND[1] - ((BAND[1] - BAND[0]) * (y + 0.5)) / HEIGHT
    for (let x = 0; x < across; x += 1) ink[y * across + x] = red(from + (span * (x + 0.5)) / across, radius)
  }
  const most = Math.max(30, quantile(ink, 0.97))
  const [width, height] = [across + 2 * BESIDE, HEIGHT + ABOVE + BELOW]
  const rgb = new Uint8Array(3 * width * height).fill(255)
  for (let i = 0; i < ink.length; i += 1) {
    const at = 3 * ((ABOVE + Math.floor(i / across)) * width + BESIDE + (i % across))
    rgb.fill(255 - Math.min(235, (235 * (ink[i] ?? 0)) / most), at, at + 3)
  }
  return { width, height, rgb }
}

/** The longest run of true in a circle of values. */
function longestGap(empty: readonly boolean[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  for (let start = 0; start < empty.length; start += 1) {
    if (!empty[start] || empty[(start + empty.length - 1) % empty.length]) continue
    let length = 0
    while (length < empty.length && empty[(start + length) % empty.length]) length += 1
    if (length > best.length) best = { start, length }
  }
  return best
}
