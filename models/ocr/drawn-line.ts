import type { Decoded } from './ctc.ts'
import { fromCorners, type Rect } from './geometry.ts'
import type { Picture } from './picture.ts'

/** A solid bar [left, top, right, bottom] of a grey (0–255), dark unless said. */
export type Bar = readonly [number, number, number, number, number?]

/** For tests: light paper 60 pixels high with bars for print. */
export function paperWith(bars: readonly Bar[], width = 320): Picture {
  const height = 60
  const rgb = new Uint8Array(width * height * 3).fill(235)
  for (const [x0, y0, x1, y1, grey = 30] of bars)
    for (let y = y0; y < y1; y++) rgb.fill(grey, 3 * (y * width + x0), 3 * (y * width + x1))
  return { width, height, rgb }
}

/** For tests: a level region from `x0` to `x1`, where a line stands on that paper unless said otherwise. */
export const levelRect = (x0: number, x1: number, y0 = 10, y1 = 50): Rect =>
  fromCorners([
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ])

/** For tests: a text as the recogniser says it, its characters set evenly, each read as surely as told. */
export const said = (text: string, sure: (at: number) => number, confidence = 0.99): Decoded => ({
  text,
  confidence,
  characters: [...text].map((_, at) => sure(at)),
  xs: [...text].map((_, at) => (at + 0.5) / text.length),
  alternatives: [...text].map(() => []),
})
