import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import type { Bitmap } from './bitmap.ts'
import { canvasLibrary } from './fonts.ts'

/** A sheet of white paper to draw a document's page on, in pixels. */
export function paper(width: number, height: number): { canvas: Canvas; context: SKRSContext2D } {
  const canvas = canvasLibrary().createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  return { canvas, context }
}

/** What stands on the paper as RGB. */
export function rgbOf(context: SKRSContext2D, width: number, height: number): Uint8Array {
  const rgba = context.getImageData(0, 0, width, height).data
  const rgb = new Uint8Array(width * height * 3)
  for (let i = 0, j = 0; j < rgb.length; i += 4, j += 3) {
    rgb[j] = rgba[i] ?? 0
    rgb[j + 1] = rgba[i + 1] ?? 0
    rgb[j + 2] = rgba[i + 2] ?? 0
  }
  return rgb
}

/** A decoded picture as something that can be drawn. */
export function pictureCanvas({ width, height, rgba }: Bitmap): Canvas {
  const { createCanvas, ImageData } = canvasLibrary()
  const canvas = createCanvas(width, height)
  canvas
    .getContext('2d')
    .putImageData(new ImageData(new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, rgba.length), width, height), 0, 0)
  return canvas
}
