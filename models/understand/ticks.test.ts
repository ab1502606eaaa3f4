import { expect, test } from 'vitest'
import { loadDocumentTypes } from '../../facts/load.ts'
import { boxesFirst } from './ticks.ts'
import { readTyped } from './typed.ts'

const field = loadDocumentTypes()
  .find(({ name }) => name === '申请书')
  ?.fields.find(({ name }) => name === '申请类型')

test('the ticked option counts, whether boxes stand before their words or behind them', () => {
  if (!field) throw new Error('no such field')
  expect(readTyped(field, '□新办 ☑变更 □延续').value).toBe('变更')
  expect(readTyped(field, '新办□ 变更☑ 延续□').value).toBe('变更')
  expect(readTyped(field, '☑新办□变更□延续').value).toBe('新办')
  expect(readTyped(field, '新办☑变更□延续□').value).toBe('新办')
})

test('several ticked options or none are no single value', () => {
  if (!field) throw new Error('no such field')
  expect(readTyped(field, '☑新办 ☑变更 □延续').value).toBeNull()
  expect(readTyped(field, '□新办 □变更 □延续').value).toBeNull()
})

test('text without boxes behind its words stays as it is', () => {
  for (const text of ['新办', '□新办 ☑变更', '☑是 □', '']) expect(boxesFirst(text)).toBe(text)
})
