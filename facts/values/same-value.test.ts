import { expect, test } from 'vitest'
import { sameValue } from './same-value.ts'

test('rows of a table that stand in no order are the same in any order, each as often', () => {
  const rows = [{ 名称: '前台' }, { 名称: '就餐区' }, { 名称: '前台' }]
  const turned = [{ 名称: '就餐区' }, { 名称: '前台' }, { 名称: '前台' }]
  expect(sameValue('table', rows, turned)).toBe(false)
  expect(sameValue('table', rows, turned, true)).toBe(true)
  expect(sameValue('table', rows, [{ 名称: '就餐区' }, { 名称: '就餐区' }, { 名称: '前台' }], true)).toBe(false)
  expect(sameValue('table', rows, rows.slice(1), true)).toBe(false)
})
