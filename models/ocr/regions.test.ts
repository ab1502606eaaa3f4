import { expect, test } from 'vitest'
import { findRegions, REGION_DEFAULTS } from './regions.ts'

const WIDTH = 200
const HEIGHT = 100

type Block = { x: number; y: number; w: number; h: number; p: number }

function map(...blocks: Block[]) {
  const data = new Float32Array(WIDTH * HEIGHT)
  for (const { x, y, w, h, p } of blocks) {
    for (let j = y; j < y + h; j++) for (let i = x; i < x + w; i++) data[j * WIDTH + i] = p
  }
  return data
}

const find = (...blocks: Block[]) => findRegions(map(...blocks), WIDTH, HEIGHT)

test('a region grows to the size of its text and tells its mean probability', () => {
  const [region, ...others] = find({ x: 20, y: 40, w: 101, h: 9, p: 0.9 })
  expect(others).toEqual([])
  // 100 × 8 between pixel centres, moved outwards by 100 × 8 × 1.6 / 216.
  expect(region?.rect.width).toBeCloseTo(100 + (2 * 800 * REGION_DEFAULTS.unclip) / 216, 1)
  expect(region?.score).toBeCloseTo(0.9, 5)
})

test('specks, faint stains and slivers are no text', () => {
  expect(find({ x: 5, y: 5, w: 2, h: 2, p: 0.9 })).toEqual([])
  expect(find({ x: 5, y: 5, w: 60, h: 9, p: 0.25 })).toEqual([])
  expect(find({ x: 5, y: 5, w: 60, h: 2, p: 0.9 })).toEqual([])
})

test('rows that melt together at the low threshold come out one by one', () => {
  const regions = find(
    { x: 20, y: 10, w: 120, h: 30, p: 0.3 },
    { x: 20, y: 10, w: 120, h: 10, p: 0.9 },
    { x: 20, y: 30, w: 120, h: 10, p: 0.9 },
  )
  expect(regions).toHaveLength(2)
})

test('words of one row stay one line', () => {
  const regions = find(
    { x: 20, y: 10, w: 160, h: 10, p: 0.3 },
    { x: 20, y: 10, w: 60, h: 10, p: 0.9 },
    { x: 120, y: 10, w: 60, h: 10, p: 0.9 },
  )
  expect(regions).toHaveLength(1)
})

test('crowded lines do not reach into each other', () => {
  const [first, second] = find({ x: 20, y: 20, w: 150, h: 11, p: 0.9 }, { x: 20, y: 34, w: 150, h: 11, p: 0.9 })
  const bottom = first?.rect.corners[2][1] ?? 0
  const top = second?.rect.corners[0][1] ?? 0
  const loose = 10 * 0.4 * REGION_DEFAULTS.unclip
  expect(bottom - top).toBeLessThan(loose)
})
