import { expect, test } from 'vitest'
import type { Offer } from '../../api/client.ts'
import { disagrees } from './disagrees.ts'

const offer = (source: string, display: string): Offer =>
  ({ source, display, value: display, confidence: 0.5, state: 'ok', evidence: [] }) as unknown as Offer

test('one reading beside an empty field is no disagreement; another value, or two readings that differ, are', () => {
  const licence = offer('营业执照', '餐饮服务')
  expect(disagrees({ value: null, conflicts: [licence] })).toBe(false)
  expect(disagrees({ value: null, conflicts: [licence, offer('法人库', '餐饮服务')] })).toBe(false)
  expect(disagrees({ value: null, conflicts: [licence, offer('法人库', '食品销售')] })).toBe(true)
  expect(disagrees({ value: '食品销售', conflicts: [licence] })).toBe(true)
  expect(disagrees({ value: '食品销售', conflicts: [] })).toBe(false)
})
