import { expect, test } from 'vitest'
import { fitCalibration } from './fit-calibration.ts'

const many = (confidence: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ confidence, right: true })),
  ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
]

test('a confidence that promises too much is brought down to the share that was right', () => {
  const curve = fitCalibration([...many(0.5, 50, 50), ...many(0.95, 60, 40)])
  const at = curve.find(([confidence]) => confidence === 0.95)
  // 60 of 100 vouch for a little more than half.
  expect(at?.[1]).toBeGreaterThan(0.5)
  expect(at?.[1]).toBeLessThan(0.6)
})

test('the curve never falls', () => {
  const curve = fitCalibration([...many(0.3, 90, 10), ...many(0.6, 30, 70), ...many(0.9, 95, 5)])
  expect(curve.map(([, share]) => share)).toEqual(curve.map(([, share]) => share).toSorted((a, b) => a - b))
})

test('neighbours with the same share vouch together: forty right at .90 and forty at .95 are eighty right', () => {
  const apart = fitCalibration(many(0.9, 40, 0)).at(-1)?.[1] ?? 1
  const together = fitCalibration([...many(0.9, 40, 0), ...many(0.95, 40, 0)]).at(-1)?.[1] ?? 0
  expect(together).toBeGreaterThan(apart)
  expect(together).toBe(fitCalibration(many(0.92, 80, 0)).at(-1)?.[1])
})
