import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { canvasLibrary, chineseFamily } from '../fonts.ts'
import { type Matrix, multiply, translate } from './matrix.ts'
import type { Item } from './ofd-content.ts'

/** Fonts are drawn large and scaled down: sizes in OFD are often 1, stretched by a matrix. */
const FONT_PIXELS = 100

/** Draws a page's objects; `pictures` holds what could be decoded, by package entry. */
export function draw(context: SKRSContext2D, items: Item[], toPixels: Matrix, pictures: Map<string, Canvas>): void {
  const family = chineseFamily()
  const { Path2D } = canvasLibrary()
  for (const item of items) {
    const m = multiply(toPixels, item.matrix)
    context.globalAlpha = item.alpha
    if (item.kind === 'text') {
      context.fillStyle = item.colour
      context.font = `${item.bold ? 'bold ' : ''}${FONT_PIXELS}px "${family}"`
      const scale = item.size / FONT_PIXELS
      for (const { char, x, y, advance } of item.codes.flat()) {
        if (char.trim() === '') continue
        context.setTransform(...multiply(m, multiply(translate(x, y), [scale, 0, 0, scale, 0, 0])))
        context.fillText(char, 0, 0, Math.max(0.3 * FONT_PIXELS, (1.1 * advance) / scale))
      }
    } else if (item.kind === 'path') {
      context.setTransform(...m)
      const path = new Path2D(item.svg)
      if (item.fill) {
        context.fillStyle = item.fill
        context.fill(path, item.rule)
      }
      if (item.stroke) {
        context.strokeStyle = item.stroke
        // A line thinner than a pixel still shows.
        context.lineWidth = Math.max(item.lineWidth, 0.8 / (Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2])) || 1))
        context.stroke(path)
      }
    } else {
      const picture = item.entry && pictures.get(item.entry)
      if (!picture) continue
      context.setTransform(...multiply(m, [1 / picture.width, 0, 0, 1 / picture.height, 0, 0]))
      context.drawImage(picture, 0, 0)
    }
  }
  context.globalAlpha = 1
  context.setTransform(1, 0, 0, 1, 0, 0)
}
