import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reader } from '../../api/index.ts'
import { blankReading } from '../../api/testing/document-reading.ts'
import { rememberingReader } from './remembering-reader.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-readings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A reader that counts, and that cannot read files of one byte. */
function counting(): Reader & { asked: number } {
  const reader = {
    asked: 0,
    async read(input: Parameters<Reader['read']>[0]) {
      reader.asked += 1
      const isBad = 'bytes' in input && input.bytes.length === 1
      return { ...blankReading(input.fileName), ...(isBad ? { error: { code: 'x', message: '' } } : {}) }
    },
    raster: () => Promise.reject(new Error('not drawn')),
    close: async () => {},
  }
  return reader
}

const file = (name: string, ...bytes: number[]) => ({ fileName: name, bytes: new Uint8Array(bytes) })

test('a file is read once, whatever its name, also by a later run; another reader version reads anew', async () => {
  const inner = counting()
  const counts = { read: 0, kept: 0 }
  const reader = rememberingReader(inner, folder, 'v1', counts)
  await reader.read(file('a.jpg', 1, 2))
  expect(await reader.read(file('b.jpg', 1, 2))).toMatchObject({ file: 'b.jpg' })
  await rememberingReader(inner, folder, 'v1', counts).read(file('a.jpg', 1, 2))
  expect(inner.asked).toBe(1)
  expect(counts).toEqual({ read: 1, kept: 2 })
  await rememberingReader(inner, folder, 'v2', counts).read(file('a.jpg', 1, 2))
  expect(inner.asked).toBe(2)
})

test('the fields alone, the lines alone and confidences before calibration are no whole reading: none stands in for it', async () => {
  const inner = counting()
  const reader = rememberingReader(inner, folder, 'v1', { read: 0, kept: 0 })
  const ways = [{ only: 'fields' }, { only: 'lines' }, { plain: true }, {}] as const
  for (const way of [...ways, ...ways]) await reader.read(file('a.jpg', 1, 2), way)
  expect(inner.asked).toBe(4)
})

test('a failure is no reading: it is tried again', async () => {
  const inner = counting()
  const reader = rememberingReader(inner, folder, 'v1', { read: 0, kept: 0 })
  await reader.read(file('a.jpg', 1))
  await reader.read(file('a.jpg', 1))
  expect(inner.asked).toBe(2)
})
