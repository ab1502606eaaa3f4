import { expect, test } from 'vitest'
import { proportion, wilson } from './interval.ts'

// Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3 (Wilson without continuity correction).
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i has the published interval', (right, n, low, high) => {
  const [from, to] = wilson({ right, n })
  expect(from).toBeCloseTo(low, 4)
  expect(to).toBeCloseTo(high, 4)
})

test('nothing counted says nothing', () => {
  expect(wilson({ right: 0, n: 0 })).toEqual([0, 1])
  expect(proportion({ right: 0, n: 0 })).toBe('0/0 —')
})

test('a proportion is told with its counts and its interval in per cent', () => {
  expect(proportion({ right: 81, n: 263 })).toBe('81/263 30.8% [25.5–36.6]')
})
