import { type Content, type Layout, mark, money, printCapital, printDate, range, text } from '../content.ts'
import { emblem, guilloche, matrixCode } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import type { Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

/** 营业执照, landscape original (正本) of 2019 and later: 420 × 297 mm, two columns. */
export const landscape: Layout = (content, random) => [
  sheetOf({ width: 420, height: 297, density: 5, paper: '#fdfbf3' }, content, (ctx, content) => {
    frame(ctx)
    emblem(ctx, 210, 43, 19)
    line(ctx, '营业执照', 210, 91, { face: 'SongBlack', size: 29, align: 'center', spacing: 9 })
    line(ctx, '（副本）', 288, 90, { face: 'Song', size: 9 })
    // Licences of before 2015 bear the 15 digits of the register.
    const isOld = text(content, '统一社会信用代码').length === 15
    line(ctx, isOld ? '注册号' : '统一社会信用代码', 40, 66, { face: 'HeiBold', size: 6.4 })
    line(ctx, text(content, '统一社会信用代码'), 40, 75.5, { face: 'HeiBold', size: 7.4, spacing: 0.25 })
    if (content.marks.二维码 !== false) matrixCode(ctx, 342, 38, 36, random)
    line(ctx, '扫描二维码登录“国家', 323, 82, { face: 'Hei', size: 4.3 })
    line(ctx, '企业信用信息公示系统”', 323, 88, { face: 'Hei', size: 4.3 })
    line(ctx, '了解更多登记、备案、', 323, 94, { face: 'Hei', size: 4.3 })
    line(ctx, '许可、监管信息', 323, 100, { face: 'Hei', size: 4.3 })
    columns(ctx, content)
    line(ctx, '登 记 机 关', 262, 232, { face: 'Hei', size: 6.6, spacing: 1.2 })
    line(ctx, printDate(text(content, '登记日期'), 'spaced'), 262, 254, { face: 'Hei', size: 7.2, spacing: 0.6 })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring, diameter: 50 }, 318, 236, random)
    line(ctx, '国家企业信用信息公示系统网址：http://www.gsxt.gov.cn', 30, 268, { face: 'Hei', size: 4 })
    line(ctx, '市场主体应当于每年1月1日至6月30日通过', 210, 265, { face: 'Hei', size: 3.6, align: 'center' })
    line(ctx, '国家企业信用信息公示系统报送公示年度报告', 210, 270.5, { face: 'Hei', size: 3.6, align: 'center' })
    line(ctx, '国家市场监督管理总局监制', 390, 268, { face: 'Hei', size: 4, align: 'right' })
    sample(ctx, 210, 289.5, 5)
  }),
]

function columns(ctx: Context, content: Content): void {
  const label = { face: 'HeiBold', size: 6.6 } as const
  const value = { face: 'Hei', size: 6.6, leading: 1.42 } as const
  const { left, right } = text(content, '类型') === '个体工商户' ? shop(content) : company(content)
  const draw = (rows: [string, string][], x: number, width: number) => {
    let y = 122
    for (const [name, words] of rows) {
      line(ctx, name, x, y, { ...label, spacing: name.length === 5 ? 0 : name.includes('　') ? 0.2 : 2.2 })
      y = Math.max(paragraph(ctx, words, x + 41, y, width, value), y + 9) + 6.6
    }
  }
  draw(left, 40, 142)
  draw(right, 240, 112)
}

type Rows = [label: string, value: string][]

function company(content: Content): { left: Rows; right: Rows } {
  const term = range(content, '营业期限')
  const until = term.to === '长期' ? '长期' : printDate(term.to)
  return {
    left: [
      ['名　　称', text(content, '名称')],
      ['类　　型', text(content, '类型')],
      ['法定代表人', text(content, '法定代表人')],
      ['经营范围', text(content, '经营范围')],
    ],
    right: [
      ['注册资本', printCapital(money(content, '注册资本'))],
      ['成立日期', printDate(text(content, '成立日期'))],
      ['营业期限', `${printDate(term.from)}至${until}`],
      ['住　　所', text(content, '住所')],
    ],
  }
}

/** 个体工商户 have an operator, a form and a place of business, and neither capital nor term. */
function shop(content: Content): { left: Rows; right: Rows } {
  return {
    left: [
      ['名　　称', text(content, '名称')],
      ['类　　型', text(content, '类型')],
      ['经 营 者', text(content, '法定代表人')],
      ['经营范围', text(content, '经营范围')],
    ],
    right: [
      ['组成形式', text(content, '组成形式')],
      ['注册日期', printDate(text(content, '成立日期'))],
      ['经营场所', text(content, '住所')],
    ],
  }
}

function frame(ctx: Context): void {
  guilloche(ctx, { x: 22, y: 22, width: 376, height: 253 }, ['#f3ead2', '#f1edda'], {
    lines: 40,
    swing: 5,
    weight: 0.3,
  })
  ctx.strokeStyle = '#b8873a'
  ctx.lineWidth = 1.1
  ctx.strokeRect(12, 12, 396, 271)
  ctx.lineWidth = 0.4
  ctx.strokeRect(20, 20, 380, 255)
  ctx.strokeStyle = '#cda65f'
  ctx.lineWidth = 0.45
  const knot = (x: number, y: number) => {
    for (const r of [1.2, 2.2, 3.1]) {
      ctx.beginPath()
      ctx.arc(x, y, r, 0, Math.PI * 2)
      ctx.stroke()
    }
  }
  for (let x = 16; x <= 404; x += 4.85) {
    knot(x, 16)
    knot(x, 279)
  }
  for (let y = 16; y <= 280; y += 4.78) {
    knot(16, y)
    knot(404, y)
  }
}
