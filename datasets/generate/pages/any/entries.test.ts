import { expect, test } from 'vitest'
import { loadDocumentTypes } from '../../../../facts/load.ts'
import { seeded } from '../../random.ts'
import { type Content, text } from '../content.ts'
import { entries, house } from './entries.ts'

test('a field that a recipe emptied is left out, not printed as null', () => {
  const type = loadDocumentTypes().find(({ name }) => name === '交通组织方案')
  if (!type) throw new Error('no such type')
  const emptied: unknown = { fields: { 项目名称: '甲项目', 恢复方案: null }, marks: {} }
  const content = emptied as Content
  expect(entries(type, content, house(seeded('ink'))).map(({ name }) => name)).toEqual(['项目名称'])
  expect(text(content, '恢复方案')).toBe('')
})
