import { expect, test } from 'vitest'
import type { Decoded } from './ctc.ts'
import { readRing } from './ring.ts'

const strip = { width: 200, height: 80, rgb: new Uint8Array(3 * 200 * 80).fill(255) }
const NAME = '上海味小馆餐饮有限公司'

/** A name read the same way twice, one character of it with `sure`. */
const decoded = (sure: number): Decoded => {
  const characters = [...NAME].map((_, i) => (i === 3 ? sure : 0.99))
  const confidence = characters.reduce((sum, one) => sum + one, 0) / characters.length
  return { text: NAME, confidence, characters, xs: characters.map(() => 0), alternatives: [] }
}

test('a name on a ring is sure when every character of it is', async () => {
  expect((await readRing(async () => decoded(0.98), strip))?.confidence).toBeGreaterThan(0.9)
})

test('one character hardly read leaves a ring unsure, however clear the others are', async () => {
  expect(decoded(0.5).confidence).toBeGreaterThan(0.9)
  expect(await readRing(async () => decoded(0.5), strip)).toMatchObject({ text: NAME, confidence: 0.85 })
})
