import { isRealDate } from '../../facts/values/date.ts'
import { alternatives, type Band, bandOf, DAY, dayNumber, isAll, isBackward } from './table-cells.ts'
import { holdsBands, pairedColumns, type Row, type TableColumn } from './table-columns.ts'
import { UNIT_HINT, unitOf } from './table-units.ts'

/** A cell that nobody can tell what it speaks of, with how to write it. */
export interface CellFault {
  row: number
  column: string
  message: string
  fix: string
}

const AS_BAND = `写成 0–50、50以上、超过50、不足50、50以上不足100、[0, 50] 或一个数；单位用${UNIT_HINT}`
const AS_END = '从、到两列写数，或写日期 2026-03-31；没有尽头的不写'

/** Cells of a decision table that cannot be understood in a column of bands, or in the columns 从 and 到. */
export function cellFaults(rows: readonly Row[], declared: readonly TableColumn[] = []): CellFault[] {
  const { names, pairs } = pairedColumns(rows, declared)
  const single = names.filter((name) => !pairs.flat().includes(name))
  return [
    ...single.flatMap((name) => {
      const column = declared.find((one) => one.name === name) ?? { name }
      return column.result !== true && holdsBands(rows, column) ? bandFaults(rows, column) : []
    }),
    ...pairs.flatMap((pair) => endFaults(rows, pair)),
  ]
}

function bandFaults(rows: readonly Row[], { name, type }: TableColumn): CellFault[] {
  const at = (row: number, message: string, fix = AS_BAND): CellFault => ({ row, column: name, message, fix })
  const seen: { row: number; text: string; band: Band }[] = []
  const faults = rows.flatMap((row, i): CellFault[] => {
    if (isAll(row[name])) return []
    const own: Band[] = []
    const wrong = alternatives(row[name]).flatMap((text): CellFault[] => {
      const band = bandOf(text, type === 'integer')
      if (band === null)
        return isBackward(text)
          ? [at(i, `“${text}”起点大于终点`, '小的、早的写在前面（backward band）')]
          : [at(i, `“${text}”看不懂：这一列写的是分段`, `${AS_BAND}（not a band）`)]
      own.push(band)
      seen.push({ row: i, text, band })
      return []
    })
    const fix = '一格里的几种不能重叠；两头都有的写成 50–100 或 50以上不足100（overlapping alternatives）'
    return own.some((a, k) => own.some((b, l) => l > k && meet(a, b)))
      ? [...wrong, at(i, `“${row[name]}”里的几段说到同样的数`, fix)]
      : wrong
  })
  return [...faults, ...unitFaults(seen, at)]
}

const meet = (a: Band, b: Band) => a.unit === b.unit && a.from < b.to && b.from < a.to

/** The unit of most cells is the column's; one of another kind, or without any beside several, is not comparable. */
function unitFaults(
  seen: readonly { row: number; text: string; band: Band }[],
  at: (row: number, message: string, fix?: string) => CellFault,
): CellFault[] {
  const units = [...new Set(seen.map(({ band }) => band.unit))].filter((unit) => unit !== '')
  const bases = units.map((unit) => (unit === DAY ? DAY : unitOf(unit).base))
  const [first] = bases
  return seen.flatMap(({ row, text, band: { unit, from, to } }) => {
    const fix = '一列里用同一种单位（units differ）'
    if (unit === '') {
      const isZero = (from === 0 && to === 0) || units.length < 2
      return isZero && first !== DAY ? [] : [at(row, `“${text}”没有写单位，别的格写的是${units.join('、')}`, fix)]
    }
    const base = unit === DAY ? DAY : unitOf(unit).base
    return base === first ? [] : [at(row, `“${text}”的单位和别的格（${units[0]}）不能比`, fix)]
  })
}

function endFaults(rows: readonly Row[], pair: readonly [from: string, to: string]): CellFault[] {
  const kinds = new Set<string>()
  return rows.flatMap((row, i) => {
    const faults = pair.flatMap((column): CellFault[] => {
      const cell = row[column]
      if (isAll(cell) || (cell === '长期' && column === pair[1])) return []
      const isDay = typeof cell === 'string' && isRealDate(cell)
      if (typeof cell !== 'number' && !isDay)
        return [{ row: i, column, message: `“${cell}”不是数，也不是日期`, fix: `${AS_END}（no end）` }]
      kinds.add(typeof cell)
      return kinds.size < 2 ? [] : [{ row: i, column, message: `“${cell}”：一张表里数和日期混着写`, fix: AS_END }]
    })
    if (faults.length > 0) return faults
    const [from, to] = pair.map((column) => row[column])
    const [a, b] = [from, to].map((end) => (typeof end === 'number' ? end : dayNumber(String(end))))
    if (a === undefined || b === undefined || !(a > b)) return []
    return [
      { row: i, column: pair[1], message: `到 ${to}，却从 ${from} 起`, fix: '小的、早的写在前面（backward band）' },
    ]
  })
}
