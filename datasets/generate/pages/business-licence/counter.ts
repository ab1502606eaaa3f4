import { type Content, type Layout, mark, money, printDate, range, text } from '../content.ts'
import { staple } from '../primitives/counter.ts'
import { emblem, guilloche, matrixCode } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { spread } from '../primitives/spread.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

/** How a licence of each kind of subject calls person, place, capital, day and term; null is not printed. */
const CALLS: Readonly<Record<string, readonly (string | null)[]>> = {
  个体工商户营业执照: ['经营者', '经营场所', null, '注册日期', null],
  个人独资企业营业执照: ['投资人', '住所', null, '成立日期', null],
  合伙企业营业执照: ['执行事务合伙人', '主要经营场所', null, '成立日期', '合伙期限'],
  分支机构营业执照: ['负责人', '营业场所', null, '成立日期', '营业期限'],
  农民专业合作社法人营业执照: ['法定代表人', '住所', '成员出资总额', '成立日期', null],
}
const COMPANY = ['法定代表人', '住所', '注册资本', '成立日期', '营业期限'] as const

/** 营业执照副本 of 2015 to 2019, upright on A4: one column, capital in 万元, the number of the copy beside the code, stapled with other papers. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#fdfbf2' }, content, (ctx, content) => {
    frame(ctx)
    emblem(ctx, 105, 36, 12)
    line(ctx, '营 业 执 照', 105, 69, { face: 'SongBlack', size: 15, align: 'center' })
    line(ctx, '（副　本）', 105, 79, { face: 'SongMedium', size: 5, align: 'center' })
    const number = { face: 'Song', size: 3.9 } as const
    line(ctx, `统一社会信用代码 ${text(content, '统一社会信用代码')}`, 105, 90, {
      ...number,
      align: 'center',
      size: 4.4,
    })
    line(ctx, `证照编号 07000000${random.digits(12)}`, 184, 24, { ...number, size: 3.2, align: 'right' })
    let y = 105
    for (const [label, words] of rows(content)) {
      spread(ctx, label, 28, y, 34, { face: 'SongMedium', size: 4.9 })
      y = Math.max(paragraph(ctx, words, 70, y, 108, { face: 'Wei', size: 4.9, leading: 1.4 }), y + 6.9) + 4.6
    }
    if (content.marks.二维码 !== false) matrixCode(ctx, 30, 228, 27, random)
    spread(ctx, '登记机关', 104, 236, 34, { face: 'SongMedium', size: 5.4 })
    const day = printDate(text(content, '登记日期'), 'plain').replace(/(\d+)/gu, ' $1 ')
    line(ctx, day, 140, 256, { face: 'Song', size: 4.9, align: 'center' })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring, diameter: 42 }, 148 + random.between(-8, 6), 240, random)
    const notes = { face: 'Song', size: 2.8 } as const
    line(ctx, '请于每年1月1日至6月30日通过企业信用信息公示系统报送上一年度年度报告并公示', 105, 269, {
      ...notes,
      align: 'center',
    })
    line(ctx, '企业信用信息公示系统网址：www.sgs.gov.cn', 22, 281.5, notes)
    line(ctx, '中华人民共和国国家工商行政管理总局监制', 188, 281.5, { ...notes, align: 'right' })
    if (random.chance(0.5)) staple(ctx, random)
    sample(ctx, 105, 293)
  }),
]

/** Label and value of each row, from the top; what has no value is not printed. */
function rows(content: Content): [label: string, words: string][] {
  const [person, place, capital, day, term] = CALLS[content.variant ?? ''] ?? COMPANY
  const rest: [string | null | undefined, string, () => string][] = [
    ['名称', '名称', () => text(content, '名称')],
    ['类型', '类型', () => text(content, '类型')],
    [place, '住所', () => text(content, '住所')],
    [person, '法定代表人', () => text(content, '法定代表人')],
    [person === '经营者' ? '组成形式' : null, '组成形式', () => text(content, '组成形式')],
    [capital, '注册资本', () => `人民币${(money(content, '注册资本').fen / 1e6).toFixed(4)}万元整`],
    [day, '成立日期', () => printDate(text(content, '成立日期'))],
    [term, '营业期限', () => until(content)],
    [
      '经营范围',
      '经营范围',
      () => `${text(content, '经营范围')}\n【依法须经批准的项目，经相关部门批准后方可开展经营活动】`,
    ],
  ]
  return rest.flatMap(([label, name, words]) => (label && name in content.fields ? [[label, words()]] : []))
}

function until(content: Content): string {
  const { from, to } = range(content, '营业期限')
  return to === '长期' ? `${printDate(from)}至长期` : `${printDate(from)}至${printDate(to)}`
}

function frame(ctx: Context): void {
  guilloche(ctx, { x: 18, y: 18, width: 174, height: 256 }, ['#f4ebcf', '#f6efdc'], {
    lines: 60,
    swing: 4,
    weight: 0.25,
  })
  ctx.strokeStyle = '#a8752f'
  ctx.lineWidth = 2.2
  ctx.strokeRect(12, 12, 186, 273)
  ctx.lineWidth = 0.4
  ctx.strokeRect(15.5, 15.5, 179, 260)
}
