import type { Random } from '../../random.ts'
import { type CellStyle, cell } from './cell.ts'
import type { Context } from './sheet.ts'
import { type Cell, table } from './table.ts'
import { line, type TextStyle } from './text.ts'

/** The stamp of receipt of a counter, red and aslant, its upper left corner at x, y in mm. */
export function received(ctx: Context, x: number, y: number, random: Random): void {
  const style = { face: 'Hei', colour: '#c8303a', align: 'center' } as const
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(random.between(-0.09, 0.07))
  ctx.globalCompositeOperation = 'multiply'
  ctx.globalAlpha = random.between(0.65, 0.9)
  ctx.strokeStyle = style.colour
  ctx.lineWidth = 0.5
  ctx.strokeRect(0, 0, 38, 17)
  line(ctx, '普陀区示例政务服务中心', 19, 4.8, { ...style, size: 2.9 })
  line(ctx, `收件　${random.int(1, 28)}号窗口`, 19, 10, { ...style, size: 3.9 })
  line(ctx, `№ ${random.digits(6)}`, 19, 15, { ...style, size: 2.9 })
  ctx.restore()
}

/** A staple in the upper left corner, a little off the right angle. */
export function staple(ctx: Context, random: Random): void {
  ctx.save()
  ctx.translate(9 + random.between(-2, 3), 9 + random.between(-2, 3))
  ctx.rotate(-0.8 + random.between(-0.2, 0.2))
  ctx.fillStyle = '#8d9196'
  ctx.fillRect(-6, -0.35, 12, 0.7)
  ctx.fillStyle = 'rgba(60,60,60,.35)'
  ctx.fillRect(-6, 0.35, 12, 0.25)
  ctx.restore()
}

/**
 * A part of a form: rows of cells, and at their left one tall cell with its words set downwards; `head` is its width in mm.
 * Returns the y of its lower edge.
 */
export function band(
  ctx: Context,
  words: string,
  rows: readonly (readonly Cell[])[],
  at: { x: number; y: number; head: number; columns: readonly number[]; rowHeight: number; style?: TextStyle },
): number {
  const bottom = table(ctx, rows, { ...at, x: at.x + at.head })
  tall(ctx, words, { x: at.x, y: at.y, width: at.head, height: bottom - at.y }, at.style)
  return bottom
}

/** A tall cell with its words set downwards. */
export function tall(ctx: Context, words: string, box: Parameters<typeof cell>[1], style: CellStyle = {}): void {
  cell(ctx, box, [...words].join('\n'), { ...style, rule: 0.25, leading: 1.25 })
}
