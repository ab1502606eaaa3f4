import { type Layout, mark, printDate, rows, text } from '../content.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { table } from '../primitives/table.ts'
import { line, sample } from '../primitives/text.ts'

/** 主要设备设施清单: one A4 page. */
export const equipmentTable: Layout = (content, random) => [
  sheetOf(A4, content, (ctx, content) => {
    line(ctx, '主要设备设施清单', 105, 34, { face: 'HeiBold', size: 7.6, align: 'center', spacing: 1.6 })
    line(ctx, `单位名称：${text(content, '单位名称')}`, 20, 48, { face: 'Song', size: 4 })
    const day = printDate(text(content, '填报日期'), 'plain')
    if (day) line(ctx, `填报日期：${day}`, 192, 48, { face: 'Song', size: 4, align: 'right' })
    const bottom = table(
      ctx,
      [
        ['序号', '设备名称', '规格型号', '数量', '用途/位置'].map((name) => ({ text: name, face: 'HeiBold' as const })),
        ...rows(content, '设备').map((item, i) => [
          { text: String(i + 1) },
          ...['设备名称', '规格型号', '数量', '用途'].map((name) => ({ text: String(item[name] ?? '') })),
        ]),
      ],
      { x: 18, y: 54, columns: [14, 48, 40, 18, 54], rowHeight: 11, style: { face: 'Song', size: 3.85 } },
    )
    line(ctx, '申请人（盖章）：', 116, bottom + 24, { face: 'Song', size: 4 })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring }, 156, bottom + 28, random)
    sample(ctx, 188, 289, 3.2)
  }),
]
