import type { Point } from './geometry.ts'
import type { Picture } from './picture.ts'

/** Size of the picture a quadrilateral is cut to; `padded` is the width of its planes, grey beyond `width`. */
export interface CropSize {
  width: number
  height: number
  padded: number
  upsideDown: boolean
}

/** The eight numbers of the perspective map from the unit square to the corners (clockwise from top left). */
export function perspective(corners: readonly [Point, Point, Point, Point]) {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners
  const dx1 = x1 - x2
  const dx2 = x3 - x2
  const dx3 = x0 - x1 + x2 - x3
  const dy1 = y1 - y2
  const dy2 = y3 - y2
  const dy3 = y0 - y1 + y2 - y3
  const det = dx1 * dy2 - dx2 * dy1 || 1e-9
  const g = (dx3 * dy2 - dx2 * dy3) / det
  const h = (dx1 * dy3 - dx3 * dy1) / det
  return { a: x1 - x0 + g * x1, b: x3 - x0 + h * x3, c: x0, d: y1 - y0 + g * y1, e: y3 - y0 + h * y3, f: y0, g, h }
}

/** Catmull-Rom weights (a = −0.75 as OpenCV's INTER_CUBIC) at fraction t. */
function cubic(t: number): [number, number, number, number] {
  const A = -0.75
  const u = t + 1
  const v = 1 - t
  const w = 2 - t
  return [
    ((A * u - 5 * A) * u + 8 * A) * u - 4 * A,
    ((A + 2) * t - (A + 3)) * t * t + 1,
    ((A + 2) * v - (A + 3)) * v * v + 1,
    ((A * w - 5 * A) * w + 8 * A) * w - 4 * A,
  ]
}

const clamp = (n: number, max: number) => Math.max(0, Math.min(max, n))

/** Planes (BGR, −1…1) of a quadrilateral of the picture; large text is averaged, small text interpolated, the border replicated. */
export function cut(
  picture: Picture,
  corners: readonly [Point, Point, Point, Point],
  { width, height, padded, upsideDown }: CropSize,
): Float32Array {
  const m = perspective(corners)
  const size = padded * height
  const data = new Float32Array(3 * size)
  const [tl, , , bl] = corners
  const step = Math.hypot(bl[0] - tl[0], bl[1] - tl[1]) / height
  const n = Math.min(6, Math.max(1, Math.round(step)))
  const sum = new Float64Array(3)
  const sample = n === 1 ? sampleCubic : sampleLinear
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sum.fill(0)
      for (let j = 0; j < n; j++) {
        for (let i = 0; i < n; i++) {
          let u = (x + (i + 0.5) / n) / width
          let v = (y + (j + 0.5) / n) / height
          if (upsideDown) {
            u = 1 - u
            v = 1 - v
          }
          const w = 1 + m.g * u + m.h * v
          sample(picture, (m.a * u + m.b * v + m.c) / w - 0.5, (m.d * u + m.e * v + m.f) / w - 0.5, sum)
        }
      }
      const at = y * padded + x
      const k = 1 / (n * n * 127.5)
      data[at] = (sum[2] ?? 0) * k - 1
      data[size + at] = (sum[1] ?? 0) * k - 1
      data[2 * size + at] = (sum[0] ?? 0) * k - 1
    }
  }
  return data
}

function sampleCubic(p: Picture, fx: number, fy: number, sum: Float64Array) {
  const x0 = Math.floor(fx)
  const y0 = Math.floor(fy)
  const wx = cubic(fx - x0)
  const wy = cubic(fy - y0)
  let r = 0
  let g = 0
  let b = 0
  for (let j = 0; j < 4; j++) {
    const row = clamp(y0 + j - 1, p.height - 1) * p.width
    const vy = wy[j] ?? 0
    for (let i = 0; i < 4; i++) {
      const at = 3 * (row + clamp(x0 + i - 1, p.width - 1))
      const v = vy * (wx[i] ?? 0)
      r += v * (p.rgb[at] ?? 0)
      g += v * (p.rgb[at + 1] ?? 0)
      b += v * (p.rgb[at + 2] ?? 0)
    }
  }
  sum[0] = (sum[0] ?? 0) + clamp(r, 255)
  sum[1] = (sum[1] ?? 0) + clamp(g, 255)
  sum[2] = (sum[2] ?? 0) + clamp(b, 255)
}

function sampleLinear(p: Picture, fx: number, fy: number, sum: Float64Array) {
  const x0 = Math.floor(fx)
  const y0 = Math.floor(fy)
  const tx = fx - x0
  const ty = fy - y0
  const xa = clamp(x0, p.width - 1)
  const xb = clamp(x0 + 1, p.width - 1)
  const ya = clamp(y0, p.height - 1) * p.width
  const yb = clamp(y0 + 1, p.height - 1) * p.width
  const corners = [3 * (ya + xa), 3 * (ya + xb), 3 * (yb + xa), 3 * (yb + xb)]
  const weights = [(1 - tx) * (1 - ty), tx * (1 - ty), (1 - tx) * ty, tx * ty]
  for (let k = 0; k < 4; k++) {
    const at = corners[k] ?? 0
    const v = weights[k] ?? 0
    sum[0] = (sum[0] ?? 0) + v * (p.rgb[at] ?? 0)
    sum[1] = (sum[1] ?? 0) + v * (p.rgb[at + 1] ?? 0)
    sum[2] = (sum[2] ?? 0) + v * (p.rgb[at + 2] ?? 0)
  }
}
