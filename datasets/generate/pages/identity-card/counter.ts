import type { Random } from '../../random.ts'
import { type Layout, text } from '../content.ts'
import { cell } from '../primitives/cell.ts'
import { received, staple } from '../primitives/counter.ts'
import { signature } from '../primitives/hand.ts'
import { A4, type Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, sample } from '../primitives/text.ts'
import { back, front } from './second-generation.ts'

/** Both sides pasted into the frames of a form for copies, each a little aslant; the holder writes that they are true to the card. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#fdfdfc' }, content, (ctx, content) => {
    line(ctx, '申请人（经办人）身份证明粘贴页', 105, 30, { face: 'HeiBold', size: 6, align: 'center' })
    line(ctx, '附表三', 22, 18, { face: 'Hei', size: 3.4 })
    cell(ctx, { x: 22, y: 40, width: 166, height: 12 }, '请将身份证正反面复印件粘贴在下列框内，复印件应当清晰、完整', {
      size: 3.6,
      rule: 0.3,
    })
    pasted(ctx, 60, '身份证（人像面）粘贴处', random, () => front(ctx, content, random.fork('face')))
    pasted(ctx, 142, '身份证（国徽面）粘贴处', random, () => back(ctx, content))
    line(ctx, '本人声明以上复印件与原件一致。', 26, 234, { face: 'Song', size: 4 })
    line(ctx, '持证人签名：', 96, 248, { face: 'Song', size: 4 })
    signature(ctx, text(content, '姓名'), 122, 249, random, 9)
    line(ctx, '受理人员核对：□ 与原件一致　□ 未提供原件', 26, 266, { face: 'Song', size: 3.6 })
    if (random.chance(0.6)) received(ctx, 138, 262, random)
    if (random.chance(0.5)) staple(ctx, random)
    sample(ctx, 105, 292)
  }),
]

/** A frame of the form, its words, and over them the side of the card as `draw` makes it. */
function pasted(ctx: Context, y: number, words: string, random: Random, draw: () => void): void {
  cell(ctx, { x: 40, y, width: 130, height: 76 }, words, { face: 'Hei', size: 4, colour: '#999', ink: '#777' })
  ctx.save()
  ctx.translate(57 + random.between(-3, 3), y + 8)
  ctx.rotate(random.between(-0.025, 0.025))
  ctx.scale(1.1, 1.1)
  ctx.beginPath()
  ctx.roundRect(0, 0, 85.6, 54, 3)
  ctx.clip()
  draw()
  ctx.restore()
}
