import type { DocumentField } from '../../facts/document-type.ts'
import type { ReadField } from '../../facts/reading.ts'
import type { Row as ValueRow } from '../../facts/values/value.ts'
import { textOf } from './bounds.ts'
import { printConfidence } from './confidence.ts'
import type { EmptyCell } from './empty-cells.ts'
import { around, boxOf, cut, fold, type Piece } from './frame.ts'
import { type Row, rowsOf } from './rows.ts'
import type { Sheet } from './sheet.ts'
import { cellOf, groupsOf, type Head, headsAt } from './table-heads.ts'
import { type Found, recordsBelow, unclear } from './table-records.ts'

/** Tables printed with a heading row, on any page. */
function headed(field: DocumentField, sheets: readonly Sheet[]): Found {
  const columns = field.columns ?? []
  const found: Found = { rows: [], pieces: [] }
  let heads: Head[] = []
  for (const sheet of sheets) {
    const rows = rowsOf(sheet.pieces)
    const named = rows.map(
      (_, at) => new Set(headsAt(rows, at, columns).heads.flatMap(({ column }) => column?.name ?? [])).size,
    )
    // Of rows that stand close together the one that names most columns is the heading.
    const first = named.findIndex((count) => count >= 2)
    const close = named.map((count, at) => {
      const [one, other] = [rows[first], rows[at]]
      return one && other && Math.abs(other.y - one.y) < 1.1 * one.height ? count : 0
    })
    const at = first < 0 ? -1 : close.indexOf(Math.max(...close))
    const row = rows[at]
    const heading = headsAt(rows, at, columns)
    // A second page without a heading goes on with the first page's columns.
    if (row) heads = heading.heads
    const [top] = rows
    if (heads.length === 0 || !top || (!row && found.rows.length === 0)) continue
    const wide = (one: Row) =>
      !one.text.includes('。') &&
      heads.filter((_, index) => cellOf(one, heads, index).length > 0).length >= heads.length / 2
    if (!row && !rows.slice(0, 4).some(wide)) continue
    // A printed label that is no heading of the table stands behind the table's end.
    const headings = new Set(columns.flatMap((column) => column.labels.map(fold)))
    const labels = new Set(
      sheet.hits.filter((hit) => hit.first && !headings.has(hit.spec.text)).map((hit) => hit.label.line),
    )
    for (const group of groupsOf(heads)) {
      const inside = (one: Row): Row => ({
        ...one,
        pieces: one.pieces.filter((piece) => piece.x0 >= group.from && piece.x0 < group.to),
      })
      const body = row ? rows.filter((one) => one.y > row.y && !heading.rows.includes(one)) : rows
      const under = body.map(inside).filter((one) => one.pieces.length > 0)
      const part = recordsBelow(row ?? { ...top, y: top.y - top.height }, under, group.heads, labels, sheet.seals)
      found.rows.push(...part.rows)
      found.pieces.push(...part.pieces)
      if (part.doubtful) found.doubtful = true
      if (part.empty) found.empty = [...(found.empty ?? []), ...part.empty]
    }
  }
  return found
}

/** How far a number stands from a name, in pixels: behind it, below it, or (less likely) above it. */
function distanceTo(name: Piece, number: Piece): number {
  const [dx, dy] = [(name.x0 + name.x1 - number.x0 - number.x1) / 2, number.y - name.y]
  const level = Math.abs(dy) < 0.6 * name.height && number.x0 > name.x1 - name.height
  if (level) return (number.x0 - name.x1) / 2
  return Math.hypot(dx, 1.5 * dy) * (dy < 0 ? 1.4 : 1)
}

const HAN = /\p{Script=Han}/u
/** A room's name with a character read with less is not sure. */
const CLEAR_NAME = 0.6
/** Print on a plan that is no room: measures of its sides, doors and ways, the compass, equipment drawn in. */
const NO_ROOM = /^[\d.,\s]*(?:mm|cm|m)?$|口(?:\d+处)?$|门$|通道$|楼梯$|梯$|^[东南西北上下]$|[柜灶台池机器箱架]$/u

/** Whether print lies between other pieces, from the leftmost to the rightmost and from the highest to the lowest. */
function among(piece: Piece, others: readonly Piece[]): boolean {
  if (others.length < 4) return false
  const [x, y] = [(piece.x0 + piece.x1) / 2, piece.y]
  const across = x > Math.min(...others.map((one) => one.x0)) && x < Math.max(...others.map((one) => one.x1))
  return across && y >= Math.min(...others.map((one) => one.y)) && y <= Math.max(...others.map((one) => one.y))
}

/** Names with a number beside, behind or below them, as rooms on a plan (`hints.pairs`). */
function paired(field: DocumentField, sheets: readonly Sheet[]): Found {
  const { pairs } = field.hints ?? {}
  const [nameColumn, numberColumn] = field.columns ?? []
  const found: Found = { rows: [], pieces: [] }
  if (!pairs || !nameColumn || !numberColumn) return found
  const [isName, number, skip] = [
    new RegExp(pairs.name, 'u'),
    new RegExp(pairs.value, 'iu'),
    new RegExp(pairs.skip, 'u'),
  ]
  for (const sheet of sheets) {
    const labels = new Set(sheet.hits.map((hit) => hit.label.line))
    // The nearest print above a number may be the label it belongs to (总面积：): such a number is no room's.
    const stops = sheet.pieces.filter(
      (p) => !number.test(p.text) && (/:$/u.test(p.text) || skip.test(p.text) || labels.has(p.line)),
    )
    const names = sheet.pieces.filter((p) => isName.test(p.text) && !number.test(p.text) && !stops.includes(p))
    const alone: Piece[] = []
    const entries: { name: string; pieces: [Piece, ...Piece[]] }[] = []
    for (const piece of sheet.pieces) {
      const match = number.exec(piece.text)
      if (!match) continue
      const before = piece.text.slice(0, match.index).replace(/[:(（=约]+$/u, '')
      // The raised 2 of ㎡ is often unclear and tells nothing.
      const digits = cut(piece, match.index, match.index + (match[1]?.length ?? 0))
      if (digits && unclear(digits)) found.doubtful = true
      if (before === '') alone.push(piece)
      if (!isName.test(before) || skip.test(before)) continue
      entries.push({ name: before, pieces: [piece] })
    }
    const ranked = alone
      .flatMap((piece) => [...names, ...stops].map((name) => ({ piece, name, far: distanceTo(name, piece) })))
      .filter(({ piece, name, far }) => far < 4 * Math.max(name.height, piece.height))
      .sort((a, b) => a.far - b.far)
    const done = new Set<Piece>()
    for (const { piece, name } of ranked) {
      if (done.has(piece)) continue
      done.add(piece)
      if (stops.includes(name)) continue
      // One number for each name: of two the nearer counts, and the table is no longer sure.
      if (done.has(name)) {
        found.doubtful = true
        continue
      }
      done.add(name)
      entries.push({ name: name.text, pieces: [piece, name] })
    }
    const place = (entry: { pieces: [Piece, ...Piece[]] }) => sheet.pieces.indexOf(entry.pieces[0])
    for (const { name, pieces } of entries.sort((a, b) => place(a) - place(b))) {
      found.rows.push({ [nameColumn.name]: name, [numberColumn.name]: Number(number.exec(pieces[0].text)?.[1]) })
      found.pieces.push(...pieces)
    }
    const mine = entries.flatMap(({ pieces }) => pieces)
    // A name with a doubtful character may be another room's; print among the rooms that is none of them may be one more.
    if (mine.some((piece) => HAN.test(piece.text) && printConfidence([piece]).least < CLEAR_NAME)) found.doubtful = true
    if (
      sheet.free.some(
        (piece) =>
          !mine.includes(piece) && [...piece.text].length > 1 && among(piece, mine) && !NO_ROOM.test(piece.text),
      )
    )
      found.doubtful = true
    const rooms = new Set(found.rows.map((row) => row[nameColumn.name]))
    if (rooms.size < found.rows.length) found.doubtful = true
    // A room without a number is a room all the same; whether its number was lost nobody knows.
    const bare = names.filter((name) => pairs.every && new RegExp(pairs.every, 'u').test(name.text))
    for (const name of bare.filter(({ text }) => !rooms.has(text))) {
      if (rooms.has(name.text)) continue
      rooms.add(name.text)
      found.rows.push({ [nameColumn.name]: name.text, [numberColumn.name]: null })
      found.pieces.push(name)
      found.doubtful = true
    }
  }
  return found
}

/** Reads a table field, printed with headings or as names with numbers, and tells which cells of numbers stayed empty; null when the document shows none. */
export function readTable(
  field: DocumentField,
  sheets: readonly Sheet[],
): { read: ReadField; empty: EmptyCell[] } | null {
  const table = headed(field, sheets)
  const { rows, pieces, doubtful, empty = [] } = table.rows.length > 0 ? table : paired(field, sheets)
  if (rows.length === 0) return null
  const read = manyField(rows, pieces)
  const doubt = { confidence: Math.min(0.4, read.confidence), note: '表中有的内容没有读清或没有对上' }
  return { read: doubtful ? { ...read, ...doubt } : read, empty }
}

/** Items of a list field found line by line (`hints.each`); null when no line holds one. */
export function readItems(field: DocumentField, sheets: readonly Sheet[]): ReadField | null {
  const each = (field.hints?.each ?? []).map((source) => new RegExp(source, 'gu'))
  const unlike = field.hints?.unlike ? new RegExp(field.hints.unlike, 'u') : null
  const items: string[] = []
  const pieces: Piece[] = []
  for (const piece of sheets.flatMap((sheet) => sheet.pieces)) {
    const found =
      each
        .map((pattern) => [...piece.text.matchAll(pattern)].map((match) => match[1] ?? ''))
        .find((list) => list.length > 0) ?? []
    const fresh = found.filter((item) => item !== '' && !unlike?.test(item) && !items.includes(item))
    items.push(...fresh)
    if (fresh.length > 0) pieces.push(piece)
  }
  return items.length === 0 ? null : manyField(items, pieces)
}

/** A field of several entries; its box is given only when they stand on one page. */
function manyField(value: ValueRow[] | string[], pieces: readonly Piece[]): ReadField {
  const page = pieces[0]?.line.page ?? 1
  const { mean } = printConfidence(pieces)
  return {
    value,
    raw: pieces.map((piece) => textOf([piece])).join('\n'),
    label: '',
    confidence: Math.min(0.95, mean),
    state: 'ok',
    page,
    box: around(pieces.filter((piece) => piece.line.page === page).map(boxOf)),
  }
}
