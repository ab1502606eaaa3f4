import type { DocumentMark, DocumentType } from '../../../../facts/document-type.ts'
import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, printDate } from '../content.ts'
import { font } from '../primitives/fonts.ts'
import { signature } from '../primitives/hand.ts'
import { nameSeal, roundSeal, shapedSeal } from '../primitives/seal.ts'
import { A4, type Context, type DrawnMark, sheet } from '../primitives/sheet.ts'
import { line, paragraph, sample } from '../primitives/text.ts'
import { entries, house, titleOf } from './entries.ts'
import { places } from './marks.ts'

/** Ink of a seal on an original, and on a copy of one. */
const [RED, BLACK] = ['#c8202c', '#333333']

const BLANK_DATE = '      年    月    日'

/** One place to stamp: its words, and its seal of any outline, beside them or right over them. */
function sealed(
  ctx: Context,
  ring: string,
  { x, y, over, copied }: { x: number; y: number; over: boolean; copied: boolean },
  random: Random,
): DrawnMark {
  const colour = copied ? BLACK : RED
  const shape = random.pick(['round', 'round', 'round', 'oval', 'square', 'triangle'] as const)
  const at = [over ? x - random.between(8, 16) : x + random.between(16, 28), y + random.between(-5, 4)] as const
  if (shape === 'round') roundSeal(ctx, { ring, colour, diameter: random.pick([36, 40, 42]) }, ...at, random)
  else shapedSeal(ctx, { ring, colour, outline: shape }, ...at, random)
  return { present: true, text: ring, colour: copied ? 'black' : 'red', shape }
}

/** A date by hand where 年月日 are printed, typed, or nothing. */
function dated(ctx: Context, x: number, y: number, day: string, random: Random): DrawnMark {
  const how = random.pick(['hand', 'hand', 'typed', 'blank', 'blank'] as const)
  const label = random.pick(['日期：', '', '签署日期：'])
  if (how === 'typed') {
    line(ctx, `${label}${printDate(day, 'plain')}`, x, y, { face: 'Song', size: 4 })
    return { present: true, text: day }
  }
  const start = x + line(ctx, label, x, y, { face: 'Song', size: 4 })
  // The words to write between, or after 日期： nothing but room.
  const words = label === '' || random.chance(0.6)
  if (words) line(ctx, BLANK_DATE.replaceAll(' ', '　'), start, y, { face: 'Song', size: 4 })
  if (how === 'blank') return { present: false }
  ctx.fillStyle = random.pick(['#1b2a63', '#20242c'])
  ctx.textAlign = 'left'
  ctx.font = font('Hand', 6.4)
  const [year = '', month = '', date = ''] = day.split('-')
  const parts = words
    ? ([
        [year, 2],
        [String(Number(month)), 30],
        [String(Number(date)), 50],
      ] as const)
    : ([[`${year}.${Number(month)}.${Number(date)}`, 2]] as const)
  for (const [text, away] of parts) ctx.fillText(text, start + away, y + random.between(-0.4, 0.8))
  return { present: true, text: day }
}

/** The part of a round seal that falls on this sheet when it is stamped over the edge with others. */
function acrossEdge(ctx: Context, ring: string, copied: boolean, random: Random): void {
  const out = random.between(-0.3, 0.45) * 40
  roundSeal(ctx, { ring, colour: copied ? BLACK : RED, diameter: 40 }, A4.width + out, random.between(80, 220), random)
}

/** One place to sign: `signature` or `seal` beside its words. */
function placed(ctx: Context, one: DocumentMark, content: Content, y: number, copied: boolean, random: Random) {
  const words = one.near[0] ?? one.name
  const x = random.between(24, 40)
  const width = line(ctx, `${words}：`, x, y, { face: 'Song', size: 4 })
  const shown = mark(content, one.name)
  if (!shown) return { present: false }
  if (one.kind === 'signature') {
    signature(ctx, shown, x + width + 2, y + 0.6, random, 8)
    return { present: true, text: shown }
  }
  return sealed(ctx, shown, { x: x + width, y, over: random.chance(0.3), copied }, random)
}

/**
 * Any type as the closing page of a contract on A4: places to sign and stamp with seals of every outline, red or copied black,
 * over their words or beside them, a person's seal, the date by hand, typed or blank, a seal across the sheet's edge or none.
 */
export const signing =
  (type: DocumentType): Layout =>
  (content, random) => {
    const style = { ...house(random.fork('house')), colon: '：' as const }
    const copied = random.chance(0.3)
    const marks: Record<string, DrawnMark> = {}
    const printed = entries(type, content, style).slice(0, 6)
    const made = sheet({ ...A4, paper: random.pick(['#fdfdfb', '#fbfaf6']) }, (ctx) => {
      line(ctx, titleOf(type, content, random), 105, 32, { face: 'SongBold', size: 6.4, align: 'center', spacing: 1 })
      let y = 48
      for (const { label, text } of printed)
        y = paragraph(ctx, `${label}${text}`, 24, y, 150, { size: 4, face: 'Song', leading: 1.7 })
      y = Math.max(y + 24, 120)
      for (const one of places(type).slice(0, 4)) {
        marks[one.name] = placed(ctx, one, content, y, copied, random)
        y += one.kind === 'seal' ? 30 : 15
      }
      const person = random.chance(0.5) ? String(random.pick(['王小满', '李半亩', '陈如意', '赵长安'])) : null
      if (person)
        nameSeal(
          ctx,
          person,
          random.between(150, 172),
          y - random.between(14, 40),
          random,
          random.pick([14, 16, 18, 20]),
        )
      marks.私章 = person ? { present: true, text: `${person}印`, shape: 'square' } : { present: false }
      marks.落款日期 = dated(ctx, random.between(110, 124), Math.min(y + 2, 276), '2026-05-18', random)
      const across = random.chance(0.4)
      if (across) acrossEdge(ctx, '上海示例文化传播有限公司', copied, random)
      marks.骑缝章 = { present: across }
      sample(ctx, 105, 293)
    })
    return [{ ...made, marks, shows: printed.map(({ name }) => name) }]
  }
