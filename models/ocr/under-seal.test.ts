import { expect, test } from 'vitest'
import type { Decoded } from './ctc.ts'
import { levelRect, said } from './drawn-line.ts'
import type { Picture } from './picture.ts'
import type { Recogniser } from './recognise.ts'
import { inRedLight, redShare, underSeal } from './under-seal.ts'

const [PAPER, INK, SEAL] = [
  [236, 230, 220],
  [40, 38, 36],
  [208, 60, 62],
] as const

const rect = levelRect(0, 60, 0, 12)

/** A line of print, every third column black; the seal lies over the columns from `from` on, above the print where both are. */
function line(from: number): Picture {
  const rgb = new Uint8Array(60 * 12 * 3)
  for (let y = 0; y < 12; y++)
    for (let x = 0; x < 60; x++) rgb.set(x % 3 === 0 ? INK : x >= from && y % 4 === 0 ? SEAL : PAPER, 3 * (60 * y + x))
  return { width: 60, height: 12, rgb }
}

const seen = (text: string, confidence: number): Decoded => said(text, () => confidence, confidence)

test('red ink on a line is noticed, black print is not taken for it', () => {
  expect(redShare(line(40), rect)).toBeGreaterThan(0.03)
  expect(redShare(line(60), rect)).toBe(0)
})

test('in red light a seal is nearly paper and print stays print', () => {
  const { rgb } = inRedLight(line(0))
  expect(rgb[0]).toBeLessThan(60)
  expect(rgb[1]).toBe(rgb[0])
  expect(rgb[3]).toBeGreaterThan(200)
  expect(rgb[4]).toBe(rgb[3])
})

test('print under a seal is what is read without the seal, when that is surer', async () => {
  const mixed = seen('示例动产登记事务中国心', 0.93)
  const clear: Recogniser = () => Promise.resolve(seen('示例不动产登记事务中心', 0.98))
  expect((await underSeal(clear, line(30))(rect, mixed)).text).toBe('示例不动产登记事务中心')
})

test('red print, which vanishes without red, stays what it was', async () => {
  const red = seen('样例', 0.9)
  const nothing: Recogniser = () => Promise.resolve(seen('', 0))
  expect(await underSeal(nothing, line(0))(rect, red)).toBe(red)
})

test('a line without red ink is read once', async () => {
  const first = seen('上海', 0.6)
  const never: Recogniser = () => Promise.reject(new Error('read again'))
  expect(await underSeal(never, line(60))(rect, first)).toBe(first)
})
