import { expect, test } from 'vitest'
import { calibrated } from './calibrate.ts'

test('a number with a check digit, a noted doubt and a missing value keep their confidence', () => {
  expect(calibrated('uscc', { confidence: 0.37, state: 'ok' })).toBe(0.37)
  expect(calibrated('text', { confidence: 0.55, state: 'ok', note: '盖章压住了文字' })).toBe(0.55)
  expect(calibrated('text', { confidence: 0.7, state: 'absent' })).toBe(0.7)
})

test('a surer reading never gets a lower confidence', () => {
  for (const type of ['text', 'name', 'date', 'table'] as const) {
    const curve = Array.from({ length: 101 }, (_, i) => calibrated(type, { confidence: i / 100, state: 'ok' }))
    expect(curve).toEqual(curve.toSorted((a, b) => a - b))
  }
})
