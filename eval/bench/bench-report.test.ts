import { expect, test } from 'vitest'
import { percentile } from './bench-report.ts'

test('a percentile is one of the values, the nearest rank', () => {
  const values = [5, 1, 4, 2, 3]
  expect(percentile(values, 0.5)).toBe(3)
  expect(percentile(values, 0.95)).toBe(5)
  expect(percentile([], 0.5)).toBe(0)
})
