import { expect, test } from 'vitest'
import type { ReadField, Reading } from '../../facts/reading.ts'
import type { Value } from '../../facts/values/value.ts'
import { FOLDED } from './licence-labels.ts'
import { formatLicences } from './licence-report.ts'
import { scoreLicences } from './licences.ts'

const field = (value: Value | null, confidence = 0.95): ReadField => ({
  value,
  raw: String(value),
  label: '',
  confidence,
  state: 'ok',
  page: 1,
  box: null,
})

const reading = (file: string, fields: Record<string, ReadField>, documentType = '营业执照'): Reading => ({
  file: `/photos/${file}`,
  documents: [
    { documentType, confidence: 1, pages: [1], fields, marks: [], quality: { score: 1, issues: [], advice: [] } },
  ],
  lines: [],
  pages: [],
})

test('dates, amounts and periods are compared as values, text after folding width, brackets and spaces', () => {
  const { strict } = scoreLicences(
    [
      reading('001.jpg', {
        统一社会信用代码: field('440301104740334'),
        名称: field('长安融资租赁(深圳)有限公司'),
        类型: field('法人商事主体【有限责任公司(自然人独资)】'),
        成立日期: field('2010-06-11'),
        注册资本: field({ fen: 50_000_000, currency: 'CNY' }),
        营业期限: field({ from: '2010-06-11', to: '长期' }),
      }),
    ],
    {
      '001.jpg': {
        fields: {
          注册号: '440301104740334',
          名称: '长安融资租赁（深圳） 有限公司',
          类型: '法人商事主体【有限责任公司（自然人独资）】',
          成立日期: '二〇一〇年六月十一日',
          注册资本: '伍拾万元整贰拾万元整',
          营业期限: '自二〇一〇年六月十一日至永久',
        },
      },
    },
  )
  expect(strict.micro).toEqual({ right: 6, n: 6 })
})

test('one wrong character is wrong, and a confident wrong code is listed', () => {
  const score = scoreLicences([reading('001.jpg', { 统一社会信用代码: field('440301104740335', 0.97) })], {
    '001.jpg': { fields: { 注册号: '440301104740334' } },
  })
  expect(score.strict.micro).toEqual({ right: 0, n: 1 })
  expect(score.confidentWrongCodes).toEqual(['001.jpg 440301104740335'])
})

test('a corrected label takes the place of the label: what matches only the wrong one is wrong', () => {
  const score = scoreLicences(
    [reading('001.jpg', { 住所: field('献县河街道') })],
    { '001.jpg': { fields: { 住所: '献县河街道' } } },
    { '001.jpg': { 住所: '献县河街镇' } },
  )
  expect(score.strict.micro).toEqual({ right: 1, n: 1 })
  expect(score.corrected.micro).toEqual({ right: 0, n: 1 })
  expect(score.misses.map((miss) => [miss.label, miss.corrected])).toEqual([['献县河街镇', false]])
})

test('punctuation counts: only width, spaces and the stars that fill a line are folded', () => {
  const labels = { '001.jpg': { fields: { 经营范围: '餐饮服务；食品销售。**', 住所: '甲（乙） 丙' } } }
  const at = (scope: string, address: string) =>
    scoreLicences([reading('001.jpg', { 经营范围: field(scope), 住所: field(address) })], labels).strict
  expect(at('餐饮服务;食品销售。', '甲(乙)丙')).toMatchObject({
    micro: { right: 2, n: 2 },
    scopeLetters: { right: 1, n: 1 },
  })
  expect(at('餐饮服务：食品销售', '甲【乙】丙')).toMatchObject({
    micro: { right: 0, n: 2 },
    scopeLetters: { right: 1, n: 1 },
  })
})

test('labels known to be wrong count against the strict figure only, and not at all for five codes', () => {
  const score = scoreLicences(
    [
      reading('001.jpg', { 住所: field('献县河街镇') }),
      reading('002.jpg', { 统一社会信用代码: field('91371482MA3CFKE25H') }),
    ],
    { '001.jpg': { fields: { 住所: '献县河街道' } }, '002.jpg': { fields: { 统一社会信用代码: '9137148MA3CFKE25H' } } },
    { '001.jpg': { 住所: '献县河街镇' } },
  )
  expect(score.strict.micro).toEqual({ right: 0, n: 1 })
  expect(score.corrected.micro).toEqual({ right: 1, n: 1 })
})

test.each(['个人经营个体工商户', '个体工商户个人经营'])(
  '%s: what stands under 组成形式 is scored there, and 类型 matches 类型 only',
  (label) => {
    const labels = { '001.jpg': { fields: { 类型: label } } }
    const fields = (type: string, form: string) => ({ 类型: field(type), 组成形式: field(form) })
    const right = scoreLicences([reading('001.jpg', fields('个体工商户', '个人经营'))], labels)
    expect(right.strict.fields).toEqual({ 类型: { right: 1, n: 1 }, 组成形式: { right: 1, n: 1 } })
    const swapped = scoreLicences([reading('001.jpg', fields('个人经营', '个体工商户'))], labels)
    expect(swapped.strict.micro).toEqual({ right: 0, n: 2 })
  },
)

test('a licence that prints 组成形式 alone has no label of 类型', () => {
  const labels = { '001.jpg': { fields: { 类型: '个人经营' } } }
  const score = scoreLicences([reading('001.jpg', { 组成形式: field('个人经营') })], labels)
  expect(score.strict.fields).toEqual({ 组成形式: { right: 1, n: 1 } })
})

test('a photograph without a reading counts as wrong', () => {
  const labels = { '001.jpg': { fields: { 名称: '乙' } }, '003.jpg': { fields: { 名称: '甲' } } }
  const score = scoreLicences([reading('001.jpg', { 名称: field('乙') })], labels)
  expect(score.strict.micro).toEqual({ right: 1, n: 2 })
  expect(score.documentType).toEqual({ right: 1, n: 2 })
})

test('character errors of 经营范围 are counted with punctuation, and without beside it', () => {
  const score = scoreLicences([reading('001.jpg', { 经营范围: field('餐饮服努,食品') })], {
    '001.jpg': { fields: { 经营范围: '餐饮服务；食品销售' } },
  })
  expect(score.scope).toEqual({ errors: 4, characters: 9 })
  expect(score.scopeLetters).toEqual({ errors: 3, characters: 8 })
  expect(formatLicences(score)).toContain('CER 4/9 44.44%（计标点）· 3/8 37.50%（不计标点）')
})

test('the report says what is folded and gives every proportion its interval', () => {
  const report = formatLicences(
    scoreLicences([reading('001.jpg', { 名称: field('乙') })], { '001.jpg': { fields: { 名称: '乙' } } }),
  )
  for (const line of FOLDED) expect(report).toContain(line)
  expect(report).toContain('1/1 100.0% [20.7–100.0]')
})
