import type { Random } from '../../random.ts'
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
import { blank, fillingFace, print } from '../primitives/fills.ts'
import type { Face } from '../primitives/fonts.ts'
import { signature } from '../primitives/hand.ts'
import { nameSeal, roundSeal } from '../primitives/seal.ts'
import { A4, type Context, sheet } from '../primitives/sheet.ts'
import { line, paragraph, type Run, runs, sample } from '../primitives/text.ts'

const LEFT = 28
const WIDTH = 154
const BODY = { face: 'Song', size: 4.2, leading: 1.86 } as const
const INDENT = 8.4

/** A clause: its heading, then paragraphs of print and blanks. */
interface Clause {
  title: string
  paragraphs: readonly (readonly Run[])[]
}

/** 上海市房屋租赁合同 after the city's model text: three pages, clauses numbered 1-1, blanks filled in by another face, signed at the end. */
export const lifelike: Layout = (content, random) => {
  const fill = fillingFace(random)
  const pages = [opening(content), duties(content), closing()]
  const shows = [
    ['合同编号', '出租人', '承租人', '房屋坐落', '房屋用途', '建筑面积', '租赁期限', '租金', '备案号'],
    ['转租约定'],
    ['出租人', '承租人', '签订日期', '出租人签章', '承租人签章', '出租人签名', '承租人签名'],
  ]
  return pages.map((clauses, i) =>
    sheet(
      A4,
      (ctx) => {
        let y = i === 0 ? head(ctx, content, fill) : 32
        for (const { title, paragraphs } of clauses) {
          line(ctx, title, LEFT + INDENT, y, { face: 'HeiBold', size: 4.2 })
          y += 7.6
          for (const parts of paragraphs)
            y = runs(ctx, parts, LEFT, y, WIDTH, { ...BODY, fill: { face: fill }, indent: INDENT })
          y += 0.8
        }
        if (i === 2) signing(ctx, content, { y: y + 8, fill }, random.fork('sign'))
        running(ctx, i + 1)
      },
      shows[i] ?? [],
    ),
  )
}

function head(ctx: Context, content: Content, fill: Face): number {
  line(ctx, '上海市房屋租赁合同', 105, 34, { face: 'SongBlack', size: 7.6, align: 'center', spacing: 1.4 })
  line(ctx, `合同编号：${text(content, '合同编号')}`, LEFT + WIDTH, 44, { face: 'Song', size: 3.5, align: 'right' })
  if (text(content, '备案号'))
    line(ctx, `网签备案编号：${text(content, '备案号')}`, LEFT, 44, { face: 'Song', size: 3.5 })
  let y = 53
  y = runs(ctx, [print('出租方（甲方）：'), blank(text(content, '出租人'))], LEFT, y, WIDTH, {
    ...BODY,
    fill: { face: fill },
  })
  y = runs(ctx, [print('承租方（乙方）：'), blank(text(content, '承租人'))], LEFT, y, WIDTH, {
    ...BODY,
    fill: { face: fill },
  })
  const words =
    '根据《中华人民共和国民法典》《上海市住房租赁条例》等法律、法规和规章的规定，甲、乙双方在平等、自愿、公平和诚实信用的基础上，经协商一致，就乙方承租甲方可依法出租的房屋事宜，订立本合同。'
  return paragraph(ctx, words, LEFT, y, WIDTH, { ...BODY, indent: INDENT }) + 0.8
}

function opening(content: Content): Clause[] {
  const area = content.fields.建筑面积 ? Number(content.fields.建筑面积).toFixed(2) : ''
  const term = range(content, '租赁期限')
  const rent = money(content, '租金')
  return [
    {
      title: '一、出租房屋情况和租赁用途',
      paragraphs: [
        [
          print('1-1　甲方出租给乙方的房屋坐落于'),
          blank(text(content, '房屋坐落')),
          print('（以下简称该房屋）。该房屋出租建筑面积为'),
          blank(area),
          print('平方米，该房屋的平面图见本合同附件（一）。'),
        ],
        [
          print(
            '1-2　甲方作为该房屋的房地产权利人与乙方建立租赁关系。签订本合同前，甲方已告知乙方该房屋未设定抵押，并出示了权属证明。',
          ),
        ],
        [
          print('1-3　乙方向甲方承诺，租赁该房屋作为'),
          blank(text(content, '房屋用途')),
          print(
            '使用，并遵守国家和本市有关房屋使用和物业管理的规定。未征得甲方书面同意，不得擅自改变上述约定的使用用途。',
          ),
        ],
      ],
    },
    {
      title: '二、交付日期和租赁期限',
      paragraphs: [
        [
          print('2-1　甲、乙双方约定，该房屋租赁期自'),
          blank(printDate(term.from, 'spaced')),
          print('起至'),
          blank(printDate(term.to, 'spaced')),
          print('止。甲方应于租赁期起始之日前向乙方交付该房屋。'),
        ],
        [
          print(
            '2-2　租赁期满，甲方有权收回该房屋，乙方应如期返还。乙方需继续承租该房屋的，应于租赁期届满前三个月向甲方提出续租书面要求，经甲方同意后重新签订租赁合同。',
          ),
        ],
      ],
    },
    {
      title: '三、租金、支付方式和期限',
      paragraphs: [
        [
          print('3-1　甲、乙双方约定，该房屋月租金总计为（人民币）'),
          blank(rent.fen > 0 ? printAmount(rent).replaceAll(',', '') : ''),
          print('元（大写：'),
          blank(rent.fen > 0 ? printCapital(rent).replace('人民币', '') : ''),
          print('）。该房屋租金在租赁期内不变。'),
        ],
        [
          print(
            '3-2　乙方应于每月五日前向甲方支付租金。逾期支付的，每逾期一日，乙方需按日租金的百分之五支付违约金。租金以银行转账方式支付。',
          ),
        ],
      ],
    },
  ]
}

function duties(content: Content): Clause[] {
  const sublet = text(content, '转租约定')
  return [
    {
      title: '四、保证金和其他费用',
      paragraphs: [
        [
          print(
            '4-1　甲、乙双方约定，甲方交付该房屋时，乙方应向甲方支付房屋租赁保证金，保证金为三个月的租金。甲方收取保证金后应向乙方开具收款凭证。租赁关系终止时，甲方收取的保证金除用以抵充合同约定由乙方承担的费用外，剩余部分无息归还乙方。',
          ),
        ],
        [print('4-2　租赁期间，使用该房屋所发生的水、电、燃气、通讯、物业管理等费用由乙方承担。')],
      ],
    },
    {
      title: '五、房屋使用要求和维修责任',
      paragraphs: [
        [
          print(
            '5-1　租赁期间，乙方发现该房屋及其附属设施有损坏或故障时，应及时通知甲方修复；甲方应在接到通知后的七日内进行维修。逾期不维修的，乙方可代为维修，费用由甲方承担。',
          ),
        ],
        [
          print(
            '5-2　租赁期间，乙方应合理使用并爱护该房屋及其附属设施。因乙方使用不当或不合理使用，致使该房屋及其附属设施损坏或发生故障的，乙方应负责维修。',
          ),
        ],
        [
          print(
            '5-3　除本合同附件（三）外，乙方另需装修或者增设附属设施和设备的，应事先征得甲方的书面同意，按规定须向有关部门审批的，应报有关部门批准后方可进行。',
          ),
        ],
      ],
    },
    {
      title: '六、房屋返还时的状态',
      paragraphs: [
        [
          print(
            '6-1　除甲方同意乙方续租外，乙方应在本合同的租期届满后的三日内返还该房屋，未经甲方同意逾期返还房屋的，每逾期一日，乙方应向甲方支付该房屋占用使用费。',
          ),
        ],
        [
          print(
            '6-2　乙方返还该房屋应当符合正常使用后的状态。返还时，应经甲方验收认可，并相互结清各自应当承担的费用。',
          ),
        ],
      ],
    },
    {
      title: '七、转租、转让和交换',
      paragraphs: [
        ...(sublet ? [[print('7-1　关于该房屋的转租，甲、乙双方约定：'), blank(sublet), print('。')]] : []),
        [
          print(
            `7-${sublet ? 2 : 1}　在租赁期内，甲方如需出售该房屋，应提前三个月通知乙方。乙方在同等条件下有优先购买权。`,
          ),
        ],
      ],
    },
  ]
}

function closing(): Clause[] {
  return [
    {
      title: '八、解除本合同的条件',
      paragraphs: [
        [
          print(
            '8-1　甲、乙双方同意在租赁期内，有下列情形之一的，本合同终止，双方互不承担责任：（一）该房屋占用范围内的土地使用权依法提前收回的；（二）该房屋因社会公共利益被依法征收的；（三）该房屋毁损、灭失或者被鉴定为危险房屋的。',
          ),
        ],
      ],
    },
    {
      title: '九、违约责任',
      paragraphs: [
        [
          print(
            '9-1　甲方未在本合同中告知乙方，该房屋出租前已抵押或产权转移已受到限制，造成乙方损失的，甲方应负责赔偿。乙方中途擅自退租的，应按月租金的二倍向甲方支付违约金。',
          ),
        ],
      ],
    },
    {
      title: '十、其他条款',
      paragraphs: [
        [print('10-1　本合同自甲、乙双方签章之日起生效。本合同未尽事宜，经双方协商一致，可订立补充条款。')],
        [print('10-2　甲、乙双方在履行本合同过程中发生争议的，应协商解决；协商不成的，依法向人民法院提起诉讼。')],
        [print('10-3　本合同连同附件一式三份。其中，甲、乙双方各持一份，一份用于办理登记备案，均具有同等效力。')],
      ],
    },
  ]
}

function signing(ctx: Context, content: Content, { y: top, fill }: { y: number; fill: Face }, random: Random): void {
  const party = (side: '出租人' | '承租人', label: string, x: number) => {
    const small = { face: 'Song', size: 3.9 } as const
    line(ctx, label, x, top, small)
    line(ctx, text(content, side), x, top + 8, { face: fill, size: text(content, side).length > 17 ? 3.5 : 4 })
    line(ctx, '签章：', x, top + 24, small)
    line(ctx, '委托代理人：', x, top + 40, small)
    line(ctx, '签订日期：', x, top + 52, small)
    line(ctx, printDate(text(content, '签订日期'), 'plain'), x + 21, top + 52, { face: fill, size: 4.1 })
    const signer = mark(content, `${side}签名`)
    if (signer) signature(ctx, signer, x + 14, top + 25, random, 9.5)
    const ring = mark(content, `${side}签章`)
    if (ring && ring === signer) nameSeal(ctx, ring, x + 50, top + 22, random)
    else if (ring) roundSeal(ctx, { ring, foot: random.chance(0.4) ? '合同专用章' : '' }, x + 45, top + 20, random)
  }
  party('出租人', '甲方（出租方）：', LEFT)
  party('承租人', '乙方（承租方）：', LEFT + 80)
}

/** The running head and the number of the page. */
function running(ctx: Context, page: number): void {
  line(ctx, '上海市房屋租赁合同（示范文本）', 105, 18, { face: 'Song', size: 2.9, align: 'center', colour: '#555' })
  ctx.fillStyle = '#777'
  ctx.fillRect(LEFT, 20, WIDTH, 0.15)
  line(ctx, `— ${page} —`, 105, 284, { face: 'Song', size: 3.2, align: 'center' })
  sample(ctx, 188, 289, 3)
}
