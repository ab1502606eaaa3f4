import { type Layout, mark, printDate, text } from '../content.ts'
import { guilloche, portrait } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, sample } from '../primitives/text.ts'

/** 从业人员健康证明, a laminated card with photo and stamp: 100 × 68 mm. */
export const card: Layout = (content, random) => [
  sheetOf({ width: 100, height: 68, density: 17, card: true, paper: '#f4f8f3' }, content, (ctx, content) => {
    guilloche(ctx, { x: 0, y: 12, width: 100, height: 56 }, ['#d9ead9', '#e3ecd6'], {
      lines: 30,
      swing: 2,
      weight: 0.1,
    })
    ctx.fillStyle = '#2f8f5b'
    ctx.fillRect(0, 0, 100, 12.6)
    line(ctx, '从业人员健康证明', 50, 8.9, {
      face: 'HeiBold',
      size: 5.6,
      align: 'center',
      spacing: 0.8,
      colour: '#fff',
    })
    const rows: [string, string][] = [
      ['姓　　名', text(content, '姓名')],
      ['性　　别', text(content, '性别')],
      ['身份证号', text(content, '身份证号')],
      ['证　　号', text(content, '证号')],
      ['体检类别', text(content, '体检类别')],
      ['体检日期', printDate(text(content, '体检日期'))],
      ['有效期至', printDate(text(content, '有效期至'))],
    ]
    for (const [i, [label, value]] of rows.entries()) {
      const y = 20 + i * 5.75
      line(ctx, `${label}：`, 5, y, { face: 'Hei', size: 3.1, colour: '#23583c' })
      line(ctx, value, 22.4, y, { face: 'Hei', size: 3.3 })
    }
    const ground = random.pick(['#3f78b5', '#c84a45', '#e8eef2'])
    if (content.marks.照片 !== false)
      portrait(ctx, { x: 73, y: 17, width: 21, height: 27.5 }, text(content, '性别'), random, ground)
    line(ctx, '发证单位：', 5, 61.4, { face: 'Hei', size: 3.1, colour: '#23583c' })
    line(ctx, text(content, '发证单位'), 22.4, 61.4, { face: 'Hei', size: 3.3 })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring, foot: '体检专用章', diameter: 22 }, 72, 51.5, random)
    sample(ctx, 96, 66.6, 2)
  }),
]
