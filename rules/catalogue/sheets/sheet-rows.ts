import { type Cell, cellText } from './cells.ts'
import { type CatalogueSheet, CHECK, fingerprint, HEAD, type SheetColumn, type SheetRow } from './sheets.ts'

/** A sheet as it is written: its columns, and its rows with 校验 at their end. */
export function sheetRows({ name, columns, rows }: CatalogueSheet): { columns: SheetColumn[]; rows: Cell[][] } {
  const tables = new Map<string, SheetRow[]>()
  for (const row of rows) tables.set(tableOf(row), [...(tables.get(tableOf(row)) ?? []), row])
  const check = (row: SheetRow) =>
    name === '决策表' ? tableCheck(tables.get(tableOf(row)) ?? []) : fingerprint(shownCells(row))
  return {
    columns: [...HEAD, ...columns, CHECK],
    rows: rows.map((row) => [row.file, row.place, row.whose, ...row.cells, check(row)]),
  }
}

const tableOf = ({ file, place }: SheetRow) => `${file}\n${place}`

/** A row's cells as text, from the first column to the last before 校验. */
export function shownCells(row: SheetRow): string[] {
  return [row.file, row.place, row.whose, ...row.cells].map(cellText)
}

/** The mark of a whole table: its rows count and fall together. */
export function tableCheck(rows: readonly SheetRow[]): string {
  return fingerprint(rows.map(shownCells))
}
