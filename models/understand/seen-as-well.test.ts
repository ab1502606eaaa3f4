import { expect, test } from 'vitest'
import type { DocumentField } from '../../facts/document-type.ts'
import type { Line } from '../../facts/reading.ts'
import { levelFrame, pieceOf } from './frame.ts'
import { documentsOf } from './reading-of.ts'
import { seenAsWell } from './seen-as-well.ts'
import { typeset } from './typeset.ts'

/** What was also seen of print where one character has a rival. */
function seen(type: DocumentField['type'], text: string, own: string, other: string, probability: number) {
  const line: Line = {
    page: 1,
    box: [0, 0, 30 * text.length, 0, 30 * text.length, 30, 0, 30],
    text,
    confidence: 0.99,
    rivals: [{ at: text.indexOf(own), text: other, probability }],
  }
  const piece = pieceOf(line, levelFrame([line]))
  return piece && seenAsWell({ type }, [piece])
}

test('a digit that was nearly read as another leaves dates, telephone numbers, house numbers and codes open', () => {
  expect(seen('date', '2025年03月24日', '5', '3', 0.36)).toBe('3')
  expect(seen('phone', '15800001391', '5', '3', 0.07)).toBe('3')
  expect(seen('address', '曹杨路475号', '7', '1', 0.1)).toBe('1')
  expect(seen('code', 'SH20237029', '3', '5', 0.07)).toBe('5')
  expect(seen('date', '2025年03月24日', '5', '3', 0.02)).toBeNull()
})

test('a sign, an end of the line and the same character in another form are no other character', () => {
  expect(seen('date', '2025.03.24', '.', ',', 0.3)).toBeNull()
  expect(seen('code', 'SH20237029', '3', '３', 0.3)).toBeNull()
})

test('words vouch for a character where the other one makes none, and for nothing else', () => {
  expect(seen('text', '劳务派遣经营许可', '营', '誉', 0.13)).toBeNull()
  expect(seen('text', '劳务派道经营许可', '道', '遣', 0.13)).toBe('遣')
  expect(seen('org-name', '上海江右有限公司', '公', '父', 0.13)).toBeNull()
  expect(seen('org-name', '上海粥记有限公司', '粥', '努', 0.07)).toBe('努')
})

test('a usual surname vouches for itself against one that few bear; nothing vouches for a given name', () => {
  expect(seen('name', '张雪品', '张', '弛', 0.2)).toBeNull()
  expect(seen('name', '张雪品', '品', '晶', 0.4)).toBe('晶')
  expect(seen('name', '于雪燕', '于', '王', 0.2)).toBe('王')
})

test('a date whose figure was nearly read as another is not sure, and neither is one with 02 beside 8', async () => {
  const page = typeset([
    [480, 100, '遗失声明', 48],
    [160, 240, '声明主体：上海味小馆餐饮有限公司'],
    [160, 300, '证照名称：公共场所卫生许可证'],
    [160, 480, '声明日期：2026.02.18'],
  ])
  const day = async (change: (line: Line) => Line) => {
    const lines = page.lines.map((line) => (line.text.startsWith('声明日期') ? change(line) : line))
    const [document] = await documentsOf({ ...page, lines })
    return document?.fields.声明日期?.confidence ?? Number.NaN
  }
  expect(await day((line) => line)).toBeGreaterThan(0.9)
  expect(
    await day((line) => ({ ...line, rivals: [{ at: '声明日期：2026.0'.length, text: '3', probability: 0.2 }] })),
  ).toBeLessThan(0.9)
  const torn = (text: string) => day(({ characters, xs, ...line }) => ({ ...line, text }))
  expect(await torn('声明日期：2026.02.8')).toBeLessThan(0.9)
  expect(await torn('声明日期：2026.2.18')).toBeGreaterThan(0.9)
})
