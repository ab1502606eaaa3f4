import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskFiles } from './files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fp-files-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('a stored file is read back; storing it again or at the same time is harmless; no temporary file stays', async () => {
  const files = diskFiles(root)
  const content = Buffer.from('abc')
  await Promise.all([files.put('c1', 'x', content), files.put('c1', 'x', content), files.put('c1', 'x', content)])
  expect((await files.get('c1', 'x'))?.toString()).toBe('abc')
  expect(readdirSync(join(root, 'c1'))).toEqual(['x'])
})

test('a missing file is null, and erasing a case takes only its own files', async () => {
  const files = diskFiles(root)
  await files.put('c1', 'x', Buffer.from('1'))
  await files.put('c2', 'x', Buffer.from('2'))
  await files.erase('c1')
  expect(await files.get('c1', 'x')).toBeNull()
  expect((await files.get('c2', 'x'))?.toString()).toBe('2')
})
