import type { Box } from '../../../facts/fact.ts'
import type { Line, Mark } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { fold } from '../frame.ts'
import { grey, quantile } from './pixels.ts'

/** Writing in a rectangle: share of dark cells, rules and red print left out, and the height the writing spans. */
export function writingIn(page: Page, x0: number, y0: number, x1: number, y1: number): { share: number; span: number } {
  const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(page.width, Math.ceil(x1))]
  const [top, bottom] = [Math.max(0, Math.floor(y0)), Math.min(page.height, Math.ceil(y1))]
  if (right - left < 4 || bottom - top < 4) return { share: 0, span: 0 }
  const step = Math.max(1, Math.floor((right - left) / 160))
  const sample: number[] = []
  for (let y = top; y < bottom; y += step) for (let x = left; x < right; x += step) sample.push(grey(page, x, y))
  const paper = quantile(sample, 0.8)
  const dark = paper - Math.max(40, 0.28 * paper)
  let [ink, cells] = [0, 0]
  const rows: number[] = []
  for (let y = top; y < bottom; y += step) {
    let row = 0
    let n = 0
    for (let x = left; x < right; x += step) {
      const at = (y * page.width + x) * 3
      const red = (page.rgb[at] ?? 0) - Math.max(page.rgb[at + 1] ?? 0, page.rgb[at + 2] ?? 0) > 30
      n += 1
      if (!red && grey(page, x, y) < dark) row += 1
    }
    cells += n
    // A row mostly dark is the rule to sign on.
    if (row > 0.55 * n) continue
    ink += row
    if (row > 0) rows.push(y)
  }
  const span = rows.length === 0 ? 0 : (quantile(rows, 0.95) - quantile(rows, 0.05)) / (bottom - top)
  return { share: ink / Math.max(1, cells), span }
}

/** Where the line's folded text ends that contains `near`, as a share of the line. */
function endOf(line: Line, near: string): number {
  const units = [...line.text]
  let seen = ''
  for (let i = 0; i < units.length; i += 1) {
    seen += fold(units[i] ?? '')
    if (!seen.includes(near)) continue
    const next = units[i + 1] ?? ''
    return (i + 1 + (/[:：]/u.test(next) ? 1 : 0)) / units.length
  }
  return 1
}

/** A line of its own for the hand, below the place's words: 签字：____ */
const BELOW = /^(?:(?:法定代表人|负责人|授权代表|代表|经办人)?(?:\([^)]{0,6}\))?)?(?:签字|签名|签章)/u

interface Spot {
  line: Line
  /** Share of the line after which the hand writes. */
  from: number
  after: string
}

/** Where the hand may write for a printed place: behind its words, and behind 签字： on a line below. */
function spotsOf(line: Line, place: string, lines: readonly Line[]): Spot[] {
  const text = fold(line.text)
  const spots = [{ line, from: endOf(line, place), after: text.slice(text.indexOf(place) + place.length) }]
  const h = heightOf(line)
  for (const other of lines) {
    const [dx, dy] = [other.box[0] - line.box[0], other.box[1] - line.box[1]]
    const words = BELOW.exec(fold(other.text))?.[0]
    if (words && dy > 0.6 * h && dy < 7 * h && Math.abs(dx) < 5 * h) {
      spots.push({ line: other, from: endOf(other, words), after: fold(other.text).slice(words.length) })
    }
  }
  return spots
}

const heightOf = ({ box }: Line) => Math.hypot(box[6] - box[0], box[7] - box[1])

/** What the printed words around a signature leave behind when they are taken away. */
const WORDS = /[:：_\s年月日\d]|[(（](?:签名|签字|签章|盖章|公章|签字或盖章|签名或盖章)[)）]/gu

function lookAt(
  page: Page,
  spot: Spot,
  lines: readonly Line[],
  near: readonly string[],
): { area: Box; drawn: number; typed: boolean } {
  const { box } = spot.line
  const h = heightOf(spot.line)
  const x0 = box[0] + (box[2] - box[0]) * spot.from + 0.1 * h
  const y = (box[1] + (box[3] - box[1]) * spot.from + box[7] + (box[5] - box[7]) * spot.from) / 2
  const others = lines.filter(
    (other) => other !== spot.line && Math.abs((other.box[1] + other.box[7]) / 2 - y) < h && other.box[0] > x0,
  )
  const printed = others.filter(
    (other) =>
      near.some((one) => fold(other.text).includes(one)) ||
      BELOW.test(fold(other.text)) ||
      /日期|盖章/u.test(other.text),
  )
  const stop = Math.min(...printed.map((other) => other.box[0]), x0 + 9 * h, page.width)
  const { share, span } = page.textLayer ? { share: 0, span: 0 } : writingIn(page, x0, y - 1.1 * h, stop, y + h)
  const round = (n: number) => Math.round(n * 10) / 10
  return {
    area: [
      round(x0),
      round(y - 1.1 * h),
      round(stop),
      round(y - 1.1 * h),
      round(stop),
      round(y + h),
      round(x0),
      round(y + h),
    ],
    drawn: share > 0.012 && span > 0.25 ? share : 0,
    typed: /[\p{Script=Han}A-Za-z]{2,}/u.test(spot.after.replace(WORDS, '').slice(0, 12)),
  }
}

/** Whether something is written at each printed place for a signature; `text` is the printed place. */
export function signaturesAt(page: Page, lines: readonly Line[], near: readonly string[]): Mark[] {
  const marks: Mark[] = []
  for (const line of lines) {
    const text = fold(line.text)
    const place = near.filter((one) => text.includes(one)).sort((a, b) => b.length - a.length)[0]
    if (!place || text.length > place.length + 24) continue
    const seen = spotsOf(line, place, lines).map((spot) => lookAt(page, spot, lines, near))
    const best = seen.reduce((a, b) => (b.drawn > a.drawn || (a.drawn === 0 && b.typed && !a.typed) ? b : a))
    marks.push({
      kind: 'signature',
      present: best.drawn > 0 || best.typed,
      page: page.page,
      box: best.area,
      confidence: best.drawn > 0 ? Math.min(0.95, 0.7 + 4 * best.drawn) : best.typed ? 0.6 : 0.75,
      text: place,
    })
  }
  return marks
}
