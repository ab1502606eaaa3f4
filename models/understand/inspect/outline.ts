import type { SealShape } from '../../../facts/reading.ts'

export type Point = readonly [number, number]

/** The convex hull of some points, counterclockwise from the leftmost (Andrew 1979, monotone chain). */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (some: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of some) {
      for (let [a, b] = [chain.at(-2), chain.at(-1)]; a && b; [a, b] = [chain.at(-2), chain.at(-1)]) {
        if ((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0) break
        chain.pop()
      }
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

/** The area within a closed row of points (shoelace formula). */
export function areaOf(hull: readonly Point[]): number {
  const sum = hull.reduce((total, [x, y], i) => {
    const [nx, ny] = hull[(i + 1) % hull.length] as Point
    return total + x * ny - nx * y
  }, 0)
  return Math.abs(sum) / 2
}

/** Sides of the smallest rectangle about a hull, however it lies, the longer one first, and the direction of one of them (radians). One of its sides lies along the hull. */
export function leastRectangle(hull: readonly Point[]): [number, number, number] {
  let best: [number, number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0]
  for (const [i, [x, y]] of hull.entries()) {
    const [nx, ny] = hull[(i + 1) % hull.length] as Point
    const length = Math.hypot(nx - x, ny - y)
    if (length === 0) continue
    const [ux, uy] = [(nx - x) / length, (ny - y) / length]
    const along = hull.map(([px, py]) => px * ux + py * uy)
    const across = hull.map(([px, py]) => py * ux - px * uy)
    const sides = [Math.max(...along) - Math.min(...along), Math.max(...across) - Math.min(...across)] as const
    if (sides[0] * sides[1] < best[0] * best[1]) best = [Math.max(...sides), Math.min(...sides), Math.atan2(uy, ux)]
  }
  return best
}

/** Share of the smallest rectangle about it that an outline takes: a circle or ellipse π/4, a rectangle 1, a triangle ½. Limits lie between. */
const [ANGULAR, POINTED] = [0.89, 0.64]
/** A circle seen from aside is hardly longer than so many of its widths; a square as little. */
const [LONG_ROUND, LONG_SQUARE] = [1.2, 1.3]

/** What an outline looks like by its convex hull, turned any way. */
export function shapeOf(hull: readonly Point[]): SealShape {
  const [long, short] = leastRectangle(hull)
  const share = areaOf(hull) / Math.max(1, long * short)
  if (share > ANGULAR) return long > LONG_SQUARE * short ? 'rectangle' : 'square'
  if (share < POINTED) return 'triangle'
  return long > LONG_ROUND * short ? 'oval' : 'round'
}

/** The circle through some points by least squares (Kåsa 1976), and how far they lie off it, as a share of its radius. */
export function circleThrough(points: readonly Point[]): { x: number; y: number; r: number; off: number } | null {
  const n = points.length
  const [mx, my] = [0, 1].map((at) => points.reduce((sum, point) => sum + (point[at] as number), 0) / n) as [
    number,
    number,
  ]
  let [uu, uv, vv, uw, vw] = [0, 0, 0, 0, 0]
  for (const [x, y] of points) {
    const [u, v] = [x - mx, y - my]
    const w = u * u + v * v
    uu += u * u
    uv += u * v
    vv += v * v
    uw += u * w
    vw += v * w
  }
  const determinant = uu * vv - uv * uv
  if (n < 5 || Math.abs(determinant) < 1e-6) return null
  const [a, b] = [(uw * vv - vw * uv) / (2 * determinant), (vw * uu - uw * uv) / (2 * determinant)]
  const r = Math.sqrt(a * a + b * b + (uu + vv) / n)
  const [x, y] = [mx + a, my + b]
  const off = Math.sqrt(points.reduce((sum, [px, py]) => sum + (Math.hypot(px - x, py - y) - r) ** 2, 0) / n) / r
  return { x, y, r, off }
}

/** Points along a closed row of points, about `apart` from each other. */
export function alongHull(hull: readonly Point[], apart: number): Point[] {
  return hull.flatMap(([x, y], i): Point[] => {
    const [nx, ny] = hull[(i + 1) % hull.length] as Point
    const n = Math.max(1, Math.round(Math.hypot(nx - x, ny - y) / apart))
    return Array.from({ length: n }, (_, k): Point => [x + ((nx - x) * k) / n, y + ((ny - y) * k) / n])
  })
}

/** How far a line drawn by hand or seen askew lies from the straight one, in cells. */
const ASKEW = 2

/** Share of the sides of a hull on which marked cells lie. */
export function drawnAlong(hull: readonly Point[], mask: Uint8Array, width: number): number {
  let [on, n] = [0, 0]
  for (const [i, [x, y]] of hull.entries()) {
    const [nx, ny] = hull[(i + 1) % hull.length] as Point
    const length = Math.max(1, Math.round(Math.hypot(nx - x, ny - y)))
    for (let k = 0; k < length; k += 1) {
      const [px, py] = [Math.round(x + ((nx - x) * k) / length), Math.round(y + ((ny - y) * k) / length)]
      let hit = false
      for (let dy = -ASKEW; dy <= ASKEW; dy += 1)
        for (let dx = -ASKEW; dx <= ASKEW; dx += 1) hit ||= mask[(py + dy) * width + px + dx] === 1
      on += Number(hit)
      n += 1
    }
  }
  return on / Math.max(1, n)
}

/** A hull is an ellipse's when its corners lie on one but for this share of the half axes. */
const ON_ELLIPSE = 0.06

/** Whether a hull is that of an ellipse, by its second moments (of the outline's points, evenly spaced). */
export function isElliptic(hull: readonly Point[]): boolean {
  const points = alongHull(hull, 1)
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [mx, my] = [mean(([x]) => x), mean(([, y]) => y)]
  const [xx, xy, yy] = [
    mean(([x]) => (x - mx) ** 2),
    mean(([x, y]) => (x - mx) * (y - my)),
    mean(([, y]) => (y - my) ** 2),
  ]
  const determinant = xx * yy - xy * xy
  if (determinant <= 0) return false
  // The Mahalanobis distance of every point of an ellipse's outline is about the same.
  const away = points.map(([x, y]) =>
    Math.sqrt((yy * (x - mx) ** 2 - 2 * xy * (x - mx) * (y - my) + xx * (y - my) ** 2) / determinant),
  )
  const middle = away.reduce((sum, one) => sum + one, 0) / away.length
  return Math.sqrt(away.reduce((sum, one) => sum + (one - middle) ** 2, 0) / away.length) < ON_ELLIPSE * middle
}

/** A triangle's hull is filled by the largest triangle between its corners but for so much. */
const TRIANGULAR = 0.88

/** Whether a hull is that of a triangle. */
export function isTriangular(hull: readonly Point[]): boolean {
  let most = 0
  for (let a = 0; a < hull.length; a += 1)
    for (let b = a + 1; b < hull.length; b += 1)
      for (let c = b + 1; c < hull.length; c += 1)
        most = Math.max(most, areaOf([hull[a] as Point, hull[b] as Point, hull[c] as Point]))
  return most > TRIANGULAR * areaOf(hull)
}
