import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, text } from '../content.ts'
import { guilloche } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import type { Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, sample } from '../primitives/text.ts'

/** A bank account as its holder shows it: the bank's sheet on a firm's account, the first page of a passbook, or the face of a card. */
export const counter: Layout = (content, random) => {
  if (content.variant === '银行卡')
    return [sheetOf({ width: 85.6, height: 54, density: 20, card: true, paper: '#2a5a9c' }, content, card)]
  const [size, draw] =
    content.variant === '存折'
      ? ([{ width: 140, height: 95, density: 11, paper: '#f4f7ee' }, passbook] as const)
      : ([{ width: 210, height: 148, density: 9, paper: '#ffffff' }, account] as const)
  return [sheetOf(size, content, (ctx, content) => draw(ctx, content, random))]
}

function account(ctx: Context, content: Content, random: Random): void {
  line(ctx, '基本存款账户信息', 105, 26, { face: 'HeiBold', size: 7, align: 'center' })
  const row = (label: string, words: string): Cell[] => [
    { text: label },
    { text: words, face: 'SongMedium', size: 4.2, align: 'left' },
  ]
  const y = table(
    ctx,
    [
      row('账户名称', text(content, '户名')),
      row('账户号码', text(content, '账号')),
      row('开户银行名称', text(content, '开户银行')),
      row('行　　号', text(content, '支行')),
      row('账户种类', text(content, '账户性质')),
      row('基本存款账户编号', `J2900${random.digits(9)}`),
    ],
    { x: 24, y: 36, columns: [46, 116], rowHeight: 11.5, style: { face: 'Song', size: 3.7 } },
  )
  line(ctx, '开户银行（业务专用章）', 110, y + 14, { face: 'Song', size: 3.8 })
  const ring = mark(content, '银行章')
  if (ring) roundSeal(ctx, { ring, foot: '业务专用章', diameter: 34 }, 144 + random.between(-10, 8), y + 12, random)
  sample(ctx, 105, 144)
}

function passbook(ctx: Context, content: Content, random: Random): void {
  guilloche(ctx, { x: 0, y: 0, width: 140, height: 95 }, ['#dfeadb', '#e6ead2'], { lines: 40, swing: 2, weight: 0.1 })
  line(ctx, '活期一本通', 70, 14, { face: 'HeiBold', size: 5.4, align: 'center', colour: '#2c6a3c' })
  const rows: [string, string][] = [
    ['户名', text(content, '户名')],
    ['账号', text(content, '账号')],
    ['开户机构', text(content, '开户银行')],
    ['网点名称', text(content, '支行')],
    ['账户类型', text(content, '账户性质')],
  ]
  for (const [i, [label, words]] of rows.entries()) {
    const y = 27 + i * 9.5
    line(ctx, label, 14, y, { face: 'Song', size: 3.2, colour: '#2c6a3c' })
    line(ctx, words, 38, y + 0.6, { face: 'Hei', size: 3.5 })
    ctx.fillStyle = '#9bbd9f'
    ctx.fillRect(36, y + 2, 88, 0.15)
  }
  line(ctx, '凭密码支取　通存通兑', 14, 80, { face: 'Song', size: 3 })
  line(ctx, '银行（盖章）', 84, 80, { face: 'Song', size: 3.2 })
  const ring = mark(content, '银行章')
  if (ring) roundSeal(ctx, { ring, foot: '储蓄业务章', diameter: 26 }, 108 + random.between(-6, 6), 76, random)
  sample(ctx, 70, 92, 2.2)
}

function card(ctx: Context, content: Content): void {
  guilloche(ctx, { x: 0, y: 0, width: 85.6, height: 54 }, ['#3f6fae', '#37659f'], { lines: 24, swing: 5, weight: 0.4 })
  const white = { face: 'Hei', colour: '#f2f4f8' } as const
  line(ctx, text(content, '开户银行') || '示例银行', 6, 10, { ...white, face: 'HeiBold', size: 4.2 })
  line(ctx, '借记卡', 79, 10, { ...white, size: 3.4, align: 'right' })
  ctx.fillStyle = '#d9c27a'
  ctx.fillRect(8, 18, 11, 8.4)
  const grouped = text(content, '账号').replace(/(\d{4})(?=\d)/gu, '$1 ')
  line(ctx, grouped, 42.8, 37, { ...white, size: 5.4, align: 'center', spacing: 0.2 })
  line(ctx, `持卡人：${text(content, '户名')}`, 8, 47, { ...white, size: 3 })
  line(ctx, '银联', 78, 48, { ...white, face: 'HeiBold', size: 4, align: 'right' })
  sample(ctx, 81, 52.6, 1.9)
}
