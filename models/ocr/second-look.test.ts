import { expect, test } from 'vitest'
import type { Decoded } from './ctc.ts'
import { fromCorners } from './geometry.ts'
import type { Recogniser } from './recognise.ts'
import { disputed, secondLook } from './second-look.ts'

const seen = (text: string, ...characters: number[]): Decoded => ({
  text,
  characters,
  confidence: characters.reduce((a, b) => a + b, 0) / characters.length,
  xs: characters.map((_, i) => (i + 0.5) / characters.length),
  alternatives: characters.map(() => []),
})

const page = { width: 40, height: 20, rgb: new Uint8Array(40 * 20 * 3).fill(255) }
const rect = fromCorners([
  [0, 0],
  [40, 0],
  [40, 20],
  [0, 20],
])
const reading =
  (second: Decoded): Recogniser =>
  (picture) => {
    if (picture === page) throw new Error('the second look is at another picture')
    return Promise.resolve(second)
  }

test('of two looks at an unclear line the surer counts, whichever it is', async () => {
  const worse = seen('上海老愧树', 0.9, 0.9, 0.9, 0.4, 0.9)
  const better = seen('上海老槐树', 0.99, 0.99, 0.99, 0.9, 0.99)
  expect((await secondLook(reading(better), page)(rect, worse)).text).toBe('上海老槐树')
  const poor = seen('上海老愧树', 0.5, 0.5, 0.5, 0.4, 0.5)
  expect((await secondLook(reading(poor), page)(rect, worse)).text).toBe('上海老愧树')
})

test('a clear line gets no second look', async () => {
  const clear = seen('上海', 0.99, 0.98)
  const never: Recogniser = () => Promise.reject(new Error('read again'))
  expect(await secondLook(never, page)(rect, clear)).toBe(clear)
})

test('a character that two looks read differently is doubted, and the other is told', () => {
  const { characters, alternatives } = disputed(seen('老槐', 0.99, 0.97), seen('老愧', 0.9, 0.7))
  expect(characters[0]).toBe(0.99)
  expect(characters[1]).toBeLessThan(0.7)
  expect(alternatives[1]?.[0]?.text).toBe('愧')
})

test('looks of different lengths say nothing of single characters', () => {
  const taken = seen('老槐树', 0.9, 0.8, 0.9)
  expect(disputed(taken, seen('老树', 0.9, 0.9))).toEqual(taken)
})
