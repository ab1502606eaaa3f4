import type { Point } from './geometry.ts'
import type { Picture } from './picture.ts'

/** Size of the picture a quadrilateral is cut to; `padded` is the width of its planes, grey beyond `width`. */
export interface CropSize {
  width: number
  height: number
  padded: number
  upsideDown: boolean
}

/**
 * Gaussian interpolation in source pixels: small print from photographs carries compression noise that sharper kernels
 * (cubic, Lanczos) hand on to the network. Measured on labelled lines: half the errors on small print, fewer on all.
 */
const SIGMA = 0.75
const TAPS = 5
const FRACTIONS = 64

/** Weights of the taps −2…2 around a pixel, for sampling at each fraction −½…½ beside it. */
const KERNELS = Array.from({ length: FRACTIONS + 1 }, (_, i) => {
  const offset = i / FRACTIONS - 0.5
  const weights = Array.from({ length: TAPS }, (_, k) => Math.exp(-((k - 2 - offset) ** 2) / (2 * SIGMA * SIGMA)))
  const sum = weights.reduce((x, y) => x + y, 0)
  return Float64Array.from(weights, (w) => w / sum)
})

const clamp = (n: number, max: number) => Math.max(0, Math.min(max, n))

/** Planes (BGR, −1…1) of a parallelogram of the picture; large text is averaged, small text smoothed, the border replicated. */
export function cut(
  picture: Picture,
  [tl, tr, , bl]: readonly [Point, Point, Point, Point],
  { width, height, padded, upsideDown }: CropSize,
): Float32Array {
  const size = padded * height
  const data = new Float32Array(3 * size)
  // Steps in the picture for one pixel along the line and one across it; upside down starts at the other end.
  const turn = upsideDown ? -1 : 1
  const ax = (turn * (tr[0] - tl[0])) / width
  const ay = (turn * (tr[1] - tl[1])) / width
  const bx = (turn * (bl[0] - tl[0])) / height
  const by = (turn * (bl[1] - tl[1])) / height
  const ox = (upsideDown ? tr[0] + bl[0] - tl[0] : tl[0]) - 0.5
  const oy = (upsideDown ? tr[1] + bl[1] - tl[1] : tl[1]) - 0.5
  const nx = samples(Math.hypot(ax, ay))
  const ny = samples(Math.hypot(bx, by))
  const sample = nx * ny === 1 ? sampleSmooth : sampleLinear
  const k = 1 / (nx * ny * 127.5)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sum.fill(0)
      for (let j = 0; j < ny; j++) {
        const v = y + (j + 0.5) / ny
        for (let i = 0; i < nx; i++) {
          const u = x + (i + 0.5) / nx
          sample(picture, ox + u * ax + v * bx, oy + u * ay + v * by)
        }
      }
      const at = y * padded + x
      data[at] = (sum[2] as number) * k - 1
      data[size + at] = (sum[1] as number) * k - 1
      data[2 * size + at] = (sum[0] as number) * k - 1
    }
  }
  return data
}

const MOST_SAMPLES = 3

/** How many samples are averaged where one step covers so many pixels. */
const samples = (step: number) => Math.min(MOST_SAMPLES, Math.max(1, Math.round(step)))

/** Red, green and blue of the samples of one pixel. */
const sum = new Float64Array(3)

function sampleSmooth({ rgb, width, height }: Picture, fx: number, fy: number) {
  const x0 = Math.round(fx)
  const y0 = Math.round(fy)
  const wx = KERNELS[Math.round((fx - x0 + 0.5) * FRACTIONS)] as Float64Array
  const wy = KERNELS[Math.round((fy - y0 + 0.5) * FRACTIONS)] as Float64Array
  const inside = x0 >= 2 && x0 < width - 2
  let r = 0
  let g = 0
  let b = 0
  for (let j = 0; j < TAPS; j++) {
    const row = clamp(y0 + j - 2, height - 1) * width
    const vy = wy[j] as number
    let at = 3 * (row + x0 - 2)
    for (let i = 0; i < TAPS; i++, at += 3) {
      if (!inside) at = 3 * (row + clamp(x0 + i - 2, width - 1))
      const v = vy * (wx[i] as number)
      r += v * (rgb[at] as number)
      g += v * (rgb[at + 1] as number)
      b += v * (rgb[at + 2] as number)
    }
  }
  add(r, g, b)
}

function sampleLinear({ rgb, width, height }: Picture, fx: number, fy: number) {
  const x0 = Math.floor(fx)
  const y0 = Math.floor(fy)
  const tx = fx - x0
  const ty = fy - y0
  const xa = clamp(x0, width - 1)
  const xb = clamp(x0 + 1, width - 1)
  const ya = clamp(y0, height - 1) * width
  const yb = clamp(y0 + 1, height - 1) * width
  const p = 3 * (ya + xa)
  const q = 3 * (ya + xb)
  const s = 3 * (yb + xa)
  const t = 3 * (yb + xb)
  const vp = (1 - tx) * (1 - ty)
  const vq = tx * (1 - ty)
  const vs = (1 - tx) * ty
  const vt = tx * ty
  add(
    vp * (rgb[p] as number) + vq * (rgb[q] as number) + vs * (rgb[s] as number) + vt * (rgb[t] as number),
    vp * (rgb[p + 1] as number) +
      vq * (rgb[q + 1] as number) +
      vs * (rgb[s + 1] as number) +
      vt * (rgb[t + 1] as number),
    vp * (rgb[p + 2] as number) +
      vq * (rgb[q + 2] as number) +
      vs * (rgb[s + 2] as number) +
      vt * (rgb[t + 2] as number),
  )
}

function add(r: number, g: number, b: number) {
  sum[0] = (sum[0] as number) + r
  sum[1] = (sum[1] as number) + g
  sum[2] = (sum[2] as number) + b
}
