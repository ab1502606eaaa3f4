import type { Point } from './geometry.ts'
import type { Picture } from './picture.ts'
import { smoothed } from './smooth.ts'

/** Size of the picture a quadrilateral is cut to; `padded` is the width of its planes, grey beyond `width`. */
export interface CropSize {
  width: number
  height: number
  padded: number
  upsideDown: boolean
}

const MOST_SAMPLES = 3

/** How many samples are averaged where one step covers so many pixels. */
const samples = (step: number) => Math.min(MOST_SAMPLES, Math.max(1, Math.round(step)))

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
  const nx = samples(Math.hypot(ax, ay))
  const ny = samples(Math.hypot(bx, by))
  const br: Point = [tr[0] + bl[0] - tl[0], tr[1] + bl[1] - tl[1]]
  const from = nx * ny === 1 ? smoothed(picture, [tl, tr, br, bl]) : { ...picture, left: 0, top: 0, density: 1 }
  const start = upsideDown ? br : tl
  const ox = start[0] - 0.5 - from.left
  const oy = start[1] - 0.5 - from.top
  const { rgb, width: across, height: down, density } = from
  const k = 1 / (nx * ny * 127.5)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let r = 0
      let g = 0
      let b = 0
      for (let j = 0; j < ny; j++) {
        const v = y + (j + 0.5) / ny
        for (let i = 0; i < nx; i++) {
          const u = x + (i + 0.5) / nx
          const fx = Math.max(0, Math.min(across - 1, density * (ox + u * ax + v * bx)))
          const fy = Math.max(0, Math.min(down - 1, density * (oy + u * ay + v * by)))
          const x0 = fx | 0
          const y0 = fy | 0
          const tx = fx - x0
          const ty = fy - y0
          const p = 3 * (y0 * across + x0)
          const q = x0 < across - 1 ? p + 3 : p
          const s = y0 < down - 1 ? p + 3 * across : p
          const t = s + q - p
          const vp = (1 - tx) * (1 - ty)
          const vq = tx * (1 - ty)
          const vs = (1 - tx) * ty
          const vt = tx * ty
          r += vp * (rgb[p] as number) + vq * (rgb[q] as number) + vs * (rgb[s] as number) + vt * (rgb[t] as number)
          g +=
            vp * (rgb[p + 1] as number) +
            vq * (rgb[q + 1] as number) +
            vs * (rgb[s + 1] as number) +
            vt * (rgb[t + 1] as number)
          b +=
            vp * (rgb[p + 2] as number) +
            vq * (rgb[q + 2] as number) +
            vs * (rgb[s + 2] as number) +
            vt * (rgb[t + 2] as number)
        }
      }
      const at = y * padded + x
      data[at] = b * k - 1
      data[size + at] = g * k - 1
      data[2 * size + at] = r * k - 1
    }
  }
  return data
}
