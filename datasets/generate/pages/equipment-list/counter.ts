import type { Row } from '../../../../facts/values/value.ts'
import { type Layout, mark, printDate, rows, text } from '../content.ts'
import { received } from '../primitives/counter.ts'
import { roundSeal } from '../primitives/seal.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, sample } from '../primitives/text.ts'

const HEADS = ['序号', '设施设备名称', '规格/型号', '台数', '放置位置']
const COLUMNS = ['设备名称', '规格型号', '数量', '用途']
/** Rows of each half. */
const HALF = 8

/** 设备设施一览表, landscape: the list runs down the left half of the table and goes on in the right. */
export const counter: Layout = (content, random) => [
  sheetOf({ width: 297, height: 210, density: 8, paper: '#fdfdfd' }, content, (ctx, content) => {
    line(ctx, '设备设施一览表', 148.5, 26, { face: 'SongBlack', size: 8, align: 'center', spacing: 1 })
    const words = { face: 'Hei', size: 3.8 } as const
    line(ctx, `企业名称：${text(content, '单位名称')}`, 20, 38, words)
    line(ctx, `填表日期：${printDate(text(content, '填报日期'), 'short')}`, 277, 38, { ...words, align: 'right' })
    const items = rows(content, '设备')
    const cells = (item: Row | undefined, i: number): Cell[] => [
      { text: String(i + 1), face: 'Hei' },
      ...COLUMNS.map((name): Cell => ({ text: String(item?.[name] ?? '') })),
    ]
    const y = table(
      ctx,
      [
        [...HEADS, ...HEADS].map((head) => ({ text: head, face: 'HeiBold' as const, size: 3.5 })),
        ...Array.from({ length: HALF }, (_, i) => [...cells(items[i], i), ...cells(items[i + HALF], i + HALF)]),
      ],
      {
        x: 20,
        y: 43,
        columns: [12, 44, 28, 14, 31, 12, 43, 28, 14, 31],
        rowHeight: 12,
        style: { face: 'Song', size: 3.7 },
      },
    )
    line(ctx, '填表说明：设施设备较多的可另附页；型号不明的填“/”。', 20, y + 8, { face: 'Song', size: 3.2 })
    line(ctx, '填表人：', 120, y + 18, words)
    line(ctx, '单位（盖章）：', 190, y + 18, words)
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring }, 236 + random.between(-8, 8), y + 16, random)
    if (random.chance(0.5)) received(ctx, 24, y + 14, random)
    sample(ctx, 284, 206)
  }),
]
