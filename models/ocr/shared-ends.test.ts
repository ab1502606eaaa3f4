import { expect, test } from 'vitest'
import type { Line } from '../../facts/reading.ts'
import { withoutSharedEnds } from './shared-ends.ts'

/** A line from `x` to `x1` at a height of 40, its characters where they say they are. */
const line = (text: string, x: number, x1: number, middles: number[], sure = 0.99): Line => ({
  page: 1,
  box: [x, 100, x1, 100, x1, 140, x, 140],
  text,
  confidence: sure,
  characters: middles.map(() => sure),
  xs: middles.map((at) => (at - x) / (x1 - x)),
})
const texts = (lines: readonly Line[]) => withoutSharedEnds(lines).map(({ text }) => text)

test('a character that two boxes of one row both show is read once, where it was read more surely', () => {
  const [date, rest] = [line('第3卷', 100, 230, [120, 165, 205]), line('卷第8号', 190, 330, [208, 245, 280, 310], 0.7)]
  expect(texts([date, rest])).toEqual(['第3卷', '第8号'])
  expect(texts([{ ...date, characters: [0.9, 0.9, 0.5] }, rest])).toEqual(['第3', '卷第8号'])
})

test('a character said twice in a row, or in two rows, stays', () => {
  const first = line('人1', 100, 190, [120, 175])
  expect(texts([first, line('1号', 180, 260, [192, 230])])).toEqual(['人1', '1号'])
  const below = line('1号', 180, 260, [176, 230])
  expect(texts([first, { ...below, box: [180, 150, 260, 150, 260, 190, 180, 190] }])).toEqual(['人1', '1号'])
})
