import { expect, test } from 'vitest'
import { levelFrame, pieceOf, rawOf, rivalsOf } from './frame.ts'

const line = (text: string, rivals: { at: number; text: string; probability: number }[], y = 10) => ({
  page: 1,
  box: [10, y, 110, y, 110, y + 20, 10, y + 20] as const,
  text,
  confidence: 0.9,
  rivals,
})

const pieces = (...lines: ReturnType<typeof line>[]) => lines.flatMap((one) => pieceOf(one, levelFrame(lines)) ?? [])

test('what else was seen keeps its character when a value runs over two lines', () => {
  const seen = pieces(
    line('上海老愧', [{ at: 3, text: '槐', probability: 0.3 }]),
    line('树有限公司', [{ at: 0, text: '村', probability: 0.1 }], 40),
  )
  expect(rawOf(seen)).toBe('上海老愧树有限公司')
  expect(rivalsOf(seen)).toEqual([
    { at: 3, text: '槐', probability: 0.3 },
    { at: 4, text: '村', probability: 0.1 },
  ])
})

test('a printed character that folds to several counts once, with what else was seen there', () => {
  const seen = pieces(line('㎡甲', [{ at: 1, text: '申', probability: 0.2 }]))
  expect(rawOf(seen)).toBe('㎡甲')
  expect(rivalsOf(seen)).toEqual([{ at: 1, text: '申', probability: 0.2 }])
})
