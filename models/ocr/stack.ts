import { fromCorners, type Rect } from './geometry.ts'
import type { Picture } from './picture.ts'

/** Characters below each other are at least this tall against the width of their stack. */
const MIN_HEIGHT = 0.35
/** Gaps inside a character, against the width of the stack. */
const INNER_GAP = 0.2
/** White around a character, against its height. */
const MARGIN = 0.15

/** Characters of one column told apart at most. */
const MOST_IN_COLUMN = 40
/** Distance between characters of one column, against its width. */
const CLOSE = 0.25

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
    .flatMap((run) => divide(run, inkWidth(picture, left, right, top + run.from, top + run.to), ink))
    .map(({ from, to, margin }) => {
      const white = margin * (to - from)
      const upper = top + from - white
      const lower = top + to + 1 + white
      return fromCorners([
        [left, upper],
        [right, upper],
        [right, lower],
        [left, lower],
      ])
    })
}

/** Rows of one character, and the white around it against its height. */
interface Span {
  from: number
  to: number
  margin: number
}

/** A run as tall as several characters is a column set close: Han are as high as wide, and the cuts fall where there is least ink. */
function divide(run: Omit<Span, 'margin'>, width: number, ink: number[]): Span[] {
  const count = Math.round((run.to - run.from + 1) / Math.max(1, width))
  if (count < 2 || count > MOST_IN_COLUMN) return [{ ...run, margin: MARGIN }]
  const pitch = (run.to - run.from + 1) / count
  const cuts = Array.from({ length: count - 1 }, (_, i) => {
    const middle = run.from + (i + 1) * pitch
    let best = Math.round(middle)
    for (let y = Math.ceil(middle - 0.2 * pitch); y <= middle + 0.2 * pitch; y++)
      if ((ink[y] ?? Infinity) < (ink[best] ?? Infinity)) best = y
    return best
  })
  // Around a character set close stand its neighbours, not white.
  return [run.from, ...cuts].map((from, i) => ({ from, to: cuts[i] ?? run.to, margin: 0.02 }))
}

/** How many columns of pixels between left and right hold ink in these rows. */
function inkWidth({ rgb, width }: Picture, left: number, right: number, top: number, bottom: number): number {
  const darkest = new Uint8Array(Math.max(0, right - left)).fill(255)
  let light = 0
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x < right; x++) {
      const value = rgb[3 * (y * width + x) + 1] ?? 0
      if (value < (darkest[x - left] ?? 0)) darkest[x - left] = value
      if (value > light) light = value
    }
  }
  const dark = darkest.reduce((a, b) => Math.min(a, b), 255)
  const inked = [...darkest.keys()].filter((x) => (darkest[x] ?? 255) < (light + dark) / 2)
  return (inked.at(-1) ?? 0) - (inked[0] ?? 0) + 1
}

/** Whether characters stand so close that they are one line of vertical text. */
export function isColumn(cells: Rect[]): boolean {
  return cells.slice(1).every((cell, i) => {
    const above = cells[i]
    return above !== undefined && cell.corners[0][1] - above.corners[2][1] < CLOSE * cell.width
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
