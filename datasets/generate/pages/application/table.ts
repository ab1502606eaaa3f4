import { type Layout, mark, printDate, text } from '../content.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

const COLUMNS = [36, 48, 36, 48]

/** 食品经营许可申请书: one page, a ruled form with the declaration, signature and seal at its foot. */
export const formTable: Layout = (content, random) => [
  sheetOf(A4, content, (ctx, content) => {
    line(ctx, '食品经营许可申请书', 105, 30, { face: 'HeiBold', size: 7.6, align: 'center', spacing: 1.6 })
    const one = (label: string, name = label): Cell[] => [{ text: label }, { text: text(content, name) }]
    const wide = (name: string): Cell[] => [{ text: name }, { text: text(content, name), span: 3, align: 'left' }]
    const bottom = table(
      ctx,
      [
        wide('申请人'),
        wide('统一社会信用代码'),
        [...one('申请事项'), ...one('申请类型')],
        [...one('法定代表人'), ...one('联系电话')],
        wide('法定代表人证件号码'),
        wide('住所'),
        wide('经营场所'),
        [...one('主体业态'), ...one('经营场所面积', '经营面积')],
        [...one('食品处理区面积'), ...one('就餐场所面积')],
        wide('经营项目'),
        [...one('食品安全管理人员'), ...one('从业人员人数', '从业人员数')],
        wide('食品安全管理人员证件号码'),
      ],
      { x: 21, y: 38, columns: COLUMNS, rowHeight: 11, style: { face: 'Song', size: 3.8 } },
    )
    const declaration =
      '申请人承诺：本申请书所填内容及所附材料真实、合法、有效，复印件与原件一致；如有不实，愿意承担由此产生的一切法律责任。'
    paragraph(ctx, declaration, 24, bottom + 11, 162, { face: 'Song', size: 4, leading: 1.7, indent: 8 })
    const y = bottom + 38
    line(ctx, '法定代表人（负责人）签名：', 24, y, { face: 'Song', size: 4 })
    line(ctx, '申请人（盖章）：', 118, y, { face: 'Song', size: 4 })
    line(ctx, `申请日期：${printDate(text(content, '申请日期'))}`, 118, y + 20, { face: 'Song', size: 4 })
    const signer = mark(content, '签名')
    if (signer) signature(ctx, signer, 74, y + 1, random, 10)
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring }, 158, y + 7, random)
    sample(ctx, 188, 289, 3.2)
  }),
]
