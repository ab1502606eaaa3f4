import { expect, test } from 'vitest'
import { type CalibrationValue, crossValidated, curvesOf, under } from './calibrate.ts'

/** Twenty documents of ten values each, told too surely: at .95 six of ten are right. */
const boastful = Array.from({ length: 200 }, (_, i): CalibrationValue => {
  const document = String(Math.floor(i / 10))
  return { document, level: 'phone', group: 'text', confidence: 0.95, right: i % 10 < 6 }
})

test('what the curve promises on values left out of the fit is near the share that was right', () => {
  const apart = crossValidated(boastful)
  expect(apart).toHaveLength(200)
  for (const { confidence } of apart) expect(Math.abs(confidence - 0.6)).toBeLessThan(0.1)
})

test('a fold knows nothing of its own documents', () => {
  // Document 0 alone is of another group: no curve of the other folds is for it.
  const alone = boastful.map((value) => (value.document === '0' ? { ...value, group: 'name' } : value))
  const own = crossValidated(alone).filter(({ document }) => document === '0')
  for (const { confidence } of own) expect(confidence).toBe(0.95)
})

test('what is not calibrated keeps its confidence and shapes no curve', () => {
  const doubted = boastful.map((value) => ({ ...value, group: null }))
  expect(curvesOf(doubted)).toEqual({})
  expect(under(curvesOf(boastful), doubted)).toEqual(doubted)
})
