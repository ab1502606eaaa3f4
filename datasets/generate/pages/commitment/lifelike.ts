import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, printDate, text } from '../content.ts'
import { blank, fillingFace, print } from '../primitives/fills.ts'
import type { Face } from '../primitives/fonts.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context, sheet } from '../primitives/sheet.ts'
import { line, paragraph, type Run, runs, sample } from '../primitives/text.ts'

const LEFT = 28
const WIDTH = 154
const BODY = { face: 'Song', size: 4.2, leading: 1.85 } as const
const INDENT = 8.2

/** What the office tells, under its numbered headings; after 上海市's 行政审批告知承诺书. */
const TOLD: readonly (readonly [heading: string, words: string])[] = [
  ['（一）审批依据', '本行政审批事项的依据为：《中华人民共和国行政许可法》以及规范本事项的法律、法规和规章。'],
  [
    '（二）法定条件',
    '申请人应当具备与申请事项相适应的场所、设施、设备和人员，并建立相应的管理制度；法律、行政法规规定的其他条件。',
  ],
  [
    '（三）应当提交的材料',
    '根据审批依据和法定条件，本行政审批事项获得批准，申请人应当提交申请书、身份证明和本告知承诺书。',
  ],
  ['（四）承诺的期限和效力', '申请人作出符合上述申请条件的承诺的，应当在约定的期限内达到承诺的条件并提交相关材料。'],
  [
    '（五）监督和法律责任',
    '本行政机关将在作出准予行政审批的决定后二个月内，对申请人的承诺内容是否属实进行检查。发现实际情况与承诺内容不符的，将要求其限期整改；整改后仍不符合条件的，依法撤销行政审批决定。',
  ],
  ['（六）诚信管理', '对申请人作出虚假承诺的，记入申请人的诚信档案，此后不再适用告知承诺的审批方式。'],
]

/** 行政审批告知承诺书, two pages: who applies and what the office tells; then what the applicant promises, signed and sealed. */
export const lifelike: Layout = (content, random) => {
  const fill = fillingFace(random)
  return [
    sheet(A4, (ctx) => told(ctx, content, fill), ['事项名称', '申请人', '法定代表人', '告知内容版本', '行政机关']),
    sheet(A4, (ctx) => promised(ctx, content, fill, random), [
      '承诺内容',
      '声明人',
      '日期',
      '申请人',
      '行政机关',
      '盖章',
      '签名',
    ]),
  ]
}

function told(ctx: Context, content: Content, fill: Face): void {
  line(ctx, '行政审批告知承诺书', 105, 34, { face: 'SongBlack', size: 7.8, align: 'center', spacing: 1.2 })
  const version = text(content, '告知内容版本')
  if (version) line(ctx, `（告知内容版本：${version}）`, 105, 42, { face: 'Song', size: 3.6, align: 'center' })
  let y = 53
  const put = (parts: Run[]) => {
    y = runs(ctx, parts, LEFT, y, WIDTH, { ...BODY, fill: { face: fill } })
  }
  put([print('事项名称：'), blank(text(content, '事项名称'))])
  put([print('申请人：'), blank(text(content, '申请人'))])
  put([print('法定代表人：'), blank(text(content, '法定代表人'))])
  put([print('行政机关：'), blank(text(content, '行政机关'))])
  y = heading(ctx, '一、行政机关的告知', y + 2)
  y = paragraph(ctx, '按照告知承诺的有关规定，本行政机关就上述行政审批事项告知如下：', LEFT, y, WIDTH, {
    ...BODY,
    indent: INDENT,
  })
  for (const [title, words] of TOLD) {
    line(ctx, title, LEFT + INDENT, y, { ...BODY, face: 'SongBold' })
    y = paragraph(ctx, words, LEFT, y + 7, WIDTH, { ...BODY, indent: INDENT })
  }
  foot(ctx, 1)
}

function promised(ctx: Context, content: Content, fill: Face, random: Random): void {
  let y = heading(ctx, '二、申请人的承诺', 34)
  y = paragraph(ctx, '申请人就申请的行政审批事项，现作出下列承诺：', LEFT, y, WIDTH, { ...BODY, indent: INDENT })
  y = paragraph(ctx, `${text(content, '承诺内容')}。`, LEFT, y, WIDTH, { ...BODY, indent: INDENT }) + 12
  const signer = text(content, '声明人')
  const sides = [
    [LEFT, '申请人（盖章）：', text(content, '申请人')],
    [LEFT + 82, '行政机关（盖章）：', text(content, '行政机关')],
  ] as const
  for (const [x, label, words] of sides) {
    line(ctx, label, x, y, BODY)
    line(ctx, words, x, y + 9, { face: fill, size: 4 })
  }
  line(ctx, '法定代表人（签字）：', LEFT, y + 29, BODY)
  if (signer) line(ctx, `承诺人：${signer}`, LEFT, y + 42, BODY)
  line(ctx, printDate(text(content, '日期'), 'spaced'), LEFT, y + 54, BODY)
  line(ctx, '　　　　年　　月　　日', LEFT + 82, y + 54, BODY)
  const ring = mark(content, '盖章')
  if (ring) roundSeal(ctx, { ring }, LEFT + 50 + random.between(-6, 6), y + 8, random)
  const hand = mark(content, '签名')
  if (hand) signature(ctx, hand, LEFT + 40, y + 30, random, 9.5)
  line(ctx, '（本文书一式两份，行政机关与申请人各执一份。）', LEFT, y + 74, { ...BODY, size: 3.6 })
  foot(ctx, 2)
}

function heading(ctx: Context, words: string, y: number): number {
  line(ctx, words, LEFT + INDENT, y, { face: 'HeiBold', size: 4.2 })
  return y + 7.6
}

function foot(ctx: Context, page: number): void {
  line(ctx, `${page} / 2`, 105, 284, { face: 'Song', size: 3.2, align: 'center' })
  sample(ctx, 188, 289, 3)
}
