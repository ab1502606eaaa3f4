import { type Content, type Layout, mark, printDate, range, text } from '../content.ts'
import { blank, fillingFace, print } from '../primitives/fills.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context, sheet } from '../primitives/sheet.ts'
import { line, type Run, runs, sample } from '../primitives/text.ts'

const BODY = { face: 'Song', size: 4.6, leading: 1.85 } as const

/**
 * 授权委托书 as counters hand it out: a letter in whole sentences or a list of items over one paragraph, blanks underlined, signed and
 * sealed, with room for copies of the agent's identity card at the foot.
 */
export const lifelike: Layout = (content, random) => {
  const letter = random.chance(0.5)
  const fill = fillingFace(random)
  return [
    sheet(A4, (ctx) => {
      line(ctx, '授 权 委 托 书', 105, 38, { face: 'SongBlack', size: 8.2, align: 'center', spacing: 0.6 })
      let y = 56
      for (const parts of letter ? sentences(content) : items(content))
        y = runs(ctx, parts, 27, y, 156, { ...BODY, fill: { face: fill }, indent: letter ? 9.2 : 0 }) + 1
      y += 6
      line(ctx, '委托人（盖章）：', 27, y, BODY)
      if (letter) line(ctx, text(content, '委托人'), 62, y, { face: fill, size: 4.4 })
      line(ctx, '法定代表人（签字）：', 27, y + 17, BODY)
      line(ctx, '受托人（签字）：', 110, y + 17, BODY)
      line(ctx, printDate(text(content, '签署日期'), 'plain'), 176, y + 33, { ...BODY, align: 'right' })
      const ring = mark(content, '委托人盖章')
      if (ring) roundSeal(ctx, { ring }, 88 + random.between(-8, 6), y + 2, random)
      const principal = mark(content, '委托人签名')
      if (principal) signature(ctx, principal, 70, y + 18, random, 9.5)
      const agent = mark(content, '受托人签名')
      if (agent) signature(ctx, agent, 143, y + 18, random, 9.5)
      copies(ctx, y + 44)
      sample(ctx, 188, 291, 3)
    }),
  ]
}

function sentences(content: Content): Run[][] {
  const { from, to } = range(content, '委托期限')
  return [
    [
      print('兹委托'),
      blank(text(content, '受托人姓名')),
      print('（身份证号码：'),
      blank(text(content, '受托人证件号码')),
      print('，联系电话：'),
      blank(text(content, '受托人电话')),
      print('）为我单位代理人，代表我单位'),
      blank(text(content, '委托事项')),
      print('。'),
    ],
    [print('代理权限：'), blank(text(content, '委托权限')), print('。')],
    [
      print('本委托书有效期限自'),
      blank(printDate(from, 'plain')),
      print('至'),
      blank(printDate(to, 'plain')),
      print(
        '止。代理人在上述权限和期限内签署的一切文件和办理的一切事项，我单位均予以认可，由此产生的法律责任由我单位承担。代理人无转委托权。',
      ),
    ],
    [print('特此委托。')],
  ]
}

function items(content: Content): Run[][] {
  const { from, to } = range(content, '委托期限')
  return [
    [print('委托人：'), blank(text(content, '委托人'))],
    [
      print('受托人姓名：'),
      blank(text(content, '受托人姓名')),
      print('　联系电话：'),
      blank(text(content, '受托人电话')),
    ],
    [print('身份证号码：'), blank(text(content, '受托人证件号码'))],
    [print('委托事项：'), blank(text(content, '委托事项'))],
    [print('委托权限：'), blank(text(content, '委托权限'))],
    [
      print('委托期限：自'),
      blank(printDate(from, 'spaced')),
      print('至'),
      blank(printDate(to, 'spaced')),
      print('止。'),
    ],
    [print('　　受托人在委托权限范围内的行为，委托人予以承认并承担相应法律责任。受托人不得转委托。')],
  ]
}

/** Two dashed frames where copies of the identity card are pasted. */
function copies(ctx: Context, top: number): void {
  ctx.save()
  ctx.strokeStyle = '#777'
  ctx.lineWidth = 0.2
  ctx.setLineDash([1.6, 1.2])
  for (const [x, words] of [
    [22, '受托人身份证复印件（人像面）粘贴处'],
    [108, '受托人身份证复印件（国徽面）粘贴处'],
  ] as const) {
    ctx.strokeRect(x, top, 80, 50)
    line(ctx, words, x + 40, top + 26, { face: 'Song', size: 3.2, align: 'center', colour: '#666' })
  }
  ctx.restore()
}
