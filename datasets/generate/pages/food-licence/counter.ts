import { type Layout, mark, printDate, text } from '../content.ts'
import { cell } from '../primitives/cell.ts'
import { band, received } from '../primitives/counter.ts'
import { emblem, guilloche, matrixCode } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, sample } from '../primitives/text.ts'

/** 食品经营许可证副本, upright on A4: a ruled form with the number at its head and a record of changes at its foot, handed in at a counter. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#f8fbf6' }, content, (ctx, content) => {
    guilloche(ctx, { x: 10, y: 10, width: 190, height: 277 }, ['#e4f0e2', '#eef0da'], {
      lines: 60,
      swing: 3,
      weight: 0.15,
    })
    emblem(ctx, 105, 24, 9)
    line(ctx, '食品经营许可证（副本）', 105, 47, { face: 'SongBold', size: 9, align: 'center', colour: '#8a1d22' })
    line(ctx, `许可证编号：${text(content, '许可证编号')}`, 190, 57, { face: 'Hei', size: 3.7, align: 'right' })
    const value: Partial<Cell> = { face: 'SongMedium', size: 4, align: 'left' }
    const row = (label: string, name: string): Cell[] => [{ text: label }, { ...value, text: text(content, name) }]
    const at = { x: 20, columns: [46, 124], rowHeight: 12, style: { face: 'Hei', size: 3.5 } } as const
    let y = table(
      ctx,
      [
        row('经营者名称', '经营者名称'),
        row('社会信用代码\n（身份证号码）', '统一社会信用代码'),
        row('法定代表人（负责人）', '法定代表人'),
        row('住　　所', '住所'),
      ],
      { ...at, y: 60 },
    )
    y = band(
      ctx,
      '许可内容',
      [
        row('经营场所', '经营场所'),
        row('主体业态', '主体业态'),
        row('经营项目', '经营项目'),
        [{ text: '外设仓库' }, { ...value, text: '无' }],
      ],
      { ...at, y, head: 12, columns: [34, 124] },
    )
    const days: Cell[][] = [
      [
        { text: '发证日期' },
        { ...value, text: printDate(text(content, '发证日期'), 'numerals') },
        { text: '有效期至' },
        { ...value, text: printDate(text(content, '有效期至'), 'numerals') },
      ],
      [
        { text: '发证机关' },
        { ...value, text: text(content, '发证机关') },
        { text: '签发人' },
        { ...value, text: text(content, '签发人') },
      ],
    ]
    y = table(ctx, days, { ...at, y, columns: [26, 66, 26, 52], rowHeight: 15 })
    cell(ctx, { x: 20, y, width: 170, height: 8 }, '变 更、延 续 记 录', { face: 'HeiBold', size: 3.4, rule: 0.25 })
    cell(ctx, { x: 20, y: y + 8, width: 170, height: 30 }, '（空白）', { face: 'Song', size: 3.2, rule: 0.25 })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring, diameter: 42 }, 88 + random.between(-8, 8), y + 10, random)
    if (content.marks.二维码 !== false) matrixCode(ctx, 22, 30, 21, random)
    line(ctx, '经营者应当在经营场所的显著位置悬挂或者摆放正本；不得伪造、涂改、倒卖、出租、出借、转让。', 105, 277, {
      face: 'Song',
      size: 2.9,
      align: 'center',
    })
    if (random.chance(0.6)) received(ctx, 146, y + 42, random)
    sample(ctx, 105, 293)
  }),
]
