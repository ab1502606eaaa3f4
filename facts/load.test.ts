import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CatalogueError } from './catalogue-error.ts'
import { loadDocumentTypes, loadSharedSources } from './load.ts'

function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), 'facts-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text)
  return path
}

const SOURCE = 'id: POP\nname: 人口库\nagency: 公安\nkey: [cnid]\ntrust: 5\nfields: [{ name: 姓名, type: name }]\n'

test('our own document types and sources load, with the codes of the catalogue', () => {
  const types = new Map(loadDocumentTypes().map((type) => [type.id, type.name]))
  expect(types.get('BL')).toBe('营业执照')
  expect(types.get('FBL')).toBe('食品经营许可证')
  const sources = new Map(loadSharedSources().map((source) => [source.id, source.name]))
  expect(sources.get('POP')).toBe('人口库')
  expect(sources.get('LEG')).toBe('法人库')
  expect(sources.get('ELC')).toBe('电子证照')
  expect(sources.get('HIS')).toBe('历史申报')
})

test('an enum field of a source lists its values', () => {
  const bare = loadSharedSources().flatMap((s) => s.fields.filter((f) => f.type === 'enum' && !f.values?.length))
  expect(bare).toEqual([])
})

test('no source has the name of a document type: both head fact paths', () => {
  const names = new Set(loadDocumentTypes().map((type) => type.name))
  expect(loadSharedSources().filter((source) => names.has(source.name))).toEqual([])
})

test('a folder is read anew as soon as one of its files says something else', () => {
  const path = folder({ 'a.yaml': SOURCE })
  expect(loadSharedSources(path)).toEqual(loadSharedSources(path))
  writeFileSync(join(path, 'a.yaml'), SOURCE.replace('人口库', '婚姻库'))
  expect(loadSharedSources(path).map(({ name }) => name)).toEqual(['婚姻库'])
})

test('a fault names its file and its place', () => {
  const bad = folder({ 'a.yaml': SOURCE.replace('type: name', 'type: nmae') })
  expect(() => loadSharedSources(bad)).toThrow(CatalogueError)
  expect(() => loadSharedSources(bad)).toThrow(/a\.yaml:6:\d+ fields\.0\.type/)
})

test('broken YAML, a name taken twice and a field named twice are refused', () => {
  expect(() => loadSharedSources(folder({ 'a.yaml': 'id: [POP' }))).toThrow(/a\.yaml/)
  expect(() => loadSharedSources(folder({ 'a.yaml': SOURCE, 'b.yaml': SOURCE }))).toThrow(/b\.yaml:1:5 POP 已经用在/)
  const twice = SOURCE.replace(
    '[{ name: 姓名, type: name }]',
    '[{ name: 姓名, type: name }, { name: 姓名, type: text }]',
  )
  expect(() => loadSharedSources(folder({ 'a.yaml': twice }))).toThrow(/字段 姓名 重复/)
})
