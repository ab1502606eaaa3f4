import { type Layout, list, mark, printDate, text } from '../content.ts'
import { received, tall } from '../primitives/counter.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

const TOLD = [
  '一、本事项的设定依据、许可条件和应当提交的材料，详见办事指南。',
  '二、申请人承诺符合条件并提交材料的，行政机关当场作出决定，并在两个月内进行核查。',
  '三、核查发现实际情况与承诺不符的，责令限期整改；逾期不整改的，依法撤销决定并记入信用档案。',
]

/** 告知承诺书 on one page as a frame: who and what above, 告知 and 承诺 each beside a tall heading, signed within the frame. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#fdfdfb' }, content, (ctx, content) => {
    line(ctx, '许可告知承诺书', 105, 30, { face: 'HeiBold', size: 8, align: 'center', spacing: 1.4 })
    line(ctx, `文书编号：${text(content, '告知内容版本')}`, 190, 40, { face: 'Song', size: 3.4, align: 'right' })
    const value = (words: string, span = 1): Cell => ({ text: words, face: 'Wei', size: 4.2, align: 'left', span })
    const rows: Cell[][] = [
      [{ text: '许可事项' }, value(text(content, '事项名称'), 3)],
      [{ text: '单位名称' }, value(text(content, '申请人')), { text: '负责人' }, value(text(content, '法定代表人'))],
      [{ text: '审批机关' }, value(text(content, '行政机关'), 3)],
    ]
    const style = { face: 'Hei', size: 3.6 } as const
    let y = table(ctx, rows, { x: 20, y: 44, columns: [28, 76, 24, 42], rowHeight: 12, style })
    const small = { face: 'Song', size: 3.7, leading: 1.65, indent: 7.4 } as const
    const frame = (words: string, height: number) => {
      tall(ctx, words, { x: 20, y, width: 14, height }, style)
      ctx.strokeRect(34, y, 156, height)
      y += height
    }
    let at = y + 8
    for (const words of TOLD) at = paragraph(ctx, words, 38, at, 148, small)
    frame('行政机关告知', at - y + 2)
    at = paragraph(ctx, '申请人承诺如下：', 38, y + 9, 148, { ...small, face: 'HeiBold' })
    at = paragraph(ctx, `${text(content, '承诺内容')}。`, 38, at, 148, { ...small, face: 'Wei', size: 4.3 })
    at = paragraph(ctx, '上述承诺是申请人真实意思的表示，若违反承诺，愿意承担相应的法律责任。', 38, at + 3, 148, small)
    frame('申请人承诺', at - y + 4)
    const body = { face: 'Song', size: 3.8 } as const
    line(ctx, '申请人（签字盖章）：', 38, y + 12, body)
    line(ctx, '法定代表人（签字）：', 116, y + 12, body)
    line(ctx, `承诺人：${list(content, '签署人').join('、')}`, 38, y + 46, body)
    line(ctx, `承诺日期：${printDate(text(content, '日期'), 'numerals')}`, 116, y + 46, body)
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring }, 86 + random.between(-6, 6), y + 24, random)
    const signer = mark(content, '签名')
    if (signer) signature(ctx, signer, 152, y + 14, random, 9)
    frame('签章', 54)
    line(ctx, '本文书一式两份，审批机关与申请人各执一份。', 20, y + 8, { face: 'Song', size: 3.2 })
    if (random.chance(0.5)) received(ctx, 148, y + 4, random)
    line(ctx, '第1页/共1页', 105, 286, { face: 'Song', size: 3, align: 'center' })
    sample(ctx, 188, 290)
  }),
]
