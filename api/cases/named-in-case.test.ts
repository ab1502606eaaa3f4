import { expect, test } from 'vitest'
import type { Fact, FactState } from '../../facts/fact.ts'
import type { CaseFacts, FormValue } from '../../rules/results.ts'
import { namedInCase } from './named-in-case.ts'

const field = (type: FormValue['type'], value: FormValue['value'], columns?: FormValue['columns']) =>
  ({ type, value, ...(columns ? { columns } : {}) }) as FormValue

const fact = (path: string, value: Fact['value'], state: FactState = 'ok'): Fact => ({
  path,
  value,
  state,
  confidence: 1,
  evidence: [],
})
const facts = (known: Fact[], lists: CaseFacts['lists'] = new Map()): CaseFacts => ({
  scenario: 'S026',
  at: '2026-06-01',
  facts: new Map(known.map((one) => [one.path, one])),
  lists,
})

test('names and addresses are taken from fields and from the cells of tables, each once', () => {
  const form = [
    field('org-name', '小满书店'),
    field('address', '长安路18弄3号'),
    field('text', '不是名称'),
    field('org-name', null),
    field(
      'table',
      [
        { 印刷单位: '大雪印刷厂', 数量: 3 },
        { 印刷单位: '小满书店', 数量: 1 },
      ],
      [
        { name: '印刷单位', type: 'org-name' },
        { name: '数量', type: 'integer' },
      ],
    ),
  ]
  const { names, addresses } = namedInCase(form, facts([]), [])
  expect({ names, addresses }).toEqual({ names: ['小满书店', '大雪印刷厂'], addresses: ['长安路18弄3号'] })
})

test('what rules ask by is taken from the paper it was read on, one value for each paper of a list, nothing illegible', () => {
  const opinions = [new Map([['出具单位', fact('部门意见[1].出具单位', '某局')]]), new Map()]
  const known = facts(
    [fact('处置方案.运输单位', '小雪运输公司'), fact('处置方案.消纳场所', '看错了', 'unreadable')],
    new Map([['部门意见', opinions]]),
  )
  const { byPath } = namedInCase([], known, [
    '处置方案.运输单位',
    '处置方案.消纳场所',
    '部门意见.出具单位',
    '申请表.rn_no',
  ])
  expect(Object.fromEntries(byPath)).toEqual({
    '处置方案.运输单位': ['小雪运输公司'],
    '处置方案.消纳场所': [],
    '部门意见.出具单位': ['某局'],
    '申请表.rn_no': [],
  })
})

test('what rules ask by may stand in the rows of a table', () => {
  const rows = [{ 证件号码: '340103200101126673' }, { 姓名: '没有写号码' }]
  const { byPath } = namedInCase([], facts([fact('申请表.hq_m', rows)]), ['申请表.hq_m.证件号码'])
  expect(byPath.get('申请表.hq_m.证件号码')).toEqual(['340103200101126673'])
})
