import type { Line, Mark } from '../../../facts/reading.ts'
import { inkCells } from './dark-seals.ts'
import type { Blob } from './overlapping-seals.ts'
import { luminance, type Small } from './pixels.ts'
import { blobs } from './seals.ts'

/** A line below this confidence is not read, whatever it gave. */
const READ = 0.6
/** Fewer joined cells are dirt. */
const SPECK = 4
/** What is longer than this share of the page is a frame or a rule; what is so high and so wide is a picture. */
const [RULE, PICTURE] = [0.3, 0.09]
/** Strokes of one hand stand nearer to each other than this share of the page's long side. */
const NEAR = 0.009
/** A few words by hand, as shares of the page's long side: least width, least and greatest height. */
const [WIDTH, LOW, HIGH] = [0.04, 0.01, 0.09]
/** Share of its surroundings that a hand covers. */
const [THIN, FULL] = [0.06, 0.5]
/** So many separate strokes are no ornament. */
const STROKES = 3

/** Unmarks the cells of a box grown by `more` cells. */
function clear(ink: Uint8Array, { width, height, step }: Small, box: Line['box'], more: number): void {
  const xs = [box[0], box[2], box[4], box[6]].map((v) => v / step)
  const ys = [box[1], box[3], box[5], box[7]].map((v) => v / step)
  const [x0, x1] = [Math.max(0, Math.floor(Math.min(...xs) - more)), Math.min(width - 1, Math.max(...xs) + more)]
  const [y0, y1] = [Math.max(0, Math.floor(Math.min(...ys) - more)), Math.min(height - 1, Math.max(...ys) + more)]
  for (let y = y0; y <= y1; y += 1) for (let x = x0; x <= x1; x += 1) ink[y * width + x] = 0
}

const size = ({ x0, y0, x1, y1 }: Blob): [number, number] => [x1 - x0 + 1, y1 - y0 + 1]

/**
 * Whether dark strokes stand on a page that no line read, no seal and no place to sign accounts for: perhaps a few words by
 * hand. Frames, rules, portraits and dirt are left out.
 */
export function hasLooseWriting(small: Small, lines: readonly Line[], marks: readonly Mark[]): boolean {
  const { width, height } = small
  const long = Math.max(width, height)
  const ink = inkCells(small, luminance(small))
  for (const blob of blobs(ink, width, height, 1)) {
    const [w, h] = size(blob)
    const dirt = blob.cells.length < SPECK
    if (dirt || Math.max(w, h) > RULE * long || Math.min(w, h) > PICTURE * long)
      for (const at of blob.cells) ink[at] = 0
  }
  for (const { box } of lines.filter(({ confidence }) => confidence >= READ)) clear(ink, small, box, 2)
  for (const { box } of marks) if (box) clear(ink, small, box, 2)
  return blobs(ink, width, height, Math.max(2, Math.round(NEAR * long))).some((blob) => {
    const [w, h] = size(blob)
    const share = blob.cells.length / (w * h)
    const fits = w >= WIDTH * long && h >= LOW * long && h <= HIGH * long && w > 1.4 * h && w < RULE * long
    return fits && share > THIN && share < FULL && strokes(blob, width, height) >= STROKES
  })
}

/** How many separate strokes make up a group. */
function strokes({ cells }: Blob, width: number, height: number): number {
  const own = new Uint8Array(width * height)
  for (const at of cells) own[at] = 1
  return blobs(own, width, height, 1).filter((one) => one.cells.length >= SPECK).length
}
