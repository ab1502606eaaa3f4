import { type Content, type Layout, mark, printDate, text } from '../content.ts'
import { matrixCode } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

/** 不动产权证书 as the electronic licence prints on A4: two pairs to a row, the office's seal printed over the foot, when and for whom it was printed. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#ffffff' }, content, (ctx, content) => {
    const small = { face: 'Hei', size: 2.7, colour: '#555' } as const
    line(ctx, '上海市电子证照库　打印件', 18, 16, small)
    line(ctx, `打印流水号 ${random.digits(16)}`, 192, 16, { ...small, align: 'right' })
    if (content.marks.二维码 !== false) matrixCode(ctx, 168, 21, 22, random)
    line(ctx, '中华人民共和国', 105, 34, { face: 'SongMedium', size: 5, align: 'center', spacing: 1 })
    line(ctx, '不动产权证书', 105, 46, { face: 'SongBlack', size: 9.4, align: 'center', spacing: 2 })
    line(ctx, text(content, '不动产权证号'), 105, 57, { face: 'Hei', size: 4.4, align: 'center' })
    const value = (words: string): Cell => ({ text: words, face: 'Hei', size: 3.7, align: 'left' })
    const pair = (a: string, b: string): Cell[] => [
      { text: a },
      value(text(content, a)),
      { text: b },
      value(text(content, b)),
    ]
    const wide = (label: string, words: string): Cell[] => [{ text: label }, { ...value(words), span: 3 }]
    const rows: Cell[][] = [
      wide('不动产单元号', text(content, '不动产单元号')),
      pair('权利人', '共有情况'),
      wide('坐　　落', text(content, '坐落')),
      pair('权利类型', '权利性质'),
      [{ text: '用　　途' }, value(text(content, '用途')), { text: '建筑面积（㎡）' }, value(area(content))],
      wide('土地使用期限', text(content, '使用期限')),
      wide('权利其他状况', text(content, '权利其他状况')),
    ]
    const at = { x: 18, columns: [32, 66, 30, 46], rowHeight: 15, style: { face: 'SongBold', size: 3.6 } } as const
    let y = table(ctx, rows, { ...at, y: 66 })
    y = table(
      ctx,
      [
        [
          { text: '附　　记', face: 'SongBold' },
          { ...value('\n\n\n'), span: 3 },
        ],
      ],
      { ...at, y },
    )
    const statement = '本证是根据《中华人民共和国民法典》等法律法规，由不动产登记机构审查核实后登载的不动产权利凭证。'
    y = paragraph(ctx, statement, 20, y + 9, 170, { face: 'Song', size: 3.6, indent: 7.2 })
    line(ctx, `登记机构：${text(content, '登记机构')}`, 92, y + 12, { face: 'Song', size: 4 })
    line(ctx, `登记时间：${printDate(text(content, '登记日期'), 'dash')}`, 92, y + 22, { face: 'Song', size: 4 })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring, foot: '电子签章', diameter: 40 }, 140 + random.between(-10, 10), y + 15, random)
    line(ctx, '本打印件仅供政务服务事项办理时核验使用，以电子证照库实时查询结果为准。', 18, 284, small)
    sample(ctx, 188, 289)
  }),
]

/** The area as the register writes it. */
function area(content: Content): string {
  const words = text(content, '面积')
  return words && Number(words).toFixed(2)
}
