import type { Context } from './sheet.ts'
import { line, type TextStyle, wrap } from './text.ts'

export interface Cell extends TextStyle {
  text: string
  /** Columns it spans. */
  span?: number
}

/** Draws a ruled table; row heights grow with their text. Returns the y of its lower edge in mm. */
export function table(
  ctx: Context,
  rows: readonly (readonly Cell[])[],
  at: { x: number; y: number; columns: readonly number[]; rowHeight: number; rule?: number; style?: TextStyle },
): number {
  const rule = at.rule ?? 0.25
  let top = at.y
  ctx.lineWidth = rule
  for (const row of rows) {
    let column = 0
    const placed = row.map((cell) => {
      const style = { ...at.style, ...cell }
      const left = at.x + sum(at.columns.slice(0, column))
      const width = sum(at.columns.slice(column, column + (cell.span ?? 1)))
      column += cell.span ?? 1
      const size = style.size ?? 3.5
      return { style, left, width, size, lines: wrap(ctx, cell.text, width - 4, { ...style, size }) }
    })
    const height = Math.max(at.rowHeight, ...placed.map((p) => p.lines.length * p.size * 1.45 + 2.4))
    for (const p of placed) {
      ctx.strokeStyle = '#2a2a2a'
      ctx.lineWidth = rule
      ctx.strokeRect(p.left, top, p.width, height)
      const step = p.size * 1.45
      const first = top + height / 2 - ((p.lines.length - 1) * step) / 2 + p.size * 0.36
      for (const [i, text] of p.lines.entries()) {
        const align = p.style.align ?? 'center'
        const x = align === 'center' ? p.left + p.width / 2 : align === 'right' ? p.left + p.width - 1.2 : p.left + 1.2
        line(ctx, text, x, first + i * step, { ...p.style, size: p.size, align })
      }
    }
    top += height
  }
  return top
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
