import { type Content, type Layout, mark, printDate, text } from '../content.ts'
import { guilloche, portrait } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import type { Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, sample } from '../primitives/text.ts'

const LABEL = { face: 'SongMedium', size: 3.2, colour: '#7a2f2f' } as const
const VALUE = { face: 'Hei', size: 3.4 } as const

/** 结婚证 lying open: photo and what was registered on the left page, husband and wife one below the other on the right. */
export const counter: Layout = (content, random) => [
  sheetOf({ width: 182, height: 126, density: 10, paper: '#fbeeea' }, content, (ctx, content) => {
    guilloche(ctx, { x: 2, y: 2, width: 178, height: 122 }, ['#f3d8d4', '#f2e2cf'], {
      lines: 44,
      swing: 3,
      weight: 0.15,
    })
    ctx.fillStyle = 'rgba(120,40,40,.25)'
    ctx.fillRect(90.6, 0, 0.8, 126)
    if (content.marks.双人照片 !== false) {
      portrait(ctx, { x: 21, y: 14, width: 25, height: 35 }, '男', random, '#b3262b')
      portrait(ctx, { x: 46, y: 14, width: 25, height: 35 }, '女', random, '#b3262b')
    }
    const left: [string, string][] = [
      ['持 证 人', text(content, '持证人')],
      ['登记日期', printDate(text(content, '登记日期'))],
      ['结婚证字号', text(content, '结婚证字号')],
      ['备　　注', text(content, '备注')],
    ]
    for (const [i, [label, words]] of left.entries()) field(ctx, label, words, 10, 62 + i * 9)
    line(ctx, '婚姻登记机关（章）', 10, 106, LABEL)
    line(ctx, text(content, '婚姻登记机关'), 10, 113, VALUE)
    const ring = mark(content, '登记机关章')
    if (ring) roundSeal(ctx, { ring, foot: '婚姻登记专用章', diameter: 34 }, 62 + random.between(-6, 6), 100, random)
    for (const [i, side] of (['男方', '女方'] as const).entries()) spouse(ctx, content, side, 24 + i * 50)
    line(ctx, '依照《中华人民共和国民法典》予以登记，发给此证。', 101, 120, { ...LABEL, size: 2.7 })
    sample(ctx, 172, 122, 2.2)
  }),
]

function spouse(ctx: Context, content: Content, side: '男方' | '女方', top: number): void {
  field(ctx, '姓　名', text(content, `${side}姓名`), 101, top)
  field(ctx, '性　别', text(content, `${side}性别`), 146, top)
  field(ctx, '国　籍', text(content, `${side}国籍`), 101, top + 11)
  field(ctx, '出生日期', printDate(birth(content.fields[`${side}证件号码`])), 101, top + 22)
  field(ctx, '身份证件号', text(content, `${side}证件号码`), 101, top + 33)
}

function field(ctx: Context, label: string, words: string, x: number, y: number): void {
  const width = line(ctx, label, x, y, LABEL)
  line(ctx, words, x + width + 3, y, VALUE)
}

/** The day of birth that a 公民身份号码 tells. */
function birth(number: unknown): string {
  const [, year, month, day] = /^\d{6}(\d{4})(\d\d)(\d\d)/u.exec(String(number ?? '')) ?? []
  return year ? `${year}-${month}-${day}` : ''
}
