import type { Run } from '../text-layer.ts'
import { apply, type Matrix, multiply } from './matrix.ts'
import type { Glyph, Item } from './ofd-content.ts'

type TextItem = Extract<Item, { kind: 'text' }>

/** Characters of one text code that stand further apart than this many font sizes have places of their own … */
const SPACED = 1.3
/** … and beyond this belong to different words. */
const APART = 7

/** The text of a page as runs in its pixels; text drawn twice in one place (imitated bold) is taken once. */
export function runsOf(items: Item[], toPixels: Matrix): Run[] {
  const seen = new Map<string, Run[]>()
  const runs: Run[] = []
  for (const item of items) {
    if (item.kind !== 'text') continue
    for (const run of item.codes.flatMap((glyphs) => runsIn(glyphs, item, toPixels))) {
      const twins = seen.get(run.text) ?? []
      if (twins.some((twin) => Math.hypot(twin.x - run.x, twin.y - run.y) < 0.25 * run.height)) continue
      seen.set(run.text, [...twins, run])
      runs.push(run)
    }
  }
  return runs
}

function runsIn(glyphs: Glyph[], item: TextItem, toPixels: Matrix): Run[] {
  const parts: { glyphs: Glyph[]; glued: boolean }[] = []
  for (const glyph of glyphs) {
    const part = parts.at(-1)
    const gap = (part?.glyphs.at(-1)?.advance ?? 0) / item.size
    if (part && gap <= SPACED) part.glyphs.push(glyph)
    else parts.push({ glyphs: [glyph], glued: part !== undefined && gap <= APART })
  }
  return parts.map((part) => ({ ...toRun(part.glyphs, item, toPixels), glued: part.glued }))
}

function toRun(glyphs: Glyph[], item: TextItem, toPixels: Matrix): Run {
  const m = multiply(toPixels, item.matrix)
  const first = glyphs[0] ?? { char: '', x: 0, y: 0, advance: 0 }
  const last = glyphs.at(-1) ?? first
  // A stacked run starts above its first character and keeps to the left of its column.
  const [fromX, fromY] = item.stacked ? [first.x + 0.1 * item.size, first.y - 0.85 * item.size] : [first.x, first.y]
  const [toX, toY] = item.stacked
    ? [fromX, last.y + 0.15 * item.size]
    : [last.x + Math.min(last.advance, 1.2 * item.size), last.y]
  const [x, y] = apply(m, fromX, fromY)
  const [endX, endY] = apply(m, toX, toY)
  const length = Math.hypot(endX - x, endY - y)
  const [ux, uy] = item.stacked ? [0, 1] : [1, 0]
  const dx = length > 0 ? endX - x : m[0] * ux + m[2] * uy
  const dy = length > 0 ? endY - y : m[1] * ux + m[3] * uy
  const norm = Math.hypot(dx, dy) || 1
  return {
    text: glyphs.map(({ char }) => char).join(''),
    x,
    y,
    dx: dx / norm,
    dy: dy / norm,
    length,
    height: item.size * (item.stacked ? Math.hypot(m[0], m[1]) : Math.hypot(m[2], m[3])),
  }
}
