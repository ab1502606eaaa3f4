import { expect, test } from 'vitest'
import { loadDocumentTypes } from '../facts/load.ts'
import { createReader } from './index.ts'
import { readerVersion } from './reader-version.ts'

test('the version depends on what reading depends on', () => {
  expect(readerVersion([])).toMatch(/^[0-9a-f]{16}$/)
  expect(readerVersion([])).toBe(readerVersion([]))
  expect(readerVersion([import.meta.filename])).not.toBe(readerVersion([]))
})

test('a reader that is told other document types is another version, and the first again when told the first', async () => {
  const reader = createReader()
  const types = loadDocumentTypes()
  reader.useDocumentTypes?.(types)
  const first = reader.version?.()
  reader.useDocumentTypes?.(types.slice(1))
  expect(reader.version?.()).not.toBe(first)
  reader.useDocumentTypes?.(loadDocumentTypes())
  expect(reader.version?.()).toBe(first)
  await reader.close()
})
