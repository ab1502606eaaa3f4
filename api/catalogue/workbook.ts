import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
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

/** Rows of every sheet of an .xlsx file as they stand; dates as ISO, yes and no as 是 and 否, #DIV/0! as that. Throws on a broken file. */
export async function readWorkbook(file: Buffer): Promise<FilledSheet[]> {
  const sheets = await readWorkbookFile(withErrorValues(file), { trim: false })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cell)) }))
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/u
const ERROR_CELL = /(<(?:\w+:)?c\s[^<>]*?\bt=)(["'])e\2/gu

/** The same workbook with error values as text: the reader of workbooks takes them for empty cells, as if nobody had written. */
function withErrorValues(file: Buffer): Buffer {
  const sheets = Object.entries(unzipSync(file, { filter: ({ name }) => SHEET.test(name) }))
  const told = sheets.flatMap(([name, bytes]) => {
    const text = strFromU8(bytes)
    const asText = text.replace(ERROR_CELL, '$1$2str$2')
    return asText === text ? [] : [[name, strToU8(asText)] as const]
  })
  if (told.length === 0) return file
  return Buffer.from(zipSync({ ...unzipSync(file), ...Object.fromEntries(told) }, { level: 0 }))
}

function cell(value: unknown): Cell {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'number' || typeof value === 'string' ? value : null
}
