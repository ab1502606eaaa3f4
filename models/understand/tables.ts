import type { DocumentField } from '../../facts/document-type.ts'
import type { Line, ReadField } from '../../facts/reading.ts'
import { distance } from '../../facts/values/edit-distance.ts'
import type { Row as ValueRow } from '../../facts/values/value.ts'
import { textOf } from './bounds.ts'
import { printConfidence } from './confidence.ts'
import { around, boxOf, cut, fold, median, type Piece, rawOf } from './frame.ts'
import { type Row, rowsOf } from './rows.ts'
import type { Sheet } from './sheet.ts'
import { readTyped } from './typed.ts'

type ColumnDeclared = NonNullable<DocumentField['columns']>[number]

/** A heading cell: a declared column, or another one (序号, 备注) that only takes room. */
interface Head {
  column: ColumnDeclared | null
  x0: number
  x1: number
}

const OTHER_HEADS = [
  '序号',
  '备注',
  '编号',
  '性别',
  '年龄',
  '单位',
  '说明',
  '是否培训',
  '入职日期',
  '生产厂家',
  '品牌',
  '有效期至',
  '健康证有效期',
  '有效期',
]
const AFTER_TABLE = /盖章|\(盖|申请人|经营者|签字|签名|负责人|填报|填表|日期:|^注:|^备注:|承诺|合计/u

/** The declared column a heading cell names, by its longest label. */
function headOf(text: string, columns: readonly ColumnDeclared[]): ColumnDeclared | undefined {
  const scored = columns.flatMap((column) => column.labels.map((label) => ({ column, label: fold(label) })))
  const exact = scored.filter(({ label }) => text === label || text.replace(/[(（].*[)）]$/u, '') === label)
  if (exact[0]) return exact[0].column
  return scored.find(({ label }) => label.length > 3 && distance(text, label) <= 1)?.column
}

/** Cells of a heading row; headings run together in one line are cut where labels begin. */
function headsOf(row: Row, columns: readonly ColumnDeclared[]): Head[] {
  const labels = [...columns.flatMap((column) => column.labels.map(fold)), ...OTHER_HEADS].sort(
    (a, b) => b.length - a.length,
  )
  return row.pieces.flatMap((piece): Head[] => {
    const whole = headOf(piece.text, columns)
    if (whole || OTHER_HEADS.includes(piece.text)) return [{ column: whole ?? null, x0: piece.x0, x1: piece.x1 }]
    const heads: Head[] = []
    let at = 0
    while (at < piece.text.length) {
      const label = labels.find((one) => piece.text.startsWith(one, at))
      const part = label && cut(piece, at, at + label.length)
      if (!label || !part) return heads.length > 1 ? heads : [{ column: null, x0: piece.x0, x1: piece.x1 }]
      heads.push({ column: headOf(label, columns) ?? null, x0: part.x0, x1: part.x1 })
      at += label.length
    }
    return heads
  })
}

/** The pieces of a row under one heading; a line running through several columns is cut between them. */
function cellOf(row: Row, heads: readonly Head[], index: number): Piece[] {
  const edges = heads.slice(1).map((head, i) => ((heads[i]?.x1 ?? 0) + head.x0) / 2)
  const [from, to] = [edges[index - 1] ?? Number.NEGATIVE_INFINITY, edges[index] ?? Number.POSITIVE_INFINITY]
  return row.pieces.flatMap((piece) => {
    const covered = heads.filter(
      (head) => (head.x0 + head.x1) / 2 > piece.x0 && (head.x0 + head.x1) / 2 < piece.x1,
    ).length
    const width = piece.x1 - piece.x0
    const start = piece.glyphs[0]?.from ?? 0
    const whole = (piece.glyphs.at(-1)?.to ?? 1) - start
    const middle = (piece.x0 + piece.x1) / 2
    if (covered < 2) return middle >= from && middle < to ? [piece] : []
    const inside = piece.glyphs
      .map((g) => piece.x0 + (width * ((g.from + g.to) / 2 - start)) / whole)
      .map((x) => x >= from && x < to)
    const part = inside.includes(true) ? cut(piece, inside.indexOf(true), inside.lastIndexOf(true) + 1) : null
    return part ? [part] : []
  })
}

/** Two digits or more in the room of one: a single digit that was read as several (2 as 22). */
const cramped = (piece: Piece) =>
  piece.glyphs.length > 1 && piece.x1 - piece.x0 < 0.36 * piece.height * piece.glyphs.length

/** A digit below this confidence makes a number of a table unknown: nothing around it would show the error. */
const CLEAR_DIGIT = 0.6

const unclear = (piece: Piece) => piece.glyphs.some((glyph) => /\d/u.test(glyph.text) && glyph.confidence < CLEAR_DIGIT)

/** A sentence below a table runs across its columns; no cell does. */
const sentence = (piece: Piece, heads: readonly Head[]) =>
  /[,。;]/u.test(piece.text) &&
  heads.filter((h) => (h.x0 + h.x1) / 2 > piece.x0 && (h.x0 + h.x1) / 2 < piece.x1).length >= 3

/**
 * Groups of columns printed side by side under the same headings (receipts): from one first heading to the next, each with
 * how far it reaches.
 */
function groupsOf(heads: readonly Head[]): { heads: readonly Head[]; from: number; to: number }[] {
  const first = heads.find((head) => head.column)?.column
  const starts = heads.flatMap((head, index) => (head.column && head.column === first ? [index] : []))
  if (starts.length < 2) return [{ heads, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }]
  const edge = (index: number) => ((heads[index - 1]?.x1 ?? 0) + (heads[index]?.x0 ?? 0)) / 2
  return starts.map((start, i) => {
    const next = starts[i + 1]
    return {
      heads: heads.slice(i === 0 ? 0 : start, next),
      from: i === 0 ? Number.NEGATIVE_INFINITY : edge(start),
      to: next === undefined ? Number.POSITIVE_INFINITY : edge(next),
    }
  })
}

interface Found {
  rows: ValueRow[]
  pieces: Piece[]
  /** Names and numbers do not match one to one. */
  doubtful?: boolean
}

/** Rows below a heading row, one record each; a line that fills only some cells goes on with the record above. */
function below(head: Row, rows: readonly Row[], heads: readonly Head[], labels: ReadonlySet<Line>): Found {
  const found: Found = { rows: [], pieces: [] }
  const cells: { [column: string]: Piece[] }[] = []
  const declared = heads.flatMap((one, index) => (one.column ? [{ column: one.column, index }] : []))
  const [key] = declared
  let last = head
  const pitch = median(
    rows.slice(1, 12).map((row, i) => row.y - (rows[i]?.y ?? 0)),
    3 * head.height,
  )
  for (const row of rows) {
    if (row.y - last.y > Math.max(3.2 * pitch, 6 * head.height)) break
    const record = Object.fromEntries(declared.map(({ column, index }) => [column.name, cellOf(row, heads, index)]))
    const filled = Object.values(record).filter((cell) => cell.length > 0).length
    if (row.pieces[0] && labels.has(row.pieces[0].line)) break
    if (AFTER_TABLE.test(row.text) && filled <= Math.max(1, declared.length / 2)) break
    if (row.pieces.some((piece) => sentence(piece, heads))) break
    const above = cells.at(-1)
    const near = row.y - last.y < 1.2 * pitch && row.height > 0.6 * head.height && row.height < 1.5 * head.height
    if (above && !near && filled < declared.length / 2) continue
    const named = key ? (record[key.column.name] ?? []) : []
    const goesOn = above && key && filled > 0 && filled < declared.length && named.length === 0
    // A name too long for its column runs on below it.
    const full = key && above?.[key.column.name]?.at(-1)
    const next = key && heads[key.index + 1]
    const runsOn = above && full && next && filled === 1 && named.length === 1 && full.x1 > next.x0 - 1.7 * full.height
    if (goesOn || runsOn)
      for (const [name, cell] of Object.entries(record)) above[name] = [...(above[name] ?? []), ...cell]
    else if (filled > 0) cells.push(record)
    last = row
  }
  for (const record of cells) {
    const values = declared.map(({ column }) => {
      const print = record[column.name] ?? []
      const typed =
        print.length === 0 ||
        (['integer', 'number'].includes(column.type) && print.some((piece) => cramped(piece) || unclear(piece)))
          ? null
          : readTyped({ ...column, labels: [], optional: true, multiline: true, deciding: false }, rawOf(print))
      return [column.name, typed?.value ?? null] as const
    })
    if (values.filter(([, value]) => value !== null).length === 0) continue
    found.rows.push(Object.fromEntries(values))
    found.pieces.push(...Object.values(record).flat())
  }
  return found
}

/** Tables printed with a heading row, on any page. */
function headed(field: DocumentField, sheets: readonly Sheet[]): Found {
  const columns = field.columns ?? []
  const found: Found = { rows: [], pieces: [] }
  let heads: Head[] = []
  for (const sheet of sheets) {
    const rows = rowsOf(sheet.pieces)
    const at = rows.findIndex(
      (row) => new Set(headsOf(row, columns).flatMap((head) => (head.column ? [head.column.name] : []))).size >= 2,
    )
    const row = rows[at]
    // A second page without a heading goes on with the first page's columns.
    if (row) heads = headsOf(row, columns).sort((a, b) => a.x0 - b.x0)
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
      const under = (row ? rows.slice(at + 1) : rows).map(inside).filter((one) => one.pieces.length > 0)
      const part = below(row ?? { ...top, y: top.y - top.height }, under, group.heads, labels)
      found.rows.push(...part.rows)
      found.pieces.push(...part.pieces)
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
    const rooms = new Set(found.rows.map((row) => row[nameColumn.name]))
    const bare = names.some(
      (name) => pairs.every && new RegExp(pairs.every, 'u').test(name.text) && !rooms.has(name.text),
    )
    if (found.rows.length > 0 && (bare || rooms.size < found.rows.length)) found.doubtful = true
  }
  return found
}

/** Reads a table field: printed with headings, or as names with numbers; null when the document shows none. */
export function readTable(field: DocumentField, sheets: readonly Sheet[]): ReadField | null {
  const table = headed(field, sheets)
  const { rows, pieces, doubtful } = table.rows.length > 0 ? table : paired(field, sheets)
  if (rows.length === 0) return null
  const read = manyField(rows, pieces)
  return doubtful ? { ...read, confidence: Math.min(0.4, read.confidence), note: '名称和数字没有一一对上' } : read
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
