import type { Context } from './sheet.ts'
import { line, type TextStyle, widthOf } from './text.ts'

/** A label whose characters stand apart until it is `width` mm wide (姓　名 as wide as 法定代表人). */
export function spread(ctx: Context, label: string, x: number, y: number, width: number, style: TextStyle): void {
  const gaps = [...label].length - 1
  const room = width - widthOf(ctx, label, { ...style, spacing: 0 })
  line(ctx, label, x, y, { ...style, spacing: gaps > 0 ? Math.max(room / gaps, 0) : 0 })
}
