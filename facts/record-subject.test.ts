import { expect, test } from 'vitest'
import { isAboutAnother } from './record-subject.ts'

const PERSON = '31010719891214682X'
const OTHER = '310107199608313085'
const FIRM = '91330100799655058B'
const OTHER_FIRM = '91310107MA1JARTA0X'

test.each([
  ['cnid', PERSON, { 公民身份号码: OTHER }],
  ['cnid', PERSON, { 证件号码: OTHER, 配偶证件号码: '310107199107161810' }],
  ['uscc', FIRM, { 统一社会信用代码: OTHER_FIRM }],
  ['uscc', FIRM, { 证件号码: OTHER_FIRM }],
  ['number', 'JY13101070000001', { 许可证编号: 'JY13101070000002', 统一社会信用代码: FIRM }],
  ['name', '上海样例市政工程有限公司', { 名称: '上海样例道路建设有限公司' }],
])('asked by %s %s, a record of somebody else is told from its own numbers: %o', (kind, asked, record) => {
  expect(isAboutAnother(kind, asked, { about: null, record })).toBe(true)
})

test.each([
  ['cnid', PERSON, { 公民身份号码: ' ３１０１０７１９８９１２１４６８２ｘ' }],
  ['cnid', PERSON, { 公民身份号码: '310107891214682' }],
  ['cnid', PERSON, { 男方证件号码: OTHER, 女方证件号码: PERSON }],
  // A child's birth record names its parents, not who asks.
  ['cnid', PERSON, { 母亲证件号码: OTHER, 出生医学证明编号: 'X310001' }],
  ['cnid', PERSON, { 姓名: '张三' }],
  ['cnid', PERSON, { 公民身份号码: null, 统一社会信用代码: FIRM }],
  ['cnid', PERSON, { 证件号码: FIRM }],
  ['uscc', FIRM, { 统一社会信用代码: '91330100799655058b', 法定代表人证件号码: OTHER }],
  ['uscc', FIRM, { 证件号码: OTHER }],
  ['number', '沪A12345', { 号牌号码: '沪A·12345' }],
  ['number', '沪消〔2025〕11号', { 批准文号: '沪消(2025)11号', 施工许可证编号: '3101070001' }],
  ['name', '上海小满（集团）有限公司', { 名称: '上海小满(集团)有限公司' }],
  ['calendar', '2026-06-08', { 名称: '某日历' }],
])('asked by %s %s, %o is no record of somebody else', (kind, asked, record) => {
  expect(isAboutAnother(kind, asked, { about: null, record })).toBe(false)
})

test('an identity paper on record is its holder’s own; what another certificate says of its holder is for rules to tell', () => {
  const of = (about: string) => isAboutAnother('uscc', FIRM, { about, record: { 统一社会信用代码: OTHER_FIRM } })
  expect(['营业执照', '机动车清洗备案凭证'].map(of)).toEqual([true, false])
  expect(isAboutAnother('cnid', PERSON, { about: '居民身份证', record: { 公民身份号码: OTHER } })).toBe(true)
})
