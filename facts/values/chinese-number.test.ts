import fc from 'fast-check'
import nzh from 'nzh/cn'
import { expect, test } from 'vitest'
import { parseChineseNumber } from './chinese-number.ts'
import { readNumber } from './number.ts'

test.each([
  ['二〇二四', 2024],
  ['一二〇', 120],
  ['十', 10],
  ['十二', 12],
  ['廿一', 21],
  ['卅', 30],
  ['一百零五', 105],
  ['一千二百三十四', 1234],
  ['一千二百万', 12_000_000],
  ['三万五千', 35_000],
  ['一亿零五百', 100_000_500],
  ['两千', 2000],
  ['壹拾伍亿陆仟万', 1_560_000_000],
  ['１２８', 128],
])('%s is %d', (text, n) => {
  expect(parseChineseNumber(text)).toBe(n)
})

test.each(['一百二', '一万五', '百', '万', '一一十', '十百', '', '三楼', '一百千', '三百二百', '二十三十'])(
  '“%s” is refused',
  (text) => {
    expect(parseChineseNumber(text)).toBeNull()
  },
)

test('every number nzh writes is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => {
      expect(parseChineseNumber(nzh.encodeS(n, { tenMin: false }))).toBe(n)
      expect(parseChineseNumber(nzh.encodeB(n, { tenMin: false }))).toBe(n)
    }),
  )
})

test('sizes are read with their unit, and a span of sizes is refused', () => {
  expect(readNumber('128.5㎡').value).toBe(128.5)
  expect(readNumber('建筑面积').value).toBeNull()
  expect(readNumber('约1,200平方米').value).toBe(1200)
  expect(readNumber('872m³').value).toBe(872)
  expect(readNumber('872立方米').value).toBe(872)
  expect(readNumber('一百二十点五平方米').value).toBe(120.5)
  expect(readNumber('12-15').value).toBeNull()
  expect(readNumber('3.5人', true).valid).toBe(false)
})
