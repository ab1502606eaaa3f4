import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Line } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { inspectPage } from './inspect-page.ts'
import { shrink } from './pixels.ts'
import { portraitsOn } from './portrait.ts'

type Draw = (ctx: SKRSContext2D) => void

/** A picture of a size, drawn and then seen with a camera's noise. */
function picture(width: number, height: number, draw: Draw): Page {
  const canvas = createCanvas(width, height)
  const ctx = canvas.getContext('2d')
  draw(ctx)
  const { data } = ctx.getImageData(0, 0, width, height)
  const rgb = new Uint8Array(width * height * 3)
  let seed = 7
  for (let i = 0; i < rgb.length; i += 1) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    const value = (data[4 * Math.floor(i / 3) + (i % 3)] ?? 0) + (seed % 13) - 6
    rgb[i] = Math.max(0, Math.min(255, value))
  }
  return { page: 1, width, height, rgb, textLayer: null }
}

function ellipse(ctx: SKRSContext2D, colour: string, x: number, y: number, rx: number, ry: number) {
  ctx.fillStyle = colour
  ctx.beginPath()
  ctx.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI)
  ctx.fill()
}

/** A head with hair, ears, eyes and mouth over shoulders, before a ground; `w` is the portrait's width. */
const person =
  (ground: string, x = 0, y = 0, w = 600, { skin = '#d8a888', hair = '#1d1a1b', long = false } = {}): Draw =>
  (ctx) => {
    const h = 1.4 * w
    const at = (dx: number, dy: number) => [x + dx * w, y + dy * h] as const
    ctx.save()
    ctx.beginPath()
    ctx.rect(x, y, w, h)
    ctx.clip()
    ctx.fillStyle = ground
    ctx.fillRect(x, y, w, h)
    ellipse(ctx, '#27324a', ...at(0.5, 1.05), 0.47 * w, 0.26 * h)
    if (long) for (const side of [0.27, 0.73]) ellipse(ctx, hair, ...at(side, 0.5), 0.06 * w, 0.2 * h)
    ellipse(ctx, hair, ...at(0.5, 0.33), 0.25 * w, 0.2 * h)
    ctx.fillStyle = skin
    ctx.fillRect(...at(0.41, 0.62), 0.18 * w, 0.2 * h)
    ellipse(ctx, skin, ...at(0.5, 0.47), 0.22 * w, 0.2 * h)
    for (const side of [0.42, 0.58]) ellipse(ctx, '#2a1c18', ...at(side, 0.44), 0.035 * w, 0.012 * h)
    ellipse(ctx, '#a8554d', ...at(0.5, 0.58), 0.06 * w, 0.012 * h)
    ctx.restore()
  }

const found = (page: Page) => portraitsOn(shrink(page, 800), 1).length

const line = (x: number, y: number, width: number, text: string): Line => ({
  page: 1,
  box: [x, y, x + width, y, x + width, y + 30, x, y + 30],
  text,
  confidence: 0.97,
})

test('a face before a plain ground is a portrait, whatever the ground', () => {
  for (const ground of ['#ffffff', '#3b8ede', '#c8202a', '#dfe3e6'])
    expect(found(picture(600, 840, person(ground))), ground).toBe(1)
  expect(found(picture(600, 840, person('#ffffff', 0, 0, 600, { long: true })))).toBe(1)
  expect(found(picture(600, 840, person('#3b8ede', 0, 0, 600, { skin: '#ecc9b0' })))).toBe(1)
})

const sheet =
  (desk: string, ...drawings: Draw[]): Draw =>
  (ctx) => {
    ctx.fillStyle = desk
    ctx.fillRect(0, 0, 1200, 900)
    ctx.fillStyle = '#f3f1ea'
    ctx.fillRect(80, 60, 1040, 780)
    for (const draw of drawings) draw(ctx)
  }

test('a portrait pasted on a paper is seen where it lies, on any desk', () => {
  for (const desk of ['#8a5a34', '#555555', '#b8926a']) {
    const [mark] = portraitsOn(shrink(picture(1200, 900, sheet(desk, person('#4a90d9', 850, 130, 180))), 800), 1)
    expect(mark, desk).toMatchObject({ kind: 'photo', present: true })
    const box = mark?.box ?? []
    expect(box[0]).toBeGreaterThan(800)
    expect(box[4]).toBeLessThan(1080)
    expect(box[5]).toBeLessThan(430)
  }
})

test('desks, stains, seals and emblems are no portraits', () => {
  const stain: Draw = (ctx) => ellipse(ctx, '#d8a888', 600, 400, 80, 110)
  const ring: Draw = (ctx) => {
    ctx.strokeStyle = '#c8202a'
    ctx.lineWidth = 9
    ctx.beginPath()
    ctx.arc(600, 400, 90, 0, 7)
    ctx.stroke()
  }
  const thumb: Draw = (ctx) => ellipse(ctx, '#d8a888', 80, 600, 70, 130)
  const capped: Draw = (ctx) => {
    ctx.fillStyle = '#d8a888'
    ctx.fillRect(500, 300, 120, 160)
    ctx.fillStyle = '#222'
    ctx.fillRect(500, 240, 120, 60)
  }
  for (const draw of [stain, ring, thumb, capped]) expect(found(picture(1200, 900, sheet('#8a5a34', draw)))).toBe(0)
})

test('a photograph of a face alone is a portrait page and nothing is wrong with it', async () => {
  const page = await inspectPage(picture(600, 840, person('#ffffff')), [])
  expect(page.portrait).toBe(true)
  expect(page.quality).toEqual({ score: 1, issues: [], advice: [] })
})

test('a portrait beside a paper’s print is only a mark of the paper', async () => {
  const drawn = picture(1200, 900, sheet('#555555', person('#4a90d9', 850, 130, 180)))
  const card = await inspectPage(drawn, [line(200, 200, 180, '工作证'), line(200, 300, 200, '姓名王小满')])
  expect(card.portrait).not.toBe(true)
  expect(card.marks.filter(({ kind }) => kind === 'photo')).toHaveLength(1)
  // Print that could not be read is print.
  const unread: Line['box'] = [200, 300, 400, 300, 400, 330, 200, 330]
  expect((await inspectPage(drawn, [], [unread])).portrait).not.toBe(true)
  const collar: Line['box'] = [860, 140, 1020, 140, 1020, 370, 860, 370]
  expect((await inspectPage(drawn, [line(500, 100, 150, '证件照')], [collar])).portrait).toBe(true)
})
