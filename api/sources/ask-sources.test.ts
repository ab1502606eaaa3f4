import { expect, test } from 'vitest'
import type { SourceAnswer } from '../../rules/results.ts'
import { type SourcePoolOptions, sourcePool } from './ask-sources.ts'
import type { SourceConnector } from './connector.ts'
import { absentAnswer, answerOf, recordsConnector, sourceRecordsSchema } from './registry-records.ts'

const key = { kind: 'uscc', value: '91330100799655058B' } as const
const records = sourceRecordsSchema.parse([{ 键: { uscc: key.value }, asOf: '2026-01-01', 名称: '样例餐饮店' }])
const working = recordsConnector('法人库', '市场监管局', records, '2026-01-02')

function connector(source: string, ask: SourceConnector['ask']): SourceConnector {
  return { source, agency: '某局', ask }
}

const DEFAULTS = {
  down: new Set<string>(),
  deadlineMs: 60,
  failuresToOpen: 3,
  pauseMs: 1_000,
  now: () => 0,
  today: () => '2026-01-02',
}

function pool(connectors: SourceConnector[], options: Partial<SourcePoolOptions> = {}) {
  const sources = sourcePool({ connectors, ...DEFAULTS, ...options })
  return async (source: string) => {
    const question = { source, key }
    return (await sources.ask([question])).get(question)?.map(({ state }) => state)
  }
}

test('a record found is ok and one not found is absent: both are answers', async () => {
  expect(await pool([working])('法人库')).toEqual(['ok'])
  expect(
    await pool([recordsConnector('法人库', '某局', sourceRecordsSchema.parse([]), '2026-01-02')])('法人库'),
  ).toEqual(['absent'])
})

test('a source that is down, fails, answers garbage or nothing, never answers or is unknown becomes unavailable', async () => {
  const never = connector('慢', () => new Promise(() => {}))
  const failing = connector('坏', () => Promise.reject(new Error('boom')))
  const garbage = connector('乱', async () => [{ record: { 名称: { evil: true } } }] as never)
  const nothing = connector('空', async () => [])
  const ask = pool([working, never, failing, garbage, nothing], { down: new Set(['法人库']) })
  for (const source of ['法人库', '慢', '坏', '乱', '空', '没听说过'])
    expect(await ask(source)).toEqual(['unavailable'])
})

test('a failing source does not keep the others from answering', async () => {
  const sources = sourcePool({
    connectors: [working, connector('坏', () => Promise.reject(new Error('boom')))],
    ...DEFAULTS,
  })
  const answers = await sources.ask([
    { source: '坏', key },
    { source: '法人库', key },
  ])
  expect([...answers.values()].map(([first]) => first?.state)).toEqual(['unavailable', 'ok'])
})

test('one hiccup is retried and not seen', async () => {
  let calls = 0
  const hiccup = connector('库', async () => {
    calls += 1
    if (calls === 1) throw new Error('reset')
    return [absentAnswer('库', '2026-01-01')]
  })
  expect(await pool([hiccup])('库')).toEqual(['absent'])
})

test('after repeated failures a source is left alone until the pause is over', async () => {
  let calls = 0
  let clock = 0
  const failing = connector('库', async () => {
    calls += 1
    throw new Error('down')
  })
  const ask = pool([failing], { now: () => clock })
  for (let i = 0; i < 3; i += 1) await ask('库')
  const before = calls
  expect(await ask('库')).toEqual(['unavailable'])
  expect(calls).toBe(before)
  clock = 1_000
  await ask('库')
  expect(calls).toBeGreaterThan(before)
})

const record = { 统一社会信用代码: key.value, 名称: '样例餐饮店' }
const said = answerOf('法人库', { about: null, asOf: '2026-01-02', state: 'ok', record })
const OTHER = { ...record, 统一社会信用代码: '91310107MA1JARTA0X' }

/** State, and why it was not taken, of what a connector of 法人库 answers. */
async function taken(answers: SourceAnswer[]) {
  const sources = sourcePool({ connectors: [connector('法人库', async () => answers)], ...DEFAULTS })
  const question = { source: '法人库', key }
  return (await sources.ask([question])).get(question)?.map(({ state, rejected }) => rejected ?? state)
}

test.each([
  ['another firm’s record', { record: OTHER }, 'another'],
  ['another source', { source: '不动产登记库' }, 'elsewhere'],
  ['a record of nothing', { record: {} }, 'unusable'],
  ['a record whose fields are all empty', { record: { 名称: null } }, 'unusable'],
  ['a day to come', { asOf: '2099-01-01' }, 'unusable'],
  ['tomorrow', { asOf: '2026-01-03' }, 'unusable'],
  ['a word for a day', { asOf: 'yesterday' }, 'unusable'],
  ['a day that never was', { asOf: '2025-02-30' }, 'unusable'],
])('an answer of %s is not taken, and why is told', async (_, wrong, why) => {
  expect(await taken([{ ...said, ...wrong }])).toEqual([why])
  expect(await taken([said, { ...said, ...wrong }])).toEqual([why])
})

test('the record asked for is taken as other hands write its number; one that names nobody, as it is', async () => {
  expect(await taken([said])).toEqual(['ok'])
  expect(await taken([{ ...said, record: { 统一社会信用代码: ' ９１３３０１００７９９６５５０５８b' } }])).toEqual([
    'ok',
  ])
  expect(await taken([{ ...said, record: { 名称: '样例餐饮店' } }])).toEqual(['ok'])
  expect(await taken([{ ...said, asOf: '2026-01-02T09:30:00+08:00' }])).toEqual(['ok'])
  expect(await taken([absentAnswer('法人库', '2026-01-02')])).toEqual(['absent'])
})

test('a source that keeps answering about somebody else is still asked about others', async () => {
  let calls = 0
  const confused = connector('法人库', async () => {
    calls += 1
    return [calls > 6 ? said : { ...said, record: OTHER }]
  })
  const ask = pool([confused])
  for (let i = 0; i < 3; i += 1) expect(await ask('法人库')).toEqual(['unavailable'])
  expect(await ask('法人库')).toEqual(['ok'])
})
