import { expect, test } from 'vitest'
import { type Bar, levelRect, paperWith } from './drawn-line.ts'
import { withLoneStrokes } from './ends.ts'

const paper = (...bars: Bar[]) => paperWith(bars, 300)

/** A line of print from 100 to 200, with two characters of solid ink, 40 pixels high. */
const print: Bar[] = [
  [105, 15, 125, 45],
  [140, 15, 160, 45],
  [175, 15, 195, 45],
]
const line = levelRect(100, 200)
const leftOf = (bars: Bar[]) => withLoneStrokes(paper(...print, ...bars), line).corners[0][0]

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
  const tight = levelRect(100, 232, 10, 50)
  expect(withLoneStrokes(paper(...print, [206, 29, 232, 33]), tight).corners[1][0]).toBeGreaterThan(234)
})
