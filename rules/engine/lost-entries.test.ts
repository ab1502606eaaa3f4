import { expect, test } from 'vitest'
import type { Evidence, Fact } from '../../facts/fact.ts'
import type { Value } from '../../facts/values/value.ts'
import { feelFunctions } from '../functions/index.ts'
import { Check } from './check.ts'
import type { Knowledge } from './knowledge.ts'
import { type PathType, Vocabulary } from './vocabulary.ts'

const zones: PathType = {
  type: 'table',
  label: '平面图的功能区',
  columns: new Map([
    ['名称', 'text'],
    ['面积', 'number'],
  ]),
}
const vocabulary = new Vocabulary([
  {
    name: '管理制度',
    kind: 'slot',
    list: false,
    fields: new Map([['制度名称清单', { type: 'list', label: '管理制度的制度名称清单' }]]),
  },
  {
    name: '平面图',
    kind: 'slot',
    list: false,
    fields: new Map<string, PathType>([
      ['功能区', zones],
      ['总面积', { type: 'number', label: '平面图的总面积' }],
      ['安全标注', { type: 'list', label: '平面图的安全标注' }],
    ]),
  },
  {
    name: '申请表',
    kind: 'form',
    list: false,
    fields: new Map([['chg_item', { type: 'list', label: '申请表的变更事项' }]]),
  },
])

function fact(path: string, value: Value, o: { confidence?: number; pictured?: boolean; text?: string } = {}): Fact {
  const { confidence = 0.84, pictured = true, text = '' } = o
  const evidence: Evidence = {
    ...{ kind: 'material', material: 'a', documentType: '', page: 2, box: null, text },
    ...(pictured && { pictured: true as const }),
  }
  return { path, value, confidence, state: 'ok', evidence: [evidence] }
}

function judge(source: string, ...facts: Fact[]) {
  const knowledge: Knowledge = {
    at: '2026-06-01',
    minConfidence: 0.6,
    fact: (path) => facts.find((one) => one.path === path),
    list: () => undefined,
    provided: () => true,
    recorded: () => true,
    asked: () => true,
  }
  const check = new Check(source, vocabulary, feelFunctions)
  expect(check.parsed.issues).toEqual([])
  return check.judge(knowledge)
}

const RULES = '管理制度.制度名称清单'
const HAS = `制度包含(${RULES}, "应急预案")`
const short = ['安全生产责任制', '安全操作规程', '车辆技术管理制']

test('what is not found in a list read from a picture may stand in a line that was lost, and says so', () => {
  const step = judge(HAS, fact(RULES, short))
  expect(step.result).toBeNull()
  const [doubt] = step.reads.flatMap((read) => (read.obstacle ? (read.fact?.doubt ?? []) : []))
  expect(doubt?.why).toBe('照片上没有读到“应急预案”，可能是没有读全')
  expect(doubt?.settle).toContain('第 2 页')
  expect(judge(HAS, fact(RULES, [...short, '应急预案'])).result).toBe(true)
})

test('a list that was read surely, typed, or numbered throughout lacks what it does not show', () => {
  const numbered = short.map((line, i) => `${'一二三'[i]}、${line}`).join('\n')
  expect(judge(HAS, fact(RULES, short, { confidence: 0.95 })).result).toBe(false)
  expect(judge(HAS, fact(RULES, short, { pictured: false })).result).toBe(false)
  expect(judge(HAS, fact(RULES, short, { text: numbered })).result).toBe(false)
})

test('rooms whose areas make the whole of the plan are all there; else one may be lost', () => {
  const rooms = [
    { 名称: '切配区', 面积: 16 },
    { 名称: '就餐区', 面积: 84 },
  ]
  const has = '功能区包含(平面图.功能区, "备餐/分餐")'
  const of = (whole: number) => [fact('平面图.功能区', rooms), fact('平面图.总面积', whole)]
  expect(judge(has, ...of(100)).result).toBe(false)
  expect(judge(has, ...of(120)).result).toBeNull()
})

test('rooms that make less than the whole may lack one; rooms that make more do not', () => {
  const makesWhole = '面积相差(sum(平面图.功能区.面积), 平面图.总面积) <= 0.05'
  const of = (whole: number) => [fact('平面图.功能区', [{ 名称: '就餐区', 面积: 84 }]), fact('平面图.总面积', whole)]
  const less = judge(makesWhole, ...of(100))
  expect(less.result).toBeNull()
  expect(less.reads.some(({ fact: one }) => one?.doubt?.why.includes('有一行没有读出来'))).toBe(true)
  expect(judge(makesWhole, ...of(70)).result).toBe(false)
  expect(judge(makesWhole, ...of(84)).result).toBe(true)
})

test('a word looked for in all entries together may stand in one that was lost', () => {
  const shows = 'contains(string join(平面图.安全标注, "、"), "监控")'
  expect(judge(shows, fact('平面图.安全标注', ['安全出口'])).result).toBeNull()
  expect(judge(shows, fact('平面图.安全标注', ['安全出口', '监控'])).result).toBe(true)
})

test('what was not chosen on the form was not chosen', () => {
  expect(judge('list contains(申请表.chg_item, "住所")', fact('申请表.chg_item', ['名称'])).result).toBe(false)
})

test('a word of an entry read with one character like another may be the word looked for, even where nothing was lost', () => {
  const rooms = [{ 名称: '不含格品区（红色）', 面积: 100 }]
  const step = judge(
    '功能区包含(平面图.功能区, "不合格品区")',
    fact('平面图.功能区', rooms),
    fact('平面图.总面积', 100),
  )
  expect(step.result).toBeNull()
  expect(step.reads.some(({ fact: one }) => one?.doubt?.why === '“不含格品区”可能是没看清的“不合格品区”')).toBe(true)
})

test('an entry that differs from the word looked for in more than the character alike is another entry', () => {
  const rooms = [
    { 名称: '处方药区', 面积: 40 },
    { 名称: '非处方药区', 面积: 60 },
  ]
  const plan = [fact('平面图.功能区', rooms), fact('平面图.总面积', 100)]
  expect(judge('功能区包含(平面图.功能区, "非药品区")', ...plan).result).toBe(false)
})
