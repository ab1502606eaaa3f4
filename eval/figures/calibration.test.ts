import { expect, test } from 'vitest'
import { calibration, riskCoverage, type Sure } from './calibration.ts'

const sure = (confidence: number, right: number, wrong: number): Sure[] => [
  ...Array.from({ length: right }, () => ({ confidence, right: true })),
  ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
]

test('calibration error is the gap between how sure and how often right, weighed by count', () => {
  // 90 at 0.95 of which 90 % are right (gap 0.05), 10 at 0.55 of which 30 % are right (gap 0.25).
  const found = calibration([...sure(0.95, 81, 9), ...sure(0.55, 3, 7)])
  expect(found.ece).toBeCloseTo(0.9 * 0.05 + 0.1 * 0.25, 10)
  expect(found.brier).toBeCloseTo((81 * 0.05 ** 2 + 9 * 0.95 ** 2 + 3 * 0.45 ** 2 + 7 * 0.55 ** 2) / 100, 10)
  expect(found.bins.map(({ n }) => n)).toEqual([0, 0, 0, 0, 0, 10, 0, 0, 0, 90])
})

test('the surest are decided first; equally sure ones stand or fall together', () => {
  const curve = riskCoverage([...sure(0.6, 0, 10), ...sure(0.9, 80, 0)], 100)
  expect(curve).toEqual([
    { coverage: 0.8, risk: 0, confidence: 0.9 },
    { coverage: 0.9, risk: 10 / 90, confidence: 0.6 },
  ])
})

test('nothing decided has no calibration', () => {
  expect(calibration([])).toMatchObject({ n: 0, ece: null, brier: null })
  expect(riskCoverage([], 10)).toEqual([])
})
