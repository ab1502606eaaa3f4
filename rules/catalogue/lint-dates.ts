import { isRealDate } from '../../facts/values/date.ts'
import type { CatalogueFault } from './catalogue-error.ts'
import type { Matter, Module, ScenarioFile } from './format.ts'
import type { Located } from './located-yaml.ts'
import { type Parameter, parameterType } from './parameter.ts'

type Parameters = Module | Matter | ScenarioFile
type Period = { from: string | null; to: string | null }

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u
/** A period that never ends. */
const PERPETUAL = '长期'
const FIX = '写日历上有的日子，如 2026-03-31（no such day）'

/**
 * Days that are on no calendar in the parameters of a file, and periods that end before they begin. `above`: the files
 * that may declare them.
 */
export function lintDates(file: Located<Parameters>, above: readonly Located<Parameters>[] = []): CatalogueFault[] {
  return Object.entries<Parameter>(file.value.parameters).flatMap(([name, own]) => {
    const declared = above.map(({ value }): Parameter | undefined => value.parameters[name]).find((one) => one)
    const { value = null } = own
    const path = ['parameters', name, 'value']
    const type = parameterType({ ...declared, ...own })
    if (Array.isArray(value)) {
      const columns = own.columns ?? declared?.columns ?? []
      return value.flatMap((row, i) => (typeof row === 'string' ? [] : cells(file, name, row, columns, [...path, i])))
    }
    if (typeof value === 'object' && value !== null) return period(file, name, value, path)
    if (type === 'date-range' && value !== null)
      return [
        file.fault(
          path,
          `参数 ${name} 是期间，写的是“${value}”`,
          '写成 { from: 2026-01-01, to: 2026-03-31 }（no period）',
        ),
      ]
    if (type !== 'date' || typeof value !== 'string' || value === PERPETUAL || isRealDate(value)) return []
    return [file.fault(path, `参数 ${name}：“${value}”不是日历上有的日子`, FIX)]
  })
}

function period(file: Located<Parameters>, name: string, { from, to }: Period, path: PropertyKey[]): CatalogueFault[] {
  const ends = { from, to: to === PERPETUAL ? null : to }
  const faults = Object.entries(ends).flatMap(([end, day]) =>
    day === null || isRealDate(day)
      ? []
      : [file.fault([...path, end], `参数 ${name} 的 ${end}：“${day}”不是日历上有的日子`, FIX)],
  )
  if (faults.length > 0 || ends.from === null || ends.to === null || ends.from <= ends.to) return faults
  const fix = '改正起止日期（ends before it begins）'
  return [file.fault([...path, 'to'], `参数 ${name} 到 ${ends.to} 止，却从 ${ends.from} 起`, fix)]
}

function cells(
  file: Located<Parameters>,
  name: string,
  row: Readonly<Record<string, unknown>>,
  columns: readonly { name: string; type: string }[],
  path: readonly PropertyKey[],
): CatalogueFault[] {
  return Object.entries(row).flatMap(([title, cell]) => {
    const isDay = columns.find((column) => column.name === title)?.type === 'date'
    const isWritten = typeof cell === 'string' && (isDay || ISO_DATE.test(cell))
    if (!isWritten || cell === PERPETUAL || isRealDate(cell)) return []
    const row = `第 ${Number(path.at(-1)) + 1} 行的“${title}”`
    return [file.fault([...path, title], `参数 ${name} ${row}：“${cell}”不是日历上有的日子`, FIX)]
  })
}
