import { type Layout, mark, printDate, text } from '../content.ts'
import { emblem, guilloche, matrixCode } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { table } from '../primitives/table.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

/** 不动产权证书 lying open: statement and stamp on the left page, the register's table on the right. */
export const spread: Layout = (content, random) => [
  sheetOf({ width: 300, height: 210, density: 7, paper: '#f8f4ec' }, content, (ctx, content) => {
    guilloche(ctx, { x: 8, y: 8, width: 134, height: 194 }, ['#f3dfe0', '#efe6d6'], {
      lines: 34,
      swing: 5,
      weight: 0.2,
    })
    guilloche(ctx, { x: 158, y: 8, width: 134, height: 194 }, ['#f3dfe0', '#efe6d6'], {
      lines: 34,
      swing: 5,
      weight: 0.2,
    })
    const fold = ctx.createLinearGradient(138, 0, 162, 0)
    fold.addColorStop(0, 'rgba(90,70,50,0)')
    fold.addColorStop(0.5, 'rgba(90,70,50,.32)')
    fold.addColorStop(1, 'rgba(90,70,50,0)')
    ctx.fillStyle = fold
    ctx.fillRect(138, 0, 24, 210)
    emblem(ctx, 75, 30, 11)
    line(ctx, '不动产权证书', 75, 58, { face: 'SongBlack', size: 11, align: 'center', spacing: 1.6 })
    const statement =
      '根据《中华人民共和国民法典》等法律法规，为保护不动产权利人合法权益，对不动产权利人申请登记的本证所列不动产权利，经审查核实，准予登记，颁发此证。'
    paragraph(ctx, statement, 22, 80, 106, { face: 'Song', size: 5, leading: 1.75, indent: 10 })
    line(ctx, '登记机构（章）', 62, 138, { face: 'Song', size: 5 })
    line(ctx, text(content, '登记机构'), 75, 149, { face: 'Song', size: 4.6, align: 'center' })
    line(ctx, printDate(text(content, '登记日期'), 'spaced'), 75, 160, { face: 'Song', size: 5, align: 'center' })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring, foot: '登记专用章', diameter: 42 }, 92, 146, random)
    if (content.marks.二维码 !== false) matrixCode(ctx, 22, 166, 22, random)
    line(ctx, `编号 № ${random.digits(11)}`, 128, 190, { face: 'Song', size: 4, align: 'right' })
    line(ctx, text(content, '不动产权证号'), 225.5, 26, { face: 'SongMedium', size: 5.6, align: 'center' })
    const rows = ['权利人', '共有情况', '坐落', '不动产单元号', '权利类型', '权利性质', '用途', '面积', '使用期限'].map(
      (name) => [{ text: name }, { text: printed(name, text(content, name)), align: 'left' as const }],
    )
    rows.push([{ text: '权利其他状况' }, { text: text(content, '权利其他状况'), align: 'left' as const }])
    table(ctx, rows, { x: 162, y: 34, columns: [31, 96], rowHeight: 14.6, style: { face: 'Song', size: 4.2 } })
    sample(ctx, 225, 205, 3.4)
    sample(ctx, 75, 205, 3.4)
  }),
]

function printed(name: string, value: string): string {
  return name === '面积' ? `建筑面积 ${Number(value).toFixed(2)}㎡` : value
}
