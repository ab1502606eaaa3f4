import { expect, test } from 'vitest'
import { quantile } from './pixels.ts'

/** So many numbers without order, many of them alike. */
const numbers = (length: number) => Array.from({ length }, (_, i) => ((i * 7919 + 13) % 101) - (i % 3))

test.each([1, 2, 3, 10, 997, 10_000])(
  'a quantile of %i numbers is the one that sorting puts at its place',
  (length) => {
    const values = numbers(length)
    const sorted = values.toSorted((a, b) => a - b)
    for (const share of [0, 0.02, 0.5, 0.85, 0.98, 1])
      expect(quantile(values, share)).toBe(sorted[Math.min(length - 1, Math.floor(share * length))])
  },
)

test('numbers in order, against it and all the same have their quantiles; none have 0; those given stay in order', () => {
  const rising = Float32Array.from({ length: 500 }, (_, i) => i)
  expect(quantile(rising, 0.5)).toBe(250)
  expect(quantile(rising.toReversed(), 0.25)).toBe(125)
  expect(quantile(new Float32Array(500).fill(7), 0.9)).toBe(7)
  expect(quantile([], 0.5)).toBe(0)
  expect(rising).toEqual(rising.toSorted())
})
