import { expect, test } from 'vitest'
import type { SourceAnswer } from '../../rules/results.ts'
import { documentReading } from '../testing/document-reading.ts'
import { type KnownOfCase, keysFor } from './case-keys.ts'
import { NOTHING_NAMED } from './named-in-case.ts'

const uscc = '91330100799655058B'
const other = '914403001922038216'
const holder = '11010519491231002X'
const manager = '440524188001010014'
const register = { source: '法人库', agency: '某局', keys: ['uscc' as const], namesPeople: false, askedBy: [] }
const population = { source: '人口库', agency: '某局', keys: ['cnid' as const], namesPeople: false, askedBy: [] }
const bans = {
  source: '行业禁入库',
  agency: '某局',
  keys: ['cnid' as const, 'uscc' as const],
  namesPeople: true,
  askedBy: [],
}

const licence = documentReading('a', '营业执照', { 统一社会信用代码: uscc, 法定代表人: '张三' })
const card = documentReading('b', '居民身份证', { 姓名: '张三', 公民身份号码: holder })
const firmRecord = (record: SourceAnswer['record']): SourceAnswer => ({
  source: '法人库',
  about: null,
  state: 'ok',
  record,
  recordId: '',
  asOf: '2026-01-01',
  requestId: '',
})

const known = (some: Partial<KnownOfCase>): KnownOfCase => ({
  applicant: null,
  readings: [],
  answers: [],
  filled: [],
  named: NOTHING_NAMED,
  at: '2026-06-01',
  ...some,
})
const values = (source: typeof bans | typeof register | typeof population, some: Partial<KnownOfCase>) =>
  keysFor(source, known(some)).map(({ value }) => value)

test('a case of which nothing is known asks nobody', () => {
  for (const source of [register, population, bans]) expect(values(source, {})).toEqual([])
})

test('the licence tells whom to ask about when no applicant is given', () => {
  expect(values(register, { readings: [licence] })).toEqual([uscc])
})

test('the verified applicant comes before what is printed', () => {
  const applicant = { kind: 'organisation' as const, name: '样例', uscc: other }
  expect(values(register, { applicant, readings: [licence] })).toEqual([other])
})

test('a code whose check digit fails is never asked about', () => {
  const wrong = documentReading('a', '营业执照', { 统一社会信用代码: '91330100799655058A' })
  expect(values(register, { readings: [wrong] })).toEqual([])
})

test('the person is the legal representative, by the register or by the card with the same name', () => {
  const answers = [firmRecord({ 法定代表人证件号码: manager })]
  expect(values(population, { readings: [licence, card], answers })).toEqual([manager])
  expect(values(population, { readings: [licence, card] })).toEqual([holder])
  const stranger = documentReading('b', '居民身份证', { 姓名: '李四', 公民身份号码: holder })
  expect(values(population, { readings: [licence, stranger] })).toEqual([])
})

test('who was named in the last application is asked about too, but only where records say whom they are about', () => {
  const answers = [{ ...firmRecord({ fd_mgrid: manager }), source: '历史申报' }]
  expect(values(bans, { answers })).toEqual([manager])
  expect(values(population, { answers })).toEqual([])
})

test('a list of bans is asked about everyone the case names, each once', () => {
  const asked = values(bans, { readings: [licence, card], filled: [manager, holder, '不是号码', 3] })
  expect(asked.sort()).toEqual([uscc, holder, manager].sort())
})

test('the person whom the register names is asked about too when the applicant signed in with another number', () => {
  const applicant = { kind: 'person' as const, name: '李四', idNumber: holder }
  const answers = [firmRecord({ 法定代表人证件号码: manager })]
  expect(values(bans, { applicant, answers })).toEqual([holder, manager])
})

test('a source asked by name or address is asked about each one on the form, a calendar about the day', () => {
  const named = { ...NOTHING_NAMED, names: ['小满书店', '大雪印刷厂'], addresses: ['长安路18弄3号'] }
  const asked = (keys: ('name' | 'address' | 'calendar')[]) =>
    keysFor({ source: '库', agency: '某局', keys, namesPeople: false, askedBy: [] }, known({ named }))
  expect(asked(['name'])).toEqual(named.names.map((value) => ({ kind: 'name', value })))
  expect(asked(['address'])).toEqual([{ kind: 'address', value: '长安路18弄3号' }])
  expect(asked(['calendar'])).toEqual([{ kind: 'calendar', value: '2026-06-01' }])
})

test('a source is asked about what its own rules ask, as the kind of key that rule names, each once', () => {
  const byPath = new Map([
    ['处置方案.运输单位', ['小雪运输公司']],
    ['申请表.rn_no', ['占20260001']],
  ])
  const askedBy = [
    { path: '处置方案.运输单位', kind: 'name' as const },
    { path: '申请表.rn_no', kind: 'number' as const },
    { path: '申请表.没有填', kind: 'number' as const },
  ]
  const source = {
    source: '库',
    agency: '某局',
    keys: ['name' as const, 'number' as const],
    namesPeople: false,
    askedBy,
  }
  const asked = keysFor(source, known({ named: { names: ['小雪运输公司'], addresses: [], byPath } }))
  expect(asked).toEqual([
    { kind: 'name', value: '小雪运输公司' },
    { kind: 'number', value: '占20260001' },
  ])
  expect(keysFor({ ...source, askedBy: [] }, known({ named: { names: [], addresses: [], byPath } }))).toEqual([])
})

test('persons named in the rows of a table are among everyone', () => {
  expect(values(bans, { filled: [[{ 姓名: '张三', 证件号码: holder }]] })).toEqual([holder])
})

test('a person whom a rule asks a register about is asked about, with a number that passes its check digit only', () => {
  const byPath = new Map([['申请表.hq_m.证件号码', ['340103200101126673', '340103200101126674']]])
  const askedBy = [{ path: '申请表.hq_m.证件号码', kind: 'cnid' as const }]
  const marriages = { source: '婚姻登记库', agency: '某局', keys: ['cnid' as const], namesPeople: false, askedBy }
  const asked = keysFor(marriages, known({ named: { names: [], addresses: [], byPath } }))
  expect(asked.map(({ value }) => value)).toContain('340103200101126673')
  expect(asked.map(({ value }) => value)).not.toContain('340103200101126674')
})
