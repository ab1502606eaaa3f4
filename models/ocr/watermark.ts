import type { Line } from '../../facts/reading.ts'
import type { Page } from '../page.ts'
import type { Found } from './detect.ts'
import { fromCorners, type Rect } from './geometry.ts'
import type { Picture } from './picture.ts'

/** Words so many times as long as high have a direction. */
const LONG = 3
/** Regions of one direction lie within so many degrees; a watermark's differs from the print's by at least the second and at most the third. */
const [SAME, SLANT, STEEP] = [4, 10, 70]
/** Fewer slanting regions are no watermark laid over the page. */
const FEW = 3
/** Side in pixels of the squares whose light is told, and which of their pixels are paper (share from the darkest). */
const [SQUARE, PAPER] = [32, 0.85]
/** A watermark leaves at least this share of the paper's light; print is darker by at least the second. */
const [FAINT, DARKER] = [0.5, 0.15]
/** What is lighter than a watermark's darker pixels becomes paper; up to so much darker ones are lightened by degrees. */
const RAMP = 0.22

const degreesOf = ({ corners: [a, b] }: Rect) => (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI

/** The regions of words laid slantwise over a page again and again; none where all print runs one way. */
export function slanting(found: readonly Pick<Found, 'rect'>[]): Rect[] {
  const long = found.map(({ rect }) => rect).filter(({ width, height }) => width > LONG * height)
  const along = (degrees: number) => long.filter((rect) => Math.abs(degreesOf(rect) - degrees) <= SAME)
  const largest = (rects: readonly Rect[]) =>
    rects.map((rect) => along(degreesOf(rect))).toSorted((a, b) => b.length - a.length)[0] ?? []
  // Print runs level or nearly so: a watermark may have more regions than a form has lines.
  const print = largest(long.filter((rect) => Math.abs(degreesOf(rect)) < SLANT))
  const [one] = print
  if (!one) return []
  const level = degreesOf(one)
  const other = largest(
    long.filter((rect) => Math.abs(degreesOf(rect) - level) > SLANT && Math.abs(degreesOf(rect) - level) < STEEP),
  )
  return other.length >= FEW ? other : []
}

const lightAt = ({ rgb }: Picture, at: number) =>
  0.299 * (rgb[at] as number) + 0.587 * (rgb[at + 1] as number) + 0.114 * (rgb[at + 2] as number)

/** The number below which a share of some lie. */
const quantile = (values: number[], share: number) =>
  values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0

/** Light of the paper by squares. */
function paperOf(picture: Picture): { columns: number; rows: number; light: Float32Array } {
  const [columns, rows] = [Math.ceil(picture.width / SQUARE), Math.ceil(picture.height / SQUARE)]
  const light = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const values: number[] = []
      for (let y = row * SQUARE; y < Math.min(picture.height, (row + 1) * SQUARE); y += 2)
        for (let x = column * SQUARE; x < Math.min(picture.width, (column + 1) * SQUARE); x += 2)
          values.push(lightAt(picture, 3 * (y * picture.width + x)))
      light[row * columns + column] = quantile(values, PAPER)
    }
  }
  return { columns, rows, light }
}

/** How dark a rectangle's ink is beside its paper (1 = as light): the share of its pixels that is darkest. */
function inkOf(picture: Picture, { corners: [a, b, , d], width, height }: Rect): number {
  const values: number[] = []
  for (let j = 0; j < height; j += 2) {
    for (let i = 0; i < width; i += 2) {
      const [u, v] = [i / width, j / height]
      const x = Math.round(a[0] + (b[0] - a[0]) * u + (d[0] - a[0]) * v)
      const y = Math.round(a[1] + (b[1] - a[1]) * u + (d[1] - a[1]) * v)
      if (x >= 0 && y >= 0 && x < picture.width && y < picture.height)
        values.push(lightAt(picture, 3 * (y * picture.width + x)))
    }
  }
  return values.length === 0 ? 1 : quantile(values, 0.06) / Math.max(1, quantile(values, PAPER))
}

const median = (values: number[]) => quantile(values, 0.5)

/**
 * The page without the faint words that lie slantwise over it: what is as light as they are becomes paper, print stays. Null
 * where there is no watermark, or it is as dark as the print.
 */
export function withoutWatermark(page: Page, found: readonly Found[]): Page | null {
  const words = slanting(found)
  if (words.length === 0) return null
  const faint = median(words.map((rect) => inkOf(page, rect)))
  const print = found.map(({ rect }) => rect).filter((rect) => !words.includes(rect))
  if (faint < FAINT || median(print.map((rect) => inkOf(page, rect))) > faint - DARKER) return null
  const { columns, rows, light } = paperOf(page)
  const low = faint - RAMP
  const rgb = new Uint8Array(page.rgb.length)
  for (let y = 0; y < page.height; y += 1) {
    // Between the middles of squares the paper's light changes evenly.
    const fy = Math.min(rows - 1, Math.max(0, y / SQUARE - 0.5))
    const row = Math.min(rows - 2, Math.floor(fy))
    for (let x = 0; x < page.width; x += 1) {
      const fx = Math.min(columns - 1, Math.max(0, x / SQUARE - 0.5))
      const column = Math.min(columns - 2, Math.floor(fx))
      const [tx, ty, k] = [fx - column, fy - row, Math.max(0, row) * columns + Math.max(0, column)]
      const top = (light[k] ?? 0) * (1 - tx) + (light[k + 1] ?? 0) * tx
      const below = (light[k + columns] ?? 0) * (1 - tx) + (light[k + columns + 1] ?? 0) * tx
      const paper = Math.max(1, top * (1 - ty) + below * ty)
      const at = 3 * (y * page.width + x)
      const share = lightAt(page, at) / paper
      const wanted =
        share >= faint ? Math.max(1, share) : share <= low ? share : low + ((share - low) / RAMP) * (1 - low)
      const gain = wanted / Math.max(0.01, share)
      for (let c = 0; c < 3; c += 1) rgb[at + c] = Math.min(255, (page.rgb[at + c] as number) * gain)
    }
  }
  return { ...page, rgb }
}

/** So many characters in a row are the same words. */
const WORDS = 3

/** Runs of characters of a text. */
const runsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - WORDS + 1) }, (_, at) => text.slice(at, at + WORDS))

/** The lines of a page without those that say the same words slantwise again and again: a watermark too dark to be made paper. */
export function withoutWatermarkWords(lines: readonly Line[]): Line[] {
  const rects = new Map(
    lines.map((line) => {
      const [a, b, c, d, e, f, g, h] = line.box
      const corners: [number, number][] = [
        [a, b],
        [c, d],
        [e, f],
        [g, h],
      ]
      return [fromCorners(corners), line]
    }),
  )
  const slant = slanting([...rects.keys()].map((rect) => ({ rect }))).flatMap((rect) => rects.get(rect) ?? [])
  const times = new Map<string, number>()
  for (const { text } of slant) for (const run of runsOf(text)) times.set(run, (times.get(run) ?? 0) + 1)
  const said = new Set(slant.filter(({ text }) => runsOf(text).some((run) => (times.get(run) ?? 0) >= FEW)))
  return lines.filter((line) => !said.has(line))
}
