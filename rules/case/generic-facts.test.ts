import { expect, test } from 'vitest'
import type { Fact } from '../../facts/fact.ts'
import { loadDocumentTypes } from '../../facts/load.ts'
import type { Value } from '../../facts/values/value.ts'
import { withGeneric } from './generic-facts.ts'

const types = loadDocumentTypes()
const typed = (name: string) => types.filter((type) => type.name === name)
const read = (documentType: string, fields: Record<string, Value | null>) =>
  new Map(
    Object.entries(fields).map(([name, value]): [string, Fact] => [
      name,
      {
        path: `原许可证.${name}`,
        value,
        confidence: 0.9,
        state: value === null ? 'unreadable' : 'ok',
        evidence: [{ kind: 'material', material: 'm1', documentType, page: 1, box: null, text: '' }],
      },
    ]),
  )

test('a licence is addressed by the names that all licences share, whatever stands printed on its kind', () => {
  const licence = read('出版物经营许可证', { 单位名称: '小满书店', 有效期限: { from: '2021-01-01', to: '2026-12-31' } })
  const facts = withGeneric('原许可证', types, licence)
  expect(facts.get('持证人')).toMatchObject({ path: '原许可证.持证人', value: '小满书店', state: 'ok' })
  expect(facts.get('有效期至')?.value).toBe('2026-12-31')
})

test('an end of a range that is not printed is unreadable, never "no limit"', () => {
  const facts = withGeneric('原许可证', types, read('出版物经营许可证', { 有效期限: { from: '2021-01-01', to: null } }))
  expect(facts.get('有效期至')).toMatchObject({ value: null, state: 'unreadable' })
})

test('what a kind of licence does not carry is absent once the licence was read, and unreadable before', () => {
  const kind = '预包装食品备案表'
  const named = withGeneric('原许可证', typed(kind), read(kind, { 经营者名称: '小满商店' }))
  expect(named.get('有效期至')?.state).toBe('absent')
  const blurred = withGeneric('原许可证', typed(kind), read(kind, { 经营者名称: null }))
  expect(blurred.get('有效期至')?.state).toBe('unreadable')
})

test('a slot of several kinds with no evidence of which one it is has no generic names', () => {
  const item = new Map([...read('', { 单位名称: '小满书店' })].map(([k, f]) => [k, { ...f, evidence: [] }]))
  expect(withGeneric('原许可证', types, item).has('持证人')).toBe(false)
})

test('every fact of a document carries how long the document counts', () => {
  const licence = read('出版物经营许可证', { 单位名称: '小满书店', 有效期限: { from: '2021-01-01', to: '2026-12-31' } })
  const facts = withGeneric('原许可证', types, licence)
  for (const name of ['单位名称', '持证人', '有效期至'])
    expect(facts.get(name)?.validity).toEqual({ from: '2021-01-01', to: '2026-12-31' })
  const unread = withGeneric('原许可证', types, read('出版物经营许可证', { 单位名称: '小满书店', 有效期限: null }))
  expect(unread.get('单位名称')?.validity).toBeUndefined()
})
