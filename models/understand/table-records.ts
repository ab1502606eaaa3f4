import type { Line } from '../../facts/reading.ts'
import type { Row as ValueRow, ValueType } from '../../facts/values/value.ts'
import { mayBeMisread, printConfidence } from './confidence.ts'
import { cellBox, type EmptyCell } from './empty-cells.ts'
import { around, boxOf, median, type Piece } from './frame.ts'
import { mayLackDigit } from './lost-digits.ts'
import { mendWords } from './mend-words.ts'
import { type Row, rowsOf } from './rows.ts'
import { cellOf, type Head } from './table-heads.ts'
import { readTyped } from './typed.ts'

/** A place to seal or sign stands below the table. */
const ASKS = /\((?:盖章|签章|签[字名]|章)\):?$/u
const AFTER_TABLE =
  /盖章|\(盖|申请人|经营者|签字|签名|负责人|填报|填表|日期:|^注:|^备注:|承诺|合计|以下(?:空白|无正文|无内容)/u

/** Room a number takes, in digits: a point takes half of one, 1 is narrow in many faces. */
const digitsIn = (piece: Piece) =>
  piece.glyphs.reduce((sum, { text }) => sum + (/[.,:]/u.test(text) ? 0.5 : text === '1' ? 0.75 : 1), 0)

const digitWidth = (piece: Piece) => (piece.x1 - piece.x0) / (piece.height * digitsIn(piece))

/** How wide a digit is usually set among some print, in line heights. */
const usualDigit = (pieces: readonly Piece[]) =>
  median(pieces.filter((piece) => piece.glyphs.length > 2 && /^[\d.,]+$/u.test(piece.text)).map(digitWidth), 0.45)

/** Two digits or more in the room of one: a single digit that was read as several (2 as 22). */
const cramped = (piece: Piece, usual: number) => piece.glyphs.length > 1 && digitWidth(piece) < 0.7 * usual

/** A digit below this confidence makes a number of a table unknown: nothing around it would show the error. */
const CLEAR_DIGIT = 0.6

export const unclear = (piece: Piece) =>
  piece.glyphs.some((glyph) => /\d/u.test(glyph.text) && glyph.confidence < CLEAR_DIGIT)

/** A sentence below a table runs across its columns; no cell does. */
const sentence = (piece: Piece, heads: readonly Head[]) =>
  /[,。;]/u.test(piece.text) &&
  heads.filter((h) => (h.x0 + h.x1) / 2 > piece.x0 && (h.x0 + h.x1) / 2 < piece.x1).length >= 3

/** A name of a list with a character read with less may be another: nothing in a row shows it (600 development cases: 6 of 9 such lists were wrong). */
const CLEAR_NAME = 0.8

export interface Found {
  rows: ValueRow[]
  pieces: Piece[]
  /** What stands there does not fit together: names and numbers do not match, or a seal hides print. */
  doubtful?: boolean
  /** Cells of number columns in which nothing was read, or nothing clear. */
  empty?: EmptyCell[]
}

/** Types of columns whose print is so long that nobody overlooks it beside a row that was read otherwise. */
const LONG: readonly ValueType[] = ['code', 'cnid', 'uscc', 'phone']
/** Types of columns whose print may be broken over lines. */
const WORDS: readonly ValueType[] = ['name', 'org-name', 'text', 'address', 'enum', 'list']
/** Types of columns that hold figures. */
const FIGURES = ['integer', 'number', 'money']

type Cells = { [column: string]: Piece[] }

interface Printed {
  row: Row
  cells: Cells
  filled: number
}

/**
 * Records of a table whose cells are centred: the rows in which most cells are filled are its records; lines of broken
 * cells stand around their own record's middle, in no row with the others. Null when the table is not of this kind.
 */
function centred(printed: readonly Printed[], columns: number): Printed[][] | null {
  if (columns < 3) return null
  const anchors = printed.filter(({ filled }) => filled >= columns / 2)
  const loose = printed.filter(({ filled }) => filled < columns / 2)
  if (anchors.length === 0) return null
  const far = (one: Printed, other: Printed | undefined) =>
    other ? Math.abs(one.row.y - other.row.y) : Number.POSITIVE_INFINITY
  const proof = loose.some((one) => {
    const before = printed[printed.indexOf(one) - 1]
    const next = anchors.find(({ row }) => row.y > one.row.y)
    return (before === undefined || anchors.includes(before)) && far(one, next) < far(one, before)
  })
  if (!proof) return null
  const records = new Map(anchors.map((anchor) => [anchor, [anchor]]))
  const nearest = (one: Printed) => anchors.reduce((a, b) => (far(one, b) < far(one, a) ? b : a))
  for (const one of loose.toSorted((a, b) => far(a, nearest(a)) - far(b, nearest(b)))) {
    const record = records.get(nearest(one))
    // The lines of a cell follow each other closely.
    if (record?.some((other) => far(one, other) < 1.8 * one.row.height)) record.push(one)
  }
  return [...records.values()].map((record) => record.toSorted((a, b) => a.row.y - b.row.y))
}

/** Rows closer than print can be set are one: cells of two lines pull their neighbours up or down. */
function joined(rows: readonly Row[]): Row[] {
  const out: Row[] = []
  for (const row of rows) {
    const before = out.at(-1)
    if (before && row.y - before.y < 0.75 * Math.min(before.height, row.height)) {
      const pieces = [...before.pieces, ...row.pieces].sort((a, b) => a.x0 - b.x0)
      out[out.length - 1] = { ...before, pieces, text: pieces.map((piece) => piece.text).join('') }
    } else out.push(row)
  }
  return out
}

/** Whether print lies within a seal. */
function under(piece: Piece, seals: readonly Piece['line']['box'][]): boolean {
  const box = boxOf(piece)
  const [x, y] = [(box[0] + box[4]) / 2, (box[1] + box[5]) / 2]
  return seals.some((seal) => {
    const [x0 = 0, y0 = 0, , , x1 = 0, y1 = 0] = around([seal, seal]) ?? []
    return x > x0 && x < x1 && y > y0 && y < y1
  })
}

/** Words of a seal that lies over the end of a table: of another size than its rows, or in a row of their own. */
function withoutSeals(rows: readonly Row[], heads: readonly Head[], seals: readonly Piece['line']['box'][]): Row[] {
  if (seals.length === 0) return [...rows]
  const size = median(
    rows.map((row) => row.height),
    1,
  )
  const filled = (row: Row) => heads.filter((_, index) => cellOf(row, heads, index).length > 0).length
  return rows.flatMap((row) => {
    const whole = filled(row) > heads.length / 2
    const strange = (piece: Piece) =>
      under(piece, seals) && (!whole || piece.height > 1.3 * size || piece.height < 0.7 * size)
    const pieces = row.pieces.filter((piece) => !strange(piece))
    return pieces.length > 0 ? [{ ...row, pieces, text: pieces.map((piece) => piece.text).join('') }] : []
  })
}

/** A line of a name goes on with the name above it when it stands closer below it than the next name below itself. */
function isWrapped(piece: Piece, above: readonly Piece[], printed: readonly Printed[], key: string): boolean {
  const low = above.reduce<Piece | null>((a, b) => (a && a.y > b.y ? a : b), null)
  if (!low) return false
  const flush = Math.min(Math.abs(piece.x0 - low.x0), Math.abs(piece.x0 + piece.x1 - low.x0 - low.x1) / 2)
  const gap = piece.y - low.y
  const names = printed.flatMap(({ cells }) => cells[key] ?? []).filter((one) => one.y > piece.y + 0.5 * piece.height)
  const next = names.length > 0 ? Math.min(...names.map((one) => one.y)) - piece.y : Number.POSITIVE_INFINITY
  return flush < 0.6 * piece.height && gap < 1.6 * Math.min(piece.height, low.height) && gap < 0.85 * next
}

/** Rows below a heading row, one record each; a line that fills only some cells belongs to a record beside it. */
export function recordsBelow(
  head: Row,
  given: readonly Row[],
  heads: readonly Head[],
  labels: ReadonlySet<Line>,
  seals: readonly Piece['line']['box'][],
): Found {
  const found: Found = { rows: [], pieces: [] }
  const declared = heads.flatMap((one, index) => (one.column ? [{ column: one.column, index }] : []))
  const [key] = declared
  const rows = joined(withoutSeals(given, heads, seals))
  let last = head
  // Below a table of one record the next print may be the foot of the page: its distance is no pitch.
  const pitch = Math.min(
    6 * head.height,
    median(
      rows.slice(1, 12).map((row, i) => row.y - (rows[i]?.y ?? 0)),
      3 * head.height,
    ),
  )
  const printed: Printed[] = []
  for (const row of rows) {
    if (row.y - last.y > Math.max(3.2 * pitch, 6 * head.height)) break
    const cells = Object.fromEntries(declared.map(({ column, index }) => [column.name, cellOf(row, heads, index)]))
    const filled = Object.values(cells).filter((cell) => cell.length > 0).length
    if (row.pieces[0] && labels.has(row.pieces[0].line)) break
    if (row.pieces.some((piece) => ASKS.test(piece.text))) break
    if (AFTER_TABLE.test(row.text) && filled <= Math.max(1, declared.length / 2)) break
    if (row.pieces.some((piece) => sentence(piece, heads))) break
    printed.push({ row, cells, filled })
    last = row
  }
  const records: Cells[] =
    centred(printed, declared.length)?.map((record) =>
      Object.fromEntries(
        declared.map(({ column }) => [column.name, record.flatMap((one) => one.cells[column.name] ?? [])]),
      ),
    ) ?? []
  last = head
  for (const { row, cells, filled } of records.length > 0 ? [] : printed) {
    const above = records.at(-1)
    const near = row.y - last.y < 1.2 * pitch && row.height > 0.6 * head.height && row.height < 1.5 * head.height
    if (above && !near && filled < declared.length / 2) continue
    const named = key ? (cells[key.column.name] ?? []) : []
    // Figures do not wrap: below other figures they are another record's, whatever else of it was not read.
    const figures = declared.some(
      ({ column: { name, type } }) =>
        FIGURES.includes(type) && (cells[name] ?? []).length > 0 && (above?.[name] ?? []).length > 0,
    )
    const close = !figures && row.y - last.y < 2.2 * row.height
    const goesOn = above && key && filled > 0 && filled < declared.length && named.length === 0 && close
    // A name too long for its column runs on below it.
    const full = key && above?.[key.column.name]?.at(-1)
    const next = key && heads[key.index + 1]
    const [name] = named
    // Beside the rest of a name only the rest of other words may stand (旭 · 员).
    const rest = declared.filter(({ column }) => (cells[column.name] ?? []).length > 0)
    const wraps =
      above &&
      key &&
      name &&
      named.length === 1 &&
      filled <= Math.max(1, declared.length / 2) &&
      (filled > 1 || row.pieces.length === 1) &&
      rest.every(({ column: { name: at, type } }) => WORDS.includes(type) && (above[at] ?? []).length > 0) &&
      isWrapped(name, above[key.column.name] ?? [], printed, key.column.name)
    const runsOn = above && full && next && filled === 1 && named.length === 1 && full.x1 > next.x0 - 1.7 * full.height
    if (goesOn || runsOn || wraps)
      for (const [name, cell] of Object.entries(cells)) above[name] = [...(above[name] ?? []), ...cell]
    else if (filled > 0) records.push(cells)
    last = row
  }
  const usual = usualDigit(rows.flatMap((row) => row.pieces))
  for (const record of records) {
    const values = declared.map(({ column }) => {
      // Lines of one cell from top to bottom.
      const print = rowsOf(record[column.name] ?? []).flatMap((row) => row.pieces)
      const counted = ['integer', 'number'].includes(column.type)
      const doubtful = print.some(
        (piece) =>
          (counted && (cramped(piece, usual) || unclear(piece))) ||
          (FIGURES.includes(column.type) && mayLackDigit(piece)),
      )
      const { raw, changed } = mendWords(column, print)
      const typed =
        print.length === 0 || doubtful
          ? null
          : readTyped(
              { ...column, labels: [], optional: true, multiline: true, deciding: false },
              // A single 1 has no neighbours that show it to be a digit.
              column.type === 'integer' ? raw.replace(/^[Il|丨]$/u, '1') : raw,
            )
      if (changed > 0 || (print.length > 0 && typed?.valid !== true)) found.doubtful = true
      if (column.type === 'name' && typeof typed?.value === 'string') {
        const clear = printConfidence(print).least >= CLEAR_NAME
        if (!clear || mayBeMisread(typed.value, print)) found.doubtful = true
      }
      return [column.name, typed?.value ?? null] as const
    })
    if (values.filter(([, value]) => value !== null).length === 0) continue
    const value: ValueRow = Object.fromEntries(values)
    found.rows.push(value)
    const [beside] = Object.values(record).flat()
    for (const { column, index } of declared) {
      const head = heads[index]
      if (!beside || !head || column.type !== 'integer' || value[column.name] !== null) continue
      const [only, more] = record[column.name] ?? []
      if (more) continue
      const box = only ? cellBox(only, (only.x0 + only.x1) / 2) : cellBox(beside, (head.x0 + head.x1) / 2)
      found.empty = [...(found.empty ?? []), { row: value, column: column.name, page: beside.line.page, box }]
    }
    found.pieces.push(...Object.values(record).flat())
  }
  // An empty cell in a column that is filled otherwise may be one that was not seen.
  for (const { column } of declared) {
    const whole = (row: ValueRow) => declared.every((one) => one.column === column || row[one.column.name] !== null)
    const blank = (row: ValueRow) => LONG.includes(column.type) && whole(row)
    const empty = found.rows.filter((row) => row[column.name] === null && !blank(row)).length
    const number = FIGURES.includes(column.type)
    if (empty > 0 && empty < found.rows.length && (number || empty <= found.rows.length / 2)) found.doubtful = true
  }
  return found
}
