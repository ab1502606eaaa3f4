import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Line } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'

export const [W, H] = [1000, 1400]

/** A page drawn by `draw` on paper of a colour. */
export function pageOf(draw: (ctx: SKRSContext2D) => void, paper = '#f4f2ec'): Page {
  const canvas = createCanvas(W, H)
  const ctx = canvas.getContext('2d')
  ctx.fillStyle = paper
  ctx.fillRect(0, 0, W, H)
  draw(ctx)
  const { data } = ctx.getImageData(0, 0, W, H)
  const rgb = new Uint8Array(W * H * 3)
  for (let i = 0; i < W * H; i += 1) rgb.set([data[4 * i] ?? 0, data[4 * i + 1] ?? 0, data[4 * i + 2] ?? 0], 3 * i)
  return { page: 1, width: W, height: H, rgb, textLayer: null }
}

/** Print that stands for text: upright strokes. */
export function print(ctx: SKRSContext2D, x: number, y: number, width: number, height = 24) {
  ctx.fillStyle = '#222'
  for (let i = 0; i < width; i += 8) ctx.fillRect(x + i, y - height / 2, 3, height)
}

export const line = (x: number, y: number, width: number, text: string, height = 24): Line => ({
  page: 1,
  box: [x, y - height / 2, x + width, y - height / 2, x + width, y + height / 2, x, y + height / 2],
  text,
  confidence: 0.95,
})

export const text = Array.from({ length: 10 }, (_, i) =>
  line(120, 200 + 60 * i, 600, '房屋租赁合同条款的文字内容示意行'),
)
export const write = () => (ctx: SKRSContext2D) => {
  for (const { box } of text) print(ctx, box[0], (box[1] + box[7]) / 2, 600)
}

export function seal(ctx: SKRSContext2D, x: number, y: number, radius: number, colour: string) {
  ctx.strokeStyle = colour
  ctx.lineWidth = 6
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
  ctx.stroke()
  ctx.fillStyle = colour
  for (let i = 0; i < 5; i += 1) {
    ctx.beginPath()
    ctx.moveTo(x, y)
    ctx.arc(x, y, radius * 0.3, i * 1.256, i * 1.256 + 0.5)
    ctx.fill()
  }
}

/** A closed outline through some points, to be filled in its colour within. */
export function outlined(
  ctx: SKRSContext2D,
  points: readonly (readonly [number, number])[],
  colour: string,
  width = 6,
) {
  ctx.strokeStyle = ctx.fillStyle = colour
  ctx.lineWidth = width
  ctx.beginPath()
  for (const [x, y] of points) ctx.lineTo(x, y)
  ctx.closePath()
  ctx.stroke()
}

/** Points of an ellipse. */
export const around = (x: number, y: number, rx: number, ry: number) =>
  Array.from({ length: 60 }, (_, i) => [x + rx * Math.cos(i / 9.549), y + ry * Math.sin(i / 9.549)] as const)

/** Corners of a square, turned. */
export const box = (x: number, y: number, half: number, turn = 0) =>
  [0, 1, 2, 3].map((i) => {
    const angle = (i + 0.5) * (Math.PI / 2) + turn
    return [x + half * Math.SQRT2 * Math.cos(angle), y + half * Math.SQRT2 * Math.sin(angle)] as const
  })
