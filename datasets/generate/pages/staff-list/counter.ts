import { type Layout, mark, printDate, rows, text } from '../content.ts'
import { cellRow } from '../primitives/cell.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, sample } from '../primitives/text.ts'

const WIDTHS = [10, 28, 24, 48, 34, 36]
const COLUMNS = ['岗位', '姓名', '证件号码', '资质证书号', '联系电话']
/** A form has this many rows whether they are filled or not. */
const ROWS = 14

/** 食品从业人员登记表, upright on A4: the post before the name, heads in two tiers, the firm and its seal below the table. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#fefefe' }, content, (ctx, content) => {
    line(ctx, '食品从业人员登记表', 105, 28, { face: 'SongBold', size: 7.4, align: 'center' })
    line(ctx, '（在岗人员均须填写，变动后十日内更新）', 105, 35, { face: 'Song', size: 3.2, align: 'center' })
    const head = { face: 'HeiBold', size: 3.4 } as const
    cellRow(ctx, { x: 15, y: 40, widths: WIDTHS.slice(0, 3), height: 16 }, ['序号', '工种', '姓名'], head)
    const tiers = [
      ['身份证件', '健康证明', '联系方式'],
      ['身份证号码', '健康证明编号', '手机'],
    ]
    for (const [i, words] of tiers.entries())
      cellRow(ctx, { x: 77, y: 40 + i * 8, widths: WIDTHS.slice(3), height: 8 }, words, head)
    const people = rows(content, '人员')
    let y = 56
    for (let i = 0; i < Math.max(ROWS, people.length); i += 1) {
      const cells = COLUMNS.map((column) => String(people[i]?.[column] ?? ''))
      y = cellRow(ctx, { x: 15, y, widths: WIDTHS, height: 11 }, [String(i + 1), ...cells], { face: 'Song', size: 3.6 })
    }
    const words = { face: 'Song', size: 3.9 } as const
    line(ctx, `填报单位：${text(content, '单位名称')}`, 17, y + 12, words)
    line(ctx, `填报日期：${printDate(text(content, '填报日期'), 'plain')}`, 17, y + 22, words)
    line(ctx, '单位（盖章）', 136, y + 12, words)
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring }, 160 + random.between(-8, 8), y + 20, random)
    line(ctx, '1/1', 105, 287, { face: 'Hei', size: 3, align: 'center' })
    sample(ctx, 188, 290)
  }),
]
