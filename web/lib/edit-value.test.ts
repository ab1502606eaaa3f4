import { expect, test } from 'vitest'
import { columnsOf, controlFor, rowsWith, textOf, typedValue } from './edit-value.ts'

test('each type of field has its control', () => {
  expect(controlFor({ type: 'boolean', values: [] })).toBe('yes-no')
  expect(controlFor({ type: 'enum', values: ['a'] })).toBe('one-of')
  expect(controlFor({ type: 'list', values: ['a'] })).toBe('some-of')
  expect(controlFor({ type: 'list', values: [] })).toBe('lines')
  expect(controlFor({ type: 'address', values: [] })).toBe('line')
})

test('what an editor shows is read back as the same value', () => {
  const same = [
    ['number', 12.5],
    ['money', { fen: 1050, currency: 'CNY' }],
    ['yes-no', false],
    ['lines', ['热食类', '冷食类']],
    ['date', '2024-05-01'],
    ['line', '中山路12号'],
  ] as const
  for (const [control, value] of same) {
    const editable = Array.isArray(value) ? [...value] : (value as Exclude<typeof value, readonly string[]>)
    expect(typedValue(control, textOf(editable))).toEqual({ value })
  }
})

test('an emptied editor takes the value back; letters are no number', () => {
  expect(typedValue('number', ' ')).toEqual({ value: null })
  expect(typedValue('number', '约五十').mistake).toBeTruthy()
  expect(typedValue('money', '壹万').mistake).toBeTruthy()
})

test('a table has its columns before it has rows', () => {
  const columns = [
    { name: '姓名', type: 'name' as const },
    { name: '有效期至', type: 'date' as const },
  ]
  expect(columnsOf({ columns, value: null })).toEqual(columns)
  expect(columnsOf({ columns, value: [{ 姓名: '王五', 证号: 'A1' }] }).map(({ name }) => name)).toEqual([
    '姓名',
    '有效期至',
    '证号',
  ])
})

test('the first cell typed adds a row; a row emptied again goes', () => {
  expect(rowsWith([], 0, '姓名', '王五')).toEqual([{ 姓名: '王五' }])
  const two = rowsWith([{ 姓名: '王五' }], 1, '姓名', '赵六')
  expect(two).toEqual([{ 姓名: '王五' }, { 姓名: '赵六' }])
  expect(rowsWith(two ?? [], 0, '姓名', null)).toEqual([{ 姓名: '赵六' }])
  expect(rowsWith([{ 姓名: '王五' }], 0, '姓名', null)).toBeNull()
})
