import { expect, test } from 'vitest'
import { fitsType, parameterPath, parameterType } from './parameter.ts'

test.each([
  [10, 'number'],
  ['食品', 'text'],
  ['2026-03-01', 'date'],
  [true, 'boolean'],
  [['自查', '健康管理'], 'list'],
  [{ from: '2026-01-01', to: '2026-03-31' }, 'date-range'],
  [[{ 岗位: '店长', 人数: 1 }], 'table'],
])('%o is a parameter of type %s', (value, type) => {
  expect(parameterType({ value })).toBe(type)
})

test('a table parameter knows its columns by what stands in them', () => {
  const { columns } = parameterPath('人员配备', { value: [{ 岗位: '店长', 人数: 1 }, { 备注: '可兼任' }] })
  expect([...(columns ?? [])]).toEqual([
    ['岗位', 'text'],
    ['人数', 'number'],
    ['备注', 'text'],
  ])
})

test('a value fits the type its module declares, or is refused', () => {
  expect(fitsType({ value: 10 }, 'integer')).toBe(true)
  expect(fitsType({ value: 1.5 }, 'integer')).toBe(false)
  expect(fitsType({ value: '十' }, 'number')).toBe(false)
  expect(fitsType({ value: null }, 'date')).toBe(true)
  expect(fitsType({ value: '公共场所' }, 'enum')).toBe(true)
})
