import { expect, test } from 'vitest'
import { CellError, cellText, readBasis, readValue, showBasis, showValue, valueKind } from './cells.ts'

test.each([
  ['文字', '工作日'],
  ['数', 12.5],
  ['是否', false],
  ['日期', '2026-02-28'],
  ['期间', { from: '2026-01-01', to: null }],
  ['期间', { from: null, to: '2026-03-31' }],
  ['列表', ['食品、销售', '餐饮, 服务']],
  ['无此要求', null],
])('a parameter that is %s comes back from its cell as it was', (kind, value) => {
  expect(valueKind({ value })).toBe(kind)
  expect(readValue(kind, cellText(showValue({ value })))).toEqual({ value, from: undefined })
})

test('a parameter that stands for a path comes back as that path', () => {
  const given = { from: '申请表.prem_addr' }
  expect(readValue(valueKind(given), cellText(showValue(given)))).toEqual({ value: undefined, ...given })
})

test.each([
  ['数', '十'],
  ['是否', '对'],
  ['日期', '2026-02-30'],
  ['期间', '2026-01-01'],
  ['无此要求', '10'],
  ['数', ''],
  ['金额', '10'],
  ['文字', '2026-01-01'],
])('%s “%s” is refused with a way to mend it', (kind, text) => {
  try {
    readValue(kind, text)
  } catch (error) {
    expect(error).toBeInstanceOf(CellError)
    expect((error as CellError).fix).not.toBe('')
    return
  }
  throw new Error('it was taken')
})

test('a basis comes back as it was: none written, 依据待核, and several with and without a source and days', () => {
  const several = [
    { law: '某法', article: '第一条、第二条', certainty: 'verified_text' as const, source: 'S-LAW' },
    { law: '某办法（第1号）', article: '全文', certainty: 'unsure' as const },
    { law: '某通知', article: '全文', certainty: 'unsure' as const, from: '2025-05-01' },
    {
      law: '某规定',
      article: '全文',
      certainty: 'unsure' as const,
      source: 'S-X',
      from: '2024-05-10',
      to: '2029-05-09',
    },
  ]
  for (const basis of [undefined, [], several]) expect(readBasis(cellText(showBasis(basis)))).toEqual(basis)
  expect(() => readBasis('某法第一条')).toThrow(CellError)
  expect(() => readBasis('某法｜第一条｜大概')).toThrow(CellError)
  expect(() => readBasis('某法｜第一条｜待核｜S-X｜明年起')).toThrow(CellError)
})
