import { expect, test } from 'vitest'
import { duration, progressLine } from './progress-bar.ts'

test('the time left follows the mean pace of this run, whatever an earlier one did', () => {
  expect(progressLine(10, 40, 60_000)).toContain('10/40')
  expect(progressLine(10, 40, 60_000)).toContain('还要 3 分 0 秒')
  expect(progressLine(30, 40, 60_000, 20)).toContain('还要 1 分 0 秒')
  expect(progressLine(0, 40, 5_000)).toContain('不知道')
})

test.each([
  [45, '45 秒'],
  [750, '12 分 30 秒'],
  [3900, '1 小时 5 分'],
])('%d seconds are told as %s', (seconds, told) => {
  expect(duration(seconds)).toBe(told)
})
