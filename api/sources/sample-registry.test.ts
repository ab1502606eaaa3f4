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
  const [answer] = await registry
    .connector('法人库', '登记机关')
    .ask({ kind: 'uscc', value: CODE }, new AbortController().signal)
  registry.close()
  return answer
}

test('a record as of 当日 is as fresh as the question and keeps its id', async () => {
  const [monday, tuesday] = [await ask('当日', '2026-11-16'), await ask('当日', '2026-11-17')]
  expect([monday?.asOf, tuesday?.asOf]).toEqual(['2026-11-16', '2026-11-17'])
  expect(monday?.recordId).toBe(tuesday?.recordId)
})

test('a dated record keeps its date', async () => {
  expect((await ask('2026-01-01', '2026-11-16'))?.asOf).toBe('2026-01-01')
})
