import { expect, test } from 'vitest'
import { type Bar, levelRect as box, said as decodedAs, paperWith } from './drawn-line.ts'
import { withoutStraySigns } from './stray-signs.ts'

/** Characters at every fifth of a line from 10 to 210; the one in question is read as surely as told. */
const said = (text: string, at: number, confidence: number) =>
  decodedAs(text, (i) => (i === at ? confidence : 0.99), 0.95)
const places = (...at: number[]): Bar[] => at.map((i) => [16 + 40 * i, 16, 44 + 40 * i, 44])
const wave: Bar = [90, 28, 130, 31, 220]
const line = box(10, 210)

test('a pale wave of the paper between a label and its value is no 一', () => {
  const read = withoutStraySigns(paperWith([...places(0, 1, 3, 4), wave]), line, said('地址一甘泉', 2, 0.6), [])
  expect(read.text).toBe('地址甘泉')
  expect(read.xs).toEqual([0.1, 0.3, 0.7, 0.9])
  expect(read.characters.every((confidence) => confidence === 0.99)).toBe(true)
})

test('the same in print stays, unsure as it is, and what was read surely is not asked', () => {
  const unsure = said('地址一甘泉', 2, 0.6)
  expect(withoutStraySigns(paperWith([...places(0, 1, 3, 4), [90, 28, 130, 31]]), line, unsure, [])).toEqual(unsure)
  const sure = said('地址一甘泉', 2, 0.95)
  expect(withoutStraySigns(paperWith([...places(0, 1, 3, 4), wave]), line, sure, [])).toEqual(sure)
})

test('half a character of the next line is not read at the end of a label', () => {
  const page = paperWith(places(0, 1, 2, 3, 4, 5))
  expect(withoutStraySigns(page, line, said('登记号：F', 4, 0.7), [box(172, 300)]).text).toBe('登记号：')
  expect(withoutStraySigns(page, line, said('登记号：F', 4, 0.7), [box(212, 300)]).text).toBe('登记号：F')
})
