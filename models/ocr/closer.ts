import type { Line } from '../../facts/reading.ts'
import type { Closer, Page } from '../page.ts'
import { fromCorners, type Point, type Rect } from './geometry.ts'
import type { Recogniser } from './recognise.ts'

/** Widths at which a line is read again, against its natural one: digits set close melt together in a narrow picture. */
const WIDTHS = [1, 1.25, 0.8]
/** Strips of a line's height: print that lies over it takes the upper or the lower part. */
const STRIPS = [
  [0, 1],
  [0.3, 0.95],
  [0.4, 0.85],
  [0.1, 0.7],
] as const

/** Reads the print in a box again in several ways, most natural first; stops as soon as `enough` says so. */
export async function readCloser(
  read: Recogniser,
  page: Page,
  box: Line['box'],
  enough: (seen: Closer[]) => boolean,
): Promise<Closer[]> {
  const corners: Point[] = [0, 2, 4, 6].map((i) => [box[i] ?? 0, box[i + 1] ?? 0])
  const whole = fromCorners(corners)
  const seen: Closer[] = []
  for (const [from, to] of STRIPS) {
    const rect = strip(whole, from, to)
    for (const width of WIDTHS) {
      const { text, confidence, alternatives } = await read(page, rect, false, width)
      seen.push({ text, confidence, alternatives })
    }
    if (enough(seen)) break
  }
  return seen
}

/** The part of a rectangle between two shares of its height. */
function strip({ corners: [tl, tr, br, bl] }: Rect, from: number, to: number): Rect {
  const mix = (a: Point, b: Point, share: number): Point => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
  return fromCorners([mix(tl, bl, from), mix(tr, br, from), mix(tr, br, to), mix(tl, bl, to)])
}
