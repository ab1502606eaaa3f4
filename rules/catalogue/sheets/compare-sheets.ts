import { type Cell, CellError, cellText } from './cells.ts'
import type { YamlEdit } from './edit-yaml.ts'
import { type CellsByKey, cellEdits, tableCell } from './row-edits.ts'
import { shownCells, tableCheck } from './sheet-rows.ts'
import { type CatalogueSheet, CHECK, fingerprint, HEAD, type SheetColumn, type SheetRow } from './sheets.ts'

/** A sheet as it was read from a workbook: rows of cells, the header first. */
export interface FilledSheet {
  name: string
  rows: readonly (readonly Cell[])[]
}

/** Where a cell stands: the row as Excel counts it; `column` is its letter and title, '' for the whole row. */
export interface CellPlace {
  sheet: string
  row: number
  column: string
}

/** One cell that cannot be taken over. */
export interface SheetFault extends CellPlace {
  message: string
  fix: string
}

/** One change that the workbook asks for. */
export interface SheetChange {
  file: string
  /** parameters.变更期限 值 */
  key: string
  before: string
  after: string
  edits: YamlEdit[]
  at: CellPlace
}

export interface Comparison {
  faults: SheetFault[]
  changes: SheetChange[]
}

/** What a filled workbook changes in the catalogue, and every cell that is wrong. */
export function compareSheets(current: readonly CatalogueSheet[], filled: readonly FilledSheet[]): Comparison {
  const parts = current.map((sheet) => {
    const own = filled.find(({ name }) => name === sheet.name)
    if (own) return new SheetComparison(sheet, own).run()
    const fault = { sheet: sheet.name, row: 1, column: '', message: '没有这一张表', fix: '重新导出，四张表都要在' }
    return { faults: [fault], changes: [] }
  })
  return { faults: parts.flatMap(({ faults }) => faults), changes: parts.flatMap(({ changes }) => changes) }
}

/** What Excel and WPS show where a formula could not be worked out. */
const ERROR_VALUE = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/u
/** What 校验 holds as exported. */
const MARK = /^[0-9a-f]{8}$/u

interface FilledRow {
  /** As Excel counts, from 1. */
  row: number
  cells: string[]
  check: string
}

const letter = (index: number): string =>
  (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

class SheetComparison implements Comparison {
  readonly faults: SheetFault[] = []
  readonly changes: SheetChange[] = []
  private readonly sheet: CatalogueSheet
  private readonly filled: FilledSheet
  private readonly columns: readonly SheetColumn[]
  /** Of each column, its place in the workbook. */
  private readonly places: readonly number[]

  constructor(sheet: CatalogueSheet, filled: FilledSheet) {
    this.sheet = sheet
    this.filled = filled
    this.columns = [...HEAD, ...sheet.columns, CHECK]
    const titles = filled.rows[0]?.map((cell) => cellText(cell).trim()) ?? []
    this.places = this.columns.map(({ title }) => titles.indexOf(title))
  }

  run(): Comparison {
    const titles = this.filled.rows[0]?.map((cell) => cellText(cell).trim()) ?? []
    for (const { title } of this.columns) {
      if (!titles.includes(title)) this.fault(1, -1, `没有“${title}”这一列`, '第一行是列名，不要改；重新导出')
    }
    titles.forEach((title, i) => {
      if (title === '' || this.columns.some((column) => column.title === title)) return
      const column = `${letter(i)}（${title}）`
      this.faults.push({ sheet: this.sheet.name, row: 1, column, message: `不认识“${title}”这一列`, fix: '删去这一列' })
    })
    if (this.faults.length > 0) return this
    const rows = this.filled.rows.slice(1).flatMap((cells, i): FilledRow[] => {
      const all = this.places.map((place) => cellText(cells[place]))
      return all.every((cell) => cell.trim() === '')
        ? []
        : [{ row: i + 2, cells: all.slice(0, -1), check: all.at(-1) ?? '' }]
    })
    for (const { row, cells, check } of rows) this.errorValues(row, [...cells, check])
    if (this.sheet.name === '决策表') this.tables(rows)
    else this.fixedRows(rows)
    return this
  }

  private errorValues(row: number, cells: readonly string[]): void {
    cells.forEach((cell, i) => {
      if (!ERROR_VALUE.test(cell.trim())) return
      this.fault(row, i, `这一格是错误值 ${cell.trim()}（公式没有算出来）`, '改成要写的内容，不要用公式')
    })
  }

  /** Rows that can be changed, but neither added nor taken away. */
  private fixedRows(rows: readonly FilledRow[]): void {
    const seen = this.byKey(rows, ({ cells }) => identity(cells[0], cells[1]))
    const aside = new Map(rows.map((one) => [identity(one.cells[1], one.cells[2]), one]))
    for (const row of this.sheet.rows) {
      const key = identity(row.file, row.place)
      const filled = seen.get(key)
      const other = aside.get(key)
      seen.delete(key)
      if (filled) this.row(row, filled)
      else if (other && this.isPushed(shownCells(row), other)) seen.delete(identity(other.cells[0], other.cells[1]))
      else
        this.fault(
          1,
          -1,
          `少了 ${row.file} 的 ${row.place} 这一行`,
          '这里不能删行，要删请改 YAML；导出以后目录有变的，请重新导出',
        )
    }
    for (const filled of seen.values()) {
      this.fault(
        filled.row,
        1,
        `目录里没有 ${filled.cells[0]} 的 ${filled.cells[1]}`,
        '前两列不要改，这里不能加行；新的请写进 YAML',
      )
    }
  }

  private row(row: SheetRow, filled: FilledRow): void {
    const before = shownCells(row)
    const changed = before.flatMap((cell, i) => (cell.trimEnd() === filled.cells[i]?.trimEnd() ? [] : [i]))
    if (changed.length === 0 || hasErrorValue(filled) || this.isPushed(before, filled)) return
    if (!this.isFresh(fingerprint(before), fingerprint(filled.cells), filled)) return
    const cells = this.keyed(filled)
    for (const i of changed) this.cell(row, filled, i, cells)
  }

  /** False when the catalogue has changed since the export; that is a fault when the sheet was changed too. */
  private isFresh(now: string, written: string, filled: FilledRow): boolean {
    if (now === filled.check) return true
    if (written !== filled.check) {
      this.fault(filled.row, -1, '导出以后，目录里的这一处也改过', '重新导出，在新的表里改')
    }
    return false
  }

  /** Its cells stand one column beside where they belong, or 校验 holds what no export wrote: told at the first such cell. */
  private isPushed(before: readonly string[], { row, cells, check }: FilledRow): boolean {
    if (MARK.test(check.trim())) return false
    const aside = pushed(before, [...cells, check])
    if (aside !== null) {
      const [way, back] = aside.isRight
        ? ['右', '删去这一格，让右边的移回来']
        : ['左', '在这里插入一格，让后面的移回去']
      this.fault(row, aside.from, `从这一格起，整行往${way}错了一列`, back)
      return true
    }
    const held = check.trim() === '' ? '空着' : `写的是“${check.trim()}”，不是导出时写的`
    this.fault(row, before.length, `这一格${held}：这一行可能错了列`, '对照上下各行移回去；看不出的，重新导出')
    return true
  }

  private cell(row: SheetRow, filled: FilledRow, i: number, cells: CellsByKey): void {
    const column = this.columns[i]
    if (column?.key === undefined) {
      const was = shownCells(row)[i] ?? ''
      this.fault(filled.row, i, '这一列只供查看，不能改', `改回“${was}”`)
      return
    }
    const { key } = column
    this.attempt(filled.row, i, () => {
      const edits = cellEdits(this.sheet.name, row, key, cells)
      if (edits.length > 0) this.change(row, i, shownCells(row)[i] ?? '', filled.cells[i] ?? '', edits, filled.row)
    })
  }

  /** Rows of tables: those without a number are new, those that are gone are taken away. */
  private tables(rows: readonly FilledRow[]): void {
    const tables = grouped(this.sheet.rows, ({ file, place }) => identity(file, place))
    const wanted = grouped(rows, ({ cells }) => identity(cells[0], cells[1]))
    for (const [key, own] of tables) {
      const filled = wanted.get(key) ?? []
      wanted.delete(key)
      const [first] = own
      if (!first) continue
      if (filled.length === 0)
        this.fault(1, -1, `${first.file} 的 ${first.place} 一行也没有了`, '至少留一行；整张表不要的请改 YAML')
      else this.table(own, filled)
    }
    for (const [filled] of wanted.values()) {
      if (filled)
        this.fault(
          filled.row,
          1,
          `目录里没有 ${filled.cells[0]} 的 ${filled.cells[1]} 这张表`,
          '前两列照同一张表的其他行写',
        )
    }
  }

  private table(own: readonly SheetRow[], filled: readonly FilledRow[]): void {
    const [NUMBER, faultsBefore] = [HEAD.length, this.faults.length]
    const number = ({ cells }: FilledRow) => cells[NUMBER]?.trim() ?? ''
    const kept = this.byKey(
      filled.filter((row) => number(row) !== ''),
      number,
    )
    const added = filled.filter((row) => number(row) === '')
    const missing = own.filter((row) => !kept.has(String(row.number)))
    if (filled.some(hasErrorValue)) return
    for (const row of own) {
      const before = shownCells(row)
      const same = kept.get(String(row.number))
      if (same && before.some((cell, i) => cell.trimEnd() !== same.cells[i]?.trimEnd())) this.isPushed(before, same)
      const other = same ? undefined : added.find(({ cells, check }) => pushed(before, [...cells, check]) !== null)
      if (other) this.isPushed(before, other)
    }
    const known = new Set(own.map((row) => String(row.number)))
    for (const [n, row] of kept)
      if (!known.has(n)) this.fault(row.row, NUMBER, `这张表没有第 ${n} 行`, '新的一行，“行”空着')
    const isChanged =
      added.length > 0 ||
      missing.length > 0 ||
      own.some((row) => fingerprint(shownCells(row)) !== fingerprint(kept.get(String(row.number))?.cells ?? []))
    const [sample] = [...kept.values()]
    if (!isChanged || !sample || this.faults.length > faultsBefore) return
    const written = fingerprint([...kept.values()].map(({ cells }) => cells))
    if (!this.isFresh(tableCheck(own), added.length > 0 ? '' : written, sample)) return
    for (const row of own) {
      const one = kept.get(String(row.number))
      if (!one) continue
      const cells = this.keyed(one)
      shownCells(row).forEach((before, i) => {
        if (before.trimEnd() === one.cells[i]?.trimEnd() || i === 2) return
        const key = this.columns[i]?.key
        if (key !== undefined && !this.fits(own, key, one, i)) return
        this.cell(like(row, own, key), one, i, cells)
      })
    }
    for (const [i, row] of added.entries()) this.added(own, row, own.length + i)
    for (const row of missing.toReversed()) {
      this.change(row, NUMBER, rowText(row.node), '（删去这一行）', [{ path: row.path, value: undefined }], 1)
    }
  }

  private added(own: readonly SheetRow[], filled: FilledRow, index: number): void {
    const [first] = own
    if (!first) return
    const node: Record<string, unknown> = {}
    this.columns.forEach(({ key }, i) => {
      if (key === undefined || !this.fits(own, key, filled, i)) return
      const text = filled.cells[i]?.trim() ?? ''
      const sample = own.find((row) => key in row.node)?.node[key]
      if (text !== '') this.attempt(filled.row, i, () => Object.assign(node, { [key]: tableCell(text, sample) }))
    })
    const path = [...first.path.slice(0, -1), index]
    this.change(first, HEAD.length, '（没有）', rowText(node), [{ path, value: node }], filled.row)
  }

  /** A table's row has the columns of its table: all that every row has, and no other. */
  private fits(own: readonly SheetRow[], key: string, filled: FilledRow, i: number): boolean {
    const isEmpty = (filled.cells[i] ?? '').trim() === ''
    if (isEmpty && own.every(({ node }) => key in node))
      this.fault(filled.row, i, '这一格不能空着', '这张表的每一行都有这一格')
    else if (!isEmpty && !own.some(({ node }) => key in node))
      this.fault(filled.row, i, `这张表没有“${key}”这一列`, '把这一格清空')
    else return true
    return false
  }

  private keyed(filled: FilledRow): CellsByKey {
    return new Map(this.columns.flatMap(({ key }, i) => (key === undefined ? [] : [[key, filled.cells[i] ?? '']])))
  }

  private byKey(rows: readonly FilledRow[], key: (row: FilledRow) => string): Map<string, FilledRow> {
    const seen = new Map<string, FilledRow>()
    for (const row of rows) {
      const before = seen.get(key(row))
      if (before) this.fault(row.row, -1, `和第 ${before.row} 行重复`, '删去多出来的一行')
      else seen.set(key(row), row)
    }
    return seen
  }

  private attempt(row: number, column: number, read: () => void): void {
    try {
      read()
    } catch (error) {
      if (!(error instanceof CellError)) throw error
      this.fault(row, column, error.message, error.fix)
    }
  }

  private at(row: number, column: number): CellPlace {
    const title = this.columns[column]?.title
    const place = this.places[column] ?? 0
    return { sheet: this.sheet.name, row, column: title === undefined ? '' : `${letter(place)}（${title}）` }
  }

  private change(row: SheetRow, i: number, before: string, after: string, edits: YamlEdit[], at: number): void {
    const key = `${row.place} ${this.columns[i]?.title ?? ''}`
    this.changes.push({ file: row.file, key, before, after, edits, at: this.at(at, i) })
  }

  private fault(row: number, column: number, message: string, fix: string): void {
    this.faults.push({ ...this.at(row, column), message, fix })
  }
}

/** From which cell on a row's cells, 校验 the last, stand one column beside those exported; null: they do not. */
function pushed(before: readonly string[], all: readonly string[]): { from: number; isRight: boolean } | null {
  const isSame = (one: string | undefined, other: string) => one?.trimEnd() === other.trimEnd()
  const from = before.findIndex((cell, i) => !isSame(all[i], cell))
  if (from < 0) return null
  if (before.slice(from).every((cell, i) => isSame(all[from + i + 1], cell))) return { from, isRight: true }
  return before.slice(from + 1).every((cell, i) => isSame(all[from + i], cell)) ? { from, isRight: false } : null
}

const hasErrorValue = ({ cells, check }: FilledRow) => [...cells, check].some((cell) => ERROR_VALUE.test(cell.trim()))

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}

const identity = (file = '', place = '') => `${file.trim()}\n${place.trim()}`

const rowText = (node: Record<string, unknown>) =>
  Object.entries(node)
    .map(([key, value]) => `${key}：${value}`)
    .join('，')

/** The row with a sample of what stands in a column, where it has nothing itself. */
function like(row: SheetRow, own: readonly SheetRow[], key: string | undefined): SheetRow {
  if (key === undefined || key in row.node) return row
  const sample = own.find(({ node }) => key in node)?.node[key]
  return { ...row, node: { ...row.node, [key]: sample } }
}
