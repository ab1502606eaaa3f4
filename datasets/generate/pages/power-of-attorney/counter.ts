import { type Layout, mark, printDate, range, text } from '../content.ts'
import { band, received } from '../primitives/counter.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

/** 授权委托书 as a ruled form: who entrusts and who is entrusted in parts of their own, the places to sign within its last row. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#fcfcfa' }, content, (ctx, content) => {
    line(ctx, '附件 2', 22, 20, { face: 'Hei', size: 3.8 })
    line(ctx, '授 权 委 托 书', 105, 36, { face: 'SongBold', size: 8, align: 'center' })
    const size = random.pick([3.8, 4])
    const value = (words: string, span = 1): Cell => ({ text: words, face: 'Hei', size, align: 'left', span })
    const at = {
      x: 20,
      head: 14,
      columns: [34, 48, 28, 46],
      rowHeight: 14,
      style: { face: 'Song', size: 3.7 },
    } as const
    let y = band(
      ctx,
      '授权方',
      [
        [{ text: '授权单位' }, value(text(content, '委托人'), 3)],
        [{ text: '单位电话' }, value(''), { text: '邮　编' }, value('')],
      ],
      { ...at, y: 46 },
    )
    y = band(
      ctx,
      '被授权人',
      [
        [
          { text: '被授权人' },
          value(text(content, '受托人姓名')),
          { text: '手机号' },
          value(text(content, '受托人电话')),
        ],
        [{ text: '身份证号码' }, value(text(content, '受托人证件号码'), 3)],
      ],
      { ...at, y },
    )
    const term = range(content, '委托期限')
    const until = `${printDate(term.from, 'short')} 至 ${printDate(term.to, 'short')}`
    y = table(
      ctx,
      [
        [{ text: '授权事项' }, value(text(content, '委托事项'))],
        [{ text: '授权范围' }, value(text(content, '委托权限'))],
        [{ text: '授权有效期' }, value(until)],
      ],
      { ...at, y, columns: [48, 122], rowHeight: 18 },
    )
    const words = '被授权人在上述范围和期限内签署的文件、办理的手续，授权单位均予承认。被授权人无权转委托。'
    y = paragraph(ctx, words, 24, y + 9, 162, { face: 'Song', size: 3.7, indent: 7.4 }) + 2
    const body = { face: 'Song', size: 3.9 } as const
    ctx.strokeRect(20, y, 85, 62)
    ctx.strokeRect(105, y, 85, 62)
    line(ctx, '授权单位（盖章）', 24, y + 9, body)
    line(ctx, '法定代表人（签字）', 24, y + 46, body)
    line(ctx, '受托人（签字）', 109, y + 9, body)
    line(ctx, `授权日期：${printDate(text(content, '签署日期'), 'dash')}`, 109, y + 56, body)
    const ring = mark(content, '委托人盖章')
    if (ring) roundSeal(ctx, { ring }, 74 + random.between(-8, 8), y + 22, random)
    const principal = mark(content, '委托人签名')
    if (principal) signature(ctx, principal, 62, y + 47, random, 9)
    const agent = mark(content, '受托人签名')
    if (agent) signature(ctx, agent, 134, y + 24, random, 9)
    line(ctx, '说明：1. 本委托书须附被授权人身份证复印件；2. 授权事项不得空白。', 20, y + 70, { face: 'Song', size: 3 })
    if (random.chance(0.5)) received(ctx, 150, y + 68, random)
    sample(ctx, 105, 291)
  }),
]
