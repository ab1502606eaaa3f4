import { type Layout, mark, printDate, rows, text } from '../content.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { table } from '../primitives/table.ts'
import { line, sample } from '../primitives/text.ts'

/** 从业人员名单: one A4 page. */
export const staffTable: Layout = (content, random) => [
  sheetOf(A4, content, (ctx, content) => {
    line(ctx, '从业人员名单', 105, 34, { face: 'HeiBold', size: 7.6, align: 'center', spacing: 1.6 })
    line(ctx, `单位名称：${text(content, '单位名称')}`, 18, 48, { face: 'Song', size: 4 })
    const day = printDate(text(content, '填报日期'), 'plain')
    if (day) line(ctx, `填报日期：${day}`, 192, 48, { face: 'Song', size: 4, align: 'right' })
    const people = rows(content, '人员')
    const columns = ['姓名', '证件号码', '岗位', '资质证书号', '联系电话']
    const bottom = table(
      ctx,
      [
        ['序号', ...columns].map((name) => ({ text: name, face: 'HeiBold' as const })),
        ...people.map((person, i) => [
          { text: String(i + 1) },
          ...columns.map((name) => ({ text: String(person[name] ?? '') })),
        ]),
      ],
      { x: 14, y: 54, columns: [12, 24, 48, 33, 36, 30], rowHeight: 12, style: { face: 'Song', size: 3.75 } },
    )
    line(ctx, '以上人员情况属实，接触直接入口食品的人员均已取得健康证明。', 18, bottom + 12, { face: 'Song', size: 4 })
    line(ctx, '单位（盖章）：', 120, bottom + 34, { face: 'Song', size: 4 })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring }, 158, bottom + 36, random)
    sample(ctx, 188, 289, 3.2)
  }),
]
