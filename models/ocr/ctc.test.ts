import { expect, test } from 'vitest'
import { decodeCtc } from './ctc.ts'
import { rivalMarks } from './marks.ts'

const KEYS = ['甲', '乙', ' ']

/** One row per step: probabilities of blank, 甲, 乙 and space. */
const decode = (...steps: number[][]) => decodeCtc(Float32Array.from(steps.flat()), steps.length, 4, KEYS)

test('repeats melt, a blank between them keeps both', () => {
  const a = [0.1, 0.9, 0, 0]
  const blank = [1, 0, 0, 0]
  expect(decode(a, a, blank, a).text).toBe('甲甲')
})

test('every character has its best confidence and its place along the line', () => {
  const { text, characters, xs } = decode([0.4, 0.6, 0, 0], [0.1, 0.9, 0, 0], [0, 0, 0.7, 0.3], [1, 0, 0, 0])
  expect(text).toBe('甲乙')
  expect(characters.map((p) => Math.round(p * 10) / 10)).toEqual([0.9, 0.7])
  expect(xs).toEqual([0.125, 0.625])
})

test('the last class is a space', () => {
  expect(decode([0, 1, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]).text).toBe('甲 乙')
})

test('nothing but blanks is an empty line without confidence', () => {
  expect(decode([1, 0, 0, 0])).toEqual({ text: '', confidence: 0, characters: [], xs: [], alternatives: [] })
})

test('a mark gives way to its rival only where the reader saw the rival too, and never the other way', () => {
  const keys = ['：', '；', '，', '、']
  const rivals = rivalMarks(keys)
  const read = (...row: number[]) => decodeCtc(Float32Array.from([0, ...row]), 1, 5, keys, rivals).text
  expect(read(0.7, 0.2, 0, 0)).toBe('；')
  expect(read(0.98, 0.01, 0, 0)).toBe('：')
  expect(read(0, 0, 0.6, 0.3)).toBe('、')
  expect(read(0.3, 0.6, 0, 0)).toBe('；')
  expect(read(0, 0, 0.3, 0.6)).toBe('、')
})

test('between digits a mark does not give way to its rival', () => {
  const keys = ['：', '；', '5']
  const five = [0, 0, 0, 1]
  const mark = [0, 0.7, 0.2, 0]
  const steps = [five, mark, five]
  expect(decodeCtc(Float32Array.from(steps.flat()), 3, 4, keys, rivalMarks(keys)).text).toBe('5：5')
})

test('every character tells what else was seen there, likeliest first', () => {
  const { text, alternatives } = decodeCtc(Float32Array.from([0.1, 0.6, 0.2, 0.1]), 1, 4, KEYS)
  expect(text).toBe('甲')
  expect(alternatives[0]?.map((other) => other.text)).toEqual(['乙', ' '])
})

test('where some character surely stands, the likeliest is taken, unsurely; traces of its neighbours are none', () => {
  const keys = ['甲', '乙', '丙', '丁']
  const read = (...steps: number[][]) => decodeCtc(Float32Array.from(steps.flat()), steps.length, 5, keys)
  const [first, last] = [
    [0, 1, 0, 0, 0],
    [0, 0, 1, 0, 0],
  ]
  const passedOver = read(first, [0.4, 0, 0, 0.35, 0.25], [0.45, 0, 0, 0.2, 0.35], last)
  expect(passedOver.text).toBe('甲丙乙')
  expect(passedOver.characters[1]).toBeCloseTo(0.35)
  expect(passedOver.alternatives[1]?.map(({ text }) => text)).toContain('丁')
  expect(read(first, [0.6, 0, 0, 0.2, 0.2], last).text).toBe('甲乙')
  expect(read(first, [0.4, 0.3, 0.2, 0.1, 0], last).text).toBe('甲乙')
})
