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
  rows,
  text,
} from '../content.ts'
import { cellRow } from '../primitives/cell.ts'
import { matrixCode } from '../primitives/figure.ts'
import { roundSeal, shapedSeal } from '../primitives/seal.ts'
import type { Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, sample } from '../primitives/text.ts'

const WORDS = { face: 'Song', size: 3.1 } as const
const PAID = ['医保统筹基金支付', '其他支付', '个人账户支付', '个人现金支付', '个人自付', '个人自费'] as const

/** 医疗收费票据（电子） as printed at home: items in two halves without rules, the sums, and a block of visit and insurance under a wavy line. */
export const counter: Layout = (content, random) => [
  sheetOf({ width: 210, height: 140, density: 9, paper: '#fffefb' }, content, (ctx, content) => {
    const inpatient = content.variant === '住院票据'
    const title = `上海市医疗${inpatient ? '住院' : '门诊'}收费票据（电子）`
    line(ctx, title, 105, 17, { face: 'SongBold', size: 6, align: 'center', colour: '#7c2a22' })
    const office = mark(content, '财政监制章')
    if (office) supervised(ctx, office, random)
    if (content.marks.二维码 !== false) matrixCode(ctx, 180, 6, 19, random)
    const head = [
      ['票据代码', '票据号码'],
      ['交款人证件号码', '校验码'],
      ['交款人', '开票日期'],
    ] as const
    for (const [i, pair] of head.entries())
      for (const [at, name] of pair.entries()) {
        const label = name === '交款人证件号码' ? '交款人统一社会信用代码' : name
        const words = name === '开票日期' ? printDate(text(content, name), 'dash') : text(content, name)
        line(ctx, `${label}：${words}`, at === 0 ? 12 : 124, 29 + i * 5.6, WORDS)
      }
    const widths = [44, 24, 26, 44, 24, 26]
    const heads = ['项目名称', '数量/单位', '金额（元）', '项目名称', '数量/单位', '金额（元）']
    cellRow(ctx, { x: 11, y: 45, widths, height: 6.5 }, heads, { ...WORDS, face: 'SongBold' })
    ctx.strokeRect(11, 51.5, 188, 26)
    for (const [i, item] of rows(content, '收费项目').entries()) {
      const [x, y] = [i % 2 === 0 ? 11 : 105, 57 + Math.floor(i / 2) * 6]
      line(ctx, String(item.项目名称 ?? ''), x + 2, y, WORDS)
      line(ctx, `${item.数量 ?? ''}/次`, x + 56, y, { ...WORDS, align: 'center' })
      line(ctx, amount(item.金额), x + 92, y, { ...WORDS, align: 'right' })
    }
    const total = money(content, '金额合计')
    const capital = text(content, '金额合计大写') || printCapital(total).replace('人民币', '')
    ctx.strokeRect(11, 77.5, 188, 7)
    line(ctx, `金额合计（大写）${capital}`, 13, 82.4, WORDS)
    line(ctx, `（小写）¥${amount(total)}`, 150, 82.4, WORDS)
    ctx.strokeRect(11, 84.5, 188, 34)
    for (const [i, words] of others(content, inpatient).entries())
      line(ctx, words, 13 + (i % 3) * 62, 90 + Math.floor(i / 3) * 6.4, { ...WORDS, size: 2.9 })
    line(ctx, `收款单位（章）：${text(content, '收款单位')}`, 13, 126, WORDS)
    line(ctx, `复核人：${text(content, '复核人')}`, 128, 126, WORDS)
    line(ctx, `收款人：${text(content, '收款人')}`, 164, 126, WORDS)
    const ring = mark(content, '收款单位章')
    if (ring) roundSeal(ctx, { ring, foot: '收费专用章', diameter: 30 }, 84 + random.between(-10, 10), 120, random)
    sample(ctx, 105, 137)
  }),
]

/** The treasury's stamp, at three quarters of the size of others, between title and code. */
function supervised(ctx: Context, ring: string, random: Random): void {
  ctx.save()
  ctx.translate(159, 15)
  ctx.scale(0.75, 0.75)
  shapedSeal(ctx, { ring, outline: 'oval' }, 0, 0, random)
  ctx.restore()
}

const amount = (value: unknown) =>
  typeof value === 'object' && value !== null && 'fen' in value
    ? printAmount(value as { fen: number; currency: 'CNY' }).replaceAll(',', '')
    : ''

/** 其他信息: visit, insurance and who paid how much; what is not known is printed as an empty label. */
function others(content: Content, inpatient: boolean): string[] {
  const stay = range(content, '就诊时间')
  const on = printDate(stay.from, 'dash')
  return [
    `业务流水号：${text(content, '业务流水号')}`,
    `${inpatient ? '住院号' : '门诊号'}：${text(content, '住院号')}`,
    `医疗机构类型：${text(content, '医疗机构类型')}`,
    `医保类型：${text(content, '医保类型')}`,
    `医保编号：${text(content, '医保编号')}`,
    `${inpatient ? '住院时间' : '就诊日期'}：${stay.to ? `${on}至${printDate(stay.to, 'dash')}` : on}`,
    ...PAID.map((name) => `${name}：${amount(content.fields[name])}`),
  ]
}
