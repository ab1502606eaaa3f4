import { expect, test } from 'vitest'
import { levelFrame, pieceOf, printed } from './frame.ts'
import { mendMarks } from './mend-marks.ts'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

const OTHER: Record<string, string> = { '：': '；', '；': '：' }

/** The line with what else was seen at its colons and semicolons, all of them or none. */
function line(text: string, seen: boolean) {
  const rivals = [...text].flatMap((mark, at) => {
    const other = OTHER[mark]
    return other && seen ? [{ at, text: other, probability: 0.01 }] : []
  })
  return {
    page: 1,
    box: [0, 0, 20 * text.length, 0, 20 * text.length, 20, 0, 20] as const,
    text,
    confidence: 0.95,
    characters: [...text].map(() => 0.95),
    rivals,
  }
}

function mended(text: string, seen = true) {
  const print = line(text, seen)
  const piece = pieceOf(print, levelFrame([print]))
  const glyphs = piece ? printed([piece]) : []
  const right = mendMarks(/项目$|^[生产销售、]+$/u, glyphs)
  return glyphs.map(({ raw }, at) => right.get(at) ?? raw).join('')
}

test('behind the head of an enumeration stands a colon, behind its parts a semicolon', () => {
  expect(mended('一般项目；家具销售：灯具销售：雨伞')).toBe('一般项目：家具销售；灯具销售；雨伞')
  expect(mended('生产、销售；雨伞：销售：灯具')).toBe('生产、销售：雨伞；销售：灯具')
})

test('a mark where the other was not seen stays', () => {
  expect(mended('一般项目；家具销售：灯具', false)).toBe('一般项目；家具销售：灯具')
})

test('the scope of a licence is put right, and has to be looked at', async () => {
  const page = typeset([
    [450, 60, '营业执照', 56],
    [100, 200, '名称'],
    [300, 200, '上海某某雨伞有限公司'],
    [100, 260, '法定代表人'],
    [300, 260, '王小满'],
    [100, 320, '经营范围'],
    [300, 320, '许可项目：食品销售：雨伞制造。'],
  ])
  const lines = page.lines.map((one) =>
    one.text.startsWith('许可') ? { ...one, rivals: line(one.text, true).rivals } : one,
  )
  const [document] = await documentsOf({ ...page, lines })
  expect(document?.fields.经营范围?.value).toBe('许可项目:食品销售;雨伞制造。')
  expect(document?.fields.经营范围?.confidence).toBeLessThan(0.6)
})
