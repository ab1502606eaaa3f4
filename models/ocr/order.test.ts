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

const column = (text: string, x: number, y: number): Line => ({
  page: 1,
  box: [x, y, x + 30, y, x + 30, y + 30 * text.length, x, y + 30 * text.length],
  text,
  confidence: 1,
})

test('columns of vertical text are read from the right, between the level lines above and below them', () => {
  const lines = [
    line('附注', 60, 600),
    column('乾坤有清气散入', 100, 100),
    column('不要人夸颜色好', 160, 100),
    column('吾家洗砚池头树', 280, 100),
    column('个个花开淡墨痕', 220, 104),
    line('题画', 60, 20),
    line('录者', 20, 200),
  ]
  const read = inReadingOrder(lines).map(({ text }) => text)
  expect(read.slice(0, 2)).toEqual(['题画', '录者'])
  expect(read.slice(2)).toEqual(['吾家洗砚池头树', '个个花开淡墨痕', '不要人夸颜色好', '乾坤有清气散入', '附注'])
})

test('a single upright label beside its rows stays on their level', () => {
  const lines = [line('第一行', 100, 10), column('经营范围', 20, 10), line('第二行', 100, 60), line('第三行', 100, 110)]
  expect(inReadingOrder(lines).map(({ text }) => text)).toEqual(['第一行', '经营范围', '第二行', '第三行'])
})
