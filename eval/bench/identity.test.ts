import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { datasetHash, identify, identityLine } from './identity.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function folder(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'fp-identity-'))
  made.push(root)
  const data = join(root, 'data')
  mkdirSync(join(data, 'inner'), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(data, name), content)
  return data
}

test('the same names and sizes are the same data wherever they stand; another name or size is not', () => {
  const hash = (files: Record<string, string>) => datasetHash([folder(files)])
  const first = hash({ 'a.jpg': 'xx', 'inner/b.jpg': 'y' })
  expect(hash({ 'inner/b.jpg': 'y', 'a.jpg': 'xx' })).toBe(first)
  expect(hash({ 'a.jpg': 'xxx', 'inner/b.jpg': 'y' })).not.toBe(first)
  expect(hash({ 'c.jpg': 'xx', 'inner/b.jpg': 'y' })).not.toBe(first)
})

test('a report written beside the data does not make it other data', () => {
  const hash = (files: Record<string, string>) => datasetHash([folder(files)])
  expect(hash({ 'a.jpg': 'xx', 'reading-report.json': '{}' })).toBe(hash({ 'a.jpg': 'xx' }))
  expect(hash({ 'a.jpg': 'xx', 'inner/reading-report.json': '{}' })).not.toBe(hash({ 'a.jpg': 'xx' }))
})

test('a model file is told by the start of its SHA-256 (FIPS 180 vector of “abc”)', () => {
  const data = folder({ 'model.onnx': 'abc' })
  const identity = identify([join(data, 'model.onnx')], [data])
  expect(identity.models).toEqual({ 'model.onnx': 'ba7816bf8f01' })
  expect(identityLine(identity, '1 页')).toContain('model.onnx ba7816bf8f01')
})
