import { expect, test } from 'vitest'
import type { Decoded } from './ctc.ts'
import { levelRect, said } from './drawn-line.ts'
import { standingFigure } from './lone-character.ts'
import type { Recogniser } from './recognise.ts'

const page = { width: 100, height: 100, rgb: new Uint8Array(100 * 100 * 3).fill(255) }
const box = (width: number, height: number) => levelRect(40, 40 + width, 20, 20 + height)
const seen = (text: string, confidence: number): Decoded => said(text, () => confidence, confidence)
const standing =
  (decoded: Decoded): Recogniser =>
  (_, { width, height }) => {
    // Only what is about as wide as high is not turned by the recogniser.
    if (height > 1.1 * width) throw new Error('read lying on its side')
    return Promise.resolve(decoded)
  }

test('a figure alone in a narrow cell is read standing, not lying on its side', async () => {
  const read = await standingFigure(standing(seen('2', 0.99)), page, box(18, 32), seen('22', 0.96))
  expect(read.text).toBe('2')
})

test('a number running upwards stays what it was', async () => {
  const number = seen('629', 0.99)
  expect(await standingFigure(standing(seen('9', 0.4)), page, box(9, 21), number)).toBe(number)
  expect(await standingFigure(standing(seen('章', 0.99)), page, box(18, 32), number)).toBe(number)
})

test('what is much taller than a figure, or as wide as high, is read once', async () => {
  const never: Recogniser = () => Promise.reject(new Error('read again'))
  const word = seen('3498', 0.9)
  expect(await standingFigure(never, page, box(14, 40), word)).toBe(word)
  expect(await standingFigure(never, page, box(30, 32), word)).toBe(word)
})
