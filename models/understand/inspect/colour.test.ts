import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Line, Mark } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { isColourless } from './colour.ts'
import { shrink } from './pixels.ts'

const [W, H] = [1200, 900]

/** A page lying on a brown desk, lit by a lamp of a colour that falls off to one side. */
function photographed(draw: (ctx: SKRSContext2D) => void, lamp: readonly number[] = [1, 1, 1]): Page {
  const canvas = createCanvas(W, H)
  const ctx = canvas.getContext('2d')
  ctx.fillStyle = '#7d5a3a'
  ctx.fillRect(0, 0, W, H)
  ctx.fillStyle = '#f2f2f2'
  ctx.fillRect(100, 80, 1000, 740)
  ctx.fillStyle = '#222'
  for (const { box } of lines) for (let x = box[0]; x < box[2]; x += 9) ctx.fillRect(x, box[1], 4, box[5] - box[1])
  draw(ctx)
  const { data } = ctx.getImageData(0, 0, W, H)
  const rgb = new Uint8Array(W * H * 3)
  for (let i = 0; i < W * H; i += 1) {
    const fall = 1 - (0.4 * (i % W)) / W
    for (let c = 0; c < 3; c += 1) rgb[3 * i + c] = (data[4 * i + c] ?? 0) * (lamp[c] ?? 1) * fall
  }
  return { page: 1, width: W, height: H, rgb, textLayer: null }
}

const lines = Array.from({ length: 9 }, (_, i): Line => {
  const y = 130 + 75 * i
  return { page: 1, box: [150, y, 1050, y, 1050, y + 26, 150, y + 26], text: '营业执照正文', confidence: 0.95 }
})

const colourless = (page: Page) => isColourless(shrink(page, 800), lines)

test('black print has no colour, whatever the lamp and the desk', () => {
  expect(colourless(photographed(() => {}))).toBe(true)
  expect(colourless(photographed(() => {}, [1, 0.85, 0.6]))).toBe(true)
  expect(colourless(photographed(() => {}, [0.8, 0.9, 1]))).toBe(true)
})

test('grey emblems and photographs of a copy are no colour', () => {
  const grey = (ctx: SKRSContext2D) => {
    for (const [i, shade] of ['#555555', '#888888', '#bbbbbb'].entries()) {
      ctx.fillStyle = shade
      ctx.fillRect(300 + 150 * i, 300, 120, 160)
    }
  }
  expect(colourless(photographed(grey, [1, 0.9, 0.7]))).toBe(true)
})

test('a red seal, a coloured border or blue print are colour', () => {
  const drawings: ((ctx: SKRSContext2D) => void)[] = [
    (ctx) => {
      ctx.strokeStyle = '#c8202a'
      ctx.lineWidth = 12
      ctx.beginPath()
      ctx.arc(850, 600, 90, 0, 7)
      ctx.stroke()
    },
    (ctx) => {
      ctx.fillStyle = '#d8b45a'
      ctx.fillRect(160, 240, 880, 30)
    },
    (ctx) => {
      ctx.fillStyle = '#2a5aa8'
      for (let x = 300; x < 900; x += 10) ctx.fillRect(x, 460, 5, 30)
    },
  ]
  for (const draw of drawings) expect(colourless(photographed(draw, [1, 0.9, 0.75]))).toBe(false)
})

test('a speck of colour, too little light or a page without text cannot be told', () => {
  const speck = (ctx: SKRSContext2D) => {
    ctx.fillStyle = '#c8202a'
    ctx.fillRect(600, 400, 60, 50)
  }
  expect(colourless(photographed(speck))).toBeNull()
  expect(colourless(photographed(() => {}, [0.2, 0.2, 0.2]))).toBeNull()
  expect(
    isColourless(
      shrink(
        photographed(() => {}),
        800,
      ),
      [],
    ),
  ).toBeNull()
})

test('a portrait on white paper beside the text is colour, a desk about the page is none', () => {
  const beside = lines.map(
    (line): Line => ({
      ...line,
      box: line.box.map((v, i) => (i % 2 === 0 ? 150 + (v - 150) * 0.7 : v)) as unknown as Line['box'],
    }),
  )
  const told = (page: Page) => isColourless(shrink(page, 800), beside)
  const portrait = (ctx: SKRSContext2D) => {
    ctx.fillStyle = '#d0a080'
    ctx.fillRect(930, 180, 60, 80)
  }
  expect(told(photographed(portrait, [1, 0.9, 0.75]))).toBe(false)
  expect(told(photographed(() => {}, [1, 0.9, 0.75]))).toBe(true)
})

test('a portrait in pale colours is colour, a grey one under a warm lamp is none', () => {
  const portrait = (shades: readonly string[]) => (ctx: SKRSContext2D) => {
    const [ground = '', face = '', coat = ''] = shades
    ctx.fillStyle = ground
    ctx.fillRect(960, 86, 80, 40)
    ctx.fillStyle = face
    ctx.fillRect(985, 94, 30, 22)
    ctx.fillStyle = coat
    ctx.fillRect(970, 116, 60, 10)
  }
  const photo: Mark = {
    kind: 'photo',
    present: true,
    page: 1,
    box: [960, 86, 1040, 86, 1040, 126, 960, 126],
    confidence: 0.9,
  }
  const told = (shades: readonly string[]) =>
    isColourless(shrink(photographed(portrait(shades), [1, 0.9, 0.75]), 800), lines, [], [photo])
  expect(told(['#c5d0d3', '#cf9a72', '#2a3040'])).toBe(false)
  expect(told(['#cdcdcd', '#a0a0a0', '#303030'])).toBe(true)
})
