import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkedKey } from './load-checked.ts'

let root: string

const put = (name: string, text: string) => writeFileSync(join(root, name), text)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'checked-'))
  for (const folder of ['facts/documents', 'rules/catalogue/tests', 'rules/engine'])
    mkdirSync(join(root, folder), { recursive: true })
  put('package-lock.json', '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

test.each([
  'rules/catalogue/matter.yaml',
  'rules/policy.yaml',
  'rules/engine/lint.ts',
  'facts/documents/lease.yaml',
  'package-lock.json',
])('what was checked before counts no more when %s changes', (name) => {
  put(name, 'a')
  const before = checkedKey(root)
  expect(checkedKey(root)).toBe(before)
  put(name, 'b')
  expect(checkedKey(root)).not.toBe(before)
})

test('it counts no more under another version of Node', () => {
  expect(checkedKey(root, 'v22.0.0')).not.toBe(checkedKey(root, 'v20.19.0'))
})

test('tests decide nothing about the catalogue', () => {
  const before = checkedKey(root)
  put('rules/catalogue/tests/SUBJ-P01.yaml', 'a')
  put('rules/engine/lint.test.ts', 'a')
  expect(checkedKey(root)).toBe(before)
})
