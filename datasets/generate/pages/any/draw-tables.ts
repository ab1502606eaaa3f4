import type { Context } from '../primitives/sheet.ts'
import { table } from '../primitives/table.ts'
import type { PrintedTable } from './entries.ts'

/** Draws ruled tables one below another, columns as wide as their longest cell asks. Returns the y below in mm. */
export function drawTables(
  ctx: Context,
  printed: readonly PrintedTable[],
  at: { x: number; y: number; width: number; size: number },
): number {
  let y = at.y
  for (const { heads, rows } of printed) {
    const wants = heads.map((head, i) =>
      Math.min(24, Math.max([...head].length, ...rows.map((row) => [...(row[i] ?? '')].length), 3)),
    )
    const all = wants.reduce((sum, want) => sum + want, 0)
    const columns = wants.map((want) => (at.width * want) / all)
    const cells = [
      heads.map((text) => ({ text, face: 'HeiBold' as const })),
      ...rows.map((row) => row.map((text) => ({ text }))),
    ]
    y =
      table(ctx, cells, { x: at.x, y, columns, rowHeight: at.size * 2.1, style: { size: at.size, face: 'Song' } }) +
      at.size * 2
  }
  return y
}
