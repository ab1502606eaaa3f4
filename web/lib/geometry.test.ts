import { expect, test } from 'vitest'
import { centre, grown, pointsOf, rectOf, zoomFor } from './geometry.ts'

test('the rectangle of a tilted box holds all four corners', () => {
  expect(rectOf([10, 20, 110, 30, 105, 60, 5, 50])).toEqual({ x: 5, y: 20, width: 105, height: 40 })
})

test('a frame grows by a fifth of the height along its own sides, also when tilted', () => {
  expect(grown([10, 10, 110, 10, 110, 30, 10, 30])).toEqual([6, 6, 114, 6, 114, 34, 6, 34])
  // turned by a quarter: the reading direction runs down the page
  expect(grown([30, 10, 30, 110, 10, 110, 10, 10])).toEqual([34, 6, 34, 114, 6, 114, 6, 6])
})

test('corners are drawn in their order', () => {
  expect(pointsOf([1, 2, 3, 4, 5, 6, 7, 8])).toBe('1,2 3,4 5,6 7,8')
})

test('a small box is enlarged at most four times, a box as wide as the page not at all', () => {
  const page = { width: 1000, height: 1000 }
  const window = { width: 500, height: 500 }
  expect(zoomFor({ x: 0, y: 0, width: 10, height: 10 }, page, window)).toBe(4)
  expect(zoomFor({ x: 0, y: 0, width: 1000, height: 10 }, page, window)).toBe(1)
  expect(zoomFor({ x: 0, y: 0, width: 330, height: 10 }, page, window)).toBeCloseTo(2)
})

test('scrolling brings the middle of the box to the middle of the window, never before the page', () => {
  const window = { width: 200, height: 100 }
  expect(centre({ x: 300, y: 400, width: 100, height: 20 }, 2, window)).toEqual({ left: 600, top: 770 })
  expect(centre({ x: 0, y: 0, width: 10, height: 10 }, 1, window)).toEqual({ left: 0, top: 0 })
})
