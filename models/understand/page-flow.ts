import type { Line } from '../../facts/reading.ts'
import { parseChineseNumber } from '../../facts/values/chinese-number.ts'
import type { PageReading } from '../page.ts'
import { fold, median } from './frame.ts'

const HAN = '[一二三四五六七八九十百]{1,5}'
/** What numbers the parts of a paper, the larger part first: chapters, clauses, points, items. */
const LEVELS = [
  new RegExp(`^第(${HAN}|\\d{1,3})章`, 'u'),
  // “第三条约定的…” at the beginning of a line speaks of a clause and is none.
  new RegExp(`^第(${HAN}|\\d{1,3})条(?!约定|规定|所|的|之|第|款|、|和|及|或)`, 'u'),
  new RegExp(`^(${HAN})、`, 'u'),
  new RegExp(`^\\((${HAN})\\)`, 'u'),
  /^(\d{1,2})[、.](?![\d年])/u,
  /^[(](\d{1,2})\)/u,
]
/** Parts that are counted through the whole paper: a second one of the same number is another paper's. */
const THROUGHOUT = 2
/** Level of the rows of a table, which belong to no part. */
const ROWS = LEVELS.length

interface Marker {
  level: number
  number: number
}

const byTop = (lines: readonly Line[]) => lines.toSorted((a, b) => a.box[1] - b.box[1])

/** A page's numbered parts from above. */
function markersOn({ lines }: PageReading): Marker[] {
  const markers = byTop(lines).flatMap(({ text }): Marker[] => {
    const folded = fold(text)
    for (const [level, pattern] of LEVELS.entries()) {
      const said = pattern.exec(folded)?.[1]
      const number = said === undefined ? null : parseChineseNumber(said)
      if (number !== null && number > 0) return [{ level, number }]
    }
    return []
  })
  return [0, 1].reduce((kept, level) => withoutStrays(kept, level), markers)
}

/** Of clauses only the longest run of numbers that go on by one is kept: others are clauses spoken of, or misread. */
function withoutStrays(markers: readonly Marker[], level: number): Marker[] {
  const own = markers.filter((marker) => marker.level === level)
  const runs = own.map((first, at) => {
    const run = [first]
    for (const marker of own.slice(at + 1)) if (marker.number === (run.at(-1)?.number ?? 0) + 1) run.push(marker)
    return run
  })
  const longest = runs.reduce<Marker[]>((best, run) => (run.length > best.length ? run : best), [])
  return markers.filter((marker) => marker.level !== level || longest.includes(marker))
}

const FEWEST_ROWS = 2

/** First and last number of a table's rows: figures that stand below each other and go on by one. */
function rowsOn({ lines }: PageReading): { first: number; last: number } | null {
  const figures = byTop(lines).filter(({ text }) => /^\d{1,3}$/u.test(fold(text)))
  const middle = ({ box }: Line) => (box[0] + box[2]) / 2
  const columns = figures.map((first, at) => {
    const run = [first]
    for (const line of figures.slice(at + 1)) {
      const before = run.at(-1) ?? first
      const level = Math.abs(middle(line) - middle(first)) < first.box[7] - first.box[1]
      if (level && Number(line.text) === Number(before.text) + 1) run.push(line)
    }
    return run
  })
  const [best] = columns.sort((a, b) => b.length - a.length)
  const [first, last] = [best?.[0], best?.at(-1)]
  if (!first || !last || !best || best.length < FEWEST_ROWS) return null
  return { first: Number(first.text), last: Number(last.text) }
}

/** How far a paper has come: the number of each part that is open, by level. */
export type Flow = ReadonlyMap<number, number>

/** How a page stands to what came before: it goes on exactly (at a level), it cannot follow, or nothing is known. */
export interface Step {
  fits: 'exactly' | 'never' | 'perhaps'
  /** The deepest level at which it goes on. */
  level: number
  after: Flow
}

/** What a page says of its place, worked out once. */
export interface Sheet {
  markers: readonly Marker[]
  rows: { first: number; last: number } | null
  /** Its last line breaks off in a sentence. */
  breaksOff: boolean
  /** Its first line goes on with a sentence. */
  goesOn: boolean
  /** The end of a paper: places to sign, a sum, how many copies there are. */
  closes: boolean
  /** The number of an annex; null when it is none. */
  annex: number | null
  /** It begins with a line set larger than the rest, as papers of their own do. */
  headed: boolean
  /** 续表, 接上页: it is not the first. */
  continued: boolean
}

const CLOSING =
  /以下无正文|[(]?(?:签字|签名|签章|盖章|公章)[)]?:?$|(?:签字|签名|签章|盖章)[)]?:|^(?:合计|总计|共计)|一式.{1,3}份/u
const ANNEX = new RegExp(`^附(?:件|录|表)(${HAN}|\\d{1,2})?(?:[:.、]|$|(?=\\p{Script=Han}))`, 'u')
const CONTINUED = /^[(]?(?:续表|续上?页|接上页|上接|承上页)|[(]续[)]$/u
const ENDS = /[。；;：:！!？?”）)]$/u

/** A heading is so much larger than the usual line, and has at most so many characters. */
const LARGER = 1.3
const LONGEST_HEADING = 24

const PAGE_NUMBER = /^[-—–第共\d页张/()~·•]{1,12}$/u

/** Reads what a page says of its place among the sheets of a paper. */
export function sheetOf(page: PageReading): Sheet {
  const down = byTop(page.lines)
  const texts = down.map(({ text }) => fold(text))
  const body = down.filter((_, at) => !PAGE_NUMBER.test(texts[at] ?? ''))
  const [first, last] = [body[0], body.at(-1)]
  const left = Math.min(...body.map(({ box }) => box[0]))
  const right = Math.max(...body.map(({ box }) => box[2]))
  const character = first ? first.box[7] - first.box[1] : 1
  const annex = texts
    .slice(0, 2)
    .map((text) => ANNEX.exec(text))
    .find((match) => match !== null)
  return {
    markers: markersOn(page),
    rows: rowsOn(page),
    breaksOff: last !== undefined && last.box[2] > right - 2 * character && !ENDS.test(fold(last.text)),
    goesOn:
      first !== undefined &&
      first.box[0] < left + character &&
      body.length > 2 &&
      right - left > 8 * character &&
      /[。；;，,]/u.test(fold(first.text)) &&
      !LEVELS.some((level) => level.test(fold(first.text))),
    headed:
      first !== undefined &&
      annex === undefined &&
      character > LARGER * median(body.map(({ box }) => box[7] - box[1])) &&
      fold(first.text).length <= LONGEST_HEADING &&
      !LEVELS.some((level) => level.test(fold(first.text))) &&
      !/[。；;，,:]/u.test(fold(first.text)),
    closes: texts.some((text) => CLOSING.test(text)),
    annex: annex ? (annex[1] === undefined ? 1 : (parseChineseNumber(annex[1]) ?? 1)) : null,
    continued: texts.slice(0, 3).some((text) => CONTINUED.test(text)),
  }
}

/** A page after a flow of pages, and the flow after it. */
export function stepOn(flow: Flow, { markers, rows }: Sheet): Step {
  const open = new Map(flow)
  let [shallowest, level, never] = [Number.POSITIVE_INFINITY, -1, false]
  const judge = (at: number, number: number) => {
    const before = flow.get(at)
    if (before === undefined) return
    if (number === before + 1) level = Math.max(level, at)
    else if (number > 1 || at < THROUGHOUT) never = true
  }
  for (const marker of markers) {
    if (marker.level < shallowest) {
      judge(marker.level, marker.number)
      shallowest = marker.level
    }
    open.set(marker.level, marker.number)
    for (let deeper = marker.level + 1; deeper < ROWS; deeper += 1) open.delete(deeper)
  }
  if (rows) {
    judge(ROWS, rows.first)
    open.set(ROWS, rows.last)
  }
  return { fits: never ? 'never' : level >= 0 ? 'exactly' : 'perhaps', level, after: open }
}

/** Whether a page is where a paper begins: its clauses, or the rows of its table, are counted from one. */
export const beginsCount = ({ markers, rows }: Sheet): boolean => {
  const [top] = markers.toSorted((a, b) => a.level - b.level)
  return top ? top.level <= THROUGHOUT && top.number === 1 : rows?.first === 1
}
