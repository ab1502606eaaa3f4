import type { Random } from '../../random.ts'
import { type Content, type Layout, printDate, range, text } from '../content.ts'
import { emblem, guilloche, portrait } from '../primitives/figure.ts'
import type { Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

const CARD = { width: 85.6, height: 54, density: 20, card: true, paper: '#eef3f1' } as const
const LABEL = { face: 'Hei', size: 2.5, colour: '#3f7fb4' } as const
const VALUE = { face: 'Hei', size: 3.05, colour: '#1c1c1e' } as const

function ground(ctx: Context): void {
  const shade = ctx.createLinearGradient(0, 0, 85.6, 54)
  shade.addColorStop(0, '#e3edf2')
  shade.addColorStop(0.55, '#f1f1e8')
  shade.addColorStop(1, '#f0e4e6')
  ctx.fillStyle = shade
  ctx.fillRect(0, 0, 85.6, 54)
  guilloche(ctx, { x: 0, y: 0, width: 85.6, height: 54 }, ['#cfdfe6', '#e6d5dc', '#d5e2d4'], {
    lines: 44,
    swing: 2.4,
    weight: 0.09,
    waves: 3,
  })
}

/** 居民身份证 (second generation): 人像面, then 国徽面. */
export const secondGeneration: Layout = (content, random) => [
  sheetOf(CARD, content, (ctx, content) => front(ctx, content, random)),
  sheetOf(CARD, content, (ctx, content) => back(ctx, content)),
]

/** 人像面, 85.6 × 54 mm from the origin. */
export function front(ctx: Context, content: Content, random: Random): void {
  ground(ctx)
  const born = text(content, '出生').split('-')
  line(ctx, '姓　名', 6.4, 9.8, LABEL)
  line(ctx, text(content, '姓名'), 16.6, 9.9, { ...VALUE, size: 3.7, spacing: 0.3 })
  line(ctx, '性　别', 6.4, 16.2, LABEL)
  line(ctx, text(content, '性别'), 16.6, 16.3, VALUE)
  line(ctx, '民　族', 25.4, 16.2, LABEL)
  line(ctx, text(content, '民族'), 35.4, 16.3, VALUE)
  line(ctx, '出　生', 6.4, 22.6, LABEL)
  line(ctx, born[0] ?? '', 16.6, 22.7, VALUE)
  line(ctx, '年', 25, 22.6, LABEL)
  line(ctx, String(Number(born[1])), 31, 22.7, { ...VALUE, align: 'center' })
  line(ctx, '月', 34, 22.6, LABEL)
  line(ctx, String(Number(born[2])), 40, 22.7, { ...VALUE, align: 'center' })
  line(ctx, '日', 43, 22.6, LABEL)
  line(ctx, '住　址', 6.4, 29, LABEL)
  paragraph(ctx, text(content, '住址'), 16.6, 29.1, 37, { ...VALUE, leading: 1.45 })
  line(ctx, '公民身份号码', 6.4, 48.2, LABEL)
  line(ctx, text(content, '公民身份号码'), 28.6, 48.3, { ...VALUE, face: 'HeiBold', size: 3.6, spacing: 0.32 })
  portrait(ctx, { x: 57.6, y: 8.4, width: 23.2, height: 29.6 }, text(content, '性别'), random, '#f3f4f2')
  sample(ctx, 80.6, 52.6, 1.9)
}

/** 国徽面, 85.6 × 54 mm from the origin. */
export function back(ctx: Context, content: Content): void {
  ground(ctx)
  emblem(ctx, 14, 13.6, 8.2)
  line(ctx, '中华人民共和国', 51.5, 13.4, { face: 'Song', size: 5.3, align: 'center', spacing: 1.1 })
  line(ctx, '居民身份证', 51.5, 24.2, { face: 'SongMedium', size: 8.2, align: 'center', spacing: 1.6 })
  line(ctx, '签发机关', 20, 41.2, { ...LABEL, colour: '#2d2d2f', size: 2.7 })
  line(ctx, text(content, '签发机关'), 34, 41.3, VALUE)
  const valid = range(content, '有效期限')
  line(ctx, '有效期限', 20, 48.2, { ...LABEL, colour: '#2d2d2f', size: 2.7 })
  line(ctx, `${printDate(valid.from, 'dot')}-${printDate(valid.to, 'dot')}`, 34, 48.3, VALUE)
  sample(ctx, 80.6, 52.6, 1.9)
}
