import { type Layout, mark, printDate, rows, text } from '../content.ts'
import { cellRow } from '../primitives/cell.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, sheet } from '../primitives/sheet.ts'
import { line, sample } from '../primitives/text.ts'

const HEADS = ['序号', '设备设施名称', '规格型号', '数量', '单位', '用途（位置）', '备注']
const WIDTHS = [12, 44, 32, 16, 14, 36, 20]
/** A spreadsheet's empty rows are printed too. */
const ROWS = 16

/** 主要设备设施清单 as a spreadsheet prints it: firm and day over the table, empty rows to the foot of the page, the seal over the firm's name. */
export const lifelike: Layout = (content, random) => [
  sheet({ ...A4, paper: '#fefefe' }, (ctx) => {
    const high = random.chance(0.5)
    line(ctx, '主要设备设施清单', 105, 30, { face: 'HeiBold', size: 7, align: 'center' })
    const words = { face: 'Song', size: 3.8 } as const
    line(ctx, `单位名称（盖章）：${text(content, '单位名称')}`, 18, 42, words)
    const day = text(content, '填报日期')
    line(ctx, `填报日期：${day ? printDate(day, 'plain') : '　　年　月　日'}`, 192, 42, { ...words, align: 'right' })
    const at = (y: number) => ({ x: 18, y, widths: WIDTHS, height: 11.5 })
    let y = cellRow(ctx, at(46), HEADS, { face: 'SongBold', size: 3.7 })
    const items = rows(content, '设备')
    for (let i = 0; i < Math.max(ROWS, items.length); i++) {
      const item = items[i]
      const cells = item
        ? [item.设备名称, item.规格型号, item.数量, '台', item.用途].map((value) => String(value ?? ''))
        : []
      y = cellRow(ctx, at(y), [String(i + 1), ...cells], { face: 'Song', size: 3.6 })
    }
    line(ctx, '填表人：　　　　　　　　　审核人：', 20, y + 10, words)
    line(ctx, '注：本表可续页，设备设施应与平面图标注一致。', 20, y + 18, { ...words, size: 3.3 })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring }, (high ? 86 : 158) + random.between(-8, 8), high ? 44 : y + 4, random)
    line(ctx, '第 1 页，共 1 页', 105, 287, { face: 'Song', size: 2.9, align: 'center' })
    sample(ctx, 188, 291, 3)
  }),
]
