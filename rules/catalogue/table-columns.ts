import { isRealDate } from '../../facts/values/date.ts'
import { alternatives, type Band, bandOf, DAY, dayNumber, isAll, looksLikeBand } from './table-cells.ts'
import { unitOf } from './table-units.ts'

export type Row = Readonly<Record<string, unknown>>

/** What is declared of a table's column. */
export interface TableColumn {
  name: string
  type?: string | undefined
  min?: number | undefined
  max?: number | undefined
  result?: boolean | undefined
}

/** Values of a column that no row tells apart: a word, a number on which a band begins or ends, or all between two such. */
export interface Atom {
  band: Band | null
  word: string
}

/** What a table is looked up by: a column (从 and 到 are one), its values in pieces, and which of them each row speaks of. */
export interface Dimension {
  name: string
  atoms: readonly Atom[]
  rows: readonly ReadonlySet<number>[]
  /** Rows that speak of every value. */
  all: ReadonlySet<number>
}

const WHOLE = ['integer']
const isNumber = (cell: unknown) => typeof cell === 'number' || typeof cell === 'boolean'
const BETWEEN = /^(.*)从$/u

/** Columns that a table uses, and those of them that are the two ends of one band: 从 and 到, 面积从 and 面积到. */
export function pairedColumns(
  rows: readonly Row[],
  declared: readonly TableColumn[],
): { names: string[]; pairs: (readonly [from: string, to: string])[] } {
  const all = [...new Set([...declared.map(({ name }) => name), ...rows.flatMap((row) => Object.keys(row))])]
  const names = all.filter((name) => rows.some((row) => name in row))
  const pairs = names.flatMap((name) => {
    const end = `${BETWEEN.exec(name)?.[1] ?? '\0'}到`
    return names.includes(end) ? [[name, end] as const] : []
  })
  return { names, pairs }
}

/** The columns by which rows of a table are looked up, and those that say what follows; none of these: a plain list. */
export function tableColumns(
  rows: readonly Row[],
  declared: readonly TableColumn[] = [],
): { dimensions: Dimension[]; results: string[] } {
  const { names, pairs } = pairedColumns(rows, declared)
  const single = names.filter((name) => !pairs.flat().includes(name))
  const about = (name: string) => declared.find((column) => column.name === name) ?? { name }
  const flagged = single.filter((name) => about(name).result === true)
  const banded = single.filter((name) => holdsBands(rows, about(name)))
  const counted = single.filter((name) => !banded.includes(name) && rows.some((row) => isNumber(row[name])))
  const last = single.filter((name) => !banded.includes(name)).slice(-1)
  const isBanded = pairs.length + banded.length > 0
  // Nothing but numbers: the last one is what follows from the others.
  const isCounts = !isBanded && counted.length > 1 && counted.length === single.length
  const results =
    flagged.length > 0 ? flagged : isCounts ? counted.slice(-1) : counted.length > 0 ? counted : isBanded ? last : []
  const dimensions = [
    ...single.filter((name) => !results.includes(name)).map((name) => dimension(rows, about(name))),
    ...pairs.map(([from, to]) => between(rows, about(from), about(to))),
  ]
  return { dimensions, results }
}

/** Is a cell of the column a band, or meant as one? Then every cell has to be one. */
export function holdsBands(rows: readonly Row[], { name, type }: TableColumn): boolean {
  const cells = rows.flatMap((row) => (isAll(row[name]) ? [] : alternatives(row[name])))
  return cells.some((cell) => {
    const band = bandOf(cell, WHOLE.includes(type ?? ''))
    return band === null ? looksLikeBand(cell) : band.from < band.to
  })
}

function dimension(rows: readonly Row[], column: TableColumn): Dimension {
  const bands = bandsOf(rows, column)
  if (bands) return numbers(column.name, bands, { ...column, type: bands.some(isOfDays) ? 'integer' : column.type })
  const words = [...new Set(rows.flatMap((row) => (isAll(row[column.name]) ? [] : alternatives(row[column.name]))))]
  const atoms = (words.length > 0 ? words : ['全部']).map((word) => ({ word, band: null }))
  const every = new Set(atoms.keys())
  const spoken = rows.map((row) =>
    isAll(row[column.name])
      ? every
      : new Set(alternatives(row[column.name]).map((one) => atoms.findIndex(({ word }) => word === one))),
  )
  return { name: column.name, atoms, rows: spoken, all: everywhere(rows, column.name) }
}

const everywhere = (rows: readonly Row[], name: string) =>
  new Set(rows.flatMap((row, i) => (isAll(row[name]) ? [i] : [])))

const isOfDays = (bands: readonly Band[] | null) => bands?.some(({ unit }) => unit === DAY) ?? false

/** Bands of every row when the column holds bands and nothing else, in one unit; null for a row: every number. */
function bandsOf(rows: readonly Row[], { name, type = '' }: TableColumn): (Band[] | null)[] | null {
  const isWhole = WHOLE.includes(type)
  const parsed = rows.map((row) =>
    isAll(row[name]) ? null : alternatives(row[name]).map((one) => bandOf(one, isWhole)),
  )
  const all = parsed.flatMap((one) => one ?? [])
  const isBand = all.every((one) => one !== null) && all.some((one) => one !== null && one.from < one.to)
  if (!isBand) return null
  const bands = parsed as (Band[] | null)[]
  const units = new Set(bands.flatMap((own) => own ?? []).flatMap(({ unit }) => (unit === '' ? [] : [unit])))
  if (units.size < 2) return bands
  return bands.map((own) => own?.map(inBase) ?? null)
}

/** 1万元 as 10000元, so that it can be compared with 5000元. */
function inBase(band: Band): Band {
  if (band.unit === DAY) return band
  const { base, factor } = unitOf(band.unit)
  return { ...band, from: band.from * factor, to: band.to * factor, unit: base }
}

function between(rows: readonly Row[], from: TableColumn, to: TableColumn): Dimension {
  const isDay = rows.some((row) => [from, to].some(({ name }) => isDayText(row[name])))
  const isWhole = isDay || WHOLE.includes(from.type ?? '')
  const end = (cell: unknown, open: number) =>
    typeof cell === 'number' ? cell : isDayText(cell) ? dayNumber(cell) : open
  const bands = rows.map((row): Band[] => [
    {
      from: end(row[from.name], Number.NEGATIVE_INFINITY),
      to: end(row[to.name], Number.POSITIVE_INFINITY),
      ...{ withFrom: true, withTo: isWhole, unit: isDay ? DAY : '' },
    },
  ])
  const limits = { name: from.name, min: from.min, max: to.max, type: isWhole ? 'integer' : from.type }
  return numbers(`${from.name}…${to.name}`, bands, limits)
}

const isDayText = (cell: unknown): cell is string => typeof cell === 'string' && isRealDate(cell)

/** The numbers of a column in pieces: every end of a band, and what lies between two of them. */
function numbers(name: string, given: readonly (Band[] | null)[], { min, max, type = '' }: TableColumn): Dimension {
  const isWhole = WHOLE.includes(type)
  const written = given.flatMap((bands) => bands ?? [])
  const finite = (all: number[]) => all.filter(Number.isFinite)
  const greatest = Math.max(...written.map(({ to }) => to))
  // Where the last band ends, it holds its end: nothing comes behind it.
  const closed = (band: Band) => (band.to === greatest && Number.isFinite(greatest) ? { ...band, withTo: true } : band)
  const rows = given.map((bands) => bands?.map(closed) ?? null)
  const least = min ?? Math.min(...written.map(({ from }) => from))
  const most = max ?? greatest
  const ends = finite([...written.flatMap(({ from, to }) => [from, to]), least, most])
  const points = [...new Set(ends)].filter((at) => least <= at && at <= most).sort((a, b) => a - b)
  const unit = written.find((band) => band.unit !== '')?.unit ?? ''
  const piece = (from: number, to: number, isPoint: boolean): Atom => ({
    word: '',
    band: { from, to, withFrom: isPoint, withTo: isPoint, unit },
  })
  const outer = [least, ...points, most].filter((at, i, all) => at !== all[i - 1])
  const atoms = outer.flatMap((at, i) => {
    const next = outer[i + 1]
    const own = Number.isFinite(at) ? [piece(at, at, true)] : []
    const isEmpty = next === undefined || (isWhole && next - at <= 1)
    return isEmpty ? own : [...own, piece(at, next, false)]
  })
  const spoken = rows.map((bands) => new Set(atoms.flatMap(({ band }, i) => (within(band, bands) ? [i] : []))))
  return { name, atoms, rows: spoken, all: new Set(given.flatMap((bands, i) => (bands === null ? [i] : []))) }
}

function within(atom: Band | null, bands: readonly Band[] | null): boolean {
  if (atom === null || bands === null) return bands === null
  return bands.some(({ from, to, withFrom, withTo }) => {
    const isPoint = atom.withFrom
    const starts = isPoint && !withFrom ? from < atom.from : from <= atom.from
    return starts && (isPoint && !withTo ? atom.to < to : atom.to <= to)
  })
}
