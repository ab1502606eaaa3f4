import { expect, test } from 'vitest'
import { matterSchema, scenarioSchema } from './format.ts'
import { lintTables, tableGaps } from './lint-tables.ts'
import { parseLocated } from './located-yaml.ts'
import { resolveScenario } from './resolve.ts'

const matter = (rows: string) =>
  parseLocated(
    'matter.yaml',
    `id: M01
name: 体育
category: C01
dept: 体育局
applicants: []
parameters:
  申报项目: { from: 申请表.items }
  配备:
    value:
${rows}
fields:
  - { key: items, name: 项目, type: list, values: [游泳, 高山滑雪, 攀岩], required: required }
`,
    matterSchema,
  )

const row = (text: string) => `      - { ${text} }`

test('two rows about the same thing are a fault of the second: line, which rows, how to mend it', () => {
  const twice = lintTables(matter([row('岗位: 救生, 人数: 1'), row('岗位: 救生, 人数: 2')].join('\n')))
  expect(twice).toEqual([
    expect.objectContaining({
      line: 11,
      message: '参数 配备 第 1 行和第 2 行说的是同一件事（岗位：救生），数却不一样',
    }),
  ])
  const same = lintTables(
    matter([row('岗位: 救生, 人数: 1'), row('人数: 1, 岗位: 教练'), row('岗位: 救生, 人数: 1')].join('\n')),
  )
  expect(same.map(({ message }) => message)).toEqual(['参数 配备 第 1 行和第 3 行重复'])
})

test('rows that ask two things of one item do not overlap', () => {
  expect(lintTables(matter([row('项目: 制售, 功能区: 备餐'), row('项目: 制售, 功能区: 仓储')].join('\n')))).toEqual([])
})

test('choices that no row speaks of are named; a row for 全部 speaks of all', () => {
  const scenario = parseLocated(
    'S001.yaml',
    'id: S001\nname: 新办\nsituation: 新办\napplicants: []\nmodules: []\nbase: full\n',
    scenarioSchema,
  )
  const gaps = (rows: string) => {
    const parts = resolveScenario(scenario, matter(rows), new Map())
    const declared = [{ name: '项目', type: 'text' as const, of: '申报项目' }]
    const table = { ...parts.parameters.get('配备'), columns: declared }
    return tableGaps({ ...parts, parameters: new Map([...parts.parameters, ['配备', table]]) })
  }
  expect(gaps(row('项目: 滑雪/游泳, 人数: 1'))).toEqual(['参数 配备：项目选 攀岩 时一行也对不上'])
  expect(gaps(row('项目: 全部, 人数: 1'))).toEqual([])
})
