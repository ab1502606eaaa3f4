import type { Random } from '../random.ts'
import type { Relief } from './relief.ts'

export type Corner = readonly [x: number, y: number]
/** Top left, top right, bottom right, bottom left. */
export type Corners = readonly [Corner, Corner, Corner, Corner]

interface Pixels {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Lays `page` (RGBA) into `frame` by the homography of its corners, with curl, fold and relief of the paper. */
export function project(
  page: Pixels,
  corners: Corners,
  frame: Uint8ClampedArray,
  size: { width: number; height: number },
  paper: { fold: number; curl: number; relief?: Relief | null; random: Random },
): void {
  const inverse = unproject(corners)
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const { relief = null } = paper
  // What stands nearer to the camera reaches beyond the flat sheet.
  const [mx, my] = relief ? [0.05 * size.width, 0.05 * size.height] : [0, 0]
  const x0 = Math.max(0, Math.floor(Math.min(...xs) - mx))
  const x1 = Math.min(size.width - 1, Math.ceil(Math.max(...xs) + mx))
  const y0 = Math.max(0, Math.floor(Math.min(...ys) - my))
  const y1 = Math.min(size.height - 1, Math.ceil(Math.max(...ys) + my))
  const phase = paper.random.between(0, 6)
  const waves = paper.random.between(0.7, 1.3)
  const crease = paper.random.pick([0.5, 0.5, 1 / 3, 2 / 3])
  const across = paper.random.chance(0.6)
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const w = inverse[6] * x + inverse[7] * y + inverse[8]
      let u = (inverse[0] * x + inverse[1] * y + inverse[2]) / w
      let v = (inverse[3] * x + inverse[4] * y + inverse[5]) / w
      if (relief) [u, v] = relief.seen(u, v)
      // The rim is one soft pixel wide: paper has no staircase edge.
      const inside = 0.5 + Math.min(u * page.width, (1 - u) * page.width, v * page.height, (1 - v) * page.height)
      if (inside <= 0) continue
      const cover = Math.min(inside, 1)
      let shade = 1
      if (paper.curl > 0) {
        const bend = Math.sin(u * Math.PI * 2 * waves + phase)
        v += paper.curl * 0.006 * bend * v * (1 - v) * 4
        shade += paper.curl * 0.05 * Math.cos(u * Math.PI * 2 * waves + phase)
      }
      if (paper.fold > 0) {
        const d = (across ? v : u) - crease
        const near = Math.exp(-(d * d) / 0.00035)
        if (across) u += paper.fold * 0.0015 * near
        else v += paper.fold * 0.0015 * near
        shade += paper.fold * (-0.22 * near * (d > 0 ? 1 : 0.35) + 0.07 * Math.tanh(d * 14))
      }
      if (relief) shade *= relief.shade(u, v)
      sample(page, u, v, shade, cover, frame, (y * size.width + x) * 4)
    }
  }
}

function sample(
  page: Pixels,
  u: number,
  v: number,
  shade: number,
  cover: number,
  frame: Uint8ClampedArray,
  to: number,
): void {
  const px = Math.min(Math.max(u * page.width - 0.5, 0), page.width - 1.001)
  const py = Math.min(Math.max(v * page.height - 0.5, 0), page.height - 1.001)
  const ix = Math.floor(px)
  const iy = Math.floor(py)
  const fx = px - ix
  const fy = py - iy
  const at = (iy * page.width + ix) * 4
  const below = at + page.width * 4
  const d = page.data
  const alpha = (mix(d, at + 3, below + 3, fx, fy) / 255) * cover
  for (let k = 0; k < 3; k++)
    frame[to + k] = mix(d, at + k, below + k, fx, fy) * shade * alpha + (frame[to + k] ?? 0) * (1 - alpha)
}

/** Bilinear mean of one channel; no closure, since it runs four times a pixel. */
function mix(d: Uint8ClampedArray, at: number, below: number, fx: number, fy: number): number {
  const top = (d[at] ?? 0) * (1 - fx) + (d[at + 4] ?? 0) * fx
  const bottom = (d[below] ?? 0) * (1 - fx) + (d[below + 4] ?? 0) * fx
  return top * (1 - fy) + bottom * fy
}

/** Where the point `u`, `v` of the unit square of the page falls in the picture, curl and fold apart. */
export function onPicture(corners: Corners, u: number, v: number): Corner {
  const [a, b, c, d, e, f, g, h] = squareToQuad(corners)
  const w = g * u + h * v + 1
  return [(a * u + b * v + c) / w, (d * u + e * v + f) / w]
}

type Matrix = readonly [number, number, number, number, number, number, number, number, number]

/** Homography from the unit square of the page to its corners in the picture (Heckbert 1989); the ninth element is 1. */
function squareToQuad([p0, p1, p2, p3]: Corners): Matrix {
  const [dx1, dy1] = [p1[0] - p2[0], p1[1] - p2[1]]
  const [dx2, dy2] = [p3[0] - p2[0], p3[1] - p2[1]]
  const [sx, sy] = [p0[0] - p1[0] + p2[0] - p3[0], p0[1] - p1[1] + p2[1] - p3[1]]
  const det = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / det
  const h = (dx1 * sy - sx * dy1) / det
  const a = p1[0] - p0[0] + g * p1[0]
  const b = p3[0] - p0[0] + h * p3[0]
  const d = p1[1] - p0[1] + g * p1[1]
  const e = p3[1] - p0[1] + h * p3[1]
  return [a, b, p0[0], d, e, p0[1], g, h, 1]
}

/** From picture pixels to the unit square of the page, up to scale: the adjugate of `squareToQuad`. */
function unproject(corners: Corners): Matrix {
  const [a, b, c, d, e, f, g, h] = squareToQuad(corners)
  return [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}
