import { type Layout, mark, printDate, range, text } from '../content.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, type Run, runs, sample } from '../primitives/text.ts'

/** 授权委托书: one typed page, signed by both and sealed by the principal. */
export const letter: Layout = (content, random) => [
  sheetOf(A4, content, (ctx, content) => {
    line(ctx, '授权委托书', 105, 44, { face: 'HeiBold', size: 9, align: 'center', spacing: 3 })
    const term = range(content, '委托期限')
    const items: [string, string][] = [
      ['委托人：', text(content, '委托人')],
      ['受托人姓名：', text(content, '受托人姓名')],
      ['受托人证件号码：', text(content, '受托人证件号码')],
      ['受托人电话：', text(content, '受托人电话')],
      ['委托事项：', text(content, '委托事项')],
      ['委托权限：', text(content, '委托权限')],
      ['委托期限：', `自${printDate(term.from)}至${printDate(term.to)}`],
    ]
    let y = 66
    for (const [label, value] of items) {
      const parts: Run[] = [{ text: label }, { text: ` ${value} `, fill: true }]
      y = runs(ctx, parts, 26, y, 158, { face: 'Song', size: 4.7, leading: 1.8 }) + 3.4
    }
    const closing =
      '受托人在上述权限和期限内办理有关事宜所签署的文件，委托人均予以承认，并承担相应的法律责任。受托人无转委托权。'
    y = runs(ctx, [{ text: closing }], 26, y + 2, 158, { face: 'Song', size: 4.7, leading: 1.8, indent: 9.4 }) + 14
    line(ctx, '委托人（盖章）：', 26, y, { face: 'Song', size: 4.7 })
    line(ctx, '法定代表人（签名）：', 26, y + 24, { face: 'Song', size: 4.7 })
    line(ctx, '受托人（签名）：', 112, y + 24, { face: 'Song', size: 4.7 })
    line(ctx, `签署日期：${printDate(text(content, '签署日期'))}`, 112, y + 42, { face: 'Song', size: 4.7 })
    const ring = mark(content, '委托人盖章')
    if (ring) roundSeal(ctx, { ring }, 82, y + 2, random)
    const principal = mark(content, '委托人签名')
    if (principal) signature(ctx, principal, 70, y + 25, random, 10)
    const agent = mark(content, '受托人签名')
    if (agent) signature(ctx, agent, 147, y + 25, random, 10)
    sample(ctx, 188, 289, 3.2)
  }),
]
