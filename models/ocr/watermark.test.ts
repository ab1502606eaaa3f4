import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Line } from '../../facts/reading.ts'
import type { Page } from '../page.ts'
import type { Found } from './detect.ts'
import { fromCorners, type Point } from './geometry.ts'
import { slanting, withoutWatermark, withoutWatermarkWords } from './watermark.ts'

const [W, H] = [600, 800]

/** A region of words at a place, turned by so many degrees. */
function region(x: number, y: number, degrees: number, width = 200, height = 24): Found {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const at = (u: number, v: number): Point => [x + u * cos - v * sin, y + u * sin + v * cos]
  return { rect: fromCorners([at(0, 0), at(width, 0), at(width, height), at(0, height)]), score: 0.9 }
}

const PRINT = [100, 200, 300, 400].map((y) => region(60, y, 1))
const WORDS = [500, 600, 700].map((y) => region(300, y, -35))

/** A page with strokes in every region: black in print, as grey as told in the slanting words. */
function pageWith(grey: string): Page {
  const canvas = createCanvas(W, H)
  const ctx = canvas.getContext('2d')
  ctx.fillStyle = '#e8e6e0'
  ctx.fillRect(0, 0, W, H)
  const strokes = (c: SKRSContext2D, { rect }: Found, colour: string) => {
    const [a, b] = rect.corners
    c.save()
    c.translate(a[0], a[1])
    c.rotate(Math.atan2(b[1] - a[1], b[0] - a[0]))
    c.fillStyle = colour
    for (let x = 0; x < rect.width; x += 10) c.fillRect(x, 3, 4, rect.height - 6)
    c.restore()
  }
  for (const one of WORDS) strokes(ctx, one, grey)
  for (const one of PRINT) strokes(ctx, one, '#202020')
  const { data } = ctx.getImageData(0, 0, W, H)
  const rgb = new Uint8Array(W * H * 3)
  for (let i = 0; i < W * H; i += 1) rgb.set(data.subarray(4 * i, 4 * i + 3), 3 * i)
  return { page: 1, width: W, height: H, rgb, textLayer: null }
}

/** The darkest pixel of a page in a region's upright extent. */
function darkest({ rgb }: Page, { rect }: Found): number {
  const [xs, ys] = [rect.corners.map(([x]) => x), rect.corners.map(([, y]) => y)]
  let least = 255
  for (let y = Math.ceil(Math.min(...ys)); y < Math.max(...ys); y += 1)
    for (let x = Math.ceil(Math.min(...xs)); x < Math.max(...xs); x += 1)
      least = Math.min(least, rgb[3 * (y * W + x)] ?? 255)
  return least
}

test('faint words laid slantwise over a page vanish, its print stays', () => {
  const clear = withoutWatermark(pageWith('#b0b0b0'), [...PRINT, ...WORDS])
  expect(clear).not.toBeNull()
  for (const one of WORDS) expect(clear && darkest(clear, one)).toBeGreaterThan(215)
  for (const one of PRINT) expect(clear && darkest(clear, one)).toBeLessThan(50)
})

test('slanting words as dark as the print are left, and so is a page that slants as a whole or holds one slanting line', () => {
  expect(withoutWatermark(pageWith('#303030'), [...PRINT, ...WORDS])).toBeNull()
  expect(slanting([100, 200, 300, 400].map((y) => region(60, y, -25)))).toEqual([])
  expect(slanting([...PRINT, ...WORDS.slice(0, 1)])).toEqual([])
  expect(slanting([...PRINT, ...[500, 600, 700].map((y) => region(60, y, 90))])).toEqual([])
})

const line = ({ rect }: Found, text: string): Line => ({
  page: 1,
  box: rect.corners.flat() as unknown as Line['box'],
  text,
  confidence: 0.9,
})

test('words said again and again slantwise are no lines of the page; a slanting stamp and level print that repeats stay', () => {
  const print = PRINT.map((region) => line(region, '仅供办理本事项使用'))
  const laid = WORDS.map((region, i) => line(region, `${'仅供办理本事项使用'.slice(i)}仅供`))
  expect(withoutWatermarkWords([...print, ...laid])).toEqual(print)
  const notes = WORDS.map((region, i) => line(region, ['已收讫', '作废', '二〇二六年'][i] ?? ''))
  expect(withoutWatermarkWords([...print, ...notes])).toEqual([...print, ...notes])
})
