import type { Line } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { fold, median } from '../frame.ts'
import { LEAST_SIDE, MOST_SIDE, windowsOf } from './box-windows.ts'
import { frameOf, tonesOf } from './line-strip.ts'
import { boxIn, type Place, type Square } from './squares.ts'

/** A printed box to tick. */
export interface TickBox extends Omit<Square, 'outline' | 'inside' | 'written' | 'bare'> {
  ticked: boolean
  confidence: number
}

/** Insides up to here are open: pens left at least .38, poor light and blur at most .12 (drawn pages of seed 481). */
const OPEN = 0.26
/** A pen crosses the box: strokes in more of its columns (58 ticked boxes of seeds 7111–7115: .92–1; 85 open ones: 0, once .73). */
const STRUCK = 0.7
/** The thinnest pen leaves more ink than this within a box; less is the frame's own blur. */
const LEAST_INK = 0.15
/** Boxes of one form are of one size. */
const ALIKE = 1.25

/** A box that nothing is written in, or one that is filled: what a page must show before less clear ones are believed. */
const isClear = ({ outline, inside, bare }: Square) =>
  bare && outline > 0.5 && (inside < OPEN || (outline > 0.9 && inside > 0.9))

/** Sides of a box that stands alone in its line are at least so dark. */
const PLAIN = 0.75

/**
 * Boxes to tick on a page, beside and between the print of its lines. A square stands for a box only on a page that shows at least
 * two of one size, one of them clear: 国 alone is a square with ink in it, too. On a page drawn without its text (`wordless`) no square
 * is print, also none before a line or behind it.
 */
export function tickBoxesOn(
  page: Page,
  lines: readonly Line[],
  options: ReadonlySet<string>,
  { wordless = false } = {},
): TickBox[] {
  const places = lines.flatMap((line): Place[] => {
    const frame = frameOf(line)
    if (frame.height < 9 || frame.length < frame.height || !/\p{Script=Han}/u.test(line.text)) return []
    return [{ line, frame, tones: tonesOf(page, frame), ...windowsOf(line, frame) }]
  })
  const between = places.flatMap((place) =>
    [...place.between, ...(wordless || options.has(fold(place.line.text)) ? place.ends : [])].flatMap(
      (window) => boxIn(page, place, window, [LEAST_SIDE * place.frame.height, MOST_SIDE * place.frame.height]) ?? [],
    ),
  )
  const clear = between.filter(isClear)
  if (clear.length === 0) return []
  const side = median(clear.map((one) => one.side))
  const limits = [side / ALIKE, side * ALIKE] as const
  const ends = wordless
    ? []
    : places.flatMap((place) => place.ends.flatMap((window) => boxIn(page, place, window, limits) ?? []))
  const all = [...between, ...ends].filter((one) => one.side <= limits[1] && one.side >= limits[0] && one.outline > 0.4)
  const apart = all
    .sort((a, b) => b.outline - a.outline)
    .filter((one, i) => all.slice(0, i).every((other) => middleOf(one, other) > 1.3 * side))
  // Beside a clear box, or another, less clear ones are believed; alone in its line one must show plainly.
  const believed = apart.filter(({ line }) => {
    const row = apart.filter((other) => other.line === line)
    const bare = row.filter((other) => other.bare && other.outline > 0.5)
    return bare.length > 1 || bare.some((other) => isClear(other) || other.outline > PLAIN)
  })
  if (believed.length < 2) return []
  return believed.map(({ outline, inside, written, bare: _, ...one }) => ({
    ...one,
    ticked: written > STRUCK && inside > LEAST_INK,
    confidence: sureOf(outline, inside, written),
  }))
}

const middleOf = (a: Square, b: Square) =>
  Math.hypot((a.box[0] + a.box[4] - b.box[0] - b.box[4]) / 2, (a.box[1] + a.box[5] - b.box[1] - b.box[5]) / 2)

/** How surely a box is open or ticked; where its ink and its strokes say different things, nobody knows. */
function sureOf(outline: number, inside: number, written: number): number {
  const torn = (inside > OPEN && written < STRUCK) || (inside < LEAST_INK && written > STRUCK)
  return torn ? 0.5 : Math.min(0.97, 0.3 + 0.25 * outline + 1.5 * Math.min(0.28, Math.abs(written - STRUCK)))
}
