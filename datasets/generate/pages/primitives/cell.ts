import type { Context } from './sheet.ts'
import { line, type TextStyle, wrap } from './text.ts'

/** A ruled box of a form, in mm from the sheet's upper left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface CellStyle extends TextStyle {
  /** Weight of its rules in mm. */
  rule?: number
  /** Colour of its rules. */
  ink?: string
}

/** Rules a box and sets `text` in the middle of its height, over lines; type that would run out of the box is set smaller. */
export function cell(ctx: Context, { x, y, width, height }: Box, text: string, style: CellStyle = {}): void {
  ctx.strokeStyle = style.ink ?? '#2a2a2a'
  ctx.lineWidth = style.rule ?? 0.2
  ctx.strokeRect(x, y, width, height)
  const margin = Math.min(1.6, width * 0.08)
  const leading = style.leading ?? 1.32
  let size = style.size ?? 3.5
  let lines = wrap(ctx, text, width - 2 * margin, { ...style, size })
  while (lines.length * size * leading > height - 0.6 && size > 1.6) {
    size *= 0.95
    lines = wrap(ctx, text, width - 2 * margin, { ...style, size })
  }
  const align = style.align ?? 'center'
  const at = align === 'center' ? x + width / 2 : align === 'right' ? x + width - margin : x + margin
  const first = y + height / 2 - ((lines.length - 1) * size * leading) / 2 + size * 0.36
  for (const [i, part] of lines.entries()) line(ctx, part, at, first + i * size * leading, { ...style, size, align })
}

/** Boxes side by side, `widths` mm wide. Returns the y of their lower edge. */
export function cellRow(
  ctx: Context,
  { x, y, widths, height }: { x: number; y: number; widths: readonly number[]; height: number },
  texts: readonly (string | { text: string; style: CellStyle })[],
  style: CellStyle = {},
): number {
  let left = x
  for (const [i, width] of widths.entries()) {
    const one = texts[i] ?? ''
    const [words, own] = typeof one === 'string' ? [one, {}] : [one.text, one.style]
    cell(ctx, { x: left, y, width, height }, words, { ...style, ...own })
    left += width
  }
  return y + height
}
