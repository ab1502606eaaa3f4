import { expect, test } from 'vitest'
import type { PathType } from '../engine/vocabulary.ts'
import { Vocabulary } from '../engine/vocabulary.ts'
import { WatchedVocabulary } from '../engine/watched-vocabulary.ts'
import { ExpressionLint } from './lint-expressions.ts'

const form = (type: PathType, others: Record<string, PathType> = {}) =>
  new WatchedVocabulary(
    new Vocabulary([
      { name: '申请表', kind: 'form', list: false, fields: new Map(Object.entries({ 事项: type, ...others })) },
      { name: '营业执照', kind: 'slot', list: false, fields: new Map() },
    ]),
  )
const choice = (...values: string[]): PathType => ({ type: 'enum', label: '事项', values })
const CHECK = '已提供("营业执照") and 申请表.事项 = "名称"'
const messages = (lint: ExpressionLint, vocabulary: WatchedVocabulary) =>
  lint.of(CHECK, 'boolean', vocabulary).issues.map(({ message }) => message)

test('one text is checked again where its words mean something else', () => {
  const lint = new ExpressionLint({})
  expect(messages(lint, form(choice('名称', '住所')))).toEqual([])
  expect(messages(lint, form(choice('字号', '住所')))).toEqual([expect.stringContaining('“名称”不是可选的值')])
  expect(messages(lint, form({ type: 'integer', label: '事项' }))).not.toEqual([])
  const without = new WatchedVocabulary(new Vocabulary([]))
  expect(messages(lint, without).join()).toContain('未知路径 申请表.事项')
})

test('where its words mean the same it is parsed once, whatever else stands on the form', () => {
  const lint = new ExpressionLint({})
  const first = lint.of(CHECK, 'boolean', form(choice('名称', '住所')))
  const other = form(choice('名称', '住所'), { 日期: { type: 'date', label: '日期' } })
  expect(lint.of(CHECK, 'boolean', other)).toBe(first)
  expect(lint.of(CHECK, 'value', other)).not.toBe(first)
})
