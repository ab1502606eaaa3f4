import type { DocumentType } from '../../facts/document-type.ts'
import type { ClauseCell } from './clauses.ts'
import { fold, type Piece } from './frame.ts'
import type { Hit } from './labels.ts'
import { type Row, rowsOf } from './rows.ts'

/** A row of print that heads a table, with the rows below it, nearest first. */
export interface HeadingRow {
  cells: Piece[]
  below: Row[]
}

const middle = (piece: Piece) => (piece.x0 + piece.x1) / 2

/** Headings hold no figures and end no label. */
const isHeading = (row: Row) => row.pieces.length >= 3 && row.pieces.every(({ text }) => !/[\d:]/u.test(text))

/** Rows that number what stands below them (序号 · 检测项目 · 结果 …). */
export function numberedHeadings(pieces: readonly Piece[]): HeadingRow[] {
  const rows = rowsOf(pieces)
  return rows.flatMap((row, at) =>
    isHeading(row) && row.pieces.some(({ text }) => text === '序号')
      ? [{ cells: row.pieces, below: rows.slice(at + 1) }]
      : [],
  )
}

/** Headings of the tables that stand right below a title a field asks for (`hints.column`: 食品安全管理人员 above 姓名 · 职务 …). */
export function titledHeadings(type: DocumentType, pieces: readonly Piece[]): (HeadingRow & { title: string })[] {
  const titles = new Set(type.fields.flatMap(({ hints }) => hints?.column?.under ?? []))
  const rows = titles.size > 0 ? rowsOf(pieces) : []
  return [...titles].flatMap((title) => {
    const above = rows.findIndex((row) => row.text.endsWith(fold(title)))
    const [top, row] = [rows[above], rows[above + 1]]
    if (!top || !row || !isHeading(row) || row.y - top.y > 5 * top.height) return []
    return [{ title, cells: row.pieces, below: rows.slice(above + 2) }]
  })
}

/** What stands below one heading of a table, down to where the table's rows end. */
export function columnBelow({ cells, below }: HeadingRow, head: Piece): Piece[] {
  const at = cells.indexOf(head)
  const [before, after] = [cells[at - 1], cells[at + 1]]
  const from = before ? (before.x1 + head.x0) / 2 : Number.NEGATIVE_INFINITY
  const to = after ? (head.x1 + after.x0) / 2 : Number.POSITIVE_INFINITY
  const found: Piece[] = []
  let last = head
  for (const row of below) {
    const wraps = row.y - last.y < 1.6 * head.height
    if (row.y - last.y > 4 * head.height || row.text.includes(':') || (row.pieces.length < 2 && !wraps)) break
    const inside = row.pieces.filter((piece) => middle(piece) > from && middle(piece) < to)
    found.push(...inside)
    last = inside.at(-1) ?? last
  }
  return found
}

/** The lists that stand below a heading of their name, every cell an item. */
export function listColumns(headings: readonly HeadingRow[], hits: readonly Hit[]): ClauseCell[] {
  return headings.flatMap((heading) =>
    heading.cells.flatMap((head) => {
      const hit = hits.find(({ label, spec }) => label.line === head.line && spec.field?.type === 'list')
      const lines = hit ? columnBelow(heading, head) : []
      return hit && lines.length > 0 ? [{ hit, lines, apart: true as const }] : []
    }),
  )
}
