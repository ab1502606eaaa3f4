import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, printDate, range, text } from '../content.ts'
import { blank, print } from '../primitives/fills.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, paragraph, runs, sample } from '../primitives/text.ts'

const TITLES: Readonly<Record<string, string>> = {
  退工证明: '上海市单位退工证明',
  解除终止证明: '解除（终止）劳动合同证明',
  在职证明: '劳动关系证明',
}
const CLAUSES = [
  '甲方安排乙方执行标准工时制度，每日工作不超过八小时，每周至少休息一日。',
  '甲方每月十五日前以货币形式支付乙方工资，并依法为乙方缴纳社会保险费。',
  '任何一方解除本合同，应当按照《中华人民共和国劳动合同法》的有关规定办理。',
]

/** 劳动合同 of one page in blanks and clauses, or the ruled form by which a firm tells that somebody works or worked for it. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#fcfbf8' }, content, (ctx, content) =>
    (TITLES[content.variant ?? ''] ? proof : contract)(ctx, content, random),
  ),
]

function term(content: Content): string {
  const { from, to } = range(content, '合同期限')
  return from ? `${printDate(from, 'short')} 至 ${printDate(to, 'short')}` : ''
}

function proof(ctx: Context, content: Content, random: Random): void {
  line(ctx, TITLES[content.variant ?? ''] ?? '', 105, 32, { face: 'SongBold', size: 7.4, align: 'center' })
  line(ctx, '（第二联　交劳动者）', 190, 42, { face: 'Song', size: 3.3, align: 'right' })
  const value = (words: string, span = 1): Cell => ({ text: words, face: 'Hei', size: 3.9, align: 'left', span })
  const working = content.variant === '在职证明'
  const rows: Cell[][] = [
    [{ text: '用人单位名称' }, value(text(content, '单位名称'), 3)],
    [{ text: '社会信用代码' }, value(text(content, '统一社会信用代码'), 3)],
    [{ text: '职工姓名' }, value(text(content, '姓名')), { text: '居民身份证号码' }, value(text(content, '证件号码'))],
    [{ text: '劳动合同起止时间' }, value(term(content), 3)],
    ...(working
      ? []
      : [
          [{ text: '离职日期' }, value(printDate(text(content, '终止日期'), 'plain'), 3)],
          [{ text: '离职原因' }, value(text(content, '终止原因'), 3)],
        ]),
  ]
  let y = table(ctx, rows, {
    x: 20,
    y: 46,
    columns: [38, 42, 34, 56],
    rowHeight: 14,
    style: { face: 'Song', size: 3.7 },
  })
  const words = working
    ? '特此证明，上述人员系我单位在职职工。'
    : '双方已办结工作交接，用人单位已一次性结清工资等费用。'
  y = paragraph(ctx, words, 24, y + 11, 160, { face: 'Song', size: 4 }) + 16
  signed(ctx, content, { y, firm: '单位（盖章）', person: '劳动者签字', day: '开具日期' }, random)
}

function contract(ctx: Context, content: Content, random: Random): void {
  line(ctx, '劳 动 合 同 书', 105, 32, { face: 'HeiBold', size: 8, align: 'center' })
  const body = { face: 'Song', size: 4.1, leading: 1.9, fill: { face: 'SongMedium' } } as const
  let y = 50
  for (const [label, name] of [
    ['甲方（用人单位）：', '单位名称'],
    ['统一社会信用代码：', '统一社会信用代码'],
    ['乙方（劳动者）：', '姓名'],
    ['居民身份证号码：', '证件号码'],
  ] as const)
    y = runs(ctx, [print(label), blank(text(content, name))], 24, y, 162, body) + 1
  y = runs(ctx, [print('一、劳动合同期限：'), blank(term(content)), print('。')], 24, y + 3, 162, body)
  for (const [i, words] of CLAUSES.entries()) y = paragraph(ctx, `${'二三四'[i]}、${words}`, 24, y, 162, body)
  signed(ctx, content, { y: y + 20, firm: '甲方（盖章）', person: '乙方（签字）', day: '签订日期' }, random)
}

/** The firm's seal at the left, the person's hand and the day at the right. */
function signed(
  ctx: Context,
  content: Content,
  { y, firm, person, day }: { y: number; firm: string; person: string; day: string },
  random: Random,
): void {
  const body = { face: 'Song', size: 4 } as const
  line(ctx, firm, 26, y, body)
  const ring = mark(content, '单位盖章')
  if (ring) roundSeal(ctx, { ring }, 62 + random.between(-8, 10), y + 4, random)
  line(ctx, `${person}：`, 118, y, body)
  const signer = mark(content, '本人签名')
  if (signer) signature(ctx, signer, 146, y + 1, random, 9)
  line(ctx, `${day}：${printDate(text(content, '签章日期'), 'dash')}`, 118, y + 16, body)
  sample(ctx, 105, 291)
}
