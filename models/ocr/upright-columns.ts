import type { Decoded } from './ctc.ts'
import type { Rect } from './geometry.ts'
import type { Picture } from './picture.ts'
import type { Recogniser } from './recognise.ts'
import { splitStack } from './stack.ts'

/** Characters of a column that are looked at one by one. */
const TRIED = 4
/** Fewer tell nothing. */
const FEWEST = 3

/** Whether tall regions are columns of upright characters rather than lines of a page lying on its side: most characters, each read by itself as it stands, are those that the column as a whole says. */
export async function standsUpright(picture: Picture, tall: readonly Rect[], read: Recogniser): Promise<boolean> {
  let [tried, same] = [0, 0]
  for (const rect of tall) {
    const cells = splitStack(picture, rect)
    if (cells.length < FEWEST) continue
    const { text } = await read(picture, rect, true)
    for (const cell of cells.slice(0, TRIED)) {
      const alone = (await read(picture, cell)).text.trim()
      tried += 1
      if (/^\p{Script=Han}$/u.test(alone) && text.includes(alone)) same += 1
    }
  }
  return tried >= FEWEST && 2 * same > tried
}

/** A line of vertical text is read at least this surely as a whole, … */
const SURE = 0.8
/** … and has so many characters for each of its widths; labels set far apart have fewer. */
const LEAST_DENSITY = 0.6

/** Whether a tall region, read from top to bottom as a whole, is one line of vertical text set as close as running text is. */
export const fillsColumn = ({ width, height }: Rect, { text, confidence }: Decoded): boolean =>
  text.length >= FEWEST && confidence >= SURE && text.length >= (LEAST_DENSITY * height) / width

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** From the middle of one character to the next, against a character's height with its white: labels of rows below each other have more. */
const PITCH = 1.2

/** Whether characters below each other stand as close as those of running text; a flat one (一) among them changes nothing. */
export function setClose(cells: readonly Rect[]): boolean {
  const middles = cells.map(({ corners: [[, top], , [, bottom]] }) => (top + bottom) / 2)
  const steps = middles.slice(1).map((middle, i) => middle - (middles[i] ?? 0))
  return median(steps) <= PITCH * median(cells.map(({ height }) => height))
}
