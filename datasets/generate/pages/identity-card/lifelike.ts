import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, printDate, range, text } from '../content.ts'
import { emblem, guilloche, portrait } from '../primitives/figure.ts'
import { A4, type Context, sheet } from '../primitives/sheet.ts'
import { line, paragraph, sample } from '../primitives/text.ts'
import { watermark } from '../primitives/watermark.ts'

const CARD = { width: 85.6, height: 54 } as const
const LABEL = { face: 'Hei', size: 2.35, colour: '#4c86b8' } as const
const VALUE = { face: 'Hei', size: 2.9, colour: '#18181a' } as const
const FRONT = ['姓名', '性别', '民族', '出生', '住址', '公民身份号码', '人像']
const BACK = ['签发机关', '有效期限']

/**
 * 居民身份证: either the card itself, one picture a side, or what a counter gets most often, both sides copied onto one sheet with a
 * note of what the copy is for.
 */
export const lifelike: Layout = (content, random) => {
  if (random.chance(0.5)) {
    const size = { ...CARD, density: 20, card: true }
    return [sheet(size, (ctx) => front(ctx, content, random), FRONT), sheet(size, (ctx) => back(ctx, content), BACK)]
  }
  return [sheet({ ...A4, paper: '#ffffff' }, (ctx) => copy(ctx, content, random), [...FRONT, ...BACK])]
}

/** Both sides one below the other, in grey or in colour. */
function copy(ctx: Context, content: Content, random: Random): void {
  const grey = random.chance(0.6)
  const scale = random.pick([1, 1.12])
  const left = (A4.width - CARD.width * scale) / 2 + random.between(-6, 6)
  for (const [i, side] of [front, back].entries()) {
    ctx.save()
    ctx.translate(left + random.between(-2, 2), 52 + i * (CARD.height * scale + 26))
    ctx.rotate(random.between(-0.012, 0.012))
    ctx.scale(scale, scale)
    ctx.beginPath()
    ctx.roundRect(0, 0, CARD.width, CARD.height, 3)
    ctx.clip()
    side(ctx, content, random)
    ctx.restore()
  }
  if (grey) {
    ctx.save()
    ctx.globalCompositeOperation = 'saturation'
    ctx.fillStyle = '#808080'
    ctx.fillRect(0, 0, A4.width, A4.height)
    ctx.restore()
  }
  if (random.chance(0.4)) watermark(ctx, A4, 0.14, random)
  else line(ctx, '此复印件仅供办理行政许可使用，他用无效', 105, 232, { face: 'Song', size: 4.4, align: 'center' })
}

function ground(ctx: Context): void {
  const shade = ctx.createLinearGradient(0, 0, CARD.width, CARD.height)
  shade.addColorStop(0, '#dfeaf3')
  shade.addColorStop(0.5, '#f3efe9')
  shade.addColorStop(1, '#e2edf0')
  ctx.fillStyle = shade
  ctx.fillRect(0, 0, CARD.width, CARD.height)
  const all = { x: 0, y: 0, ...CARD }
  guilloche(ctx, all, ['#c9dcea', '#ecd6d9'], { lines: 52, swing: 3.2, weight: 0.08, waves: 2 })
  guilloche(ctx, all, ['#d5e6df'], { lines: 30, swing: 1.4, weight: 0.07, waves: 7 })
}

function front(ctx: Context, content: Content, random: Random): void {
  ground(ctx)
  const label = (words: string, x: number, y: number) => line(ctx, words, x, y, LABEL)
  label('姓 名', 6.2, 11)
  line(ctx, text(content, '姓名'), 15.4, 11.1, { ...VALUE, size: 3.5 })
  label('性 别', 6.2, 17.6)
  line(ctx, text(content, '性别'), 15.4, 17.7, VALUE)
  label('民 族', 22.4, 17.6)
  line(ctx, text(content, '民族'), 31.6, 17.7, VALUE)
  label('出 生', 6.2, 24.2)
  const [year = '', month, day] = text(content, '出生').split('-')
  line(ctx, year, 15.4, 24.3, VALUE)
  label('年', 23.2, 24.2)
  line(ctx, month ? String(Number(month)) : '', 28.7, 24.3, { ...VALUE, align: 'center' })
  label('月', 31.4, 24.2)
  line(ctx, day ? String(Number(day)) : '', 36.9, 24.3, { ...VALUE, align: 'center' })
  label('日', 39.6, 24.2)
  label('住 址', 6.2, 30.8)
  paragraph(ctx, text(content, '住址'), 15.4, 30.9, 35.5, { ...VALUE, leading: 1.48 })
  label('公民身份号码', 6.2, 48.6)
  line(ctx, text(content, '公民身份号码'), 27.6, 48.8, { ...VALUE, size: 3.5, spacing: 0.42 })
  if (mark(content, '人像')) {
    ctx.save()
    // The photograph has no ground of its own: the card's pattern shows around the head.
    ctx.globalCompositeOperation = 'multiply'
    portrait(ctx, { x: 56.4, y: 7.6, width: 24, height: 31 }, text(content, '性别'), random, '#ffffff')
    ctx.restore()
  }
  sample(ctx, 81, 52.6, 1.8)
}

function back(ctx: Context, content: Content): void {
  ground(ctx)
  wall(ctx)
  emblem(ctx, 13.6, 14, 8.6)
  line(ctx, '中华人民共和国', 52.6, 14.4, { face: 'SongMedium', size: 5, align: 'center', spacing: 1.5 })
  line(ctx, '居民身份证', 52.6, 24.6, { face: 'SongBold', size: 7.4, align: 'center', spacing: 2.4 })
  const dark = { ...LABEL, colour: '#242426', size: 2.6 }
  line(ctx, '签发机关', 22.4, 42.2, dark)
  line(ctx, text(content, '签发机关'), 35, 42.3, VALUE)
  line(ctx, '有效期限', 22.4, 48.8, dark)
  const { from, to } = range(content, '有效期限')
  line(ctx, `${printDate(from, 'dot')}-${printDate(to, 'dot')}`, 35, 48.9, VALUE)
  sample(ctx, 81, 52.6, 1.8)
}

/** The Great Wall in pale lines across the lower half. */
function wall(ctx: Context): void {
  ctx.strokeStyle = 'rgba(150,120,130,.28)'
  ctx.lineWidth = 0.16
  for (let i = 0; i < 7; i++) {
    ctx.beginPath()
    for (let t = 0; t <= 60; t++) {
      const x = (t / 60) * CARD.width
      const y = 38 - 7 * Math.sin(t / 9 + 0.6) - t * 0.08 + i * 1.5 + (t % 2 === 0 && i === 0 ? -0.7 : 0)
      if (t === 0) ctx.moveTo(x, y)
      else ctx.lineTo(x, y)
    }
    ctx.stroke()
  }
  ctx.strokeRect(68, 30, 5.4, 6)
  ctx.strokeRect(69.8, 32.4, 1.8, 3.6)
}
