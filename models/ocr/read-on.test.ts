import { expect, test } from 'vitest'
import type { Decoded } from './ctc.ts'
import { type Bar, levelRect as box, said as decodedAs, paperWith } from './drawn-line.ts'
import { readOn } from './read-on.ts'

const inside: Bar[] = [
  [105, 15, 125, 45],
  [140, 15, 160, 45],
  [175, 15, 195, 45],
]
/** A text read surely but for its ends. */
const said = (text: string, least = 0.99) =>
  decodedAs(text, (at) => (at === 0 || at === text.length - 1 ? least : 0.99))

/** What a line of three characters is read as, given what a longer cut of it would read, and how often that was asked. */
async function after(bars: Bar[], longer: Decoded, others = [box(10, 30)], text = '长宁路') {
  let asked = 0
  const read = async () => {
    asked += 1
    return longer
  }
  const given = { rect: box(100, 200), decoded: said(text) }
  const { decoded, rect } = await readOn(read, paperWith([...inside, ...bars]), given, others)
  return { text: decoded.text, asked, right: rect.corners[1][0], left: rect.corners[0][0] }
}
const behind: Bar[] = [[205, 15, 228, 45]]

test('a character that stands behind the end of a line is read on', async () => {
  const { text, right } = await after(behind, said('长宁路段'))
  expect(text).toBe('长宁路段')
  expect(right).toBeGreaterThan(228)
})

test('a character before its beginning too', async () => {
  const { text, left } = await after([[70, 15, 94, 45]], said('东长宁路'))
  expect(text).toBe('东长宁路')
  expect(left).toBeLessThan(70)
})

test('white paper, a rule, print that goes on and another line are not asked', async () => {
  const more = said('长宁路段')
  expect((await after([], more)).asked).toBe(0)
  expect((await after([[214, 0, 216, 60]], more)).asked).toBe(0)
  expect((await after([[205, 15, 300, 45]], more)).asked).toBe(0)
  expect((await after(behind, more, [box(204, 300)])).asked).toBe(0)
})

test('what is read unsurely, otherwise, or as thin as a rule is left', async () => {
  expect((await after(behind, said('长宁路段', 0.6))).text).toBe('长宁路')
  expect((await after(behind, said('长宇路段'))).text).toBe('长宁路')
  expect((await after(behind, said('长宁路1'))).text).toBe('长宁路')
  expect((await after(behind, said('长宁路」'))).text).toBe('长宁路')
  expect((await after(behind, said('长宁路21'), [], '长宁路2')).text).toBe('长宁路21')
})

test('of a long line only its end is read again, and what is gained stands at its place', async () => {
  const words = '上海市普陀区长宁路'
  const widths: number[] = []
  const read = async (_: unknown, rect: { width: number }) => {
    widths.push(rect.width)
    return said('陀区长宁路段')
  }
  const line = box(10, 280, 10, 40)
  const ink = Array.from({ length: 9 }, (_, i): Bar => [14 + 30 * i, 14, 34 + 30 * i, 36])
  const page = paperWith([...ink, [284, 14, 304, 36]])
  const { decoded, rect } = await readOn(read, page, { rect: line, decoded: said(words) }, [])
  expect(decoded.text).toBe(`${words}段`)
  expect(widths[0]).toBeLessThan(250)
  expect(decoded.xs).toHaveLength(10)
  expect(decoded.xs.toSorted((a, b) => a - b)).toEqual(decoded.xs)
  expect(rect.width).toBeGreaterThan(290)
})
