import { type Layout, mark, printDate, rows, text } from '../content.ts'
import { cellRow } from '../primitives/cell.ts'
import { roundSeal } from '../primitives/seal.ts'
import { sheet } from '../primitives/sheet.ts'
import { line, sample } from '../primitives/text.ts'

const HEADS = ['序号', '姓名', '性别', '身份证号码', '岗位', '健康证编号', '联系电话', '备注']
const WIDTHS = [13, 28, 14, 56, 42, 42, 36, 30]
const ROWS = 12

/** 从业人员花名册 as a spreadsheet prints it, landscape: sex beside the name, empty rows to the foot, signed off below the table. */
export const lifelike: Layout = (content, random) => [
  sheet({ width: 297, height: 210, density: 8, paper: '#fefefe' }, (ctx) => {
    line(ctx, '从业人员花名册', 148.5, 23, { face: 'HeiBold', size: 7.4, align: 'center', spacing: 1 })
    const words = { face: 'Song', size: 3.9 } as const
    line(ctx, `单位名称：${text(content, '单位名称')}`, 18, 34, words)
    const day = text(content, '填报日期')
    line(ctx, `填表日期：${day ? printDate(day, 'dot') : '　　　　　　　'}`, 279, 34, { ...words, align: 'right' })
    const at = (y: number) => ({ x: 18, y, widths: WIDTHS, height: 10.4 })
    let y = cellRow(ctx, at(38), HEADS, { face: 'HeiBold', size: 3.6 })
    const people = rows(content, '人员')
    for (let i = 0; i < Math.max(ROWS, people.length); i++) {
      const one = people[i]
      const number = String(one?.证件号码 ?? '')
      const sex = number.length === 18 ? (Number(number[16]) % 2 === 1 ? '男' : '女') : ''
      const cells = one
        ? [one.姓名, sex, number, one.岗位, one.资质证书号, one.联系电话].map((value) => String(value ?? ''))
        : []
      y = cellRow(ctx, at(y), [String(i + 1), ...cells], { face: 'Song', size: 3.6 })
    }
    line(ctx, '制表人：　　　　　　　　　　负责人（签字）：', 20, y + 11, words)
    line(ctx, '单位（盖章）：', 196, y + 11, words)
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring }, 240 + random.between(-8, 8), y + 4, random)
    sample(ctx, 284, 206, 3)
  }),
]
