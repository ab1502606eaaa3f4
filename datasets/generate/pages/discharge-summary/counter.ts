import { type Layout, mark, printDate, text } from '../content.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

const SECTIONS = [
  ['入院诊断', '入院诊断'],
  ['入院后诊疗经过', '诊疗经过'],
  ['最后诊断', '出院诊断'],
  ['出院后医嘱', '出院医嘱'],
] as const

/** 出院小结 from a hospital's system: who and when on two lines between rules, then headed paragraphs, the doctor's hand at the foot. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#ffffff' }, content, (ctx, content) => {
    line(ctx, text(content, '医院名称'), 105, 24, { face: 'SongBold', size: 6, align: 'center' })
    line(ctx, content.variant ?? '出院小结', 105, 34, { face: 'Hei', size: 6, align: 'center', spacing: 1 })
    const small = { face: 'Song', size: 3.6 } as const
    const day = (name: string) => printDate(text(content, name), 'dash')
    const stay = text(content, '住院天数')
    const head = [
      [
        `姓名：${text(content, '姓名')}`,
        `性别：${text(content, '性别')}`,
        `年龄：${text(content, '年龄')}岁`,
        `病案号：${text(content, '住院号')}`,
      ],
      [
        `科别：${text(content, '科室')}`,
        `入院：${day('入院日期')}`,
        `出院：${day('出院日期')}`,
        stay && `共住院：${stay}天`,
      ],
    ]
    ctx.fillStyle = '#222'
    ctx.fillRect(18, 39, 174, 0.4)
    for (const [i, words] of head.entries())
      for (const [at, one] of words.entries()) line(ctx, one, 20 + at * 44, 46 + i * 7, small)
    ctx.fillStyle = '#222'
    ctx.fillRect(18, 57, 174, 0.4)
    let y = 67
    for (const [heading, name] of SECTIONS) {
      line(ctx, `${heading}：`, 20, y, { face: 'HeiBold', size: 3.8 })
      y = paragraph(ctx, text(content, name), 20, y + 8, 170, { ...small, size: 3.8, leading: 1.75, indent: 7.6 }) + 6
    }
    line(ctx, '出院带药：遵医嘱。随访电话见门诊预约单。', 20, y, small)
    line(ctx, '经治医师：', 120, y + 24, small)
    const doctor = mark(content, '医师签名')
    if (doctor) signature(ctx, doctor, 138, y + 25, random, 9)
    line(ctx, '（病史专用章）', 120, y + 38, small)
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring, foot: '病史专用章', diameter: 36 }, 154 + random.between(-8, 10), y + 44, random)
    line(ctx, `打印时间：${day('出院日期')}　第 1 页`, 190, 285, { ...small, size: 2.9, align: 'right' })
    sample(ctx, 105, 291)
  }),
]
