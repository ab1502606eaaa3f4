import type { Canvas } from '@napi-rs/canvas'
import type { Context } from './sheet.ts'

/** Words as they were set on a sheet; `box` is left, top, right, bottom as shares of the sheet's width and height. */
export interface Printed {
  text: string
  box: readonly [number, number, number, number]
}

const onCanvas = new WeakMap<Canvas, Printed[]>()

/** Notes a line of `width` mm, type `size` mm high, that was just set with its baseline at `x`, `y`. */
export function notePrinted(ctx: Context, text: string, x: number, y: number, width: number, size: number): void {
  // A page of a PDF has no canvas: what is set there can be read without a picture.
  if (!(ctx.canvas as Canvas | undefined)) return
  const { a, b, c, d, e, f } = ctx.getTransform()
  const corners = [
    [x, y - size * 0.88],
    [x + width, y - size * 0.88],
    [x + width, y + size * 0.14],
    [x, y + size * 0.14],
  ].map(([px = 0, py = 0]) => [a * px + c * py + e, b * px + d * py + f] as const)
  const xs = corners.map(([px]) => px / ctx.canvas.width)
  const ys = corners.map(([, py]) => py / ctx.canvas.height)
  const all = onCanvas.get(ctx.canvas) ?? []
  all.push({ text, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] })
  onCanvas.set(ctx.canvas, all)
}

/** Everything that was set on a canvas, in the order of setting. */
export const printedOn = (canvas: Canvas): readonly Printed[] => onCanvas.get(canvas) ?? []
