import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Mark } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { ringStrip } from './ring-strip.ts'

const [W, H] = [600, 500]
const seal: Pick<Mark, 'box'> = { box: [180, 130, 420, 130, 420, 370, 180, 370] }

/** A seal whose ring bears `count` bars across, over three quarters of a turn about its top, and black print over it. */
function sealed(count: number): Page {
  const canvas = createCanvas(W, H)
  const ctx = canvas.getContext('2d')
  ctx.fillStyle = '#f4f4f0'
  ctx.fillRect(0, 0, W, H)
  ctx.fillStyle = '#222222'
  ctx.fillRect(100, 300, 400, 8)
  ctx.translate(300, 250)
  ctx.strokeStyle = ctx.fillStyle = '#c8202c'
  ctx.lineWidth = 6
  ctx.beginPath()
  ctx.arc(0, 0, 117, 0, 7)
  ctx.stroke()
  for (let i = 0; i < count; i += 1) {
    ctx.save()
    ctx.rotate(((i - (count - 1) / 2) * 1.5 * Math.PI) / count)
    ctx.fillRect(-5, -106, 10, 20)
    ctx.restore()
  }
  const { data } = ctx.getImageData(0, 0, W, H)
  const rgb = new Uint8Array(W * H * 3)
  for (let i = 0; i < W * H; i += 1) for (let c = 0; c < 3; c += 1) rgb[3 * i + c] = data[4 * i + c] ?? 0
  return { page: 1, width: W, height: H, rgb, textLayer: null }
}

/** How many dark runs a level cut through the middle of the strip crosses. */
function barsIn(page: Page): number | null {
  const strip = ringStrip(page, seal)
  if (!strip) return null
  const row = Math.floor(strip.height / 2) * strip.width
  let bars = 0
  for (let x = 1; x < strip.width; x += 1)
    if ((strip.rgb[3 * (row + x)] ?? 0) < 128 && (strip.rgb[3 * (row + x - 1)] ?? 0) >= 128) bars += 1
  return bars
}

test('the ring is unrolled whole, from the gap on, without its line and the print over it', () => {
  expect(barsIn(sealed(9))).toBe(9)
  expect(barsIn(sealed(14))).toBe(14)
})

test('a seal without a name, or too small to read, has no strip', () => {
  expect(barsIn(sealed(0))).toBeNull()
  expect(ringStrip(sealed(9), { box: [280, 230, 320, 230, 320, 270, 280, 270] })).toBeNull()
})
