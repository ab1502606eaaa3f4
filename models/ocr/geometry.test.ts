import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convexHull, fromCorners, grow, minAreaRect, type Point, unclipDistance } from './geometry.ts'

const turned = (points: Point[], degrees: number): Point[] => {
  const c = Math.cos((degrees * Math.PI) / 180)
  const s = Math.sin((degrees * Math.PI) / 180)
  return points.map(([x, y]) => [x * c - y * s, x * s + y * c])
}

const line: Point[] = [
  [0, 0],
  [100, 0],
  [100, 10],
  [0, 10],
  [50, 5],
  [30, 10],
]

test('the hull keeps corners and drops what lies inside or on a side', () => {
  expect(convexHull(line)).toHaveLength(4)
})

test('a tilted line keeps its length and height', () => {
  for (const degrees of [-40, -5, 0, 3, 30]) {
    const rect = minAreaRect(turned(line, degrees))
    expect(rect.width).toBeCloseTo(100, 6)
    expect(rect.height).toBeCloseTo(10, 6)
  }
})

test('the smallest rectangle holds every point', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }))
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
      const { corners } = minAreaRect(points)
      const [[ax, ay], [bx, by], , [dx, dy]] = corners
      const w2 = (bx - ax) ** 2 + (by - ay) ** 2
      const h2 = (dx - ax) ** 2 + (dy - ay) ** 2
      for (const [x, y] of points) {
        const u = (x - ax) * (bx - ax) + (y - ay) * (by - ay)
        const v = (x - ax) * (dx - ax) + (y - ay) * (dy - ay)
        if (u < -1e-3 || u > w2 + 1e-3 || v < -1e-3 || v > h2 + 1e-3) return false
      }
      return true
    }),
  )
})

test('corners come clockwise from top left, whatever their order', () => {
  const { corners } = fromCorners([
    [100, 10],
    [0, 0],
    [0, 10],
    [100, 0],
  ])
  expect(corners).toEqual([
    [0, 0],
    [100, 0],
    [100, 10],
    [0, 10],
  ])
})

test('unclipping moves the sides by area × ratio / perimeter', () => {
  // 100 × 10 with ratio 1.5: 1500 / 220.
  expect(unclipDistance(fromCorners(line.slice(0, 4)), 1.5)).toBeCloseTo(6.818, 3)
})

test('growing moves both ends equally, top and bottom by their own distances', () => {
  const grown = grow(fromCorners(line.slice(0, 4)), 5, 2, 3)
  expect(grown.corners).toEqual([
    [-5, -2],
    [105, -2],
    [105, 13],
    [-5, 13],
  ])
  expect([grown.width, grown.height]).toEqual([110, 15])
})
