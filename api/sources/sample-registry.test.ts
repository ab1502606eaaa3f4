import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleRegistry } from './sample-registry.ts'

const CODE = '91330100799655058B'

async function ask(asOf: string, today: string) {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'))
  writeFileSync(join(folder, '法人库.yaml'), `- { 键: { uscc: ${CODE} }, asOf: ${asOf}, 名称: 样例餐饮店 }\n`)
  const registry = sampleRegistry(':memory:', folder, () => today)
  const answers = await registry
    .connector('法人库', '登记机关')
    ?.ask({ kind: 'uscc', value: CODE }, new AbortController().signal)
  registry.close()
  return answers?.[0]
}

test('a record as of 当日 is as fresh as the question and keeps its id', async () => {
  const [monday, tuesday] = [await ask('当日', '2026-11-16'), await ask('当日', '2026-11-17')]
  expect([monday?.asOf, tuesday?.asOf]).toEqual(['2026-11-16', '2026-11-17'])
  expect(monday?.recordId).toBe(tuesday?.recordId)
})

test('a dated record keeps its date', async () => {
  expect((await ask('2026-01-01', '2026-11-16'))?.asOf).toBe('2026-01-01')
})

test('records are found by the names and addresses that their keys mean, a calendar on any day', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'))
  const record = (key: string, 名称: string) => `- { 键: { ${key} }, asOf: 当日, 名称: ${名称} }\n`
  const lines = [
    record('name: 上海小满（集团）有限公司', '甲'),
    record('address: 上海市普陀区长安路18弄3号102室', '乙'),
    record('calendar: any', '丙'),
  ]
  writeFileSync(join(folder, '库.yaml'), lines.join(''))
  const registry = sampleRegistry(':memory:', folder, () => '2026-06-01')
  const ask = async (kind: 'name' | 'address' | 'calendar', value: string) => {
    const answers = await registry.connector('库', '某局')?.ask({ kind, value }, new AbortController().signal)
    return answers?.map(({ state, record: { 名称 } }) => 名称 ?? state)
  }
  expect(await ask('name', '上海小满(集团)有限公司')).toEqual(['甲'])
  expect(await ask('name', '上海小满有限公司')).toEqual(['absent'])
  expect(await ask('address', '普陀区长安路18弄3号102室')).toEqual(['乙'])
  expect(await ask('address', '普陀区长安路18弄3号103室')).toEqual(['absent'])
  expect(await ask('calendar', '2026-06-01')).toEqual(['丙'])
  registry.close()
})

test('a source without a file is not connected; an empty list answers that there is no such record', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'))
  writeFileSync(join(folder, '禁令日历.yaml'), '[]\n')
  const registry = sampleRegistry(':memory:', folder, () => '2026-06-08')
  expect(registry.connector('道路库', '某局')).toBeNull()
  const key = { kind: 'calendar' as const, value: '2026-06-08' }
  const answers = await registry.connector('禁令日历', '某局')?.ask(key, new AbortController().signal)
  expect(answers?.map(({ state }) => state)).toEqual(['absent'])
  registry.close()
})

test.each(['', '\n', '# 还没有数据\n', '---\n'])(
  'a file that holds nothing (%j) is a source not connected',
  (content) => {
    const folder = mkdtempSync(join(tmpdir(), 'registry-'))
    writeFileSync(join(folder, '禁令日历.yaml'), content)
    const registry = sampleRegistry(':memory:', folder, () => '2026-06-08')
    expect(registry.connector('禁令日历', '某局')).toBeNull()
    registry.close()
  },
)

test('a calendar says nothing about a day that it does not cover', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'))
  const ban = '{ 键: { calendar: any }, asOf: 当日, 事项: 夜间施工 }'
  const covers = 'covers: { from: 2026-01-01, to: 2027-12-31 }'
  writeFileSync(join(folder, '有.yaml'), `${covers}\nrecords: [${ban}]\n`)
  writeFileSync(join(folder, '空.yaml'), `${covers}\nrecords: []\n`)
  const registry = sampleRegistry(':memory:', folder, () => '2026-06-08')
  const ask = async (source: string, value: string) => {
    const key = { kind: 'calendar' as const, value }
    const answers = await registry.connector(source, '某局')?.ask(key, new AbortController().signal)
    return answers?.map(({ state, rejected }) => rejected ?? state)
  }
  for (const day of ['2026-01-01', '2027-12-31']) {
    expect(await ask('有', day)).toEqual(['ok'])
    expect(await ask('空', day)).toEqual(['absent'])
  }
  for (const day of ['2025-12-31', '2028-01-01', '2029-06-08']) {
    expect(await ask('有', day)).toEqual(['uncovered'])
    expect(await ask('空', day)).toEqual(['uncovered'])
  }
  registry.close()
})
