import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Line } from '../../../facts/reading.ts'
import { hasLooseWriting } from './loose-writing.ts'
import { shrink } from './pixels.ts'

const [W, H] = [1200, 1600]

const line = (y: number): Line => ({
  page: 1,
  box: [150, y, 700, y, 700, y + 26, 150, y + 26],
  text: '居民身份证',
  confidence: 0.95,
})
const lines = [200, 300, 400].map(line)

/** A copy with print in its lines, a frame, a grey portrait and specks. */
function copied(draw: (ctx: SKRSContext2D) => void) {
  const canvas = createCanvas(W, H)
  const ctx = canvas.getContext('2d')
  ctx.fillStyle = '#f2f2f2'
  ctx.fillRect(0, 0, W, H)
  ctx.fillStyle = ctx.strokeStyle = '#222222'
  for (const { box } of lines) for (let x = box[0]; x < box[2]; x += 9) ctx.fillRect(x, box[1], 4, box[5] - box[1])
  ctx.lineWidth = 3
  ctx.strokeRect(80, 100, 1040, 1000)
  ctx.fillStyle = '#555555'
  ctx.fillRect(850, 200, 180, 230)
  for (let i = 0; i < 300; i += 1) ctx.fillRect((i * 7919) % W, (i * 104729) % H, 1, 1)
  draw(ctx)
  const { data } = ctx.getImageData(0, 0, W, H)
  const rgb = new Uint8Array(W * H * 3)
  for (let i = 0; i < W * H; i += 1) for (let c = 0; c < 3; c += 1) rgb[3 * i + c] = data[4 * i + c] ?? 0
  return shrink({ page: 1, width: W, height: H, rgb, textLayer: null }, 800)
}

/** Six characters of crossing strokes. */
function hand(ctx: SKRSContext2D) {
  ctx.lineWidth = 3
  ctx.strokeStyle = '#20242c'
  for (let i = 0; i < 6; i += 1) {
    const x = 200 + 36 * i
    ctx.beginPath()
    for (const [a, b, c, d] of [
      [0, 6, 26, 3],
      [12, 0, 9, 30],
      [2, 18, 24, 15],
      [14, 16, 27, 31],
    ] as const) {
      ctx.moveTo(x + a, 1400 + b)
      ctx.lineTo(x + c, 1400 + d)
    }
    ctx.stroke()
  }
}

test('words by hand that no line read are loose strokes', () => {
  expect(hasLooseWriting(copied(hand), lines, [])).toBe(true)
})

test('what a line read is not', () => {
  const read: Line = { ...line(1390), box: [190, 1390, 430, 1390, 430, 1440, 190, 1440] }
  expect(hasLooseWriting(copied(hand), [...lines, read], [])).toBe(false)
  expect(hasLooseWriting(copied(hand), [...lines, { ...read, confidence: 0.4 }], [])).toBe(true)
})

test('frames, portraits and dirt are not', () => {
  expect(
    hasLooseWriting(
      copied(() => {}),
      lines,
      [],
    ),
  ).toBe(false)
})
