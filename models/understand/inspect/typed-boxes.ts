import type { Box } from '../../../facts/fact.ts'
import type { Line } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import type { TickBox } from './tick-boxes.ts'

const BOX = /[☑☒☐□■▢◻]/u
const FILLED = /[☑☒■]/u
/** Side of a typed box as a share of its line's height. */
const SIDE = 0.8
/** Share of a box's cells that a stroke drawn over it darkens at least. */
const STROKE = 0.04
/** Light (0–255) of such a stroke. */
const DARK = 150
const [SAID, DRAWN] = [0.97, 0.8]

/** Boxes to tick that a text layer spells out (☑ □); an open one is ticked where something is drawn over it on the page without its text (`drawn`). */
export function typedBoxes(lines: readonly Line[], drawn: Page): TickBox[] {
  return lines.flatMap((line) =>
    [...line.text.matchAll(new RegExp(BOX, 'gu'))].flatMap(({ 0: glyph, index }): TickBox[] => {
      const at = line.xs?.[index]
      if (at === undefined) return []
      const [x0, y0, x1, y1, , , x3, y3] = line.box
      const length = Math.max(1, Math.hypot(x1 - x0, y1 - y0))
      const side = SIDE * Math.hypot(x3 - x0, y3 - y0)
      const half = side / 2 / length
      const point = (u: number, v: number) => [x0 + (x1 - x0) * u + (x3 - x0) * v, y0 + (y1 - y0) * u + (y3 - y0) * v]
      const [top, bottom] = [(1 - SIDE) / 2, (1 + SIDE) / 2]
      const corners = [point(at - half, top), point(at + half, top), point(at + half, bottom), point(at - half, bottom)]
      const box = corners.flat().map((n) => Math.round(n * 10) / 10) as unknown as Box
      const struck = !FILLED.test(glyph) && isStruck(drawn, box)
      return [{ line, at, half, box, side, ticked: FILLED.test(glyph) || struck, confidence: struck ? DRAWN : SAID }]
    }),
  )
}

/** Whether something dark stands in a box. */
function isStruck({ rgb, width, height }: Page, [x0, y0, x1, , , y2]: Box): boolean {
  let [dark, seen] = [0, 0]
  for (let y = Math.max(0, Math.round(y0)); y < Math.min(height, y2); y++)
    for (let x = Math.max(0, Math.round(x0)); x < Math.min(width, x1); x++) {
      seen += 1
      if ((rgb[(y * width + x) * 3 + 1] ?? 255) < DARK) dark += 1
    }
  return dark > STROKE * Math.max(1, seen)
}
