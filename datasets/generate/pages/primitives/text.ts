import type { Random } from '../../random.ts'
import { type Face, font } from './fonts.ts'
import { notePrinted } from './printed.ts'
import type { Context } from './sheet.ts'

export interface TextStyle {
  face?: Face
  /** Height of the type in mm (10.5 pt = 3.7 mm). */
  size?: number
  colour?: string
  align?: 'left' | 'center' | 'right'
  /** Extra space between characters in mm. */
  spacing?: number
  /** Distance of baselines as a multiple of size. */
  leading?: number
  /** Written with a pen: no two characters stand alike. */
  pen?: Random
}

const INK = '#1f1e1d'

function apply(ctx: Context, style: TextStyle): number {
  const size = style.size ?? 3.7
  ctx.font = font(style.face ?? 'Song', size)
  ctx.fillStyle = style.colour ?? INK
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  ctx.letterSpacing = `${style.spacing ?? 0}px`
  return size
}

/** Width in mm of `text` set in `style`. */
export function widthOf(ctx: Context, text: string, style: TextStyle = {}): number {
  apply(ctx, style)
  return ctx.measureText(text).width
}

/** One line; `x` is the left edge, centre or right edge by `style.align`, `y` the baseline. Returns its width in mm. */
export function line(ctx: Context, text: string, x: number, y: number, style: TextStyle = {}): number {
  const size = apply(ctx, style)
  const width = ctx.measureText(text).width
  const shift = style.align === 'center' ? width / 2 : style.align === 'right' ? width : 0
  if (style.pen) penned(ctx, text, x - shift, y, size, style.pen)
  else ctx.fillText(text, x - shift, y)
  notePrinted(ctx, text, x - shift, y, width, size)
  return width
}

/** Sets characters as a hand does: each a little off its place, its size and its slant. */
function penned(ctx: Context, text: string, x: number, y: number, size: number, pen: Random): void {
  let at = x
  for (const ch of text) {
    const width = ctx.measureText(ch).width
    ctx.save()
    ctx.translate(at + pen.between(-0.05, 0.05) * size, y + pen.between(-0.07, 0.07) * size)
    ctx.rotate(pen.between(-0.09, 0.06))
    const scale = pen.between(0.88, 1.12)
    ctx.transform(scale, 0, pen.between(-0.16, 0.02), scale, 0, 0)
    ctx.fillText(ch, 0, 0)
    ctx.restore()
    at += width
  }
}

const NO_LINE_START = /^[，。；：、）》”？！,.;:)%㎡]/u

/** Breaks `text` into lines of at most `width` mm; closing punctuation never starts a line; \n breaks. */
export function wrap(ctx: Context, text: string, width: number, style: TextStyle = {}, indent = 0): string[] {
  apply(ctx, style)
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let current = ''
    for (const unit of paragraph.match(/[（(《“]?(?:[A-Za-z0-9.-]+|.)/gu) ?? []) {
      const limit = lines.length === 0 ? width - indent : width
      if (current !== '' && ctx.measureText(current + unit).width > limit && !NO_LINE_START.test(unit)) {
        lines.push(current)
        current = ''
      }
      current += unit
    }
    lines.push(current)
  }
  return lines
}

/** Running text in a column of `width` mm; returns the baseline of the next free line. */
export function paragraph(
  ctx: Context,
  text: string,
  x: number,
  y: number,
  width: number,
  style: TextStyle & { indent?: number } = {},
): number {
  const indent = style.indent ?? 0
  const step = (style.size ?? 3.7) * (style.leading ?? 1.6)
  let baseline = y
  for (const [i, part] of wrap(ctx, text, width, style, indent).entries()) {
    line(ctx, part, x + (i === 0 ? indent : 0), baseline, { ...style, align: 'left' })
    baseline += step
  }
  return baseline
}

/** One run of a mixed paragraph; `fill` runs are values written into a blank, underlined. */
export interface Run {
  text: string
  fill?: boolean
}

/** A paragraph of printed words and filled-in blanks; returns the baseline of the next free line. */
export function runs(
  ctx: Context,
  parts: readonly Run[],
  x: number,
  y: number,
  width: number,
  style: TextStyle & { indent?: number; fill?: TextStyle } = {},
): number {
  const size = style.size ?? 3.7
  const step = size * (style.leading ?? 1.6)
  let at = x + (style.indent ?? 0)
  let baseline = y
  for (const part of parts) {
    const look = part.fill ? { ...style, ...style.fill } : style
    const units = part.text.match(/[A-Za-z0-9.-]+|./gu) ?? []
    for (const [i, unit] of units.entries()) {
      const w = widthOf(ctx, unit, look)
      if (at + w > x + width && !NO_LINE_START.test(unit)) {
        at = x
        baseline += step
      }
      const pad = part.fill && (i === 0 || i === units.length - 1) ? size * 0.35 : 0
      const lead = part.fill && i === 0 ? pad : 0
      line(ctx, unit, at + lead, baseline, look)
      if (part.fill) {
        ctx.fillStyle = '#333'
        ctx.fillRect(at, baseline + size * 0.22, w + pad, size * 0.045)
      }
      at += w + pad
    }
  }
  return baseline + step
}

/** The word 样例 in the margin: no drawn page may pass for a real one. */
export function sample(ctx: Context, x: number, y: number, size = 2.6): void {
  line(ctx, '样例', x, y, { face: 'Hei', size, colour: '#9a9a9a', align: 'center' })
}
