import { expect, test } from 'vitest'
import type { Decoded } from './ctc.ts'
import { fromCorners } from './geometry.ts'
import { withoutStraySigns } from './stray-signs.ts'

/** White paper with bars of a shade: [left, top, right, bottom, shade]. */
function paper(...bars: [number, number, number, number, number][]) {
  const [width, height] = [320, 60]
  const rgb = new Uint8Array(width * height * 3).fill(240)
  for (const [x0, y0, x1, y1, shade] of bars)
    for (let y = y0; y < y1; y++) rgb.fill(shade, 3 * (y * width + x0), 3 * (y * width + x1))
  return { width, height, rgb }
}
const box = (x0: number, x1: number) =>
  fromCorners([
    [x0, 10],
    [x1, 10],
    [x1, 50],
    [x0, 50],
  ])
/** Characters at every fifth of a line from 10 to 210; the one in question is read as surely as told. */
const said = (text: string, at: number, confidence: number): Decoded => ({
  text,
  confidence: 0.95,
  characters: [...text].map((_, i) => (i === at ? confidence : 0.99)),
  xs: [...text].map((_, i) => (i + 0.5) / text.length),
  alternatives: [...text].map(() => []),
})
const places = (...at: number[]): [number, number, number, number, number][] =>
  at.map((i) => [16 + 40 * i, 16, 44 + 40 * i, 44, 30])
const wave: [number, number, number, number, number] = [90, 28, 130, 31, 225]
const line = box(10, 210)

test('a pale wave of the paper between a label and its value is no 一', () => {
  const read = withoutStraySigns(paper(...places(0, 1, 3, 4), wave), line, said('地址一甘泉', 2, 0.6), [])
  expect(read.text).toBe('地址甘泉')
  expect(read.xs).toEqual([0.1, 0.3, 0.7, 0.9])
  expect(read.characters.every((confidence) => confidence === 0.99)).toBe(true)
})

test('the same in print stays, unsure as it is, and what was read surely is not asked', () => {
  const unsure = said('地址一甘泉', 2, 0.6)
  expect(withoutStraySigns(paper(...places(0, 1, 3, 4), [90, 28, 130, 31, 30]), line, unsure, [])).toEqual(unsure)
  const sure = said('地址一甘泉', 2, 0.95)
  expect(withoutStraySigns(paper(...places(0, 1, 3, 4), wave), line, sure, [])).toEqual(sure)
})

test('half a character of the next line is not read at the end of a label', () => {
  const page = paper(...places(0, 1, 2, 3, 4, 5))
  expect(withoutStraySigns(page, line, said('登记号：F', 4, 0.7), [box(172, 300)]).text).toBe('登记号：')
  expect(withoutStraySigns(page, line, said('登记号：F', 4, 0.7), [box(212, 300)]).text).toBe('登记号：F')
})
