import { expect, test } from 'vitest'
import type { Decoded } from './ctc.ts'
import { fromCorners, type Rect } from './geometry.ts'
import { fillsColumn, setClose, standsUpright } from './upright-columns.ts'

const decoded = (text: string, confidence = 0.95): Decoded => ({
  text,
  confidence,
  characters: [],
  xs: [],
  alternatives: [],
})

const column = (x: number): Rect =>
  fromCorners([
    [x, 0],
    [x + 30, 0],
    [x + 30, 160],
    [x, 160],
  ])

/** White paper with five black squares below each other in each of two columns. */
const paper = () => {
  const [width, height] = [120, 160]
  const rgb = new Uint8Array(width * height * 3).fill(255)
  for (const x of [13, 73])
    for (let k = 0; k < 5; k++)
      for (let y = 32 * k + 4; y < 32 * k + 28; y++) rgb.fill(20, 3 * (y * width + x), 3 * (y * width + x + 24))
  return { width, height, rgb }
}

test('a page stands upright when the characters of its tall regions, each as it stands, are those of the whole column', async () => {
  const read = (alone: string) => (_: unknown, rect: Rect) =>
    Promise.resolve(decoded(rect.height > 2 * rect.width ? '山高月小水落石出' : alone))
  expect(await standsUpright(paper(), [column(10), column(70)], read('月'))).toBe(true)
  expect(await standsUpright(paper(), [column(10), column(70)], read('田'))).toBe(false)
  expect(await standsUpright(paper(), [], read('月'))).toBe(false)
})

test('a tall region is one line of vertical text when it is read surely and full of characters', () => {
  expect(fillsColumn(column(0), decoded('山高月小'))).toBe(true)
  expect(fillsColumn(column(0), decoded('山高月小', 0.6))).toBe(false)
  expect(fillsColumn(column(0), decoded('山高'))).toBe(false)
  const high = fromCorners([
    [0, 0],
    [30, 0],
    [30, 400],
    [0, 400],
  ])
  expect(fillsColumn(high, decoded('经营范围'))).toBe(false)
})

test('characters of a column stand close, a flat one among them or not; labels of rows below each other do not', () => {
  const cell = (y: number, height = 36) =>
    fromCorners([
      [0, y],
      [40, y],
      [40, y + height],
      [0, y + height],
    ])
  expect(setClose([cell(0), cell(40), cell(94, 8), cell(120), cell(160)])).toBe(true)
  expect(setClose([cell(0), cell(52), cell(104)])).toBe(false)
})
