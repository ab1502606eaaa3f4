import type { DocumentMark, DocumentType } from '../../facts/document-type.ts'
import type { Box } from '../../facts/fact.ts'
import type { Mark } from '../../facts/reading.ts'
import { around, boxOf, fold, type Piece } from './frame.ts'
import type { Sheet } from './sheet.ts'

/** Where words ask for a seal: `box` and `height` of the words in pixels. */
export interface Place {
  mark: DocumentMark
  page: number
  y: number
  height: number
  box: Box
  /** They say that a seal belongs there (甲方（盖章）), not only whose (甲方：). */
  asks: boolean
}

/** The middle of a box. */
export const centre = (box: readonly number[]): [number, number] => [
  ((box[0] ?? 0) + (box[2] ?? 0) + (box[4] ?? 0) + (box[6] ?? 0)) / 4,
  ((box[1] ?? 0) + (box[3] ?? 0) + (box[5] ?? 0) + (box[7] ?? 0)) / 4,
]

/** The diagonal of a box. */
export const sizeOf = (box: readonly number[]) =>
  Math.hypot((box[2] ?? 0) - (box[0] ?? 0), (box[3] ?? 0) - (box[1] ?? 0))

/** How many characters of a line ask for a mark: its words, or the mark's own name at the beginning; 0 when none do. */
const askedBy = ({ name, near }: DocumentMark, text: string): number =>
  Math.max(
    0,
    text.startsWith(fold(name)) ? name.length : 0,
    ...near.map(fold).map((words) => (text.includes(words) ? words.length : 0)),
  )

/** Whether a seal lies over a line's end: at its height, from before the end on. */
function covers({ box, page }: Mark, place: Box, on: number): boolean {
  if (!box || page !== on) return false
  const [end, y] = [Math.max(place[2], place[4]), centre(place)[1]]
  const size = sizeOf(box)
  return end > box[0] - 0.2 * size && end < box[2] && box[0] > place[0] && Math.abs(centre(box)[1] - y) < 0.4 * size
}

/** How many characters of a mark's words a line begins with whose end a seal covers: 产生单位(盖 of 产生单位（盖章）. */
const LEAST_LEFT = 2
function begunBy({ name, near }: DocumentMark, text: string): number {
  const left = text.replace(/[^\p{Script=Han}]+$/u, '')
  return left.length >= LEAST_LEFT && [name, ...near].some((words) => fold(words).startsWith(left)) ? left.length : 0
}

/** Words that ask for a seal. */
const SEALING = /[盖章签印鉴]/u
const bare = (text: string) => fold(text).replace(/[()]/gu, '')

/** The piece that ends where another one begins, on the same level: a seal may have cut a caption in two. */
const before = (piece: Piece, pieces: readonly Piece[]) =>
  pieces.find(
    (other) =>
      other !== piece &&
      Math.abs(other.y - piece.y) < 0.5 * Math.max(other.height, piece.height) &&
      other.x0 < piece.x0 &&
      Math.abs(piece.x0 - other.x1) < 1.5 * Math.max(other.height, piece.height),
  )

/** How many characters of a mark's words run on from one piece into the next: 公安机关( and 盖章). */
function askedAcross({ name, near }: DocumentMark, first: string, second: string): number {
  const whole = bare(first + second)
  const cut = bare(first).length
  const across = (words: string) => {
    const at = whole.indexOf(words)
    return at >= 0 && at < cut && at + words.length > cut ? words.length : 0
  }
  return Math.max(0, ...[name, ...near].map((words) => across(bare(words))))
}

/** Where a mark's printed words stand (甲方（盖章）), last on the page first: signatures come at the end. */
export function placesOf(type: DocumentType, sheets: readonly Sheet[], seals: readonly Mark[]): Place[] {
  const places: Place[] = []
  const marks = type.marks.filter(({ kind }) => kind === 'seal')
  for (const sheet of sheets) {
    for (const piece of sheet.pieces) {
      const first = before(piece, sheet.pieces)
      const across = (mark: DocumentMark) => (first ? askedAcross(mark, first.text, piece.text) : 0)
      const cut = marks.some((mark) => across(mark) > 0)
      const [text, box] =
        first && cut ? [first.text + piece.text, around([boxOf(first), boxOf(piece)])] : [piece.text, boxOf(piece)]
      if (!box) continue
      // The longest words tell whose place it is: 公安机关（盖章） is not just any （盖章）.
      const covered = seals.some((seal) => covers(seal, box, sheet.page))
      const asks = (mark: DocumentMark) =>
        cut ? across(mark) : askedBy(mark, text) || (covered ? begunBy(mark, text) : 0)
      const longest = Math.max(...marks.map(asks))
      const [, y] = centre(box)
      for (const mark of longest > 0 ? marks.filter((one) => asks(one) === longest) : [])
        places.push({ mark, page: sheet.page, y, height: piece.height, box, asks: covered || SEALING.test(text) })
    }
  }
  return places
}

const DATE = /^(?:日期[:：]?)?\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?$/u

/** Where a paper that asks for its seal without words is closed: below its text, a name and below it a date, the last on their page. */
export function closingPlaces(type: DocumentType, mark: DocumentMark, sheets: readonly Sheet[]): Place[] {
  if (!type.fields.some((field) => field.type === 'date' && field.hints?.closing)) return []
  return sheets.flatMap((sheet): Place[] => {
    const down = sheet.pieces.toSorted((a, b) => a.y - b.y)
    const at = down.findLastIndex((piece) => DATE.test(piece.text))
    const name = down[at - 1]
    // A cover ends so, too, but has no sentence. A page number may follow.
    const text = down.slice(0, Math.max(0, at - 1)).some((piece) => piece.text.endsWith('。'))
    if (!name || !text || at < down.length - 2 || !/^\p{Script=Han}[\p{Script=Han}()]{3,}$/u.test(name.text)) return []
    const box = boxOf(name)
    const [, y] = centre(box)
    return [{ mark, page: sheet.page, y, height: name.height, box, asks: true }]
  })
}
