import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleRegistry } from './sample-registry.ts'

const signal = new AbortController().signal
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-registry-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = () => sampleRegistry(':memory:', folder, () => '2026-02-03')

test('records are found by key with their fields, what they are about and how fresh they are', async () => {
  writeFileSync(
    join(folder, '电子证照.yaml'),
    '- { 键: { uscc: A }, about: 营业执照, asOf: 2026-01-01, 名称: 样例店 }\n- { 键: { cnid: B }, about: 居民身份证, asOf: 2026-01-02, 姓名: 张三 }\n',
  )
  const registry = open()
  const source = registry.connector('电子证照', '大数据中心')
  expect(await source.ask({ kind: 'uscc', value: 'A' }, signal)).toMatchObject([
    { source: '电子证照', about: '营业执照', state: 'ok', asOf: '2026-01-01', record: { 名称: '样例店' } },
  ])
  expect(await source.ask({ kind: 'uscc', value: 'B' }, signal)).toMatchObject([
    { state: 'absent', asOf: '2026-02-03', record: {} },
  ])
  registry.close()
})

test('no folder is an empty registry; a wrong file is refused by name at start', () => {
  rmSync(folder, { recursive: true })
  open().close()
  folder = mkdtempSync(join(tmpdir(), 'fp-registry-'))
  writeFileSync(join(folder, '法人库.yaml'), '- { 名称: 没有日期 }\n')
  expect(open).toThrow('法人库.yaml')
})
