import fc from 'fast-check'
import nzh from 'nzh/cn'
import { expect, test } from 'vitest'
import { displayMoney, readMoney } from './money.ts'

test.each([
  ['壹佰万元整', 100_000_000, 'CNY'],
  ['人民币壹佰万圆整', 100_000_000, 'CNY'],
  ['100万元人民币', 100_000_000, 'CNY'],
  ['1000.000000万人民币', 1_000_000_000, 'CNY'],
  ['￥1,000,000.00', 100_000_000, 'CNY'],
  ['¥ 88.5', 8850, 'CNY'],
  ['500000', 50_000_000, 'CNY'],
  ['壹佰伍元整', 10_500, 'CNY'],
  ['壹佰零伍元整', 10_500, 'CNY'],
  ['人民币壹仟贰佰叁拾肆元伍角陆分', 123_456, 'CNY'],
  ['50.0000万美元', 50_000_000, 'USD'],
  ['美元伍拾万元', 50_000_000, 'USD'],
  ['1,000万港元', 1_000_000_000, 'HKD'],
  ['1.2亿元', 12_000_000_000, 'CNY'],
  ['人民币壹佰万元整(¥1,000,000.00)', 100_000_000, 'CNY'],
  ['每月人民币12,000元', 1_200_000, 'CNY'],
  ['27.600.00元', 2_760_000, 'CNY'],
  ['1,234.567.80元', 123_456_780, 'CNY'],
])('%s is %d 分 %s', (text, fen, currency) => {
  expect(readMoney(text)).toEqual({ value: { fen, currency }, valid: true })
})

test('an amount that breaks off behind its point is not valid', () => {
  expect(readMoney('￥19,538.')).toMatchObject({ valid: false, note: '小数点后面没有读出数字' })
})

test('大写 and digits that disagree are not valid', () => {
  expect(readMoney('人民币壹佰万元整(¥100,000.00)')).toMatchObject({ valid: false, note: '大写与小写金额不一致' })
  expect(readMoney('面议').value).toBeNull()
  expect(readMoney('0.001元')).toMatchObject({ value: null, valid: false })
})

test.each(['拾万元整', '00万元', '1,00,000元', '佰万元整', '27.60.00元', '27.600.000元'])(
  '%s has lost a figure and is not valid',
  (text) => {
    expect(readMoney(text).valid).toBe(false)
  },
)

test('every amount up to 99 亿 survives being written in 大写, without float error', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 990_000_000_000 }), (fen) => {
      const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
      expect(readMoney(`${yuan}元`).value?.fen).toBe(fen)
      if (fen >= 100) expect(readMoney(nzh.toMoney(yuan, { outSymbol: false })).value?.fen).toBe(fen)
    }),
  )
})

test('amounts are shown in 万 only where they are round', () => {
  expect(displayMoney({ fen: 100_000_000, currency: 'CNY' })).toBe('100万元')
  expect(displayMoney({ fen: 1_200_050, currency: 'CNY' })).toBe('12,000.5元')
  expect(displayMoney({ fen: 50_000_000, currency: 'USD' })).toBe('50万美元')
})
