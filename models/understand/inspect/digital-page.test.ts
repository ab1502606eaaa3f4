import type { SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Line } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { line, pageOf, print } from './drawn-page.ts'
import { inspectPage } from './inspect-page.ts'

/** A line whose characters stand one line's height apart. */
function typed(x: number, y: number, said: string): Line {
  const xs = [...said].map((_, i) => (i + 0.5) / said.length)
  return { ...line(x, y, 32 * said.length, said, 32), confidence: 1, characters: xs.map(() => 1), xs }
}

/** A page whose print is its text layer, with what is drawn beside it. */
function digital(lines: Line[], draw: (ctx: SKRSContext2D) => void = () => {}): Page {
  const printed = pageOf((ctx) => {
    for (const { box } of lines) print(ctx, box[0], (box[1] + box[7]) / 2, box[2] - box[0], 28)
    draw(ctx)
  }, '#ffffff')
  return { ...printed, textLayer: lines, wordless: pageOf(draw, '#ffffff').rgb }
}

const look = async (lines: Line[], draw?: (ctx: SKRSContext2D) => void) =>
  await inspectPage(digital(lines, draw), lines)
const ticks = ({ marks }: Awaited<ReturnType<typeof look>>) =>
  marks.filter(({ kind }) => kind === 'checkbox').map(({ text, present }) => [text, present])

function square(ctx: SKRSContext2D, x: number, y: number, ticked: boolean) {
  ctx.strokeStyle = '#000'
  ctx.lineWidth = 2
  ctx.strokeRect(x, y - 13, 26, 26)
  if (!ticked) return
  stroke(ctx, [x + 4, y], [x + 11, y + 9], [x + 24, y - 11])
}

function stroke(ctx: SKRSContext2D, ...[from, ...to]: [number, number][]) {
  ctx.strokeStyle = '#000'
  ctx.lineWidth = 3
  ctx.beginPath()
  ctx.moveTo(from?.[0] ?? 0, from?.[1] ?? 0)
  for (const [x, y] of to) ctx.lineTo(x, y)
  ctx.stroke()
}

const ANSWERS = [typed(200, 300, '同意'), typed(400, 300, '不同意')]

test('boxes drawn before the words of a digital page are ticked or open', async () => {
  const page = await look(ANSWERS, (ctx) => {
    square(ctx, 160, 300, true)
    square(ctx, 360, 300, false)
  })
  expect(ticks(page)).toEqual([
    ['同意', true],
    ['不同意', false],
  ])
  expect(page.lines.map(({ text }) => text)).toEqual(['☑同意', '□不同意'])
})

test('boxes that the text itself spells out are marks, and print is never a box', async () => {
  expect(ticks(await look([typed(200, 300, '☑同意□不同意'), typed(200, 400, '国口日回')]))).toEqual([
    ['同意', true],
    ['不同意', false],
  ])
  expect(ticks(await look([typed(200, 300, '国口日回')]))).toEqual([])
})

test('a tick drawn over an open box of the text ticks it', async () => {
  const page = await look([typed(200, 300, '□同意□不同意')], (ctx) => stroke(ctx, [206, 300], [214, 310], [230, 288]))
  expect(ticks(page)).toEqual([
    ['同意', true],
    ['不同意', false],
  ])
})

const PLACE = [typed(200, 600, '承租人（签名）：'), typed(200, 700, '出租人（签名）：')]
const signed = ({ marks }: Awaited<ReturnType<typeof look>>) =>
  marks.filter(({ kind }) => kind === 'signature').map(({ present }) => present)

test('a signature drawn or pasted on a digital page is seen; its own print is no hand', async () => {
  const hand = (ctx: SKRSContext2D) =>
    stroke(ctx, [470, 610], [500, 580], [520, 620], [560, 585], [590, 618], [620, 590], [640, 612])
  expect(signed(await look(PLACE, hand))).toEqual([true, false])
  expect(signed(await look([...PLACE, typed(480, 600, '2026')]))).toEqual([false, false])
})

test('black print of a digital page says nothing about a copy', async () => {
  const lines = Array.from({ length: 10 }, (_, i) => typed(120, 200 + 80 * i, '营业执照的文字内容示意'))
  expect((await look(lines)).colourless).toBeNull()
  const outlined: Page = { ...digital(lines), textLayer: null }
  expect((await inspectPage(outlined, lines)).colourless).toBe(true)
  expect((await inspectPage({ ...outlined, drawn: true }, lines)).colourless).toBeNull()
})
