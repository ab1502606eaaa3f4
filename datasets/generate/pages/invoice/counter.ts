import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, money, printAmount, printCapital, printDate, rows, text } from '../content.ts'
import { cell, cellRow } from '../primitives/cell.ts'
import { tall } from '../primitives/counter.ts'
import { matrixCode } from '../primitives/figure.ts'
import { roundSeal, shapedSeal } from '../primitives/seal.ts'
import type { Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, sample } from '../primitives/text.ts'

const PAPER = { width: 210, height: 140, density: 9, paper: '#ffffff' } as const
const BROWN = '#8a3d1f'
const HEADS = ['项目名称', '规格型号', '单位', '数量', '单价', '金额', '税率/征收率', '税额']
const COLUMNS = ['项目名称', '规格型号', '单位', '数量', '单价', '金额', '税率', '税额']
const WIDTHS = [46, 22, 20, 16, 26, 24, 22, 18]

/** 发票 as people print it from the tax office's file: buyer and seller beside tall headings, goods without inner rules; or a bank's slip of the payment. */
export const counter: Layout = (content, random) => [
  sheetOf(PAPER, content, (ctx, content) => (content.variant === '银行回单' ? slip : invoice)(ctx, content, random)),
]

const words = { face: 'Song', size: 3.3 } as const

function invoice(ctx: Context, content: Content, random: Random): void {
  const label = { ...words, colour: BROWN, ink: BROWN } as const
  line(ctx, '电子发票（普通发票）', 105, 17, { face: 'Song', size: 7, align: 'center', colour: BROWN })
  ctx.strokeStyle = '#c8303a'
  ctx.lineWidth = 0.4
  ctx.beginPath()
  ctx.ellipse(105, 14.6, 15, 10, 0, 0, Math.PI * 2)
  ctx.stroke()
  if (content.marks.二维码 !== false) matrixCode(ctx, 12, 8, 18, random)
  line(ctx, '发票号码：', 146, 15, label)
  line(ctx, text(content, '发票号码'), 163, 15, words)
  line(ctx, '开票日期：', 146, 22, label)
  line(ctx, printDate(text(content, '开票日期')), 163, 22, words)
  for (const [side, heading, x] of [
    ['购买方', '购买方信息', 8],
    ['销售方', '销售方信息', 105],
  ] as const) {
    tall(ctx, heading, { x, y: 32, width: 7, height: 24 }, { ...label, size: 2.9 })
    cell(ctx, { x: x + 7, y: 32, width: 90, height: 24 }, '', label)
    line(ctx, '名称：', x + 10, 39, label)
    line(ctx, text(content, `${side}名称`), x + 20, 39, words)
    line(ctx, '统一社会信用代码/纳税人识别号：', x + 10, 52, { ...label, size: 3 })
    line(ctx, text(content, `${side}税号`), x + 57, 52, words)
  }
  cell(ctx, { x: 8, y: 56, width: 194, height: 38 }, '', label)
  goods(ctx, content, label)
  const total = money(content, '价税合计')
  cell(ctx, { x: 8, y: 94, width: 46, height: 9 }, '价税合计（大写）', label)
  cell(ctx, { x: 54, y: 94, width: 148, height: 9 }, '', label)
  line(ctx, `⊗ ${printCapital(total).replace('人民币', '')}`, 60, 100, words)
  line(ctx, '（小写）', 140, 100, label)
  line(ctx, `¥${printAmount(total).replaceAll(',', '')}`, 153, 100, words)
  tall(ctx, '备注', { x: 8, y: 103, width: 7, height: 20 }, label)
  cell(ctx, { x: 15, y: 103, width: 187, height: 20 }, text(content, '备注'), { ...words, ink: BROWN, align: 'left' })
  line(ctx, '开票人：', 16, 131, label)
  line(ctx, '系统管理员', 29, 131, words)
  if (content.variant === '增值税发票') {
    line(ctx, '销售方（章）', 150, 131, label)
    const ring = mark(content, '发票专用章')
    if (ring) shapedSeal(ctx, { ring, outline: 'oval' }, 168, 121, random)
  }
  sample(ctx, 105, 137)
}

/** The goods line by line, or the one thing that was sold. */
function goods(ctx: Context, content: Content, label: { colour: string }): void {
  cellRow(ctx, { x: 8, y: 56, widths: WIDTHS, height: 7 }, HEADS, { ...words, ...label, size: 3, rule: 0.01 })
  const sold = rows(content, '项目明细')
  const lines = sold.length > 0 ? sold : [{ 项目名称: text(content, '项目名称'), 数量: 1 }]
  for (const [i, one] of lines.entries()) {
    let x = 8
    for (const [at, name] of COLUMNS.entries()) {
      const value = (one as Record<string, unknown>)[name]
      const isMoney = typeof value === 'object' && value !== null && 'fen' in value
      const shown = isMoney ? printAmount(value as { fen: number; currency: 'CNY' }).replaceAll(',', '') : value
      const width = WIDTHS[at] ?? 0
      const right = at > 2
      line(ctx, String(shown ?? ''), right ? x + width - 2 : x + 2, 68 + i * 5.2, {
        ...words,
        size: 3,
        align: right ? 'right' : 'left',
      })
      x += width
    }
  }
}

function slip(ctx: Context, content: Content, random: Random): void {
  line(ctx, '示例银行　客户专用回单', 105, 18, { face: 'HeiBold', size: 6, align: 'center' })
  line(ctx, `回单编号：${text(content, '发票号码')}`, 14, 30, words)
  line(ctx, `记账日期：${printDate(text(content, '开票日期'), 'dash')}`, 196, 30, { ...words, align: 'right' })
  const value = (shown: string, span = 1): Cell => ({ text: shown, face: 'Hei', size: 3.4, align: 'left', span })
  const total = money(content, '价税合计')
  const y = table(
    ctx,
    [
      [
        { text: '付款人户名' },
        value(text(content, '购买方名称')),
        { text: '收款人户名' },
        value(text(content, '销售方名称')),
      ],
      [
        { text: '付款人账号' },
        value(`6222${random.digits(12)}`),
        { text: '收款人账号' },
        value(`1001${random.digits(12)}`),
      ],
      [{ text: '金额（大写）' }, value(printCapital(total)), { text: '小写' }, value(`CNY ${printAmount(total)}`)],
      [{ text: '用　　途' }, value(text(content, '项目名称')), { text: '交易渠道' }, value('网上银行')],
      [{ text: '备　　注' }, value(text(content, '备注'), 3)],
    ],
    { x: 12, y: 34, columns: [26, 68, 26, 66], rowHeight: 12, style: words },
  )
  line(ctx, '重要提示：本回单不作为收款方发货依据，请勿重复记账。', 14, y + 10, { ...words, size: 2.9 })
  const ring = mark(content, '发票专用章')
  if (ring) roundSeal(ctx, { ring, foot: '电子回单专用章', diameter: 34 }, 168 + random.between(-8, 4), y + 10, random)
  sample(ctx, 105, 137)
}
