import { expect, test } from 'vitest'
import type { Line } from '../../facts/reading.ts'
import { inReadingOrder } from './order.ts'

const line = (text: string, x: number, y: number): Line => ({
  page: 1,
  box: [x, y, x + 50, y, x + 50, y + 20, x, y + 20],
  text,
  confidence: 1,
})

test('rows go down the page, a row goes from left to right in spite of a small tilt', () => {
  const lines = [line('丁', 100, 62), line('乙', 100, 4), line('甲', 0, 7), line('丙', 0, 60)]
  expect(inReadingOrder(lines).map(({ text }) => text)).toEqual(['甲', '乙', '丙', '丁'])
})
