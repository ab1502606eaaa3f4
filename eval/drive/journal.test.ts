import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJournal } from './journal.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const head = { commit: 'a', dataset: 'b' }

test('a run that was killed while writing goes on with what was finished', () => {
  const path = join(folder, 'deep', 'journal.jsonl')
  openJournal<number>(path, head, false).put('c1', 1)
  appendFileSync(path, '{"key":"c2","va')
  const again = openJournal<number>(path, head, true)
  expect([again.get('c1'), again.get('c2')]).toEqual([1, undefined])
  again.put('c2', 2)
  const third = openJournal<number>(path, head, true)
  expect([third.get('c1'), third.get('c2')]).toEqual([1, 2])
})

test('a run begun with another version or dataset is not gone on with', () => {
  const path = join(folder, 'journal.jsonl')
  openJournal<number>(path, head, false).put('c1', 1)
  expect(() => openJournal<number>(path, { ...head, commit: 'other' }, true)).toThrow(/--resume/)
})

test('without resume everything begins anew', () => {
  const path = join(folder, 'journal.jsonl')
  openJournal<number>(path, head, false).put('c1', 1)
  openJournal<number>(path, head, false)
  expect(openJournal<number>(path, head, true).get('c1')).toBeUndefined()
})
