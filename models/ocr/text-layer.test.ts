import { expect, test } from 'vitest'
import type { Line } from '../../facts/reading.ts'
import { fromCorners } from './geometry.ts'
import { similarity, uncovered } from './text-layer.ts'

test('likeness runs from 0 for nothing in common to 1 for the same', () => {
  expect(similarity('营业执照', '营业执照')).toBe(1)
  expect(similarity('营业执照', '甲乙丙丁')).toBe(0)
  expect(similarity('营业执照', '营业执')).toBe(0.75)
})

test('text seen where the layer has none is kept, the rest is not read twice', () => {
  const layer: Line[] = [{ page: 1, box: [0, 0, 100, 0, 100, 20, 0, 20], text: '附件', confidence: 1 }]
  const rect = (x: number, y: number) => ({
    rect: fromCorners([
      [x, y],
      [x + 90, y],
      [x + 90, y + 18],
      [x, y + 18],
    ]),
    score: 1,
  })
  expect(uncovered(layer, [rect(2, 1), rect(2, 200)])).toEqual([rect(2, 200)])
})
