import { expect, test } from 'vitest'
import { documentTypeSchema } from './document-type.ts'
import { validityOf } from './document-validity.ts'
import type { Fact, FactState } from './fact.ts'
import { lintDocumentType } from './lint-document-type.ts'
import { loadDocumentTypes } from './load.ts'
import { parseLocated } from './located-yaml.ts'
import type { Value } from './values/value.ts'

const types = loadDocumentTypes()
const fact = (name: string, value: Value | null, state: FactState): [string, Fact] => [
  name,
  { path: `一.${name}`, value, confidence: 1, state, evidence: [] },
]

function validity(name: string, read: Record<string, Value>, not: Record<string, FactState> = {}) {
  const type = types.find((one) => one.name === name)
  if (!type) throw new Error(name)
  const known = Object.entries(read).map(([field, value]) => fact(field, value, 'ok'))
  return validityOf(type, new Map([...known, ...Object.entries(not).map(([field, state]) => fact(field, null, state))]))
}

test('a document counts from and until the days that it prints, both ends of a range or two fields', () => {
  const range = { from: '2020-03-01', to: '2040-03-01' }
  expect(validity('居民身份证', { 有效期限: range })).toEqual(range)
  expect(validity('居民身份证', { 有效期限: { from: '2020-03-01', to: '长期' } })?.to).toBe('长期')
  expect(validity('食品经营许可证', { 发证日期: '2022-05-06', 有效期至: '2027-05-05' })).toEqual({
    from: '2022-05-06',
    to: '2027-05-05',
  })
})

test('an end that is not printed or could not be read is not there', () => {
  expect(validity('居民身份证', { 有效期限: { from: '2020-03-01', to: null } })).toEqual({ from: '2020-03-01' })
  expect(validity('食品经营许可证', { 发证日期: '2022-05-06' }, { 有效期至: 'unreadable' })).toEqual({
    from: '2022-05-06',
  })
  expect(validity('居民身份证', { 姓名: '王小满' }, { 有效期限: 'unreadable' })).toBeUndefined()
})

test('a term is counted where no end is printed, not where it could not be read, and never against a printed end', () => {
  const examined = { 体检日期: '2026-02-28' }
  expect(validity('健康证明', examined, { 有效期至: 'absent' })).toEqual({ from: '2026-02-28', to: '2027-02-28' })
  expect(validity('健康证明', examined, { 有效期至: 'unreadable' })).toEqual({ from: '2026-02-28' })
  expect(validity('健康证明', { ...examined, 有效期至: '2026-08-27' })?.to).toBe('2026-08-27')
  expect(validity('高新技术企业证书', { 发证时间: '2023-11-15', 有效期: '三年' })?.to).toBe('2026-11-15')
})

test('what never runs out says so once its day was read; what nobody told of has none', () => {
  expect(validity('第二类医疗器械经营备案凭证', { 备案日期: '2024-01-02' })).toEqual({ from: '2024-01-02', to: '长期' })
  expect(validity('第二类医疗器械经营备案凭证', {}, { 备案日期: 'unreadable' })).toBeUndefined()
  expect(validity('遗失声明', { 声明日期: '2024-01-02' })).toBeUndefined()
})

test('every type that prints until when it counts says so as its validity', () => {
  const printed = types.filter(({ fields }) => fields.some(({ name }) => /^(?!检验).*有效期/u.test(name)))
  expect(printed.length).toBeGreaterThan(15)
  expect(printed.filter((type) => type.validity.none).map(({ name }) => name)).toEqual([])
})

const PAPER = `id: XX
name: 某证
group: 许可证照
issuer: 某局
titles: [某证]
fields:
  - { name: 期限, labels: [期限], type: date-range }
  - { name: 发证日期, labels: [发证日期], type: date }
marks: []
`
const linted = (rule: string) =>
  lintDocumentType(parseLocated('facts/documents/x.yaml', `${PAPER}validity: ${rule}\n`, documentTypeSchema))

test('a validity names days that the type has', () => {
  expect(linted('{ from: 期限.from, to: 期限.to }')).toEqual([])
  expect(linted('{ from: 发证日期, months: 12 }')).toEqual([])
  expect(linted('{ to: 届满日 }')[0]?.message).toContain('没有字段 届满日')
  expect(linted('{ to: 期限 }')[0]?.message).toContain('期限 不是日期')
  expect(linted('{ to: 发证日期.to }')[0]?.message).toContain('发证日期.to 不是日期')
})

test.each(['{ from: 发证日期 }', '{ months: 12 }', '{ to: 发证日期, forever: true }', '{}'])(
  'a validity %s does not say when it ends',
  (rule) => {
    expect(() => linted(rule)).toThrow()
  },
)

test('every type says how long it counts and what marks stand on it: one that says nothing is not loaded', () => {
  const parsed = (text: string) => parseLocated('facts/documents/x.yaml', text, documentTypeSchema)
  const whole = `${PAPER}validity: { none: true }\n`
  expect(parsed(whole).value.validity).toEqual({ none: true })
  expect(() => parsed(PAPER)).toThrow('validity')
  expect(() => parsed(whole.replace('marks: []\n', ''))).toThrow('marks')
  for (const twice of ['{ none: true, forever: true }', '{ none: true, from: 发证日期 }', '{ from: 发证日期 }'])
    expect(() => parsed(`${PAPER}validity: ${twice}\n`)).toThrow('validity')
})

test('the cards with two sides say how each of them is told', () => {
  const cards = types.filter(({ sides }) => sides.length > 0)
  expect(cards.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['居民身份证', '上海市居住证', '居民户口簿', '机动车行驶证', '结婚证']),
  )
  const told = cards.filter(({ sides }) => sides.length > 1 && sides.every(({ cues }) => cues.length > 0))
  expect(told).toEqual(cards)
})
