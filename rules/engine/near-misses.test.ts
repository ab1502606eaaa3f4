import { expect, test } from 'vitest'
import type { Evidence, Fact } from '../../facts/fact.ts'
import type { Row, Value } from '../../facts/values/value.ts'
import { feelFunctions } from '../functions/index.ts'
import { Check } from './check.ts'
import type { Knowledge } from './knowledge.ts'
import type { PathType } from './vocabulary.ts'
import { Vocabulary } from './vocabulary.ts'

const typed = (label: string, type: PathType['type'], columns?: [string, PathType['type']][]): PathType => ({
  type,
  label,
  ...(columns ? { columns: new Map(columns) } : {}),
})
const licence = [
  ['名称', typed('营业执照的名称', 'org-name')],
  ['住所', typed('营业执照的住所', 'address')],
  ['统一社会信用代码', typed('营业执照的统一社会信用代码', 'uscc')],
] as const
const vocabulary = new Vocabulary([
  { name: '营业执照', kind: 'slot', list: false, fields: new Map(licence) },
  {
    name: '法人库',
    kind: 'source',
    list: false,
    fields: new Map([
      ['名称', typed('法人库的名称', 'org-name')],
      ['住所', typed('法人库的住所', 'address')],
      ['统一社会信用代码', typed('法人库的统一社会信用代码', 'uscc')],
    ]),
  },
  {
    name: '健康证明',
    kind: 'slot',
    list: true,
    fields: new Map([['姓名', typed('健康证明的姓名', 'name')]]),
  },
  {
    name: '管理制度',
    kind: 'slot',
    list: false,
    fields: new Map([['制度名称清单', typed('管理制度的制度名称清单', 'list')]]),
  },
  {
    name: '人员名单',
    kind: 'slot',
    list: false,
    fields: new Map([['人员', typed('人员名单的人员', 'table', [['姓名', 'name']])]]),
  },
])

const picture = (material: string, pictured = true): Evidence => ({
  ...{ kind: 'material', material, documentType: '营业执照', page: 1, box: null, text: '' },
  ...(pictured && { pictured: true as const }),
})
const SOURCE: Evidence = {
  ...{ kind: 'source', source: '法人库', agency: '', record: 'r', asOf: '2026-01-01', requestId: '' },
}
const fact = (path: string, value: Value, evidence: Evidence, confidence = 0.99): Fact => ({
  ...{ path, value, confidence, state: 'ok', evidence: [evidence] },
})

function judge(source: string, facts: Fact[], certificates: string[] = []) {
  const known = new Map(facts.map((one) => [one.path, one]))
  const knowledge: Knowledge = {
    at: '2026-06-01',
    minConfidence: 0.6,
    fact: (path) => known.get(path),
    list: () => certificates.map((name, i) => new Map([['姓名', fact('健康证明.姓名', name, picture(`h${i}`))]])),
    provided: () => true,
    recorded: () => true,
    asked: () => true,
  }
  const check = new Check(source, vocabulary, feelFunctions)
  expect(check.parsed.issues).toEqual([])
  return check.judge(knowledge)
}

const SAME_NAME = '名称一致(营业执照.名称, 法人库.名称)'
const names = (read: string, known: string, evidence = picture('a')) => [
  fact('营业执照.名称', read, evidence),
  fact('法人库.名称', known, SOURCE),
]

test('a name read from a picture that is one like character off is neither the same nor another, and says which', () => {
  const step = judge(SAME_NAME, names('老愧树餐饮店', '老槐树餐饮店'))
  expect(step.result).toBeNull()
  const [doubt] = step.reads.flatMap((read) => (read.obstacle ? (read.fact?.doubt ?? []) : []))
  expect(doubt?.why).toBe('读作“老愧树餐饮店”，与法人库的名称“老槐树餐饮店”只差一个字（“愧”与“槐”），可能是没看清')
  expect(doubt?.settle).toBe('请对照原件第 1 页核对营业执照的名称')
  expect(judge(`not(${SAME_NAME})`, names('老愧树餐饮店', '老槐树餐饮店')).result).toBeNull()
  expect(judge('营业执照.名称 = 法人库.名称', names('老愧树餐饮店', '老槐树餐饮店')).result).toBeNull()
})

test('another name stays another, and so does a like one that was not read from a picture', () => {
  expect(judge(SAME_NAME, names('青松餐饮店', '老槐树餐饮店')).result).toBe(false)
  expect(judge(SAME_NAME, names('老愧树餐饮店', '老槐树餐饮店', picture('a', false))).result).toBe(false)
  expect(
    judge(SAME_NAME, names('老愧树餐饮店', '老槐树餐饮店', { kind: 'person', who: 'applicant', field: 'n' })).result,
  ).toBe(false)
  expect(judge(SAME_NAME, names('老槐树餐饮店', '老槐树餐饮店')).result).toBe(true)
})

test('a house number that was surely read is another number; one that was not is unknown', () => {
  const at = (confidence: number) =>
    judge('地址一致(营业执照.住所, 法人库.住所)', [
      fact('营业执照.住所', '上海市普陀区长寿路12号', picture('a'), confidence),
      fact('法人库.住所', '上海市普陀区长寿路13号', SOURCE),
    ]).result
  expect(at(0.98)).toBe(false)
  expect(at(0.8)).toBeNull()
})

test('a lost character of an address that leaves out the province is found beside it', () => {
  const step = judge('地址一致(营业执照.住所, 法人库.住所)', [
    fact('营业执照.住所', '普陀区曹扬路188弄2号', picture('a')),
    fact('法人库.住所', '上海市普陀区曹杨路188弄2号', SOURCE),
  ])
  expect(step.result).toBeNull()
  expect(step.reads.some(({ fact: one }) => one?.doubt?.why.includes('“扬”与“杨”'))).toBe(true)
})

test('a code whose check digit is right was not misread', () => {
  const codes = (read: string, known: string) => [
    fact('营业执照.统一社会信用代码', read, picture('a'), 0.7),
    fact('法人库.统一社会信用代码', known, SOURCE),
  ]
  const same = '营业执照.统一社会信用代码 = 法人库.统一社会信用代码'
  expect(judge(same, codes('91330100799655058B', '91330100799655053B')).result).toBe(false)
  expect(judge(same, codes('91330100799655053B', '91330100799655058B')).result).toBeNull()
})

test('what is looked for in a numbered list that lost a line may stand in that line', () => {
  const list = (...lines: string[]) => {
    const words = lines.map((line) => line.replace(/^.、/u, ''))
    return [fact('管理制度.制度名称清单', words, { ...picture('a'), text: lines.join('\n') } as Evidence)]
  }
  const has = '制度包含(管理制度.制度名称清单, "安全生产责任制")'
  const lost = judge(has, list('二、安全操作规程', '三、车辆技术管理制度'))
  expect(lost.result).toBeNull()
  expect(lost.reads.at(-1)?.fact?.doubt?.why).toContain('编号 1 的那一行没有读出来')
  expect(judge(has, list('一、安全操作规程', '二、车辆技术管理制度')).result).toBe(false)
  expect(judge(has, list('二、安全生产责任制', '三、车辆技术管理制度')).result).toBe(true)
})

test('a number that cannot be one was rather misread, unless it was read surely or typed', () => {
  const holds = (confidence: number, pictured = true) =>
    judge('信用代码有效(营业执照.统一社会信用代码)', [
      fact('营业执照.统一社会信用代码', '91330100799655053B', picture('a', pictured), confidence),
    ]).result
  expect(holds(0.8)).toBeNull()
  expect(holds(0.98)).toBe(false)
  expect(holds(0.8, false)).toBe(false)
})

test('an entry of a list in which two names run together may be either', () => {
  const signed = (...names: string[]) => [
    fact('管理制度.制度名称清单', names, picture('a')),
    fact('法人库.名称', '吕敏', SOURCE),
  ]
  const has = 'some s in 管理制度.制度名称清单 satisfies 姓名一致(s, 法人库.名称)'
  const step = judge(has, signed('东方龙吕敏'))
  expect(step.result).toBeNull()
  expect(judge(has, signed('东方龙', '李想')).result).toBe(false)
  expect(judge(has, signed('东方龙', '吕敏')).result).toBe(true)
})

test('two photographs may be misread alike: the same slip on both is no confirmation, a record is', () => {
  const named = 'contains(string join([营业执照.名称, 营业执照.住所], "、"), 法人库.名称)'
  const facts = (second: Evidence) => [
    fact('营业执照.名称', '老愧树餐饮店', picture('a')),
    fact('营业执照.住所', '老愧树餐饮店', second),
    fact('法人库.名称', '老槐树餐饮店', SOURCE),
  ]
  expect(judge(named, facts(picture('b'))).result).toBeNull()
  expect(judge(named, facts({ ...SOURCE, record: 'other' } as Evidence)).result).toBe(false)
})

const HELD = 'every r in 人员名单.人员 satisfies some x in 健康证明 satisfies 姓名一致(x.姓名, r.姓名)'
const staff = (...rows: string[]) => [
  fact(
    '人员名单.人员',
    rows.map((name): Row => ({ 姓名: name })),
    picture('list'),
  ),
]

test('a row of a list is unknown where its only certificate is one like character off; others are not touched', () => {
  expect(judge(HELD, staff('王旻', '李想'), ['王曼', '李想']).result).toBeNull()
  expect(judge(HELD, staff('王旻', '李想'), ['王旻', '李想']).result).toBe(true)
  expect(judge(HELD, staff('王旻', '李想'), ['王旻', '赵钱']).result).toBe(false)
})

test('two people with like names are told apart where both stand on both papers', () => {
  const whole = 'every r in 人员名单.人员 satisfies list contains(健康证明.姓名, r.姓名)'
  expect(judge(whole, staff('王末', '王未'), ['王未', '王末']).result).toBe(true)
  expect(judge(HELD, staff('王末', '王未'), ['王未', '王末']).result).toBe(true)
})

test('a name read together with the address beside it may be the name alone; a branch of the firm is another firm', () => {
  const run = judge(SAME_NAME, names('老槐树餐饮店上海市普陀区光新路498弄8号127室', '老槐树餐饮店'))
  expect(run.result).toBeNull()
  expect(run.reads.some(({ fact: one }) => one?.doubt?.why.includes('后面连着一个地址'))).toBe(true)
  expect(judge(SAME_NAME, names('老槐树餐饮店普陀分店', '老槐树餐饮店')).result).toBe(false)
})
