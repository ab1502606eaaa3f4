import { expect, test } from 'vitest'
import type { Closer } from '../page.ts'
import { typeset } from './typeset.ts'
import { understand } from './understand.ts'

const page = typeset([
  [400, 60, '主要设备设施清单', 36],
  [250, 150, '设备名称'],
  [480, 150, '规格型号'],
  [660, 150, '数量'],
  [820, 150, '用途/位置'],
  [250, 200, '冷藏柜'],
  [480, 200, 'LC-610'],
  [670, 200, '12'],
  [820, 200, '切配区'],
  [250, 250, '保洁柜'],
  [480, 250, 'BJ-1200'],
  [820, 250, '烹饪区'],
])
const silent = () => Promise.resolve({ text: '', confidence: 0 })
const table = async (seen: Closer[]) => {
  const boxes: number[][] = []
  const closer = (_: number, box: readonly number[]) => {
    boxes.push([...box])
    return Promise.resolve(seen)
  }
  const [document] = await understand([page], silent, closer)
  return { field: document?.fields.设备, boxes }
}
const saw = (...texts: string[]): Closer[] => texts.map((text) => ({ text, confidence: 0.95, alternatives: [] }))

test('a digit that the detector passed over is read where its cell must be, and said to need a look', async () => {
  const { field, boxes } = await table(saw('7', '7', ''))
  expect(field?.value).toMatchObject([{ 数量: 12 }, { 数量: 7 }])
  expect(field?.confidence).toBeLessThan(0.6)
  // Level with its row, below the heading of its column.
  const [x0 = 0, y0 = 0, , , x1 = 0, y1 = 0] = boxes[0] ?? []
  expect((y0 + y1) / 2).toBeCloseTo(250, -1)
  expect((x0 + x1) / 2).toBeGreaterThan(660)
  expect((x0 + x1) / 2).toBeLessThan(710)
})

test('readings that do not agree leave the cell empty', async () => {
  expect((await table(saw('7', '1', ''))).field?.value).toMatchObject([{ 数量: 12 }, { 数量: null }])
})
