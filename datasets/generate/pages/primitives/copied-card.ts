import { createCanvas } from '@napi-rs/canvas'
import { A4, type Sheet, sheet } from './sheet.ts'

/** Both sides of a card copied onto one A4 sheet, one above the other, a little larger than they are. */
export function copiedCard(sides: readonly Sheet[]): Sheet {
  return sheet({ ...A4, paper: '#ffffff' }, (ctx) => {
    for (const [i, side] of sides.entries()) {
      const width = side.width * 1.15
      ctx.drawImage(side.canvas, (A4.width - width) / 2, 38 + i * (side.height * 1.15 + 22), width, side.height * 1.15)
    }
  })
}

/** A clear layer as large as a sheet, for what is written on it later; the context's unit is the millimetre. */
export function layerOver({ canvas, width }: Sheet) {
  const over = createCanvas(canvas.width, canvas.height)
  const ctx = over.getContext('2d')
  ctx.scale(canvas.width / width, canvas.width / width)
  return { over, ctx }
}
