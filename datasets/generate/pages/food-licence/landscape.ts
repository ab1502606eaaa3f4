import { type Layout, mark, printDate, text } from '../content.ts'
import { emblem, guilloche, matrixCode } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

/** 食品经营许可证, landscape: 297 × 210 mm. */
export const landscape: Layout = (content, random) => [
  sheetOf({ width: 297, height: 210, density: 7, paper: '#fcfbf4' }, content, (ctx, content) => {
    guilloche(ctx, { x: 14, y: 14, width: 269, height: 182 }, ['#e3efe0', '#f1ecd6'], {
      lines: 40,
      swing: 4,
      weight: 0.2,
    })
    ctx.strokeStyle = '#4f8f63'
    ctx.lineWidth = 1.4
    ctx.strokeRect(9, 9, 279, 192)
    ctx.lineWidth = 0.4
    ctx.strokeRect(13, 13, 271, 184)
    emblem(ctx, 148.5, 31, 12)
    line(ctx, '食品经营许可证', 148.5, 64, { face: 'SongBlack', size: 15, align: 'center', spacing: 3.4 })
    const label = { face: 'HeiBold', size: 4.4 } as const
    const value = { face: 'Hei', size: 4.4, leading: 1.4 } as const
    const column = (names: readonly [string, string][], x: number, gap: number, width: number) => {
      let y = 82
      for (const [name, shown] of names) {
        line(ctx, shown, x, y, label)
        const words =
          name.endsWith('日期') || name === '有效期至' ? printDate(text(content, name)) : text(content, name)
        y = Math.max(paragraph(ctx, words, x + gap, y, width, value), y + 6) + 4.6
      }
    }
    column(
      [
        ['经营者名称', '经营者名称'],
        ['统一社会信用代码', '统一社会信用代码'],
        ['法定代表人', '法定代表人（负责人）'],
        ['住所', '住　　所'],
        ['经营场所', '经营场所'],
        ['主体业态', '主体业态'],
        ['经营项目', '经营项目'],
      ],
      24,
      48,
      84,
    )
    column(
      [
        ['许可证编号', '许可证编号'],
        ['有效期至', '有效期至'],
        ['签发人', '签 发 人'],
        ['发证机关', '发证机关'],
        ['发证日期', '发证日期'],
      ],
      172,
      28,
      72,
    )
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring, diameter: 42 }, 222, 132, random)
    if (content.marks.二维码 !== false) matrixCode(ctx, 240, 160, 26, random)
    line(ctx, '国家市场监督管理总局监制', 148.5, 193, { face: 'Hei', size: 3, align: 'center' })
    sample(ctx, 148.5, 207, 3.2)
  }),
]
