import { expect, test } from 'vitest'
import { fitsType, parameterFactValue, parameterPath, parameterType } from './parameter.ts'

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

test('alternatives of a cell reach the rules behind “/”, however they were written', () => {
  const value = [
    { 岗位: '店长, 经理', 人数: 1 },
    { 岗位: '救生/救助', 人数: 2 },
    { 岗位: '高山滑雪、潜水', 人数: 1 },
  ]
  const posts = (parameterFactValue({ value }) as { 岗位: string }[]).map(({ 岗位 }) => 岗位)
  expect(posts).toEqual(['店长/经理', '救生/救助', '高山滑雪、潜水'])
})

test('a value fits the type its module declares, or is refused', () => {
  expect(fitsType({ value: 10 }, 'integer')).toBe(true)
  expect(fitsType({ value: 1.5 }, 'integer')).toBe(false)
  expect(fitsType({ value: '十' }, 'number')).toBe(false)
  expect(fitsType({ value: null }, 'date')).toBe(true)
  expect(fitsType({ value: '公共场所' }, 'enum')).toBe(true)
})
