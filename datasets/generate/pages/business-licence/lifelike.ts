import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, money, printCapital, printDate, range, text } from '../content.ts'
import { emblem, guilloche, matrixCode } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { type Context, sheet } from '../primitives/sheet.ts'
import { spread } from '../primitives/spread.ts'
import { line, paragraph, sample } from '../primitives/text.ts'
import { watermark } from '../primitives/watermark.ts'

const PAPER = { width: 297, height: 210, density: 9, paper: '#fdfaf0' } as const
const LABEL = { face: 'Hei', size: 4.3 } as const
const VALUE = { face: 'Song', size: 4.3, leading: 1.4 } as const

/** How each kind of subject calls the person, the capital, the term, the place and the scope; '' is not printed. */
const CALLS: Record<string, readonly [person: string, capital: string, term: string, place: string, scope: string]> = {
  个体工商户营业执照: ['经营者', '', '', '经营场所', '经营范围'],
  个人独资企业营业执照: ['投资人', '出资额', '', '住所', '经营范围'],
  合伙企业营业执照: ['执行事务合伙人', '出资额', '合伙期限', '主要经营场所', '经营范围'],
  分支机构营业执照: ['负责人', '', '营业期限', '营业场所', '经营范围'],
  农民专业合作社法人营业执照: ['法定代表人', '成员出资总额', '', '住所', '业务范围'],
}

/**
 * 营业执照副本 on A4 as issued since 2019: two columns, the office named by its seal alone. Licences of after March 2022 have no term
 * any more (市场主体登记管理条例实施细则第二十三条).
 */
export const lifelike: Layout = (content, random) => {
  const termed = random.chance(0.5)
  const { left, right } = rows(content, termed)
  const shown = [...left, ...right].map(({ name }) => name)
  return [
    sheet(
      PAPER,
      (ctx) => {
        border(ctx)
        head(ctx, content, random)
        column(ctx, left, { x: 27, label: 23, value: 94 })
        column(ctx, right, { x: 163, label: 23, value: 80 })
        spread(ctx, '登记机关', 192, 161, 26, { ...LABEL, size: 4.8 })
        const [year = '', month = '', day = ''] = text(content, '登记日期').split('-')
        const on = { ...VALUE, size: 4.6, align: 'center' as const }
        for (const [words, x] of [
          [year, 196],
          ['年', 207],
          [month, 216],
          ['月', 225],
          [day, 234],
          ['日', 243],
        ] as const)
          if (words) line(ctx, words, x, 179, on)
        const ring = mark(content, '盖章')
        if (ring) roundSeal(ctx, { ring, diameter: 42 }, 228 + random.between(-5, 6), 165, random)
        foot(ctx)
        // What people print over a copy before they hand it on.
        if (random.chance(0.2)) watermark(ctx, PAPER, 0.14, random)
      },
      ['统一社会信用代码', '登记日期', '盖章', ...shown],
    ),
  ]
}

interface Row {
  name: string
  label: string
  words: string
}

function rows(content: Content, termed: boolean): { left: Row[]; right: Row[] } {
  const [person, capital, term, place, scope] = CALLS[content.variant ?? ''] ?? [
    '法定代表人',
    '注册资本',
    '营业期限',
    '住所',
    '经营范围',
  ]
  const shop = person === '经营者'
  const plain = (name: string, label = name): Row => ({ name, label, words: text(content, name) })
  const { from, to } = range(content, '营业期限')
  const right = [
    shop
      ? plain('组成形式')
      : {
          name: '注册资本',
          label: capital,
          words: content.fields.注册资本 ? printCapital(money(content, '注册资本')) : '',
        },
    { name: '成立日期', label: shop ? '注册日期' : '成立日期', words: printDate(text(content, '成立日期')) },
    { name: '营业期限', label: termed ? term : '', words: from || to ? `${printDate(from)} 至 ${printDate(to)}` : '' },
    plain('住所', place),
  ]
  return {
    left: [plain('名称'), plain('类型'), plain('法定代表人', person), plain('经营范围', scope)],
    right: right.filter(({ label, words }) => label !== '' && words !== ''),
  }
}

function column(ctx: Context, all: readonly Row[], at: { x: number; label: number; value: number }): void {
  let y = 92
  for (const { label, words } of all) {
    const tight = [...label].length > 5 ? { ...LABEL, size: 3.3 } : LABEL
    spread(ctx, label, at.x, y, at.label, tight)
    y = Math.max(paragraph(ctx, words, at.x + at.label + 5, y, at.value, VALUE), y + 6) + 5.4
  }
}

function head(ctx: Context, content: Content, random: Random): void {
  emblem(ctx, 148.5, 33, 12.5)
  line(ctx, '营业执照', 150, 67, { face: 'SongBlack', size: 18, align: 'center', spacing: 6 })
  line(ctx, '（副　本）', 148.5, 77, { face: 'Song', size: 5.4, align: 'center' })
  if (random.chance(0.4)) line(ctx, '1-1', 166, 77, { face: 'Song', size: 4.2 })
  line(ctx, `证照编号：0700000${random.digits(14)}`, 27, 29, { face: 'Song', size: 2.9 })
  line(ctx, '统一社会信用代码', 27, 40, { face: 'Hei', size: 4.4 })
  line(ctx, text(content, '统一社会信用代码'), 27, 47.5, { face: 'HeiBold', size: 4.9 })
  matrixCode(ctx, 226, 27, 22, random)
  for (const [i, words] of [
    '扫描二维码登录',
    '“国家企业信用',
    '信息公示系统”',
    '了解更多登记、',
    '备案、许可、监',
    '管信息。',
  ].entries())
    line(ctx, words, 252, 29.5 + i * 3.9, { face: 'Hei', size: 2.8 })
}

function foot(ctx: Context): void {
  const small = { face: 'Hei', size: 2.6 } as const
  line(ctx, '国家企业信用信息公示系统网址：http://www.gsxt.gov.cn', 24, 189, small)
  line(ctx, '市场主体应当于每年1月1日至6月30日通过', 158, 185.4, { ...small, align: 'center' })
  line(ctx, '国家企业信用信息公示系统报送公示年度报告。', 158, 189, { ...small, align: 'center' })
  line(ctx, '国家市场监督管理总局监制', 273, 189, { ...small, align: 'right' })
  sample(ctx, 148.5, 207.4, 3)
}

function border(ctx: Context): void {
  const inner = { x: 19, y: 19, width: 259, height: 172 }
  guilloche(ctx, inner, ['#f6ecd0', '#f3e6df', '#eef0dc'], { lines: 60, swing: 3.4, weight: 0.22, waves: 9 })
  ctx.strokeStyle = 'rgba(196,150,70,.16)'
  ctx.lineWidth = 0.25
  for (let i = 0; i < 36; i++) {
    ctx.beginPath()
    ctx.ellipse(148.5, 122, 40, 13, (i / 36) * Math.PI, 0, Math.PI * 2)
    ctx.stroke()
  }
  ctx.strokeStyle = '#a9762b'
  for (const [inset, weight] of [
    [8, 0.9],
    [9.6, 0.25],
    [16.4, 0.25],
    [17.8, 0.7],
  ] as const) {
    ctx.lineWidth = weight
    ctx.strokeRect(inset, inset, 297 - 2 * inset, 210 - 2 * inset)
  }
  ctx.lineWidth = 0.3
  const lace = (x: number, y: number) => {
    for (const turn of [0, Math.PI / 2]) {
      ctx.beginPath()
      ctx.ellipse(x, y, 3, 1.2, turn + Math.PI / 4, 0, Math.PI * 2)
      ctx.stroke()
    }
  }
  for (let x = 13; x < 285; x += 5.02) for (const y of [13, 197]) lace(x, y)
  for (let y = 18; y < 194; y += 5.02) for (const x of [13, 284]) lace(x, y)
}
