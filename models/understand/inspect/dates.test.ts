import type { SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Line, Mark } from '../../../facts/reading.ts'
import { datesAt } from './dates.ts'
import { line, pageOf, print } from './drawn-page.ts'

const asks = line(120, 1000, 200, '乙方（签字）：')

/** A line whose characters stand at these places (0–1 along it). */
const spaced = (x: number, y: number, width: number, text: string, xs: number[]): Line => ({
  ...line(x, y, width, text),
  xs,
})
const frame = spaced(300, 1080, 300, '年月日', [0.3, 0.65, 0.97])

/** Print of the given lines, each character a few strokes, and what a hand adds. */
function drawn(
  lines: readonly Line[],
  hand: (ctx: SKRSContext2D) => void = () => {},
  ...rest: [places?: string[], seals?: Mark[]]
) {
  const page = pageOf((ctx) => {
    for (const { box, text, xs } of lines)
      for (const [i] of [...text].entries()) {
        const x = box[0] + (box[2] - box[0]) * (xs?.[i] ?? (i + 0.5) / text.length)
        print(ctx, x - 9, (box[1] + box[7]) / 2, 18, 20)
      }
    hand(ctx)
  })
  return datesAt(page, lines, ...rest)
}

const scrawl = (ctx: SKRSContext2D, x: number, y: number) => {
  ctx.strokeStyle = '#1b2a63'
  ctx.lineWidth = 3
  ctx.beginPath()
  for (let i = 0; i < 12; i += 1) ctx.lineTo(x + 3 * i, y + (i % 2 === 0 ? -14 : 12))
  ctx.stroke()
}

test('年 月 日 without figures is a blank date, with a hand between them it is written', () => {
  expect(drawn([asks, frame])).toMatchObject([{ kind: 'date', present: false }])
  const written = drawn([asks, frame], (ctx) => {
    scrawl(ctx, 425, 1080)
    scrawl(ctx, 525, 1080)
  })
  expect(written).toMatchObject([{ kind: 'date', present: true }])
})

test('a date that was read is there, also in pieces; one with its year alone is blank', () => {
  const label = line(120, 1080, 80, '日期：')
  expect(drawn([asks, line(120, 1080, 300, '日期：2026年5月18日')])).toMatchObject([{ present: true }])
  expect(drawn([asks, label, line(230, 1080, 160, '2026.5.18')])).toMatchObject([{ present: true }])
  const year = spaced(120, 1080, 400, '日期：2026年月日', [0.03, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.45, 0.7, 0.97])
  expect(drawn([asks, year])).toMatchObject([{ present: false }])
})

test('behind 日期： a hand is looked for', () => {
  const label = line(120, 1080, 80, '日期：')
  expect(drawn([asks, label])).toMatchObject([{ present: false }])
  expect(drawn([asks, label], (ctx) => scrawl(ctx, 240, 1080))).toMatchObject([{ present: true }])
})

test('dates of the text and far from any signature, and other words with 日期, are none', () => {
  expect(drawn([asks, line(120, 300, 300, '日期：')])).toEqual([])
  expect(drawn([line(120, 1000, 300, '经营范围'), frame])).toEqual([])
  expect(drawn([asks, line(120, 1080, 300, '出生日期：')])).toEqual([])
  expect(drawn([asks, line(120, 1080, 600, '本合同自2026年5月18日起至2027年5月17日止有效')])).toEqual([])
})

const seal = (x: number, y: number): Mark => ({
  kind: 'seal',
  present: true,
  page: 1,
  box: [x - 90, y - 90, x + 90, y - 90, x + 90, y + 90, x - 90, y + 90],
  confidence: 0.9,
})

test('a date below the words of an office that seals, or below a seal over them, closes the paper', () => {
  const office = line(120, 1000, 110, '发证机关：')
  const dated = line(120, 1080, 300, '日期：2026年5月18日')
  expect(drawn([office, dated])).toEqual([])
  expect(drawn([office, dated], undefined, ['发证机关'])).toMatchObject([{ present: true }])
  expect(drawn([line(120, 1000, 400, '发证机关核定的范围'), dated], undefined, ['发证机关'])).toEqual([])
  const bare = line(300, 1080, 240, '2026年5月18日')
  expect(drawn([bare], undefined, [], [seal(400, 1040)])).toMatchObject([{ present: true }])
  expect(drawn([bare], undefined, [], [seal(850, 1040)])).toEqual([])
  // A licence's figures may stand above their 年月日.
  expect(drawn([office, frame], undefined, ['发证机关'], [seal(400, 1040)])).toEqual([])
})

test('a year that stands apart from its 年 by hand is part of its date', () => {
  const pieces = [
    line(300, 1080, 60, '2026'),
    line(420, 1080, 40, '年5'),
    line(520, 1080, 50, '月18'),
    line(640, 1080, 24, '日'),
  ]
  expect(drawn([asks, ...pieces])).toMatchObject([{ present: true, text: '2026年5月18日' }])
})

test('a seal that crosses the place for a date is no hand', () => {
  const label = line(120, 1080, 80, '日期：')
  const ring = (ctx: SKRSContext2D) => {
    ctx.strokeStyle = '#333'
    ctx.lineWidth = 5
    ctx.beginPath()
    ctx.arc(360, 1080, 90, 0, 2 * Math.PI)
    ctx.stroke()
  }
  expect(drawn([asks, label], ring, [], [seal(360, 1080)])).toMatchObject([{ present: false }])
})
