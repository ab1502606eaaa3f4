import { expect, test } from 'vitest'
import { decodeCtc } from './ctc.ts'

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
  expect(decode([1, 0, 0, 0])).toEqual({ text: '', confidence: 0, characters: [], xs: [] })
})
