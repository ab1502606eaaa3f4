import type { DocumentField } from '../../facts/document-type.ts'
import { distance } from '../../facts/values/edit-distance.ts'
import { cut, fold, type Piece } from './frame.ts'
import type { Row } from './rows.ts'

export type ColumnDeclared = NonNullable<DocumentField['columns']>[number]

/** A heading cell: a declared column, or another one (序号, 备注) that only takes room. */
export interface Head {
  column: ColumnDeclared | null
  x0: number
  x1: number
  /** Of a heading that names nothing known: what was read. */
  unknown?: string
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
/** The declared column a heading cell names, by its longest label. */
function headOf(text: string, columns: readonly ColumnDeclared[]): ColumnDeclared | undefined {
  const scored = columns.flatMap((column) => column.labels.map((label) => ({ column, label: fold(label) })))
  const exact = scored.filter(({ label }) => text === label || text.replace(/[(（].*[)）]$/u, '') === label)
  if (exact[0]) return exact[0].column
  return scored.find(({ label }) => label.length > 3 && distance(text, label) <= 1)?.column
}

/** The pieces, gathered where a heading was set wide apart, a character or two each (金　　额); else one by one. */
function spaced(pieces: readonly Piece[], names: readonly string[]): Piece[][] {
  const groups: Piece[][] = []
  for (let at = 0; at < pieces.length; at += groups.at(-1)?.length ?? 1) {
    const apart = [4, 3, 2]
      .map((count) => pieces.slice(at, at + count))
      .find((some) => some.every(({ text }) => text.length <= 2) && names.includes(textOf(some)))
    groups.push(apart ?? pieces.slice(at, at + 1))
  }
  return groups
}

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')

const oneOff = (text: string, label: string) =>
  text.length === label.length && [...text].filter((character, i) => character !== label[i]).length === 1

/** Beside two headings that name columns, one with a character misread (商位) is the only column left that it may be (岗位). */
function misreadNamed(heads: readonly Head[], columns: readonly ColumnDeclared[]): Head[] {
  const taken = new Set(heads.map(({ column }) => column))
  if (taken.size - Number(taken.has(null)) < 2) return [...heads]
  return heads.map((head) => {
    const { unknown = '' } = head
    const left = columns.filter((one) => !taken.has(one) && one.labels.some((label) => oneOff(unknown, fold(label))))
    const [only] = left.length === 1 ? left : []
    const rivals = heads.filter(
      (other) => other.unknown && only?.labels.some((one) => oneOff(other.unknown ?? '', fold(one))),
    )
    return only && rivals.length === 1 && unknown.length > 1 ? { ...head, column: only } : head
  })
}

/** Cells of a heading row; headings run together in one line are cut where labels begin. */
function headsIn(row: Row, columns: readonly ColumnDeclared[]): Head[] {
  const labels = [...columns.flatMap((column) => column.labels.map(fold)), ...OTHER_HEADS].sort(
    (a, b) => b.length - a.length,
  )
  return spaced(row.pieces, labels).flatMap((group): Head[] => {
    const [piece, last] = [group[0], group.at(-1)]
    if (!piece || !last) return []
    const text = textOf(group)
    const whole = headOf(text, columns)
    if (whole || OTHER_HEADS.includes(text)) return [{ column: whole ?? null, x0: piece.x0, x1: last.x1 }]
    const heads: Head[] = []
    let at = 0
    while (at < piece.text.length) {
      const label = labels.find((one) => piece.text.startsWith(one, at))
      const part = label && cut(piece, at, at + label.length)
      if (!label || !part)
        return heads.length > 1 ? heads : [{ column: null, x0: piece.x0, x1: piece.x1, unknown: text }]
      heads.push({ column: headOf(label, columns) ?? null, x0: part.x0, x1: part.x1 })
      at += label.length
    }
    return heads
  })
}

/** The pieces of a row under one heading; a line running through several columns is cut between them. */
export function cellOf(row: Row, heads: readonly Head[], index: number): Piece[] {
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

/** The rows a heading may run over: a narrow column breaks its heading (项目名 above 称), a very narrow one sets it upright. */
const REACH = 1.1

/** Pieces that stand above each other, gathered; each group from top to bottom. */
function stacks(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const group = groups.find((one) => one.some((other) => piece.x0 < other.x1 && piece.x1 > other.x0))
    if (group) group.push(piece)
    else groups.push([piece])
  }
  return groups
}

/** Headings of two levels: 证书 over 编号 and 有效期至 names the column 证书编号. */
function groupHeads(
  near: readonly Row[],
  row: Row,
  columns: readonly ColumnDeclared[],
): { head: Head; pieces: Piece[] }[] {
  const labels = new Set(columns.flatMap((column) => column.labels.map(fold)))
  const pieces = near.flatMap((other) => other.pieces).filter(({ text }) => !labels.has(text))
  return pieces.flatMap((below) => {
    const above = pieces.filter((one) => one.y < below.y - 0.7 * below.height)
    const [over] = above.toSorted((a, b) => apart(a, below) - apart(b, below))
    const named = columns.find((column) => column.labels.some((label) => fold(label) === `${over?.text}${below.text}`))
    const column = over && apart(over, below) < GROUP_REACH * row.height && named
    if (!column) return []
    // What stands level with it under the same heading only takes room.
    const beside = pieces.filter((one) => one !== below && Math.abs(one.y - below.y) < 0.5 * below.height)
    return [
      { head: { column, x0: below.x0, x1: below.x1 }, pieces: [over, below] },
      ...beside.map((one) => ({ head: { column: null, x0: one.x0, x1: one.x1 }, pieces: [one] })),
    ]
  })
}

/** How far the middle of a heading stands from that of the one above it, along the row, in pixels. */
const apart = (a: Piece, b: Piece) => Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2

/** So many heights a group's heading may stand beside one of its columns: it is set in the middle of them. */
const GROUP_REACH = 6

/** Heading cells of the table whose heading row is `rows[at]`, left to right, and the rows that belong to the heading. */
export function headsAt(
  rows: readonly Row[],
  at: number,
  columns: readonly ColumnDeclared[],
): { heads: Head[]; rows: Row[] } {
  const row = rows[at]
  if (!row) return { heads: [], rows: [] }
  const near = rows.filter((other) => Math.abs(other.y - row.y) < REACH * row.height)
  const heads: Head[] = []
  const used = new Set<Row>([row])
  const single = new Set(row.pieces)
  const stacked = new Set<Piece>()
  for (const stack of stacks(near.flatMap((other) => other.pieces))) {
    const column = stack.length > 1 ? headOf(stack.map((piece) => piece.text).join(''), columns) : undefined
    if (!column) continue
    heads.push({
      column,
      x0: Math.min(...stack.map((piece) => piece.x0)),
      x1: Math.max(...stack.map((piece) => piece.x1)),
    })
    for (const other of near) if (other.pieces.some((piece) => stack.includes(piece))) used.add(other)
    for (const piece of stack) {
      single.delete(piece)
      stacked.add(piece)
    }
  }
  const open = near.map((other) => ({ ...other, pieces: other.pieces.filter((piece) => !stacked.has(piece)) }))
  const grouped = groupHeads(open, row, columns)
  for (const { head, pieces } of grouped) {
    heads.push(head)
    for (const piece of pieces) single.delete(piece)
    for (const other of near) if (other.pieces.some((piece) => pieces.includes(piece))) used.add(other)
  }
  heads.push(...headsIn({ ...row, pieces: [...single] }, columns))
  return { heads: misreadNamed(heads, columns).sort((a, b) => a.x0 - b.x0), rows: [...used] }
}

/**
 * Groups of columns printed side by side under the same headings (receipts): from one first heading to the next, each with
 * how far it reaches.
 */
export function groupsOf(heads: readonly Head[]): { heads: readonly Head[]; from: number; to: number }[] {
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
