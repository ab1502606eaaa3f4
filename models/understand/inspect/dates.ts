import type { Box } from '../../../facts/fact.ts'
import type { Line, Mark } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { fold } from '../frame.ts'
import { writingIn } from './ink.ts'

/** Words of a block where somebody signs or stamps, and labels of the date that closes it. */
const SIGNING = /签[名字章署]|盖章|公章/u
const LABEL =
  /^(?:签订|签约|签署|签字|签章|签名|盖章|申请|申报|填表|填报|委托|授权|承诺|声明|落款|出具)?(?:日期|时间)[:：;；]?/u
/** A block reaches so many heights of its date's line above it, and below. */
const [ABOVE, BELOW] = [14, 4]
/** A date is no longer than this, with its label. */
const LONGEST = 22
/** The hand has room in a gap of so many heights; behind a label it writes within so many. */
const [GAP, REACH] = [0.6, 9]
/** A hand leaves this share of ink over this share of its height. */
const [INK, SPAN] = [0.012, 0.25]
/** A seal's line begins up to so many heights before its box. */
const MARGIN = 0.3
/** How surely a place is blank, and one that is written in though nobody read it. */
const [BLANK, WRITTEN] = [0.75, 0.75]

const FIGURE = /[\d〇零一二三四五六七八九十]/u

/** Characters of a row of print with the places of their middles along it, in pixels. */
interface Row {
  text: string
  xs: number[]
  line: Line
  height: number
  confidence: number
  end: number
}

const heightOf = ({ box }: Line) => Math.hypot(box[6] - box[0], box[7] - box[1])
const middleOf = ({ box }: Line) => (box[1] + box[3] + box[5] + box[7]) / 4

/** Whether a line is nothing but words beside which somebody signs or stamps: 发证机关： */
const isPlace = (text: string, places: readonly string[]) => {
  const words = text.replace(/[:：;；]$/u, '')
  return places.some((place) => place.replace(/[:：]$/u, '') === words)
}

/** The part of a level from a place on that no seal's outline crosses. */
function before(seals: readonly Mark[], y: number, height: number, from: number, to: number): number {
  const starts = seals.flatMap(({ box }) =>
    box && y + height > box[1] && y - height < box[5] && box[2] > from && box[0] < to ? [box[0] - MARGIN * height] : [],
  )
  return Math.min(to, ...starts)
}

/** What stands from a line on to the right on its level, as far as a date may reach. */
function rowFrom(line: Line, lines: readonly Line[]): Row {
  const height = heightOf(line)
  const level = (one: Line) => Math.abs(middleOf(one) - middleOf(line)) < 0.7 * height
  const row: Row = { text: '', xs: [], line, height, confidence: 1, end: line.box[0] }
  for (const one of lines
    .filter((other) => level(other) && other.box[0] >= line.box[0])
    .sort((a, b) => a.box[0] - b.box[0])) {
    // What stands far behind is another column; other words are another caption.
    if (one !== line && (one.box[0] - row.end > 6 * height || /\p{Script=Han}{2}/u.test(fold(one.text)))) break
    const width = one.box[2] - one.box[0]
    for (const [i, character] of [...one.text].entries()) {
      const folded = fold(character)
      if (folded === '' || folded === '_') continue
      row.text += folded[0]
      row.xs.push(one.box[0] + width * (one.xs?.[i] ?? (i + 0.5) / one.text.length))
    }
    row.confidence = Math.min(row.confidence, one.confidence)
    row.end = one.box[2]
  }
  return row
}

const boxOf = (x0: number, y0: number, x1: number, y1: number): Box => [x0, y0, x1, y0, x1, y1, x0, y1]

/** Whether a hand wrote between two places of a row's level. */
function isWritten(page: Page, { line, height }: Row, seals: readonly Mark[], from: number, to: number): boolean {
  const y = middleOf(line)
  const { share, span } = writingIn(page, from, y - 0.9 * height, before(seals, y, height, from, to), y + 0.8 * height)
  return share > INK && span > SPAN
}

/** The state of one place for a date; null where the row is none. */
function lookAt(page: Page, row: Row, seals: readonly Mark[]): Pick<Mark, 'present' | 'confidence'> | null {
  const { text, xs, height, line } = row
  const label = LABEL.exec(text)?.[0] ?? ''
  const rest = text.slice(label.length)
  const [year, month] = [rest.indexOf('年'), rest.indexOf('月')]
  const read = { present: true, confidence: Math.min(0.95, row.confidence) }
  if (year >= 0 && month > year) {
    if (!/^[^\p{Script=Han}]*$|^[〇零一二三四五六七八九十]+$/u.test(rest.slice(0, year))) return null
    const day = rest.indexOf('日', month)
    if (FIGURE.test(rest.slice(year, month)) && FIGURE.test(rest.slice(month, day < 0 ? undefined : day))) return read
    const at = (i: number) => xs[label.length + i] ?? row.end
    const gaps = [
      [at(year), at(month)],
      [at(month), day < 0 ? at(month) + 3 * height : at(day)],
    ].map(([from = 0, to = 0]) => [from + 0.6 * height, to - 0.6 * height] as const)
    if (gaps.every(([from, to]) => to - from < GAP * height)) return null
    const written = gaps.some(([from, to]) => to - from >= GAP * height && isWritten(page, row, seals, from, to))
    return { present: written, confidence: written ? WRITTEN : BLANK }
  }
  if (label === '') return null
  if ((rest.match(/\d/gu) ?? []).length >= 4) return read
  if (/\p{Script=Han}/u.test(rest)) return null
  const from = (xs[label.length - 1] ?? line.box[2]) + 0.7 * height
  const written = isWritten(page, row, seals, from, Math.min(page.width, from + REACH * height))
  return { present: written, confidence: written ? WRITTEN : BLANK }
}

/** Whether a date stands near below words to sign or stamp at. */
function closesWords(line: Line, asks: readonly Line[]): boolean {
  return asks.some((other) => {
    const away = middleOf(line) - middleOf(other)
    return other !== line && away < ABOVE * heightOf(line) && away > -BELOW * heightOf(line)
  })
}

/** Whether a date closes a block: near below words to sign at, or below a seal. */
function closesBlock(line: Line, text: string, asks: readonly Line[], seals: readonly Mark[]): boolean {
  const [height, y] = [heightOf(line), middleOf(line)]
  const near = (away: number) => away < ABOVE * height && away > -BELOW * height
  return (
    closesWords(line, asks) ||
    seals.some(({ box }) => {
      if (!box || !near(y - (box[1] + box[5]) / 2)) return false
      // Without a label only what stands by the seal.
      const size = box[2] - box[0]
      return LABEL.test(text) || (y > box[1] && line.box[2] > box[0] - size && line.box[0] < box[2] + size)
    })
  )
}

/**
 * The dates beside signatures and seals: read, written by hand though nobody read them, or their places left blank. `places`:
 * words beside which somebody signs or stamps; `seals`: those found.
 */
export function datesAt(
  page: Page,
  lines: readonly Line[],
  places: readonly string[] = [],
  seals: readonly Mark[] = [],
): Mark[] {
  const signing = lines.filter(({ text }) => SIGNING.test(fold(text)))
  const asks = [...signing, ...lines.filter(({ text }) => isPlace(fold(text), places))]
  const marks: Mark[] = []
  for (const line of lines) {
    const row = rowFrom(line, lines)
    if (row.text.length > LONGEST || !(LABEL.test(row.text) || /^[\d〇零一二三四五六七八九十.]{0,6}年/u.test(row.text)))
      continue
    const { height } = row
    // On the level of a label its date is part of it.
    const known = marks.some(
      ({ box }) =>
        box && line.box[0] < box[2] && line.box[0] >= box[0] && middleOf(line) > box[1] && middleOf(line) < box[5],
    )
    if (known || !closesBlock(line, row.text, asks, seals)) continue
    const state = lookAt(page, row, seals)
    // An authority's date is printed about its 年月日 as often as within: without a label nobody can say that it is blank.
    if (!state || !(state.present || LABEL.test(row.text) || closesWords(line, signing))) continue
    const y = middleOf(line)
    const box = boxOf(
      line.box[0],
      y - height,
      Math.min(page.width, Math.max(row.end, line.box[0] + REACH * height)),
      y + height,
    )
    marks.push({ kind: 'date', ...state, page: page.page, box, text: row.text })
  }
  return marks
}
