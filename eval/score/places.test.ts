import { expect, test } from 'vitest'
import { placeOf, pointsAt } from './places.ts'

const size = { width: 1000, height: 2000 }
const at = (left: number, top: number, right: number, bottom: number) =>
  placeOf([left, top, right, top, right, bottom, left, bottom], size)

test('a box points at a place that it covers, or that covers it, and not at the line below', () => {
  const place = at(100, 100, 300, 140)
  expect(pointsAt(at(90, 95, 320, 150), [place])).toBe(true)
  expect(pointsAt(at(150, 105, 200, 135), [place])).toBe(true)
  expect(pointsAt(at(100, 145, 300, 185), [place])).toBe(false)
  expect(pointsAt(at(280, 100, 500, 140), [place])).toBe(false)
})

test('any of several places will do, and without a place there is nothing to point at', () => {
  expect(pointsAt(at(500, 500, 600, 540), [at(0, 0, 50, 50), at(500, 500, 600, 540)])).toBe(true)
  expect(pointsAt(at(500, 500, 600, 540), [])).toBe(false)
})
