import { expect, test } from 'vitest'
import { levelFrame, pieceOf } from './frame.ts'
import { mayLackDigit } from './lost-digits.ts'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

/** Characters of a number at places along its line, in sixteenths of it. */
const lacks = (text: string, sixteenths: readonly number[]) => {
  const line = {
    page: 1,
    box: [0, 0, 160, 0, 160, 24, 0, 24] as [number, number, number, number, number, number, number, number],
    text,
    confidence: 0.99,
    xs: sixteenths.map((at) => at / 16),
  }
  const piece = pieceOf(line, levelFrame([line]))
  return piece !== null && mayLackDigit(piece)
}

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
