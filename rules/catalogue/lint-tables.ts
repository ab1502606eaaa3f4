import type { Catalogue } from './catalogue.ts'
import type { CatalogueFault } from './catalogue-error.ts'
import type { Matter, Module, ScenarioFile } from './format.ts'
import type { Located } from './located-yaml.ts'
import type { Parameter } from './parameter.ts'
import type { ScenarioParts } from './resolve.ts'
import { isAll } from './table-cells.ts'
import type { Row } from './table-columns.ts'
import { tableOverlaps, uncovered } from './table-cover.ts'
import { cellFaults } from './table-faults.ts'

type Parameters = Module | Matter | ScenarioFile
const NUMBERS = ['number', 'integer', 'money']
/** Money is written in 分; half of it is as little a number as half a person. */
const WHOLE = ['integer', 'money']
/** Units and titles of what is counted one by one: 280.5 天 is no number of days. */
const COUNTED = '天|日|工作日|自然日|夜|晚|周|星期|月|年|周岁|岁|人|名|位|次|件|份|户|家|台|辆|间|张|页|例|期'
const COUNTED_UNIT = new RegExp(`^(?:个?(?:${COUNTED})|个)$`, 'u')
const COUNTED_TITLE = new RegExp(`(?:${COUNTED})数`, 'u')
/** Uncovered cases told of one table. */
const MOST_TOLD = 10

const rowsOf = ({ value }: Parameter): Row[] =>
  Array.isArray(value) ? value.filter((row): row is Row & Record<string, string> => typeof row === 'object') : []

/**
 * What is wrong in the parameters of a file: numbers beyond what is declared (`above`: the files that may declare them),
 * and rows of a table that speak of the same case.
 */
export function lintTables(file: Located<Parameters>, above: readonly Located<Parameters>[] = []): CatalogueFault[] {
  return Object.entries<Parameter>(file.value.parameters).flatMap(([name, own]) => {
    const declared = above.map(({ value }): Parameter | undefined => value.parameters[name]).find((one) => one)
    const parameter = { ...declared, ...own, columns: own.columns ?? declared?.columns }
    return [...numbers(file, name, parameter), ...sameCases(file, name, parameter)]
  })
}

function numbers(file: Located<Parameters>, name: string, parameter: Parameter): CatalogueFault[] {
  const { value, columns = [] } = parameter
  const path = ['parameters', name, 'value']
  if (typeof value === 'number') return beyond(file, path, `参数 ${name} `, value, parameter, isWhole(name, parameter))
  return rowsOf(parameter).flatMap((row, i) =>
    Object.entries(row).flatMap(([title, cell]) => {
      const column = columns.find((one) => one.name === title)
      const what = `参数 ${name} 第 ${i + 1} 行的“${title}”`
      const at = [...path, i, title]
      if (typeof cell === 'number') return beyond(file, at, what, cell, column ?? {}, isWhole(title, column ?? {}))
      if (!column || !NUMBERS.includes(column.type)) return []
      return [file.fault(at, `${what}“${cell}”不是数`, '只写数字（not a number）')]
    }),
  )
}

const isWhole = (title: string, { type, unit }: { type?: string | undefined; unit?: string | undefined }) =>
  WHOLE.includes(type ?? '') || (unit === undefined ? COUNTED_TITLE.test(title) : COUNTED_UNIT.test(unit.trim()))

function beyond(
  file: Located<Parameters>,
  path: readonly PropertyKey[],
  what: string,
  value: number,
  { min = 0, max = Number.POSITIVE_INFINITY }: { min?: number | undefined; max?: number | undefined },
  hasToBeWhole: boolean,
): CatalogueFault[] {
  const fix = (text: string) => [
    file.fault(path, `${what}是 ${value}，${text}`, '改成范围以内的数（beyond its limits）'),
  ]
  if (value < min) return fix(`不能小于 ${min}`)
  if (value > max) return fix(`不能大于 ${max}`)
  return hasToBeWhole && !Number.isInteger(value) ? fix('要写整数') : []
}

/** Cells that cannot be understood; else rows of a table that say the same thing twice, or speak of the same case with two different results. */
function sameCases(file: Located<Parameters>, name: string, parameter: Parameter): CatalogueFault[] {
  const rows = rowsOf(parameter)
  const unclear = cellFaults(rows, parameter.columns)
  if (unclear.length > 0) {
    return unclear.map(({ row, column, message, fix }) => {
      const at = ['parameters', name, 'value', row, column]
      return file.fault(at, `参数 ${name} 第 ${row + 1} 行的“${column}”${message}`, fix)
    })
  }
  const overlaps = tableOverlaps(rows, parameter.columns)
  const twice = rows.flatMap((row, second) => {
    const first = rows.slice(0, second).findIndex((other) => text(other) === text(row))
    return first < 0 ? [] : [{ first, second, where: '', isSame: true }]
  })
  const repeated = new Set(twice.map(({ second }) => second))
  return [...twice, ...overlaps.filter(({ second }) => !repeated.has(second))].map(
    ({ first, second, where, isSame }) => {
      const about = where === '' ? '重复' : `都说到 ${where}，结果${isSame ? '也一样' : '却不一样'}`
      const fix = where === '' ? '删去一行' : '分开写，一种情况只留一行'
      const path = ['parameters', name, 'value', second]
      return file.fault(
        path,
        `参数 ${name} 第 ${first + 1} 行和第 ${second + 1} 行${about}`,
        `${fix}（overlapping rows）`,
      )
    },
  )
}

const text = (row: Row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Cases that no row of a table speaks of, in the whole catalogue, with the matter's name. */
export function allTableGaps({ scenarios }: Pick<Catalogue, 'scenarios'>): string[] {
  const told = [...scenarios.values()].flatMap(({ parts }) =>
    tableGaps(parts).map((gap) => `${parts.matter.name} ${gap}`),
  )
  return [...new Set(told)]
}

/** Cases that no row of a table speaks of; it may be meant so: shown, not refused. */
export function tableGaps({ fields, parameters }: ScenarioParts): string[] {
  return [...parameters].flatMap(([name, parameter]) => {
    const rows = rowsOf(parameter)
    const cases = uncovered(rows, parameter.columns)
    const more = cases.length > MOST_TOLD ? [`参数 ${name}：还有 ${cases.length - MOST_TOLD} 种情况一行也对不上`] : []
    const choices = (parameter.columns ?? []).flatMap(({ name: column, of }) => {
      const from = of === undefined ? undefined : parameters.get(of)?.from
      const field = fields.find(({ part }) => `申请表.${part.key}` === from)
      const words = rows.flatMap((row) => String(row[column] ?? '').split(/[/,，]/u))
      if (rows.length === 0 || words.some(isAll)) return []
      const without = (field?.part.values ?? []).filter((value) => !words.some((word) => value.includes(word.trim())))
      return without.length > 0 ? [`参数 ${name}：${field?.part.name}选 ${without.join('、')} 时一行也对不上`] : []
    })
    return [...choices, ...cases.slice(0, MOST_TOLD).map((one) => `参数 ${name}：${one} 时一行也对不上`), ...more]
  })
}
