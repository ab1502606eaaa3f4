import { expect, test } from 'vitest'
import type { Line } from '../../facts/reading.ts'
import { inReadingOrder } from './order.ts'
import { keepCellsTogether } from './wrapped-cells.ts'

const line = (text: string, x: number, y: number): Line => {
  const right = x + 20 * text.length
  return { page: 1, box: [x, y, right, y, right, y + 20, x, y + 20], text, confidence: 1 }
}
const ordered = (...lines: Line[]) => keepCellsTogether(inReadingOrder(lines)).map(({ text }) => text)

test('two lines of a cell stay together beside a neighbour centred on them', () => {
  const cells = [line('文号', 0, 112), line('府办〔2020〕24', 60, 100), line('号', 60, 124), line('单位', 400, 112)]
  expect(ordered(...cells)).toEqual(['府办〔2020〕24', '号', '文号', '单位'])
})

test('columns of single lines are read across', () => {
  const rows = [line('甲', 0, 100), line('1', 200, 100), line('乙', 0, 124), line('2', 200, 124)]
  expect(ordered(...rows)).toEqual(['甲', '1', '乙', '2'])
})

test('lines further apart than a cell sets them are left where they are', () => {
  const rows = [line('甲', 0, 100), line('旁', 200, 130), line('乙', 0, 160)]
  expect(ordered(...rows)).toEqual(['甲', '旁', '乙'])
})
