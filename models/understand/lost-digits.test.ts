import { expect, test } from 'vitest'
import { levelFrame, pieceOf } from './frame.ts'
import { isUneven, mayLackDigit, mayLackFigure } from './lost-digits.ts'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

/** Characters at places along a line, in sixteenths of it. */
const pieceAt = (text: string, sixteenths: readonly number[]) => {
  const line = {
    page: 1,
    box: [0, 0, 160, 0, 160, 24, 0, 24] as [number, number, number, number, number, number, number, number],
    text,
    confidence: 0.99,
    xs: sixteenths.map((at) => at / 16),
  }
  const piece = pieceOf(line, levelFrame([line]))
  if (!piece) throw new Error('nothing printed')
  return piece
}
const lacks = (text: string, sixteenths: readonly number[]) => mayLackDigit(pieceAt(text, sixteenths))

test('room for one more digit among equal ones is seen; the small unevenness of a number read whole is not', () => {
  expect(lacks('500000元', [0.5, 1.5, 4.5, 6.5, 10.5, 12.5, 14.5])).toBe(true)
  expect(lacks('3500000元', [0.5, 2.4, 3.3, 6.1, 8, 9.9, 12.7, 13.6])).toBe(false)
  expect(lacks('1500000元', [1.4, 2.4, 4.2, 6.1, 8, 9.9, 12.7, 13.6])).toBe(false)
})

test('room elsewhere says nothing: before a unit, between other digits, in a run of two', () => {
  expect(lacks('5000 元', [1, 3, 5, 7, 9, 15])).toBe(false)
  expect(lacks('10023456', [1, 3, 7, 9, 11, 13, 14, 15])).toBe(false)
})

test('an amount that may lack a nought is not used', async () => {
  const page = typeset([
    [400, 60, '公司章程', 50],
    [100, 200, '公司名称：上海禾悦企业管理咨询有限公司'],
    [100, 260, '公司注册资本：'],
    [330, 260, '500000元'],
    [100, 320, '第一条 公司名称和住所'],
  ])
  const capital = async (xs: number[]) => {
    const lines = page.lines.map((line) => (line.text === '500000元' ? { ...line, xs } : line))
    const [document] = await documentsOf({ ...page, lines })
    return document?.fields.注册资本
  }
  const even = await capital([0.07, 0.21, 0.36, 0.5, 0.64, 0.79, 0.93])
  const gap = await capital([0.03, 0.09, 0.28, 0.41, 0.66, 0.78, 0.91])
  expect(even?.value).toEqual({ fen: 50_000_000, currency: 'CNY' })
  expect(even?.confidence).toBeGreaterThan(0.9)
  expect(gap?.confidence).toBeLessThan(0.6)
})

test('a day of one figure with room for two may lack one, one as close to its signs as the year is to its own does not', () => {
  const date = (day: number, end: number) => mayLackFigure(pieceAt('2024年3月2日', [1, 2, 3, 4, 5.5, 7, 8.5, day, end]))
  expect(date(10, 11.5)).toBe(false)
  expect(date(10, 11.8)).toBe(false)
  expect(date(10.5, 12.5)).toBe(true)
  expect(mayLackFigure(pieceAt('2024年12月2日', [1, 2, 3, 4, 5.5, 7, 8, 9.5, 11, 12.5]))).toBe(false)
})

test('month and day are set alike: 02 beside 8 lacks a figure', () => {
  for (const torn of ['2024.02.8', '2024年06月1日', '2024-3-05']) expect(isUneven(torn), torn).toBe(true)
  for (const whole of ['2024.02.28', '2024年6月1日', '2024-12-8', '2024年06月01日'])
    expect(isUneven(whole), whole).toBe(false)
})
