import { expect, test } from 'vitest'
import { Derivation } from './check.ts'
import { derivedTypes } from './derived-types.ts'
import { Vocabulary } from './vocabulary.ts'

const vocabulary = new Vocabulary([
  {
    name: '租赁合同',
    kind: 'slot',
    list: false,
    fields: new Map([
      ['面积', { type: 'number', unit: '㎡', label: '租赁合同的面积' }],
      ['签订日期', { type: 'date', label: '租赁合同的签订日期' }],
      ['用途', { type: 'text', label: '租赁合同的用途' }],
    ]),
  },
])

const gives = (source: string) =>
  derivedTypes(source, new Derivation(source, vocabulary, {}).parsed, vocabulary, {}).map(({ said, text }) => [
    text,
    said.type,
  ])

test('every end of a choice is one thing that a derivation may give, in brackets too', () => {
  const source =
    'if 已提供("租赁合同") then (if 租赁合同.面积 > 5 then 租赁合同.签订日期 else 租赁合同.面积) else 租赁合同.用途'
  expect(gives(source)).toEqual([
    ['租赁合同.签订日期', 'date'],
    ['租赁合同.面积', 'number'],
    ['租赁合同.用途', 'string'],
  ])
})

test('an end written "" gives nothing', () => {
  expect(gives('if 已提供("租赁合同") then 租赁合同.面积 else ""')).toEqual([['租赁合同.面积', 'number']])
})

test('words written in lists that are put together stay known', () => {
  const source = 'concatenate(["网络"], ["实体门店"])'
  const { parsed } = new Derivation(source, vocabulary, {})
  expect(derivedTypes(source, parsed, vocabulary, {})[0]?.said.literals).toEqual(['网络', '实体门店'])
})
