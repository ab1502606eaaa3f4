import { expect, test } from 'vitest'
import { withLoneStrokes } from './ends.ts'
import { fromCorners } from './geometry.ts'

/** White paper with bars: [left, top, right, bottom, ink], black unless said. */
function paper(...bars: [number, number, number, number, number?][]) {
  const [width, height] = [300, 60]
  const rgb = new Uint8Array(width * height * 3).fill(235)
  for (const [x0, y0, x1, y1, ink = 30] of bars)
    for (let y = y0; y < y1; y++) rgb.fill(ink, 3 * (y * width + x0), 3 * (y * width + x1))
  return { width, height, rgb }
}

/** A line of print from 100 to 200, with two characters of solid ink, 40 pixels high. */
const print: [number, number, number, number][] = [
  [105, 15, 125, 45],
  [140, 15, 160, 45],
  [175, 15, 195, 45],
]
const line = fromCorners([
  [100, 10],
  [200, 10],
  [200, 50],
  [100, 50],
])
const leftOf = (bars: [number, number, number, number][]) =>
  withLoneStrokes(paper(...print, ...bars), line).corners[0][0]

test('a single level stroke before a line is taken into it', () => {
  expect(leftOf([[68, 29, 94, 33]])).toBeLessThan(68)
})

test('a rule, an underline, an upright line and white paper are not', () => {
  expect(leftOf([])).toBe(100)
  expect(leftOf([[0, 29, 94, 33]])).toBe(100)
  expect(leftOf([[68, 44, 94, 47]])).toBe(100)
  expect(leftOf([[80, 0, 83, 60]])).toBe(100)
})

test('a stroke behind a line is taken into it on that side only', () => {
  const grown = withLoneStrokes(paper(...print, [206, 29, 232, 33]), line)
  expect(grown.corners[1][0]).toBeGreaterThan(232)
  expect(grown.corners[0][0]).toBe(100)
})

test('a stroke paler than the print is taken in, the faint pattern of the paper is not', () => {
  const stroke = (ink: number) => withLoneStrokes(paper(...print, [206, 29, 232, 32, ink]), line).corners[1][0]
  expect(stroke(160)).toBeGreaterThan(232)
  expect(stroke(225)).toBe(200)
})

test('a stroke that the box ends with is given room', () => {
  const tight = fromCorners([
    [100, 10],
    [232, 10],
    [232, 50],
    [100, 50],
  ])
  expect(withLoneStrokes(paper(...print, [206, 29, 232, 33]), tight).corners[1][0]).toBeGreaterThan(234)
})
