import { expect, test } from 'vitest'
import { f1, f1Interval } from './f1.ts'

test('F1 is the harmonic mean of precision and recall', () => {
  // Precision 9/12, recall 9/10.
  expect(f1({ truePositive: 9, falsePositive: 3, falseNegative: 1 })).toBeCloseTo((2 * 0.75 * 0.9) / (0.75 + 0.9))
  expect(f1({ truePositive: 0, falsePositive: 0, falseNegative: 0 })).toBe(0)
})

test('the interval holds the figure, narrows with more and does not end at 1 for few without a fault', () => {
  const some = { truePositive: 90, falsePositive: 4, falseNegative: 6 }
  const [low, high] = f1Interval(some)
  expect(low).toBeLessThan(f1(some))
  expect(high).toBeGreaterThan(f1(some))
  const [more] = f1Interval({ truePositive: 900, falsePositive: 40, falseNegative: 60 })
  expect(more).toBeGreaterThan(low)
  expect(f1Interval({ truePositive: 10, falsePositive: 0, falseNegative: 0 })[0]).toBeLessThan(0.9)
})
