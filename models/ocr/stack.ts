import { fromCorners, type Rect } from './geometry.ts'
import type { Picture } from './picture.ts'

/** Characters below each other are at least this tall against the width of their stack. */
const MIN_HEIGHT = 0.35
/** Gaps inside a character, against the width of the stack. */
const INNER_GAP = 0.2
/** White around a character, against its height. */
const MARGIN = 0.15

/** Whether a region may be characters below each other: labels whose characters stand far apart run down a column. */
export const looksStacked = ({ width, height }: Rect): boolean => height > 1.6 * width

/** The characters of an upright stack, told apart by the empty rows between them. */
export function splitStack(picture: Picture, stack: Rect): Rect[] {
  const xs = stack.corners.map(([x]) => x)
  const ys = stack.corners.map(([, y]) => y)
  const left = Math.max(0, Math.floor(Math.min(...xs)))
  const right = Math.min(picture.width, Math.ceil(Math.max(...xs)))
  const top = Math.max(0, Math.floor(Math.min(...ys)))
  const bottom = Math.min(picture.height, Math.ceil(Math.max(...ys)))
  const ink = Array.from({ length: Math.max(0, bottom - top) }, (_, y) => contrast(picture, left, right, top + y))
  const strong = [...ink].sort((a, b) => a - b)[Math.floor(ink.length * 0.9)] ?? 0
  const width = right - left
  const runs: { from: number; to: number }[] = []
  ink.forEach((value, y) => {
    if (value < 0.4 * strong) return
    const run = runs.at(-1)
    if (run && y - run.to <= Math.max(1, INNER_GAP * width)) run.to = y
    else runs.push({ from: y, to: y })
  })
  return runs
    .filter(({ from, to }) => to - from >= MIN_HEIGHT * width)
    .map(({ from, to }) => {
      const margin = MARGIN * (to - from)
      const upper = top + from - margin
      const lower = top + to + 1 + margin
      return fromCorners([
        [left, upper],
        [right, upper],
        [right, lower],
        [left, lower],
      ])
    })
}

/** Difference between the lightest and the darkest pixel of a row. */
function contrast({ rgb, width }: Picture, left: number, right: number, y: number): number {
  let light = 0
  let dark = 255
  for (let x = left; x < right; x++) {
    const value = rgb[3 * (y * width + x) + 1] ?? 0
    light = Math.max(light, value)
    dark = Math.min(dark, value)
  }
  return light - dark
}
