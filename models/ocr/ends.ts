import { axes, type Point, type Rect } from './geometry.ts'
import { type InkMap, inkMap } from './ink-map.ts'
import type { Picture } from './picture.ts'

/** How far beyond an end is looked, and how long a single stroke is, in line heights. */
const BEYOND = 1.3
const SHORTEST = 0.4
const LONGEST = 0.95
/** The level strokes of small serif print are pale: what is not there as plain print is looked for as faint print. */
const DARKNESS = [0.45, 0.2]

/** A column of pixels holds nothing, a level stroke half way up, or something else (a rule, another character). */
function kindOf(column: Uint8Array, cells: number): 'blank' | 'stroke' | 'other' {
  const rows = [...column.keys()].filter((row) => column[row] === 1)
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return 'blank'
  return first >= 0.3 * cells && last < 0.72 * cells && last - first < 0.22 * cells ? 'stroke' : 'other'
}

/** How far a lone level stroke reaches beyond an end, in cells; 0 when there is none. */
function strokeBeyond({ columns, cells, from, to }: InkMap, side: 'left' | 'right'): number {
  const edge = side === 'left' ? from : to
  const step = side === 'left' ? -1 : 1
  let run = 0
  for (let away = Math.round(-LONGEST * cells); away <= BEYOND * cells; away++) {
    const column = columns[edge + step * away]
    if (!column) return 0
    const kind = kindOf(column, cells)
    if (kind === 'stroke') run += 1
    else if (kind === 'other') {
      // Within the line stands its own first character.
      if (away >= 0) return 0
      run = 0
    } else if (run > 0) {
      const long = run >= SHORTEST * cells && run <= LONGEST * cells
      return long && away > -0.1 * cells ? Math.max(1, away) : 0
    }
  }
  return 0
}

/**
 * A line with the 一 at its beginning or end that the detector left out (a single thin stroke is hardly text to it):
 * grown on that side, otherwise unchanged.
 */
export function withLoneStrokes(picture: Picture, rect: Rect): Rect {
  if (rect.height > rect.width) return rect
  const maps = DARKNESS.flatMap((darkness) => inkMap(picture, rect, BEYOND, darkness) ?? [])
  const [map] = maps
  if (!map) return rect
  const size = rect.height / map.cells
  const margin = 0.12 * rect.height
  const [left, right] = (['left', 'right'] as const).map((side) =>
    Math.max(...maps.map((one) => strokeBeyond(one, side))),
  )
  const [l, r] = [left ? left * size + margin : 0, right ? right * size + margin : 0]
  if (l === 0 && r === 0) return rect
  const { ux, uy } = axes(rect)
  const [tl, tr, br, bl] = rect.corners
  const move = ([x, y]: Point, by: number): Point => [x + by * ux, y + by * uy]
  return {
    corners: [move(tl, -l), move(tr, r), move(br, r), move(bl, -l)],
    width: rect.width + l + r,
    height: rect.height,
  }
}
