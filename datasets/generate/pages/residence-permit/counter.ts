import { type Layout, mark, printDate, range, text } from '../content.ts'
import { guilloche, portrait } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import type { Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

const CARD = { width: 85.6, height: 54, density: 20, card: true, paper: '#eaf3ee' } as const
const LABEL = { face: 'Hei', size: 2.3, colour: '#2d6d58' } as const
const VALUE = { face: 'Hei', size: 2.8 } as const

/** 上海市居住证, both sides: who and where on the front with the photo at the left, office and term on the back. */
export const counter: Layout = (content, random) => [
  sheetOf(CARD, content, (ctx, content) => {
    ground(ctx)
    line(ctx, '上海市居住证', 42.8, 7.6, {
      face: 'HeiBold',
      size: 4.4,
      align: 'center',
      colour: '#1e5a48',
      spacing: 0.6,
    })
    const area = { x: 5, y: 12, width: 20, height: 26 }
    if (content.marks.人像 !== false) portrait(ctx, area, text(content, '性别'), random, '#f4f6f4')
    const rows: [string, string][] = [
      ['姓名', text(content, '姓名')],
      ['性别', `${text(content, '性别')}　　　民族　${text(content, '民族')}`],
      ['出生', printDate(text(content, '出生日期'), 'plain')],
    ]
    for (const [i, [label, words]] of rows.entries()) {
      line(ctx, label, 29, 14.5 + i * 5, LABEL)
      line(ctx, words, 38, 14.5 + i * 5, VALUE)
    }
    line(ctx, '户籍地址', 29, 29.6, LABEL)
    paragraph(ctx, text(content, '常住户口所在地住址'), 41, 29.6, 40, { ...VALUE, size: 2.5, leading: 1.35 })
    line(ctx, '居住地址', 29, 37.6, LABEL)
    paragraph(ctx, text(content, '居住地住址'), 41, 37.6, 40, { ...VALUE, size: 2.5, leading: 1.35 })
    line(ctx, '公民身份号码', 5, 48.6, LABEL)
    line(ctx, text(content, '公民身份号码'), 24, 48.7, { ...VALUE, face: 'HeiBold', size: 3.4, spacing: 0.3 })
    sample(ctx, 81, 52.4, 1.8)
  }),
  sheetOf(CARD, content, (ctx, content) => {
    ground(ctx)
    line(ctx, '居　住　证', 42.8, 14, { face: 'Song', size: 6.4, align: 'center' })
    line(ctx, '中华人民共和国　上海市', 42.8, 20, { face: 'Song', size: 2.8, align: 'center' })
    const { from, to } = range(content, '有效期限')
    const rows: [string, string][] = [
      ['发证机关', text(content, '签发机关')],
      ['签发日期', printDate(text(content, '签发日期'), 'dot')],
      ['有效期限', from ? `${printDate(from, 'dot')}-${printDate(to, 'dot')}` : ''],
    ]
    for (const [i, [label, words]] of rows.entries()) {
      line(ctx, label, 16, 31 + i * 6.6, LABEL)
      line(ctx, words, 30, 31 + i * 6.6, VALUE)
    }
    const ring = mark(content, '签发机关章')
    if (ring) roundSeal(ctx, { ring, diameter: 20 }, 70, 36, random)
    sample(ctx, 81, 52.4, 1.8)
  }),
]

function ground(ctx: Context): void {
  guilloche(ctx, { x: 0, y: 0, width: 85.6, height: 54 }, ['#cfe4da', '#dfe8cf', '#d3e0ea'], {
    lines: 40,
    swing: 2,
    weight: 0.1,
    waves: 4,
  })
}
