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
import { signature } from '../primitives/hand.ts'
import { nameSeal, roundSeal } from '../primitives/seal.ts'
import { A4, type Context, sheet } from '../primitives/sheet.ts'
import { line, paragraph, type Run, runs, sample } from '../primitives/text.ts'

const BODY = { face: 'Song', size: 4.1, leading: 1.78 } as const
const fill = (value: string): Run => ({ text: ` ${value} `, fill: true })

/** 房屋租赁合同, two typed pages: the terms, then the remaining clauses and the signing block. */
export const plain: Layout = (content, random) => [
  sheet(
    A4,
    (ctx) => {
      line(ctx, '房屋租赁合同', 105, 34, { face: 'HeiBold', size: 8.4, align: 'center', spacing: 2 })
      line(ctx, `合同编号：${text(content, '合同编号')}`, 184, 45, { face: 'Song', size: 3.8, align: 'right' })
      let y = 56
      const put = (parts: Run[], indent = 8.2) => {
        y = runs(ctx, parts, 26, y, 158, { ...BODY, indent }) + 0.7
      }
      const p = (words: string): Run => ({ text: words })
      put([p('出租人（甲方）：'), fill(text(content, '出租人'))], 0)
      put([p('承租人（乙方）：'), fill(text(content, '承租人'))], 0)
      put([
        p(
          '根据《中华人民共和国民法典》及有关规定，甲、乙双方在平等、自愿的基础上，就房屋租赁事宜订立本合同，共同遵守。',
        ),
      ])
      heading(ctx, '第一条　房屋基本情况', y)
      y += 7.6
      put([p('房屋坐落：'), fill(text(content, '房屋坐落')), p('。')])
      put([
        p('建筑面积：'),
        fill(Number(text(content, '建筑面积')).toFixed(2)),
        p('㎡。房屋用途：'),
        fill(text(content, '房屋用途')),
        p('。甲方保证对该房屋享有合法的所有权或者出租权，无权属争议。'),
      ])
      heading(ctx, '第二条　租赁期限', y)
      y += 7.6
      const term = range(content, '租赁期限')
      put([
        p('租赁期限：自'),
        fill(printDate(term.from)),
        p('起至'),
        fill(printDate(term.to)),
        p('止。租赁期满，乙方需要继续承租的，应当提前三十日书面通知甲方。'),
      ])
      heading(ctx, '第三条　租金及支付方式', y)
      y += 7.6
      const rent = money(content, '租金')
      put([
        p('租金：每月人民币'),
        fill(`${printAmount(rent)}元`),
        p(`（大写：${printCapital(rent).replace('人民币', '')}）。租金按季支付，乙方应于每季度首月五日前付清。`),
      ])
      heading(ctx, '第四条　房屋使用', y)
      y += 7.6
      put([
        p(
          `乙方承租该房屋用于${content.extra?.承租用途 ?? '餐饮服务经营，应当依法办理营业执照、食品经营许可等手续'}，甲方应当予以协助并提供产权证明材料。`,
        ),
      ])
      put([p('乙方不得擅自改变房屋主体结构，装修方案应当事先征得甲方书面同意，并符合消防、环保有关要求。')])
      heading(ctx, '第五条　保证金及其他费用', y)
      y += 7.6
      put([
        p(
          '乙方应于签订本合同之日向甲方支付相当于三个月租金的履约保证金，租赁期满结清费用后无息退还。租赁期间的水、电、燃气、通讯、物业管理等费用由乙方按时缴纳。',
        ),
      ])
      heading(ctx, '第六条　房屋交付', y)
      y += 7.6
      put([p('甲方应于租赁期限起始日前将房屋按现状交付乙方，双方对房屋及附属设施的状况进行确认并签署交接清单。')])
      line(ctx, '第 1 页 共 2 页', 105, 284, { face: 'Song', size: 3, align: 'center', colour: '#555' })
      sample(ctx, 188, 289, 3.2)
    },
    ['合同编号', '出租人', '承租人', '房屋坐落', '建筑面积', '房屋用途', '租赁期限', '租金'],
  ),
  sheet(
    A4,
    (ctx) => {
      let y = 32
      const clause = (title: string, words: string) => {
        heading(ctx, title, y)
        y = paragraph(ctx, words, 26, y + 7.6, 158, { ...BODY, indent: 8.2 }) + 0.7
      }
      clause('第七条　转租约定', text(content, '转租约定'))
      clause(
        '第八条　房屋修缮',
        '租赁期间房屋主体结构及公共设施的自然损坏由甲方负责修缮，乙方使用不当造成损坏的，由乙方负责修复并承担费用。',
      )
      clause(
        '第九条　合同解除',
        '任何一方需提前解除合同的，应当提前六十日书面通知对方，并按一个月租金的标准支付违约金。因不可抗力致使合同无法履行的，双方互不承担违约责任。',
      )
      clause('第十条　争议解决', '因本合同发生争议，由双方协商解决；协商不成的，依法向房屋所在地人民法院提起诉讼。')
      clause(
        '第十一条　附则',
        '本合同一式三份，甲、乙双方各执一份，一份用于办理租赁合同备案，自双方签字盖章之日起生效。',
      )
      if (text(content, '备案号')) y = paragraph(ctx, `备案号：${text(content, '备案号')}`, 26, y + 3, 158, BODY)
      signing(ctx, content, y + 16, random.fork('sign'))
      line(ctx, '第 2 页 共 2 页', 105, 284, { face: 'Song', size: 3, align: 'center', colour: '#555' })
      sample(ctx, 188, 289, 3.2)
    },
    ['转租约定', '备案号', '出租人', '承租人', '签订日期', '出租人签章', '承租人签章', '出租人签名', '承租人签名'],
  ),
]

function heading(ctx: Context, words: string, y: number): void {
  line(ctx, words, 26, y, { face: 'HeiBold', size: 4.1 })
}

function signing(ctx: Context, content: Content, top: number, random: Parameters<Layout>[1]): void {
  const party = (side: '出租人' | '承租人', x: number, label: string) => {
    line(ctx, label, x, top, BODY)
    line(ctx, text(content, side), x, top + 9, { ...BODY, size: text(content, side).length > 16 ? 3.5 : 3.9 })
    line(ctx, '签字：', x, top + 24, BODY)
    line(ctx, `日期：${printDate(text(content, '签订日期'), 'plain')}`, x, top + 42, BODY)
    const signer = mark(content, `${side}签名`)
    if (signer) signature(ctx, signer, x + 13, top + 25, random, 10)
    const ring = mark(content, `${side}签章`)
    if (ring && ring === signer) nameSeal(ctx, ring, x + 52, top + 22, random)
    else if (ring) roundSeal(ctx, { ring, foot: random.chance(0.5) ? '合同专用章' : '' }, x + 46, top + 22, random)
  }
  party('出租人', 26, '出租人（甲方）签章：')
  party('承租人', 110, '承租人（乙方）签章：')
}
