import type { CatalogueFault } from './catalogue-error.ts'
import type { Matter, Module, ScenarioFile } from './format.ts'
import type { Located } from './located-yaml.ts'
import type { Parameter } from './parameter.ts'
import type { ScenarioParts } from './resolve.ts'

type Row = Readonly<Record<string, unknown>>

const rowsOf = ({ value }: Parameter): Row[] =>
  Array.isArray(value) ? value.filter((row): row is Row & Record<string, string> => typeof row === 'object') : []

/** Rows of a table parameter that say the same thing twice, or about the same thing two different numbers. */
export function lintTables(file: Located<Module | Matter | ScenarioFile>): CatalogueFault[] {
  return Object.entries<Parameter>(file.value.parameters).flatMap(([name, parameter]) => {
    const rows = rowsOf(parameter)
    return rows.flatMap((row, i) => {
      const before = rows.slice(0, i).findIndex((other) => about(other) === about(row))
      if (before < 0) return []
      const isSame = JSON.stringify(rows[before]) === JSON.stringify(row)
      const what = isSame ? '重复' : `说的是同一件事（${about(row)}），数却不一样`
      const fix = isSame ? '删去一行' : '只留一行'
      const path = ['parameters', name, 'value', i]
      return [file.fault(path, `参数 ${name} 第 ${before + 1} 行和第 ${i + 1} 行${what}`, `${fix}（overlapping rows）`)]
    })
  })
}

/** What a row is about: its words, without its numbers and its yes and no. */
function about(row: Row): string {
  return Object.entries(row)
    .filter(([, cell]) => typeof cell === 'string')
    .map(([column, cell]) => `${column}：${cell}`)
    .sort()
    .join('，')
}

/** Values that may be chosen and that no row of a table speaks of; it may be meant so: shown, not refused. */
export function tableGaps({ fields, parameters }: ScenarioParts): string[] {
  return [...parameters].flatMap(([name, parameter]) => {
    const rows = rowsOf(parameter)
    return (parameter.columns ?? []).flatMap(({ name: column, of }) => {
      const from = of === undefined ? undefined : parameters.get(of)?.from
      const field = fields.find(({ part }) => `申请表.${part.key}` === from)
      const words = rows.flatMap((row) => String(row[column] ?? '').split('/'))
      if (rows.length === 0 || words.includes('全部')) return []
      const without = (field?.part.values ?? []).filter((value) => !words.some((word) => value.includes(word)))
      return without.length > 0 ? [`参数 ${name}：${field?.part.name}选 ${without.join('、')} 时一行也对不上`] : []
    })
  })
}
