import { expect, test } from 'vitest'
import { fromCorners } from './geometry.ts'
import { isColumn, looksStacked, splitStack } from './stack.ts'

const WIDTH = 60
const HEIGHT = 160

/** White paper with black bars: [from row, to row]. */
function paper(...bars: [number, number][]) {
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3).fill(230)
  for (const [from, to] of bars) {
    for (let y = from; y < to; y++) rgb.fill(30, 3 * (y * WIDTH + 15), 3 * (y * WIDTH + 45))
  }
  return { width: WIDTH, height: HEIGHT, rgb }
}

const stack = fromCorners([
  [12, 2],
  [48, 2],
  [48, 158],
  [12, 158],
])

test('characters below each other come out one by one, each with a margin', () => {
  const cells = splitStack(paper([10, 40], [60, 90], [115, 145]), stack)
  expect(cells).toHaveLength(3)
  expect(cells[1]?.corners[0][1]).toBeLessThan(60)
  expect(cells[1]?.corners[2][1]).toBeGreaterThan(90)
})

test('a gap inside a character does not split it', () => {
  expect(splitStack(paper([10, 22], [27, 40]), stack)).toHaveLength(1)
})

test('characters set close are told apart by their width and make one column', () => {
  const cells = splitStack(paper([10, 39], [41, 70], [72, 101]), stack)
  expect(cells).toHaveLength(3)
  expect(isColumn(cells)).toBe(true)
  expect(isColumn(splitStack(paper([10, 40], [60, 90], [115, 145]), stack))).toBe(false)
})

test('specks are no characters', () => {
  expect(splitStack(paper([10, 40], [100, 105]), stack)).toHaveLength(1)
})

test('only tall regions may be stacks', () => {
  expect(looksStacked(stack)).toBe(true)
  expect(
    looksStacked(
      fromCorners([
        [0, 0],
        [40, 0],
        [40, 45],
        [0, 45],
      ]),
    ),
  ).toBe(false)
})
