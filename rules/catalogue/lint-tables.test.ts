import { expect, test } from 'vitest'
import { matterSchema, moduleSchema, scenarioSchema } from './format.ts'
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
      message: '参数 配备 第 1 行和第 2 行都说到 岗位 救生，结果却不一样',
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

test('bands and alternatives of one cell are told by line: rows that overlap and cases without a row', () => {
  const rows = [row('项目: "游泳, 攀岩", 面积: 0–100, 人数: 1'), row('项目: 游泳/潜水, 面积: 50–200, 人数: 2')]
  const [fault] = lintTables(matter(rows.join('\n')))
  expect(fault).toMatchObject({
    line: 11,
    message: '参数 配备 第 1 行和第 2 行都说到 项目 游泳，面积 50–100（不含 100），结果却不一样',
  })
  const parted = [row('项目: 游泳, 面积: 0–100, 人数: 1'), row('项目: "游泳, 攀岩", 面积: 120–200, 人数: 2')]
  expect(lintTables(matter(parted.join('\n')))).toEqual([])
  const scenario = parseLocated(
    'S001.yaml',
    'id: S001\nname: 新办\nsituation: 新办\napplicants: []\nmodules: []\nbase: full\n',
    scenarioSchema,
  )
  expect(tableGaps(resolveScenario(scenario, matter(parted.join('\n')), new Map()))).toEqual([
    '参数 配备：项目 游泳，面积 100–120（不含 120） 时一行也对不上',
    '参数 配备：项目 攀岩，面积 0–120（不含 120） 时一行也对不上',
  ])
})

test('a cell that cannot be understood among bands is told with its row, column, place and how to write it', () => {
  const [fault, ...more] = lintTables(
    matter([row('项目: 游泳, 面积: 0–50, 人数: 1'), row('项目: 攀岩, 面积: 若干, 人数: 2')].join('\n')),
  )
  expect(more).toEqual([])
  expect(fault).toMatchObject({
    line: 11,
    column: '      - { 项目: 攀岩, 面积: 若'.length,
    message: '参数 配备 第 2 行的“面积”“若干”看不懂：这一列写的是分段',
  })
  expect(fault?.fix).toContain('0–50')
  const days = [row('从: 2026-01-01, 到: 2026-01-31, 人数: 1'), row('从: 2026-02-01, 到: 2026-02-28, 人数: 2')]
  expect(lintTables(matter(days.join('\n')))).toEqual([])
  const grades = [row('等级: 1, 人数: 3'), row('等级: 1, 人数: 4')]
  expect(lintTables(matter(grades.join('\n'))).map(({ line, message }) => [line, message])).toEqual([
    [11, '参数 配备 第 1 行和第 2 行都说到 等级 1，结果却不一样'],
  ])
})

test.each([
  ['{ value: -280, unit: 天 }', '参数 孕期天数 是 -280，不能小于 0'],
  ['{ value: 280.5, unit: 天 }', '参数 孕期天数 是 280.5，要写整数'],
  ['{ value: 2.5 }', '参数 孕期天数 是 2.5，要写整数'],
  ['{ value: 5.5, unit: 个工作日 }', '参数 孕期天数 是 5.5，要写整数'],
  ['{ value: 100.5, type: money, unit: 分 }', '参数 孕期天数 是 100.5，要写整数'],
  ['{ value: -3.5, unit: 平方米 }', '参数 孕期天数 是 -3.5，不能小于 0'],
])('days, counts, money and areas that cannot be are refused in YAML: %s', (written, message) => {
  const file = parseLocated('matter.yaml', MONEY.replace(/ {2}上限: .*/u, `  孕期天数: ${written}`), matterSchema)
  expect(lintTables(file)).toMatchObject([{ message, line: 7 }])
})

test.each(['{ value: 3.5, unit: 平方米 }', '{ value: 0.5, unit: 小时 }', '{ value: 280, unit: 天 }'])(
  'an area or hours may have a fraction: %s',
  (written) => {
    const file = parseLocated('matter.yaml', MONEY.replace(/ {2}上限: .*/u, `  孕期天数: ${written}`), matterSchema)
    expect(lintTables(file)).toEqual([])
  },
)

test('a number beyond its declared limits is a fault of its cell; without limits it is not below 0', () => {
  const declared = (columns: string) =>
    parseLocated(
      'MOD-STAFF.yaml',
      `id: MOD-STAFF
name: 人员
desc: 人员
parameters:
  配备: { type: table, columns: [{ name: 岗位, type: text }, { name: 人数, ${columns} }] }
`,
      moduleSchema,
    )
  const told = (cell: string, columns: string) =>
    lintTables(matter(row(`岗位: 救生, 人数: ${cell}`)), [declared(columns)]).map(({ message }) => message)
  expect(told('-5', 'type: number')).toEqual(['参数 配备 第 1 行的“人数”是 -5，不能小于 0'])
  expect(told('0', 'type: number, min: 1')).toEqual(['参数 配备 第 1 行的“人数”是 0，不能小于 1'])
  expect(told('31', 'type: integer, max: 30')).toEqual(['参数 配备 第 1 行的“人数”是 31，不能大于 30'])
  expect(told('1.5', 'type: integer')).toEqual(['参数 配备 第 1 行的“人数”是 1.5，要写整数'])
  expect(told('两个', 'type: integer')).toEqual(['参数 配备 第 1 行的“人数”“两个”不是数'])
  expect(told('-5', 'type: number, min: -10')).toEqual([])
  const single = parseLocated('matter.yaml', MONEY, matterSchema)
  expect(lintTables(single).map(({ line, message }) => [line, message])).toEqual([[7, '参数 上限 是 -5，不能小于 0']])
})

const MONEY = `id: M01
name: 补贴
category: C01
dept: 科委
applicants: []
parameters:
  上限: { value: -5 }
`
