import type { Box } from '../../../facts/fact.ts'
import type { Line, Mark } from '../../../facts/reading.ts'
import { distance } from '../../../facts/values/edit-distance.ts'
import type { Page } from '../../page.ts'
import { fold } from '../frame.ts'
import { grey, quantile } from './pixels.ts'

/** Writing in a rectangle: share of dark cells, rules and red print left out, the height the writing spans, and the share of red cells. */
export function writingIn(
  page: Page,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): { share: number; span: number; red: number } {
  const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(page.width, Math.ceil(x1))]
  const [top, bottom] = [Math.max(0, Math.floor(y0)), Math.min(page.height, Math.ceil(y1))]
  if (right - left < 4 || bottom - top < 4) return { share: 0, span: 0, red: 0 }
  const step = Math.max(1, Math.floor((right - left) / 160))
  const sample: number[] = []
  for (let y = top; y < bottom; y += step) for (let x = left; x < right; x += step) sample.push(grey(page, x, y))
  const paper = quantile(sample, 0.8)
  const dark = paper - Math.max(40, 0.28 * paper)
  let [ink, cells, reds] = [0, 0, 0]
  const rows: number[] = []
  for (let y = top; y < bottom; y += step) {
    let row = 0
    let n = 0
    for (let x = left; x < right; x += step) {
      const at = (y * page.width + x) * 3
      const red = (page.rgb[at] ?? 0) - Math.max(page.rgb[at + 1] ?? 0, page.rgb[at + 2] ?? 0) > 30
      n += 1
      if (red) reds += 1
      else if (grey(page, x, y) < dark) row += 1
    }
    cells += n
    // A row mostly dark is the rule to sign on.
    if (row > 0.55 * n) continue
    ink += row
    if (row > 0) rows.push(y)
  }
  const span = rows.length === 0 ? 0 : (quantile(rows, 0.95) - quantile(rows, 0.05)) / (bottom - top)
  return { share: ink / Math.max(1, cells), span, red: reds / Math.max(1, cells) }
}

/** Where a character (UTF-16 unit) of a line begins or ends, as a share of the line: as the reader saw it, else by counting. */
function edgeOf(line: Line, unit: number, side: 'begins' | 'ends'): number {
  const { text, xs, box } = line
  if (xs?.length !== text.length) return (unit + (side === 'ends' ? 1 : 0)) / text.length
  const x = xs[unit] ?? 1
  const half = Math.min(0.5, (0.5 * heightOf(line)) / Math.max(1, Math.hypot(box[2] - box[0], box[3] - box[1])))
  const next = xs[unit + (side === 'ends' ? 1 : -1)] ?? (side === 'ends' ? 2 - x : -x)
  return x + Math.sign(next - x) * Math.min(half, Math.abs(next - x) / 2)
}

/** Where the line's folded text ends that contains `near`, as a share of the line. A hand may stand in the rest of its box. */
function endOf(line: Line, near: string): number {
  let seen = ''
  for (let i = 0; i < line.text.length; i += 1) {
    seen += fold(line.text[i] ?? '')
    if (seen.includes(near)) return edgeOf(line, /[:：]/u.test(line.text[i + 1] ?? '') ? i + 1 : i, 'ends')
  }
  return 1
}

/** A line of its own for the hand, below the place's words: 签字：____ */
const BELOW = /^(?:(?:法定代表人|负责人|授权代表|代表|经办人)?(?:\([^)]{0,6}\))?)?(?:签字|签名|签章)/u

interface Spot {
  line: Line
  /** Share of the line after which the hand writes; more than 1 where the end of the words was not read. */
  from: number
  after: string
  /** The end of its words was not read: a seal may lie over it. */
  cut?: true
}

/** The words of a place whose end was not read: 甲方(盖章 of 甲方（盖章）. */
const isCut = (text: string, place: string) => /[(][^)]+$/u.test(text) && place.endsWith(')') && place.startsWith(text)

/** Where the hand may write for a printed place: behind its words, and behind 签字： on a line below. */
function spotsOf(line: Line, place: string, lines: readonly Line[]): Spot[] {
  const text = fold(line.text)
  const h = heightOf(line)
  const width = Math.max(1, Math.hypot(line.box[2] - line.box[0], line.box[3] - line.box[1]))
  // What was not read is as wide as it is long, and a colon follows.
  const spots: Spot[] = isCut(text, place)
    ? [{ line, from: 1 + ((place.length - text.length + 1) * h) / width, after: '', cut: true }]
    : [{ line, from: endOf(line, place), after: text.slice(text.indexOf(place) + place.length) }]
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

/** A hand has no room in fewer heights of its line. */
const ROOM = 2
/** Where a seal covers so much of a place, ink may be lost under it. */
const COVERED = 0.2
/** A blank place; one that could not be searched surely. */
const [BLANK, PERHAPS_BLANK] = [0.75, 0.5]

/** Words of a caption, which no person's name begins or ends with: 股东(盖章), 上海某某公司(盖章). */
const TITLE =
  /^(?:全体)?(?:股东|董事|监事|理事|法定|法人|代表|负责|申请|委托|受托|代理|承诺|声明|经办|单位|公司|企业|机构|甲方|乙方|出租|承租|产权|医|日期|签)|(?:公司|单位|机构|中心|医院|代表人|负责人)$/u

/** Where the print of a line begins that stands behind a place: after a hand that was read with it (贾飞沈建旭(盖章)). */
function printOf(other: Line, x0: number, h: number): number {
  const text = fold(other.text)
  const before = text.slice(0, Math.max(0, text.search(/[(]?盖章/u)))
  // Print that leaves room is the next caption, whatever its words; a title right behind the place is, too.
  if (other.box[0] - x0 >= ROOM * h || !/^\p{Script=Han}{2,8}$/u.test(before) || TITLE.test(before)) return other.box[0]
  const unit = other.text.search(/[(（]?\s*盖\s*章/u)
  return other.box[0] + (other.box[2] - other.box[0]) * edgeOf(other, unit, 'begins')
}

function lookAt(
  page: Page,
  spot: Spot,
  lines: readonly Line[],
  near: readonly string[],
): { area: Box; drawn: number; typed: boolean; sure: boolean } {
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
  const stop = Math.min(...printed.map((other) => printOf(other, x0, h)), x0 + 9 * h, page.width)
  const [top, bottom] = [y - 1.1 * h, y + h]
  const { share, span, red } = writingIn(page, x0, top, stop, bottom)
  const round = (n: number) => Math.round(n * 10) / 10
  const [left, right, up, down] = [round(x0), round(stop), round(top), round(bottom)]
  return {
    area: [left, up, right, up, right, down, left, down],
    drawn: share > 0.012 && span > 0.25 ? share : 0,
    typed: /[\p{Script=Han}A-Za-z]{2,}/u.test(spot.after.replace(WORDS, '').slice(0, 12)),
    sure: !spot.cut && stop - x0 >= ROOM * h && red < COVERED,
  }
}

/** What asks for a hand or a seal must be left of a caption: 受托人姓名 and 出租人（甲方） are no places to sign. */
const ASKING = /[签盖章字]/u
/** What a caption asks of whom (法定代表人 of 法定代表人(签字)). */
const whom = (words: string) => words.replace(/[(签].*$/u, '')
/** So many characters of a caption of so many may be misread or lost. */
const mayDiffer = (length: number) => (length >= 8 ? 2 : length >= 5 ? 1 : 0)

/** The place that a line's caption is, a character or two of it misread: 乙方(签学) is 乙方(签字). Null where it may be another's. */
function misread(text: string, near: readonly string[]): { words: string; place: string } | null {
  const words = /^[^:;]{4,16}/u.exec(text)?.[0] ?? ''
  if (!ASKING.test(words)) return null
  const like = near
    .map((place) => ({ place, away: distance(words, place) }))
    .filter(({ place, away }) => away <= mayDiffer(place.length))
    .sort((a, b) => a.away - b.away)
  const [best] = like
  const rival = like.some(({ place, away }) => away === best?.away && whom(place) !== whom(best.place))
  return best && !rival ? { words, place: best.place } : null
}

/** The words of a caption and the place that they are: as printed, or where those say only 签名, as whose they were misread. */
function withWhom(text: string, printed: string | undefined, near: readonly string[]) {
  const own = printed === undefined ? null : { words: printed, place: printed }
  return own && whom(own.place) !== '' ? own : (misread(text, near) ?? own)
}

/** Whether something is written at each printed place for a signature; `text` is the printed place. */
export function signaturesAt(page: Page, lines: readonly Line[], near: readonly string[]): Mark[] {
  const marks: Mark[] = []
  for (const line of lines) {
    const text = fold(line.text)
    const longest = (one: string, other: string) => other.length - one.length
    const printed =
      near.filter((one) => text.includes(one)).sort(longest)[0] ??
      near.filter((one) => isCut(text, one)).sort(longest)[0]
    const { words, place } = withWhom(text, printed, near) ?? {}
    if (words === undefined || place === undefined || text.length > place.length + 24) continue
    const seen = spotsOf(line, words, lines).map((spot) => lookAt(page, spot, lines, near))
    const best = seen.reduce((a, b) => (b.drawn > a.drawn || (a.drawn === 0 && b.typed && !a.typed) ? b : a))
    const blank = seen.every(({ sure }) => sure) ? BLANK : PERHAPS_BLANK
    marks.push({
      kind: 'signature',
      present: best.drawn > 0 || best.typed,
      page: page.page,
      box: best.area,
      confidence: best.drawn > 0 ? Math.min(0.95, 0.7 + 4 * best.drawn) : best.typed ? 0.6 : blank,
      text: place,
    })
  }
  return marks
}
