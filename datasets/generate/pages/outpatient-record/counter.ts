import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, printDate, text } from '../content.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import type { Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

const TITLES: Readonly<Record<string, string>> = { 诊断证明书: '疾病证明单', 登记单: '门诊大病登记申请单' }

/** 门急诊病历 as an A5 slip from the clinic's printer; a 证明单 with a counterfoil's dashed edge when it is one. */
export const counter: Layout = (content, random) => [
  sheetOf({ width: 148, height: 210, density: 10, paper: '#fefefd' }, content, (ctx, content) => {
    line(ctx, text(content, '医院名称'), 74, 16, { face: 'SongMedium', size: 4.8, align: 'center' })
    const title = TITLES[content.variant ?? ''] ?? '门急诊病历记录'
    line(ctx, title, 74, 25, { face: 'HeiBold', size: 5.6, align: 'center' })
    const small = { face: 'Song', size: 3.5 } as const
    line(ctx, `病人姓名：${text(content, '姓名')}`, 10, 36, small)
    line(ctx, `科别：${text(content, '科室')}`, 82, 36, small)
    line(ctx, `就诊时间：${printDate(text(content, '就诊日期'), 'dash')}`, 10, 43, small)
    line(ctx, `卡号：${random.digits(10)}`, 82, 43, small)
    ctx.setLineDash([1.4, 1])
    ctx.strokeStyle = '#666'
    ctx.lineWidth = 0.25
    ctx.strokeRect(8, 48, 132, 0)
    ctx.setLineDash([])
    const y = body(ctx, content)
    foot(ctx, content, y, random)
    sample(ctx, 74, 206, 2.2)
  }),
]

/** The findings under their headings; what was not asked is left out. Returns the y below. */
function body(ctx: Context, content: Content): number {
  const proof = content.variant === '诊断证明书'
  const parts: [string, string][] = [
    ['主诉', text(content, '主诉')],
    ['体格检查', proof ? '' : 'T 36.8℃，神清，一般情况可。'],
    [proof ? '临床诊断' : '初步诊断', text(content, '诊断')],
    ['预产期', printDate(text(content, '预产期'), 'dash')],
    [proof ? '医生建议' : '处理意见', text(content, '处理')],
  ]
  let y = 58
  for (const [label, words] of parts.filter(([, words]) => words !== '')) {
    line(ctx, `${label}：`, 10, y, { face: 'HeiBold', size: 3.5 })
    y = paragraph(ctx, words, 16, y + 7, 120, { face: 'Song', size: 3.6, leading: 1.6 }) + 4
  }
  return y
}

function foot(ctx: Context, content: Content, below: number, random: Random): void {
  const y = Math.max(below + 14, 150)
  line(ctx, '医生签名：', 78, y, { face: 'Song', size: 3.6 })
  const doctor = mark(content, '医师')
  if (doctor) signature(ctx, doctor, 97, y + 1, random, 8)
  line(ctx, '（门急诊专用章）', 78, y + 12, { face: 'Song', size: 3.4 })
  const ring = mark(content, '盖章')
  if (ring) roundSeal(ctx, { ring, foot: '门急诊专用章', diameter: 32 }, 104 + random.between(-10, 10), y + 12, random)
  line(ctx, '未盖章无效；请妥善保管，复诊时携带。', 10, 197, { face: 'Song', size: 2.9 })
}
