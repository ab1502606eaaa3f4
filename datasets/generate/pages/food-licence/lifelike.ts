import { type Content, type Layout, mark, printDate, text } from '../content.ts'
import { emblem, guilloche, matrixCode } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { type Context, sheet } from '../primitives/sheet.ts'
import { spread } from '../primitives/spread.ts'
import { line, paragraph, sample, widthOf } from '../primitives/text.ts'

const LABEL = { face: 'Hei', size: 4 } as const
const VALUE = { face: 'Song', size: 4.1, leading: 1.38 } as const
/** 食品经营许可和备案管理办法 takes effect: supervisors and signer are printed no more. */
const REFORM = '2023-12-01'

interface Row {
  label: string
  words: string
}

/** 食品经营许可证 on A4 landscape, in the form of the day it was issued: with supervisors and signer until December 2023, without since. */
export const lifelike: Layout = (content, random) => {
  const issued = text(content, '发证日期')
  const old = issued !== '' && issued < REFORM
  const [left, right] = columns(content, old)
  return [
    sheet(
      { width: 297, height: 210, density: 9, paper: '#fbfcf5' },
      (ctx) => {
        frame(ctx)
        emblem(ctx, 148.5, 32, 11.5)
        const title = { face: 'SongBlack', size: 14.5, align: 'center', spacing: 3 } as const
        line(ctx, '食品经营许可证', 150, 63, title)
        if (content.variant === '副本') line(ctx, '（副　本）', 148.5, 72, { face: 'Song', size: 5, align: 'center' })
        column(ctx, left, { x: 26, label: old ? 44 : 34, value: old ? 82 : 92 })
        const below = column(ctx, right, { x: 166, label: 32, value: 74 })
        const top = Math.max(below + 4, 146)
        spread(ctx, '发证机关', 176, top, 22, LABEL)
        line(ctx, '：（章）', 198, top, LABEL)
        line(ctx, text(content, '发证机关'), 180, top + 9, VALUE)
        line(ctx, printDate(issued, 'spaced'), 192, top + 18, VALUE)
        const ring = mark(content, '盖章')
        if (ring) roundSeal(ctx, { ring, diameter: 42 }, 214 + random.between(-6, 6), top + 8, random)
        matrixCode(ctx, 246, 26, 22, random)
        line(ctx, '国家市场监督管理总局监制', 148.5, 194, { face: 'Hei', size: 3, align: 'center' })
        sample(ctx, 148.5, 207, 3)
      },
      [...Object.keys(content.fields).filter((name) => old || name !== '签发人'), '盖章'],
    ),
  ]
}

function columns(content: Content, old: boolean): [Row[], Row[]] {
  const row = (name: string, label = name): Row => ({ label, words: text(content, name) })
  const office = text(content, '发证机关') || '所在地市场监督管理局'
  const until = { label: '有效期至', words: printDate(text(content, '有效期至')) }
  const number = row('许可证编号')
  const call = { label: '投诉举报电话', words: '12315' }
  const watched = [
    { label: '日常监督管理机构', words: `${office}第一示例监管所` },
    { label: '日常监督管理人员', words: '随机确定，见公示栏' },
  ]
  return [
    [
      row('经营者名称'),
      row('统一社会信用代码', old ? '社会信用代码（身份证号码）' : '统一社会信用代码'),
      row('法定代表人', '法定代表人（负责人）'),
      row('住所'),
      row('经营场所'),
      row('主体业态'),
      row('经营项目'),
    ],
    old ? [number, ...watched, call, row('签发人'), until] : [number, until, call],
  ]
}

function column(ctx: Context, rows: readonly Row[], at: { x: number; label: number; value: number }): number {
  let y = 86
  for (const { label, words } of rows) {
    const tight = { ...LABEL, size: Math.min(4, (4 * at.label) / widthOf(ctx, label, LABEL)) }
    spread(ctx, label, at.x, y, at.label, tight)
    line(ctx, '：', at.x + at.label, y, LABEL)
    y = Math.max(paragraph(ctx, words, at.x + at.label + 5, y, at.value, VALUE), y + 5.6) + 4.2
  }
  return y
}

function frame(ctx: Context): void {
  const inner = { x: 16, y: 16, width: 265, height: 178 }
  guilloche(ctx, inner, ['#dfeedd', '#f3efd9', '#e3eff0'], { lines: 54, swing: 3, weight: 0.2, waves: 8 })
  ctx.strokeStyle = '#3f7f55'
  ctx.lineWidth = 1.1
  ctx.strokeRect(8, 8, 281, 194)
  ctx.lineWidth = 0.3
  ctx.strokeRect(10, 10, 277, 190)
  ctx.strokeRect(15, 15, 267, 180)
  // A band of overlapping rings between the two rules.
  for (let x = 12.5; x <= 285; x += 2.5)
    for (const y of [12.5, 197.5]) {
      ctx.beginPath()
      ctx.arc(x, y, 2, 0, Math.PI * 2)
      ctx.stroke()
    }
  for (let y = 15; y <= 196; y += 2.5)
    for (const x of [12.5, 284.5]) {
      ctx.beginPath()
      ctx.arc(x, y, 2, 0, Math.PI * 2)
      ctx.stroke()
    }
}
