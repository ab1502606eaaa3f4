import {
  type Content,
  type Layout,
  mark,
  money,
  printAmount,
  printCapital,
  printDate,
  range,
  text,
} from '../content.ts'
import { band, received, staple } from '../primitives/counter.ts'
import { signature } from '../primitives/hand.ts'
import { nameSeal, roundSeal } from '../primitives/seal.ts'
import { A4, type Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

const CLAUSES = [
  '乙方应于每期届满前七日内支付下期租金，逾期支付的，每逾期一日按欠付租金的万分之五向甲方支付违约金。',
  '租赁期间水、电、燃气、通讯、垃圾清运等费用由乙方承担；物业管理费由乙方直接向物业服务企业缴纳。',
  '乙方装修或者增设附属设施，应当事先征得甲方书面同意；按规定须报有关部门审批的，由乙方报批后方可实施。',
  '甲方应保证该商铺及附属设施处于正常的可使用和安全的状态；乙方应合理使用并爱护，人为损坏的负责修复。',
  '乙方利用该商铺进行违法活动，或者拖欠租金累计达一个月的，甲方可以书面通知乙方解除本合同。',
  '乙方应于租赁关系终止后三日内返还该商铺；未经甲方同意逾期返还的，按日租金的二倍支付占用费。',
]

/** 商铺租赁合同 that opens with a table of its terms; the clauses and the places to sign follow on the second page. */
export const counter: Layout = (content, random) => [
  sheetOf(A4, content, (ctx, content) => terms(ctx, content, random.fork('terms'))),
  sheetOf(A4, content, (ctx, content) => clauses(ctx, content, random.fork('clauses'))),
]

function terms(ctx: Context, content: Content, random: Parameters<Layout>[1]): void {
  line(ctx, '商 铺 租 赁 合 同', 105, 30, { face: 'HeiBold', size: 8, align: 'center' })
  line(ctx, `合同号：${text(content, '合同编号')}`, 18, 41, { face: 'Hei', size: 3.6 })
  line(ctx, `网签备案编号：${text(content, '备案号')}`, 192, 41, { face: 'Hei', size: 3.6, align: 'right' })
  const value = (words: string, span = 1): Cell => ({ text: words, face: 'Hei', size: 3.8, align: 'left', span })
  const at = {
    x: 18,
    head: 12,
    columns: [32, 62, 26, 42],
    rowHeight: 12.5,
    style: { face: 'Song', size: 3.6 },
  } as const
  const party = (side: '出租' | '承租'): Cell[][] => [
    [{ text: `${side}方（${side === '出租' ? '甲' : '乙'}方）` }, value(text(content, `${side}人`), 3)],
    [{ text: '通讯地址' }, value(''), { text: '邮政编码' }, value('')],
  ]
  let y = band(ctx, '出租方', party('出租'), { ...at, y: 45 })
  y = band(ctx, '承租方', party('承租'), { ...at, y })
  const area = Number(text(content, '建筑面积')).toFixed(2)
  y = band(
    ctx,
    '商铺情况',
    [
      [{ text: '租赁物坐落' }, value(text(content, '房屋坐落'), 3)],
      [{ text: '租赁面积\n（平方米）' }, value(area), { text: '租赁用途' }, value(text(content, '房屋用途'))],
      [{ text: '交付状态' }, value('现状交付'), { text: '房屋结构' }, value('混合结构')],
    ],
    { ...at, y },
  )
  const term = range(content, '租赁期限')
  const rent = money(content, '租金')
  y = band(
    ctx,
    '租期租金',
    [
      [{ text: '租　　期' }, value(`${printDate(term.from, 'short')} 起至 ${printDate(term.to, 'short')} 止`, 3)],
      [{ text: '月租金（元）' }, value(printAmount(rent)), { text: '付款方式' }, value('付三押二，转账')],
      [{ text: '大　　写' }, value(printCapital(rent), 3)],
      [{ text: '保证金（元）' }, value(printAmount({ ...rent, fen: rent.fen * 2 })), { text: '免租期' }, value('15天')],
    ],
    { ...at, y },
  )
  y = table(ctx, [[{ text: '转租约定' }, value(text(content, '转租约定'))]], { ...at, y, columns: [44, 130] })
  paragraph(
    ctx,
    '甲、乙双方经协商一致，按上表所列条件及背面条款订立本合同；表中未填写的栏目以“/”划去。',
    20,
    y + 9,
    170,
    {
      face: 'Song',
      size: 3.5,
    },
  )
  line(ctx, '— 1 —', 105, 285, { face: 'Song', size: 3.2, align: 'center' })
  if (random.chance(0.5)) received(ctx, 150, 262, random)
  staple(ctx, random)
  sample(ctx, 188, 290)
}

function clauses(ctx: Context, content: Content, random: Parameters<Layout>[1]): void {
  line(ctx, '合 同 条 款', 105, 26, { face: 'SongBold', size: 5, align: 'center' })
  let y = 38
  for (const [i, words] of CLAUSES.entries())
    y = paragraph(ctx, `${i + 1}．${words}`, 22, y, 166, { face: 'Song', size: 3.8, leading: 1.7 }) + 2
  y =
    paragraph(ctx, '7．本合同一式四份，双方各执两份，经双方签字或者盖章后生效。', 22, y, 166, {
      face: 'Song',
      size: 3.8,
    }) + 14
  const body = { face: 'Song', size: 4 } as const
  const day = printDate(text(content, '签订日期'), 'numerals')
  for (const [side, label] of [
    ['出租人', '甲方（签章）：'],
    ['承租人', '乙方（签章）：'],
  ] as const) {
    line(ctx, label, 24, y, body)
    line(ctx, '签字：', 128, y, body)
    line(ctx, `日期：${day}`, 128, y + 14, body)
    const signer = mark(content, `${side}签名`)
    if (signer) signature(ctx, signer, 142, y + 1, random, 9.5)
    const ring = mark(content, `${side}签章`)
    if (ring && ring === signer) nameSeal(ctx, ring, 70, y - 1, random)
    else if (ring) roundSeal(ctx, { ring, foot: '合同专用章' }, 72 + random.between(-8, 12), y + 4, random)
    y += 46
  }
  line(ctx, '— 2 —', 105, 285, { face: 'Song', size: 3.2, align: 'center' })
  sample(ctx, 188, 290)
}
