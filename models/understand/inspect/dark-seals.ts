import type { Box } from '../../../facts/fact.ts'
import type { Mark } from '../../../facts/reading.ts'
import { luminance, quantile, type Small } from './pixels.ts'

/** Directions in which a ring is looked for. */
const BINS = 48
const COS = Array.from({ length: BINS }, (_, i) => Math.cos((2 * Math.PI * i) / BINS))
const SIN = Array.from({ length: BINS }, (_, i) => Math.sin((2 * Math.PI * i) / BINS))

/** Cells clearly darker than the paper around them. */
export function inkCells({ width, height }: Small, light: Float32Array): Uint8Array {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += light[y * width + x] ?? 0
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  const ink = new Uint8Array(width * height)
  const reach = 9
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [x0, x1, y0, y1] = [
        Math.max(0, x - reach),
        Math.min(width, x + reach + 1),
        Math.max(0, y - reach),
        Math.min(height, y + reach + 1),
      ]
      const sum =
        (sums[y1 * (width + 1) + x1] ?? 0) -
        (sums[y0 * (width + 1) + x1] ?? 0) -
        (sums[y1 * (width + 1) + x0] ?? 0) +
        (sums[y0 * (width + 1) + x0] ?? 0)
      if ((light[y * width + x] ?? 0) < (0.86 * sum) / ((x1 - x0) * (y1 - y0))) ink[y * width + x] = 1
    }
  }
  return ink
}

/** A ring shows in at least this share of the directions. */
const MOST_OF_RING = 0.8

/** Share of directions in which ink lies at radius `r`, and the mean share just outside and inside it. */
function ringAt(ink: Uint8Array, width: number, cx: number, cy: number, r: number): { on: number; off: number } {
  let on = 0
  let off = 0
  for (let i = 0; i < BINS; i += 1) {
    if (inkAt(ink, width, cx, cy, i, r) || inkAt(ink, width, cx, cy, i, r - 1)) on += 1
    off += (inkAt(ink, width, cx, cy, i, r + 3) + inkAt(ink, width, cx, cy, i, r + 4)) / 2
    // So many directions without ink that it can no longer be a ring.
    if (i + 1 - on > (1 - MOST_OF_RING) * BINS) return { on: 0, off: 1 }
  }
  return { on: on / BINS, off: off / BINS }
}

const inkAt = (ink: Uint8Array, width: number, cx: number, cy: number, bin: number, radius: number) =>
  ink[Math.round(cy + (SIN[bin] as number) * radius) * width + Math.round(cx + (COS[bin] as number) * radius)] as number

/** Ink is at most so light beside what lies just outside of the ring, in at least this share of the directions. */
const [DARKER, STROKED] = [0.92, 0.65]

/** Whether a ring is a stroke: darker than what lies outside of it, not the rim of a filled ground (a face in a photograph). */
function isStroke(light: Float32Array, width: number, cx: number, cy: number, r: number): boolean {
  let stroked = 0
  for (let i = 0; i < BINS; i += 1) {
    const at = (radius: number) =>
      light[Math.round(cy + (SIN[i] as number) * radius) * width + Math.round(cx + (COS[i] as number) * radius)] ?? 0
    if (Math.min(at(r - 1), at(r)) < DARKER * Math.max(at(r + 3), at(r + 4))) stroked += 1
  }
  return stroked >= STROKED * BINS
}

/** An emblem or a code square is dark where a seal has a star on paper: least light within, as a share of that around. */
const PAPER_WITHIN = 0.84

/** Light in the middle of a ring as a share of the light around it. */
function lightWithin(light: Float32Array, width: number, cx: number, cy: number, r: number): number {
  const reach = Math.round(0.6 * r)
  let [inner, n] = [0, 0]
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      if (dx * dx + dy * dy > reach * reach) continue
      inner += light[(cy + dy) * width + cx + dx] ?? 0
      n += 1
    }
  }
  let outer = 0
  for (let i = 0; i < BINS; i += 1) {
    outer += light[Math.round(cy + (SIN[i] ?? 0) * (r + 4)) * width + Math.round(cx + (COS[i] ?? 0) * (r + 4))] ?? 0
  }
  return inner / Math.max(1, n) / Math.max(1, outer / BINS)
}

/** Ink is red where it is so much lighter in red than in green, beside the light around it. */
const RED_INK = 0.06

/** The colour of an outline's ink (cells on it and outside of it): black, or red too pale or too dim to be told from the paper by itself. */
export function inkColour(
  { rgb, width }: Small,
  ink: Uint8Array,
  on: readonly (readonly [number, number])[],
  about: readonly (readonly [number, number])[],
): 'red' | 'black' {
  const red = on.flatMap(([x, y], i) => {
    const [px, py] = about[i] ?? [x, y]
    const at = [0, -1, 1, -width, width].map((by) => y * width + x + by).find((place) => ink[place])
    if (at === undefined) return []
    const share = (c: 0 | 1) => (rgb[3 * at + c] ?? 0) / Math.max(40, rgb[3 * (py * width + px) + c] ?? 0)
    return [share(0) - share(1)]
  })
  return quantile(red, 0.5) > RED_INK ? 'red' : 'black'
}

/** Seals by the darkness of their rings, with clear paper around them: those of a copy without colour, and pale ones. Boxes in page pixels. */
export function darkSeals(small: Small, page: number): Mark[] {
  const { width, height, step } = small
  const light = luminance(small)
  const ink = inkCells(small, light)
  const short = Math.min(width, height)
  const found: { x: number; y: number; r: number; score: number }[] = []
  for (let r = Math.round(0.055 * short); r <= 0.16 * short; r += 1) {
    for (let y = r + 5; y < height - r - 5; y += 2) {
      for (let x = r + 5; x < width - r - 5; x += 2) {
        // Four points decide most places at once.
        if (!near(ink, width, x + r, y) && !near(ink, width, x - r, y)) continue
        if (!near(ink, width, x, y - r) || !near(ink, width, x, y + r)) continue
        const { on, off } = ringAt(ink, width, x, y, r)
        if (on < MOST_OF_RING || on - off < 0.68 || lightWithin(light, width, x, y, r) < PAPER_WITHIN) continue
        if (!isStroke(light, width, x, y, r)) continue
        found.push({ x, y, r, score: on - off })
      }
    }
  }
  found.sort((a, b) => b.score - a.score)
  const kept: typeof found = []
  for (const ring of found) {
    if (kept.every((other) => Math.hypot(other.x - ring.x, other.y - ring.y) > other.r)) kept.push(ring)
  }
  return kept.slice(0, 6).map(({ x, y, r, score }): Mark => {
    const box = [x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r].map((v) => v * step) as unknown as Box
    const confidence = Math.min(0.85, 0.4 + 0.5 * score)
    const at = (radius: number) =>
      COS.map((cos, i) => [Math.round(x + cos * radius), Math.round(y + (SIN[i] ?? 0) * radius)] as const)
    const colour = inkColour(small, ink, at(r), at(r + 4))
    return { kind: 'seal', present: true, page, box, confidence, colour, shape: 'round' }
  })
}

const near = (ink: Uint8Array, width: number, x: number, y: number) =>
  ink[y * width + x] ||
  ink[y * width + x + 1] ||
  ink[y * width + x - 1] ||
  ink[(y + 1) * width + x] ||
  ink[(y - 1) * width + x]
