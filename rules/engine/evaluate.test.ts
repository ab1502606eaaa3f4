import { expect, test } from 'vitest'
import type { Fact, FactState } from '../../facts/fact.ts'
import type { Value } from '../../facts/values/value.ts'
import { Check } from './check.ts'
import { certainty, decidingReads, failingItems } from './explain.ts'
import type { RuleFunctions } from './functions.ts'
import type { Item, Knowledge } from './knowledge.ts'
import type { PathType } from './vocabulary.ts'
import { Vocabulary } from './vocabulary.ts'

const typed = (label: string, type: PathType['type'], columns?: Record<string, PathType['type']>): PathType => ({
  type,
  label,
  ...(columns ? { columns: new Map(Object.entries(columns)) } : {}),
})

const vocabulary = new Vocabulary([
  {
    name: '营业执照',
    kind: 'slot',
    list: false,
    fields: new Map([
      ['名称', typed('营业执照的名称', 'org-name')],
      ['注册资本', typed('营业执照的注册资本', 'money')],
      ['营业期限', typed('营业执照的营业期限', 'date-range')],
      ['盖章', typed('营业执照的盖章', 'boolean')],
    ]),
  },
  {
    name: '健康证明',
    kind: 'slot',
    list: true,
    fields: new Map([
      ['姓名', typed('健康证明的姓名', 'name')],
      ['有效期至', typed('健康证明的有效期至', 'date')],
      ['证号', typed('健康证明的证号', 'text')],
    ]),
  },
  {
    name: '人员名单',
    kind: 'slot',
    list: false,
    fields: new Map([['人员', typed('人员名单的人员', 'table', { 姓名: 'name', 岗位: 'text' })]]),
  },
  {
    name: '申请表',
    kind: 'form',
    list: false,
    fields: new Map([
      ['subj_name', typed('申请表的名称', 'org-name')],
      ['fd_items', typed('申请表的经营项目', 'list')],
      ['area', typed('申请表的面积', 'number')],
    ]),
  },
  {
    name: '禁入库',
    kind: 'source',
    list: true,
    fields: new Map([['证件号码', typed('禁入库的证件号码', 'code')]]),
  },
  { name: '法人库', kind: 'source', list: false, fields: new Map([['登记状态', typed('法人库的登记状态', 'enum')]]) },
])

const functions: RuleFunctions = {
  同名: { params: ['text', 'text'], returns: 'boolean', run: (a: string, b: string) => a === b },
  前缀: { params: ['text'], returns: 'text', run: (a: string) => (a.length > 1 ? a.slice(0, 1) : null) },
  在期内: {
    params: ['date-range', 'date'],
    returns: 'boolean',
    run: (range: { from: string | null; to: string | null }, at: string) =>
      range.to === null ? null : range.to === '长期' || at <= range.to,
  },
  都有证: {
    params: ['table', 'list'],
    returns: 'boolean',
    run: (rows: { 姓名: string }[], held: string[]) => rows.every((row) => held.includes(row.姓名)),
  },
}

const fact = (path: string, value: Value | null, state: FactState = 'ok', confidence = 0.9): Fact => ({
  path,
  value,
  confidence,
  state,
  evidence: [],
})

type Given = Value | 'unreadable!' | 'absent!' | 'unavailable!' | 'doubtful!'
const given = (path: string, value: Given): Fact => {
  if (value === 'doubtful!') return fact(path, '某某', 'ok', 0.2)
  if (typeof value === 'string' && value.endsWith('!')) return fact(path, null, value.slice(0, -1) as FactState)
  return fact(path, value)
}

function knowing(facts: Record<string, Given>, lists: Record<string, Record<string, Given>[]> = {}): Knowledge {
  const known = new Map(Object.entries(facts).map(([path, value]) => [path, given(path, value)]))
  const items = (name: string): Item[] | undefined =>
    lists[name]?.map((item) => new Map(Object.entries(item).map(([key, value]) => [key, given(key, value)])))
  return {
    at: '2026-06-01',
    minConfidence: 0.6,
    fact: (path) => known.get(path),
    list: items,
    provided: (slot) => slot !== '营业执照',
    recorded: () => null,
    asked: () => false,
  }
}

const judge = (source: string, knowledge: Knowledge) => {
  const check = new Check(source, vocabulary, functions)
  expect(check.parsed.issues).toEqual([])
  return check.judge(knowledge)
}
const truth = (source: string, knowledge: Knowledge) => judge(source, knowledge).result

test('a leaf that reads an absent, unreadable, unavailable, unlooked-for or doubtful fact is unknown', () => {
  const source = '营业执照.名称 != "甲"'
  for (const value of ['absent!', 'unreadable!', 'unavailable!', 'doubtful!'] as const) {
    expect(truth(source, knowing({ '营业执照.名称': value }))).toBeNull()
    expect(truth(`not(营业执照.名称 = "甲")`, knowing({ '营业执照.名称': value }))).toBeNull()
    expect(truth(`if 营业执照.名称 = "甲" then true else false`, knowing({ '营业执照.名称': value }))).toBeNull()
  }
  expect(truth(source, knowing({}))).toBeNull()
  expect(truth(source, knowing({ '营业执照.名称': '乙' }))).toBe(true)
})

test('a clear fail wins beside an unreadable field, and a clear pass in an or', () => {
  const facts = { '营业执照.名称': 'unreadable!', '法人库.登记状态': '吊销' } as const
  expect(truth('营业执照.名称 = "甲" and 法人库.登记状态 = "存续"', knowing(facts))).toBe(false)
  expect(truth('营业执照.名称 = "甲" or 法人库.登记状态 = "吊销"', knowing(facts))).toBe(true)
  expect(truth('if 营业执照.名称 = "甲" then 法人库.登记状态 = "吊销" else true', knowing(facts))).toBe(true)
})

test('one unreadable certificate does not hide an expired one, and keeps the others from passing', () => {
  const source = 'every x in 健康证明 satisfies x.有效期至 >= 今天'
  const unreadable = { 姓名: '张三', 有效期至: 'unreadable!' } as const
  const expired = { 姓名: '王五', 有效期至: '2026-05-31' }
  const valid = { 姓名: '李四', 有效期至: '2026-06-01' }
  const step = judge(source, knowing({}, { 健康证明: [unreadable, expired, valid] }))
  expect(step.result).toBe(false)
  expect(failingItems(step).map((item) => item.path)).toEqual(['健康证明[2]'])
  expect(decidingReads(step).map((read) => read.path)).toEqual(['健康证明[2].有效期至'])
  expect(truth(source, knowing({}, { 健康证明: [unreadable, valid] }))).toBeNull()
  expect(truth(source, knowing({}, { 健康证明: [valid] }))).toBe(true)
  expect(truth(source, knowing({}))).toBeNull()
  expect(
    truth('some x in 健康证明 satisfies x.有效期至 < 今天', knowing({}, { 健康证明: [unreadable, expired] })),
  ).toBe(true)
})

test('a filter keeps what may belong: unknown membership never gives a definite verdict', () => {
  const source = 'every x in 健康证明[姓名 = "王五"] satisfies x.有效期至 >= 今天'
  const expired = { 姓名: '王五', 有效期至: '2026-05-31' }
  expect(truth(source, knowing({}, { 健康证明: [expired] }))).toBe(false)
  expect(truth(source, knowing({}, { 健康证明: [{ ...expired, 姓名: 'unreadable!' }] }))).toBeNull()
  expect(truth(source, knowing({}, { 健康证明: [{ ...expired, 姓名: '张三' }] }))).toBe(true)
})

test('rows of a table are judged one by one against a list', () => {
  const source = 'every r in 人员名单.人员 satisfies some x in 健康证明 satisfies x.姓名 = r.姓名'
  const rows = [
    { 姓名: '王五', 岗位: null },
    { 姓名: '赵六', 岗位: '厨师' },
  ]
  const held = { 健康证明: [{ 姓名: '王五' }] }
  const step = judge(source, knowing({ '人员名单.人员': rows }, held))
  expect(step.result).toBe(false)
  expect(failingItems(step).map((item) => item.path)).toEqual(['人员名单.人员[2]'])
  expect(
    truth(source, knowing({ '人员名单.人员': rows }, { 健康证明: [{ 姓名: '王五' }, { 姓名: 'unreadable!' }] })),
  ).toBeNull()
  expect(truth(source, knowing({ '人员名单.人员': 'unreadable!' }, held))).toBeNull()
})

test('a whole list in a leaf depends only on the fields that the leaf names', () => {
  const lists = { 健康证明: [{ 姓名: '王五', 有效期至: '2026-05-31', 证号: 'unreadable!' as const }] }
  expect(truth('count(健康证明[有效期至 < 今天]) = 1', knowing({}, lists))).toBe(true)
  expect(truth('list contains(健康证明.姓名, "王五")', knowing({}, lists))).toBe(true)
  expect(truth('list contains(健康证明.证号, "1")', knowing({}, lists))).toBeNull()
  expect(
    truth(
      '都有证(人员名单.人员, 健康证明.姓名)',
      knowing({ '人员名单.人员': [{ 姓名: '王五', 岗位: '厨师' }] }, lists),
    ),
  ).toBe(true)
})

test('a function handed a whole table sees only the columns that the point declares', () => {
  const check = new Check('都有证(人员名单.人员, 健康证明.姓名)', vocabulary, functions, ['人员名单.人员.姓名'])
  const rows = [{ 姓名: '王五', 岗位: null }]
  expect(check.judge(knowing({ '人员名单.人员': rows }, { 健康证明: [{ 姓名: '王五' }] })).result).toBe(true)
  expect(
    truth('都有证(人员名单.人员, 健康证明.姓名)', knowing({ '人员名单.人员': rows }, { 健康证明: [{ 姓名: '王五' }] })),
  ).toBeNull()
})

test('beside a number nobody asked about, a list may lack records: what is found counts, the rest is unknown', () => {
  const banned = 'some b in 禁入库 satisfies b.证件号码 = "甲"'
  const counted = 'count(禁入库[证件号码 = "甲"]) = 0'
  const unasked = (list: Record<string, Given>[]) => knowing({}, { 禁入库: list })
  const asked = (list: Record<string, Given>[]) => ({ ...unasked(list), asked: () => true })
  const guarded = (clause: string) => `查过("禁入库", "甲") and ${clause}`
  expect(truth(guarded(`(${banned})`), unasked([]))).toBeNull()
  expect(truth(guarded(`(${banned})`), asked([]))).toBe(false)
  expect(truth(guarded(`not(${banned})`), unasked([{ 证件号码: '甲' }]))).toBe(false)
  expect(truth(guarded(`not(${banned})`), unasked([{ 证件号码: '乙' }]))).toBeNull()
  expect(truth(guarded(counted), unasked([]))).toBeNull()
  expect(truth(guarded(counted), asked([]))).toBe(true)
  expect(truth(guarded('(every b in 禁入库 satisfies b.证件号码 = "乙")'), unasked([{ 证件号码: '甲' }]))).toBe(false)
})

test('a perpetual range never ends; a range whose end is not printed is unknown', () => {
  const source = '营业执照.营业期限.to >= 今天'
  expect(truth(source, knowing({ '营业执照.营业期限': { from: '2020-01-01', to: '长期' } }))).toBe(true)
  expect(truth(source, knowing({ '营业执照.营业期限': { from: '2020-01-01', to: '2026-05-31' } }))).toBe(false)
  expect(truth(source, knowing({ '营业执照.营业期限': { from: '2020-01-01', to: null } }))).toBeNull()
  expect(truth('在期内(营业执照.营业期限, 今天)', knowing({ '营业执照.营业期限': { from: null, to: '长期' } }))).toBe(
    true,
  )
  expect(
    truth('在期内(营业执照.营业期限, 今天)', knowing({ '营业执照.营业期限': { from: null, to: null } })),
  ).toBeNull()
})

test('money compares as integer 分 and another currency is unknown', () => {
  const of = (fen: number, currency: string) => knowing({ '营业执照.注册资本': { fen, currency } })
  expect(truth('营业执照.注册资本 >= 100 * 100', of(10000, 'CNY'))).toBe(true)
  expect(truth('营业执照.注册资本 >= 100 * 100', of(9999, 'CNY'))).toBe(false)
  expect(truth('营业执照.注册资本 >= 100 * 100', of(999999, 'USD'))).toBeNull()
})

test('a rule function that cannot tell makes its whole leaf unknown, also inside a comparison', () => {
  expect(truth('前缀(营业执照.名称) = "甲"', knowing({ '营业执照.名称': '甲乙' }))).toBe(true)
  expect(truth('前缀(营业执照.名称) = "甲"', knowing({ '营业执照.名称': '乙' }))).toBeNull()
  expect(truth('前缀(营业执照.名称) != "甲"', knowing({ '营业执照.名称': '乙' }))).toBeNull()
})

test('presence: a slot is provided or not; a field is filled, not filled, or not known', () => {
  expect(truth('已提供("营业执照")', knowing({}))).toBe(false)
  expect(truth('已填写(申请表.subj_name)', knowing({ '申请表.subj_name': '甲' }))).toBe(true)
  expect(truth('已填写(申请表.subj_name)', knowing({ '申请表.subj_name': 'absent!' }))).toBe(false)
  expect(truth('已填写(申请表.subj_name)', knowing({ '申请表.subj_name': 'unreadable!' }))).toBeNull()
  expect(truth('已填写(申请表.subj_name)', knowing({}))).toBeNull()
  expect(truth('every x in 健康证明 satisfies 已填写(x.证号)', knowing({}, { 健康证明: [{ 证号: 'absent!' }] }))).toBe(
    false,
  )
  expect(truth('有记录("法人库")', knowing({}))).toBeNull()
})

test('elements of a literal list are judged one by one', () => {
  const source = 'every n in [营业执照.名称, 申请表.subj_name] satisfies n = "甲"'
  expect(truth(source, knowing({ '营业执照.名称': 'unreadable!', '申请表.subj_name': '乙' }))).toBe(false)
  expect(truth(source, knowing({ '营业执照.名称': 'unreadable!', '申请表.subj_name': '甲' }))).toBeNull()
  expect(
    truth('some i in 申请表.fd_items satisfies i = "冷食类"', knowing({ '申请表.fd_items': ['热食类', '冷食类'] })),
  ).toBe(true)
})

test('a verdict is as sure as its least sure deciding fact, or the surest of several that suffice', () => {
  const known = knowing({ '营业执照.名称': '甲', '法人库.登记状态': '吊销', '申请表.area': 3 })
  const facts = new Map([
    ['营业执照.名称', fact('营业执照.名称', '甲', 'ok', 0.7)],
    ['法人库.登记状态', fact('法人库.登记状态', '吊销', 'ok', 1)],
  ])
  const mixed: Knowledge = { ...known, fact: (path) => facts.get(path) }
  expect(certainty(judge('营业执照.名称 = "甲" and 法人库.登记状态 = "吊销"', mixed))).toBe(0.7)
  expect(certainty(judge('营业执照.名称 = "乙" and 法人库.登记状态 = "存续"', mixed))).toBe(1)
})

test('the latest and the earliest of dates are dates, of numbers numbers, of nothing or of a mixture unknown', () => {
  const of = (ends: Given[], areas = 30) =>
    knowing({ '申请表.area': areas }, { 健康证明: ends.map((有效期至) => ({ 有效期至 })) })
  const days: Given[] = ['2026-06-30', '2026-12-01', '2026-07-15']
  expect(truth('max(健康证明.有效期至) = date("2026-12-01")', of(days))).toBe(true)
  expect(truth('min(for x in 健康证明 return x.有效期至) = date("2026-06-30")', of(days))).toBe(true)
  expect(truth('max(date("2026-06-30"), date("2026-12-01")) = date("2026-12-01")', of([]))).toBe(true)
  expect(truth('string(min(健康证明.有效期至)) = "2026-06-30"', of(days))).toBe(true)
  expect(truth('max(健康证明.有效期至) >= 今天', of(['长期', '2026-01-01']))).toBe(true)
  expect(truth('max([申请表.area, 20]) = 30 and min(申请表.area, 20) = 20', of([]))).toBe(true)
  expect(truth('max(健康证明.有效期至) >= 今天', of([]))).toBeNull()
  expect(truth('max(健康证明.有效期至) >= 今天', of(['unreadable!', '2026-12-01']))).toBeNull()
  expect(truth('max([申请表.area, date("2026-12-01")]) = 30', of([]))).toBeNull()
})
