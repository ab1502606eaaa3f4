import { expect, test } from 'vitest'
import { mask } from './mask.ts'

test('ID numbers, credit codes and mobile numbers lose their middle, wherever they stand', () => {
  expect(mask('身份证11010519491231002X，电话13800138000')).toBe('身份证110***********002X，电话138****8000')
  expect(mask('{"uscc":"91330100799655058B"}')).toBe('{"uscc":"9133**********058B"}')
})

test('what is not such a number stays readable', () => {
  expect(mask('办件 2026-01-02 第 3 页 1234567')).toBe('办件 2026-01-02 第 3 页 1234567')
})
