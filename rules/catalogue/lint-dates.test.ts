import { expect, test } from 'vitest'
import { matterSchema, moduleSchema } from './format.ts'
import { lintDates } from './lint-dates.ts'
import { parseLocated } from './located-yaml.ts'

const matter = (parameter: string) =>
  parseLocated(
    'matter.yaml',
    `id: M01
name: 补贴
category: C01
dept: 科委
applicants: []
parameters:
  申报期间: ${parameter}
`,
    matterSchema,
  )

const MODULE = parseLocated(
  'MOD-FUND.yaml',
  `id: MOD-FUND
name: 资金
desc: 资金
parameters:
  申报期间: { type: date-range }
  截止: { type: date, value: 三月底 }
`,
  moduleSchema,
)

const told = (parameter: string) => lintDates(matter(parameter), [MODULE])

test('a period is of two days that are on the calendar, each told with its place', () => {
  expect(told('{ value: { from: 2026-13-01, to: 2026-02-30 } }')).toEqual([
    expect.objectContaining({ line: 7, column: 26, message: '参数 申报期间 的 from：“2026-13-01”不是日历上有的日子' }),
    expect.objectContaining({ line: 7, column: 42, message: '参数 申报期间 的 to：“2026-02-30”不是日历上有的日子' }),
  ])
  expect(told('{ value: { from: 三月一日, to: 月底 } }').map(({ message }) => message)).toEqual([
    '参数 申报期间 的 from：“三月一日”不是日历上有的日子',
    '参数 申报期间 的 to：“月底”不是日历上有的日子',
  ])
  expect(told('{ value: { from: 长期, to: 2026-03-01 } }')).toHaveLength(1)
})

test('a period that ends before it begins is refused, one of a single day or without an end is not', () => {
  expect(told('{ value: { from: 2026-03-31, to: 2026-03-01 } }').map(({ message }) => message)).toEqual([
    '参数 申报期间 到 2026-03-01 止，却从 2026-03-31 起',
  ])
  for (const to of ['2026-03-31', '2028-02-29', '长期', 'null'])
    expect(told(`{ value: { from: 2026-03-31, to: ${to} } }`)).toEqual([])
  expect(told('{ value: null }')).toEqual([])
})

test('a word where a period or a day is wanted is refused, in a module too', () => {
  expect(told('{ value: 三月 }').map(({ message }) => message)).toEqual(['参数 申报期间 是期间，写的是“三月”'])
  expect(lintDates(MODULE).map(({ line, message }) => [line, message])).toEqual([
    [6, '参数 截止：“三月底”不是日历上有的日子'],
  ])
})

test('a day in a table is on the calendar', () => {
  const rows = '{ value: [{ 从: 2026-02-01, 到: 2026-02-30, 档: 一 }] }'
  expect(told(rows).map(({ message }) => message)).toEqual([
    '参数 申报期间 第 1 行的“到”：“2026-02-30”不是日历上有的日子',
  ])
})
