import readWorkbookFile from 'read-excel-file/node'
import writeWorkbookFile from 'write-excel-file/node'
import { type CatalogueSheet, type Cell, type FilledSheet, sheetRows } from '../../rules/index.ts'

/** The catalogue's sheets as an .xlsx file: header in bold and frozen, long text wrapped. */
export async function writeWorkbook(sheets: readonly CatalogueSheet[]): Promise<Buffer> {
  return writeWorkbookFile(
    sheets.map((sheet) => {
      const { columns, rows } = sheetRows(sheet)
      return {
        sheet: sheet.name,
        data: [
          columns.map(({ title, key }) => ({
            value: title,
            fontWeight: 'bold' as const,
            backgroundColor: key === undefined ? '#E5E7EB' : '#DBEAFE',
          })),
          ...rows.map((row) =>
            row.map((value) => (value === null ? null : { value, wrap: true, alignVertical: 'top' as const })),
          ),
        ],
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
      }
    }),
  ).toBuffer()
}

/** Rows of every sheet of an .xlsx file as they stand; dates as ISO, yes and no as 是 and 否. Throws on a broken file. */
export async function readWorkbook(file: Buffer): Promise<FilledSheet[]> {
  const sheets = await readWorkbookFile(file, { trim: false })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cell)) }))
}

function cell(value: unknown): Cell {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'number' || typeof value === 'string' ? value : null
}
