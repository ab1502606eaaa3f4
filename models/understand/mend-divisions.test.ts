import { expect, test } from 'vitest'
import type { Glyph } from './frame.ts'
import { mendDivisions } from './mend-divisions.ts'

/** Glyphs of some text, of which one was read with `sure` and something else seen there. */
function glyphsOf(text: string, at: number, sure: number, rivals: [string, number][]): Glyph[] {
  return [...text].map((raw, i) => ({
    text: raw,
    raw,
    from: i / text.length,
    to: (i + 1) / text.length,
    confidence: i === at ? sure : 0.99,
    ...(i === at && { rivals: rivals.map(([seen, probability]) => ({ at, text: seen, probability })) }),
  }))
}
const mended = (text: string, at: number, sure: number, rivals: [string, number][]) =>
  [...mendDivisions(glyphsOf(text, at, sure, rivals))].map(([place, seen]) => `${place}${seen}`).join()

test('the name of a province, a city, a county or a township is put right by what was seen and lies below the one before it', () => {
  expect(mended('云南省丽江市玉尤纳西族自治县', 7, 0.6, [['龙', 0.1]])).toBe('7龙')
  expect(mended('上海市青浦区朱家甬镇某路1号', 8, 0.7, [['角', 0.05]])).toBe('8角')
  expect(mended('浙江省宁皮市镇海区', 4, 0.7, [['波', 0.05]])).toBe('4波')
})

test('a division elsewhere is no reason: only one below what stands before it', () => {
  expect(mended('上海市青浦区临胞县', 7, 0.6, [['朐', 0.1]])).toBe('')
  expect(mended('山东省潍坊市临胞县', 7, 0.6, [['朐', 0.1]])).toBe('7朐')
})

test('a township of a development zone stands behind the county it lies in, and nothing behind a township', () => {
  expect(mended('济南市历城区逐墙街道', 6, 0.6, [['遥', 0.3]])).toBe('6遥')
  expect(mended('青浦区朱家角镇山东真', 9, 0.5, [['省', 0.3]])).toBe('')
})

test('what was read surely, was not seen or fits several names stays', () => {
  expect(mended('山东省潍坊市临胞县', 7, 0.95, [['朐', 0.1]])).toBe('')
  expect(mended('山东省潍坊市临胞县', 7, 0.6, [['胸', 0.1]])).toBe('')
  expect(
    mended('广东省某州市', 3, 0.4, [
      ['广', 0.2],
      ['惠', 0.2],
    ]),
  ).toBe('')
})

test('a name that is a division as read stays, whatever else was seen', () => {
  expect(mended('河南省开封市鼓楼区', 6, 0.5, [['钟', 0.4]])).toBe('')
})
