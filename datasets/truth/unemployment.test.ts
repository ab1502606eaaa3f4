import { expect, test } from 'vitest'
import { reasonOf, sameReason } from './unemployment.ts'

test('leaving of one’s own will is told from being dismissed, also when the will is denied', () => {
  expect(reasonOf('本人主动辞职')).toBe('own-will')
  expect(reasonOf('个人原因解除劳动合同')).toBe('own-will')
  expect(reasonOf('非因本人意愿中断就业')).toBe('employer')
  expect(reasonOf('单位拖欠工资，劳动者提出解除（第三十八条）')).toBe('employer')
  expect(reasonOf('用人单位裁员')).toBe('employer')
  expect(reasonOf('劳动合同期满终止')).toBe('expired')
  expect(reasonOf('公司破产')).toBe('closed')
})

test('two reasons in other words are the same, of another kind they are not', () => {
  expect(sameReason('合同到期', '劳动合同期满，终止')).toBe(true)
  expect(sameReason('合同到期', '本人辞职')).toBe(false)
  expect(sameReason('', '')).toBe(false)
})
