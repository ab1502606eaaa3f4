import { expect, test } from 'vitest'
import { levelStrokes } from './level-stroke.ts'

const seen = (text: string, at: number, others: { text: string; probability: number }[]) => ({
  text,
  confidence: 0.95,
  characters: [...text].map(() => 0.95),
  xs: [...text].map((_, i) => (i + 0.5) / text.length),
  alternatives: [...text].map((_, i) => (i === at ? others : [])),
})
const one = [{ text: '一', probability: 0.03 }]

test('a dash behind a name is 一 where that was seen, doubted, and what was read is told', () => {
  const { text, characters, alternatives } = levelStrokes(seen('王正-', 2, one))
  expect(text).toBe('王正一')
  expect(characters[1]).toBe(0.95)
  expect(characters[2]).toBeLessThan(0.9)
  expect(alternatives[2]?.map((other) => other.text)).toEqual(['-'])
})

test('a dash stays where nothing else was seen, behind a date and between numbers', () => {
  for (const [text, at, others] of [
    ['王正-', 2, []],
    ['2023年5月6日—', 9, one],
    ['1-2', 1, one],
    ['沪-A12', 1, one],
  ] as const)
    expect(levelStrokes(seen(text, at, [...others])).text).toBe(text)
})
