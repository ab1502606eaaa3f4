import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isValidCnid, readCnid } from './cnid.ts'
import { isRealDate } from './date.ts'
import { mod112Check } from './iso7064.ts'

// 11010519491231002X and 440524188001010014 are the examples of GB 11643-1999.
test('the examples of the standard are valid and tell birth, sex and region', () => {
  expect(readCnid('11010519491231002X')).toMatchObject({
    valid: true,
    kind: '居民身份证',
    birth: '1949-12-31',
    sex: '女',
    region: '北京市',
  })
  expect(readCnid('440524188001010014')).toMatchObject({
    valid: true,
    birth: '1880-01-01',
    sex: '男',
    region: '广东省',
  })
})

test('lower case x, full-width digits and spaces are the same number', () => {
  expect(readCnid(' 110105 1949 1231 002x ').number).toBe('11010519491231002X')
  expect(readCnid('１１０１０５１９４９１２３１００２Ｘ').valid).toBe(true)
})

test('a wrong check digit is reported and the number stays as printed', () => {
  expect(readCnid('110105194912310021')).toMatchObject({
    valid: false,
    number: '110105194912310021',
    note: '校验位不符',
    birth: '1949-12-31',
  })
})

test('a date that does not exist, a region that does not exist and a wrong length are told apart', () => {
  expect(readCnid(withCheck('31010719900230123')).note).toContain('1990-02-30')
  expect(readCnid(withCheck('99010719900228123'.replace(/^9/, '0'))).note).toContain('行政区划')
  expect(readCnid('3101071990010112').note).toContain('18位')
})

test('abolished districts keep their name', () => {
  expect(readCnid(withCheck('31010319800101123')).region).toBe('上海市卢湾区')
})

test('residence permits of 港澳台, permanent residence and 15-digit numbers are known kinds', () => {
  expect(readCnid(withCheck('81000019940823002')).kind).toBe('港澳台居民居住证')
  expect(readCnid(withCheck('91115619900101001'))).toMatchObject({
    kind: '外国人永久居留身份证',
    valid: true,
    region: null,
  })
  expect(readCnid('USA110890123456')).toMatchObject({ kind: '外国人永久居留身份证', valid: true })
  expect(readCnid('130503670401001')).toMatchObject({ kind: '15位旧身份证', birth: '1967-04-01', sex: '男' })
  expect(isValidCnid('130503670401001')).toBe(false)
})

test('no number with one digit changed is valid', () => {
  const number = fc
    .tuple(
      fc.integer({ min: 1950, max: 2020 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.nat(999),
    )
    .map(([y, m, d, n]) => withCheck(`310107${y}${pad(m, 2)}${pad(d, 2)}${pad(n, 3)}`))
  fc.assert(
    fc.property(number, fc.nat(16), fc.integer({ min: 1, max: 9 }), (good, at, by) => {
      expect(isValidCnid(good)).toBe(true)
      const wrong = good.slice(0, at) + String((Number(good[at]) + by) % 10) + good.slice(at + 1)
      expect(isValidCnid(wrong)).toBe(false)
    }),
  )
})

test('reading never throws and a birth date it tells exists', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { birth } = readCnid(text)
      if (birth !== null) expect(isRealDate(birth)).toBe(true)
    }),
  )
})

const pad = (n: number, width: number) => String(n).padStart(width, '0')

function withCheck(body: string): string {
  return body + mod112Check(body)
}
