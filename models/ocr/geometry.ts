/** Plane geometry of text regions: hulls, smallest rectangles, growing them. Points are [x, y], y grows downwards. */
export type Point = readonly [number, number]

/** A rectangle of any angle: corners clockwise from top left, sizes along the text and across it. */
export interface Rect {
  corners: readonly [Point, Point, Point, Point]
  width: number
  height: number
}

const cross = (o: Point, a: Point, b: Point) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])

/** Convex hull (Andrew's monotone chain), without repeated end point. */
export function convexHull(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  if (sorted.length < 3) return sorted
  const half = (input: Point[]) => {
    const chain: Point[] = []
    for (const p of input) {
      for (;;) {
        const b = chain.at(-1)
        const a = chain.at(-2)
        if (!a || !b || cross(a, b, p) > 0) break
        chain.pop()
      }
      chain.push(p)
    }
    chain.pop()
    return chain
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

/** Smallest rectangle around the points (one of its sides lies on a hull edge). */
export function minAreaRect(points: Point[]): Rect {
  const hull = convexHull(points)
  let best: { area: number; ux: number; uy: number; a: number; b: number; c: number; d: number } | null = null
  hull.forEach((p, i) => {
    const q = hull[(i + 1) % hull.length] ?? p
    const length = Math.hypot(q[0] - p[0], q[1] - p[1])
    const ux = length ? (q[0] - p[0]) / length : 1
    const uy = length ? (q[1] - p[1]) / length : 0
    let a = Infinity
    let b = -Infinity
    let c = Infinity
    let d = -Infinity
    for (const [x, y] of hull) {
      const along = x * ux + y * uy
      const across = y * ux - x * uy
      a = Math.min(a, along)
      b = Math.max(b, along)
      c = Math.min(c, across)
      d = Math.max(d, across)
    }
    const area = (b - a) * (d - c)
    if (!best || area < best.area - 1e-9) best = { area, ux, uy, a, b, c, d }
  })
  const { ux, uy, a, b, c, d } = best ?? { ux: 1, uy: 0, a: 0, b: 0, c: 0, d: 0 }
  const at = (along: number, across: number): Point => [along * ux - across * uy, along * uy + across * ux]
  return fromCorners([at(a, c), at(b, c), at(b, d), at(a, d)])
}

/** Orders four corners clockwise from top left, as a reader of upright text sees them. */
export function fromCorners(corners: Point[]): Rect {
  const byX = [...corners].sort((p, q) => p[0] - q[0] || p[1] - q[1])
  const [l1, l2, r1, r2] = byX as [Point, Point, Point, Point]
  const [topLeft, bottomLeft] = l1[1] <= l2[1] ? [l1, l2] : [l2, l1]
  const [topRight, bottomRight] = r1[1] <= r2[1] ? [r1, r2] : [r2, r1]
  return {
    corners: [topLeft, topRight, bottomRight, bottomLeft],
    width: Math.hypot(topRight[0] - topLeft[0], topRight[1] - topLeft[1]),
    height: Math.hypot(bottomLeft[0] - topLeft[0], bottomLeft[1] - topLeft[1]),
  }
}

/** Unit vectors of a rectangle: along its text, and across it (downwards). */
export function axes({ corners: [tl, tr, , bl], width, height }: Rect) {
  const w = width || 1
  const h = height || 1
  return { ux: (tr[0] - tl[0]) / w, uy: (tr[1] - tl[1]) / w, vx: (bl[0] - tl[0]) / h, vy: (bl[1] - tl[1]) / h }
}

/** Moves the sides of a rectangle outwards: both ends by `x`, top and bottom by their own distances. */
export function grow(rect: Rect, x: number, top: number, bottom = top): Rect {
  const { ux, uy, vx, vy } = axes(rect)
  const [tl, tr, br, bl] = rect.corners
  const move = (p: Point, i: number, v: number): Point => [p[0] + i * x * ux + v * vx, p[1] + i * x * uy + v * vy]
  return {
    corners: [move(tl, -1, -top), move(tr, 1, -top), move(br, 1, bottom), move(bl, -1, bottom)],
    width: rect.width + 2 * x,
    height: rect.height + top + bottom,
  }
}

/** How far DB's unclip moves every side outwards: area × ratio / perimeter. */
export function unclipDistance({ width, height }: Rect, ratio: number): number {
  return (width * height * ratio) / (2 * (width + height) || 1)
}

/** Scales a rectangle from one picture size to another. */
export function scale(rect: Rect, sx: number, sy: number, dx = 0, dy = 0): Rect {
  return fromCorners(rect.corners.map(([x, y]): Point => [x * sx + dx, y * sy + dy]))
}
