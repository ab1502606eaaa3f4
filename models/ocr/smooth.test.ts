import { expect, test } from 'vitest'
import { smoothed } from './smooth.ts'

const picture = (width: number, height: number, value: (x: number, y: number) => number) => {
  const rgb = new Uint8Array(3 * width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgb.fill(value(x, y), 3 * (y * width + x), 3 * (y * width + x) + 3)
  return { width, height, rgb }
}

test('even paper stays even up to the picture’s border', () => {
  const piece = smoothed(
    picture(9, 7, () => 120),
    [
      [0, 0],
      [9, 7],
    ],
  )
  expect([piece.left, piece.top, piece.width, piece.height]).toEqual([0, 0, 18, 14])
  for (const value of piece.rgb) expect(value).toBeCloseTo(120, 3)
})

test('every second pixel stands half way between two of the picture', () => {
  const piece = smoothed(
    picture(40, 40, (x, y) => 3 * x + 2 * y),
    [
      [10, 10],
      [20, 20],
    ],
  )
  const at = (x: number, y: number) => piece.rgb[3 * (y * piece.width + x)] ?? Number.NaN
  for (const [x, y] of [
    [8, 8],
    [9, 12],
    [10, 9],
    [13, 13],
  ] as const)
    expect(at(x, y)).toBeCloseTo(3 * (piece.left + x / 2) + 2 * (piece.top + y / 2), 2)
})
