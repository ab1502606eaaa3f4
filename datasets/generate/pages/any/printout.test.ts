import { expect, test } from 'vitest'
import { loadDocumentTypes } from '../../../../facts/load.ts'
import { seeded } from '../../random.ts'
import type { Content } from '../content.ts'
import { layoutsOf } from '../layouts.ts'
import { printedOn } from '../primitives/printed.ts'
import { printout } from './printout.ts'

const type = loadDocumentTypes().find(({ fields }) => fields.some((field) => field.type === 'table'))
if (!type) throw new Error('no type with a table')

test('a long table runs over pages, each with the heading row and its number', { timeout: 60_000 }, () => {
  const field = type.fields.find((one) => one.type === 'table')
  const column = field?.columns?.[0]
  if (!field || !column) throw new Error('no table to fill')
  const rows = Array.from({ length: 60 }, (_, i) => ({ [column.name]: `甲${i + 1}` }))
  const content = { fields: { [field.name]: rows }, marks: {} } as Content
  const sheets = printout(type)(content, seeded('ink'))
  expect(sheets.length).toBeGreaterThan(1)
  for (const [i, { canvas, shows }] of sheets.entries()) {
    const printed = printedOn(canvas)
    expect(printed.every(({ box }) => Math.min(...box) > 0 && Math.max(...box) < 1)).toBe(true)
    const words = printed.map(({ text }) => text)
    expect(words).toContain(`第 ${i + 1} 页　共 ${sheets.length} 页`)
    if (shows?.includes(field.name)) expect(words.join('')).toContain(column.labels[0] ?? column.name)
  }
})

test('no case may choose it', () => {
  expect(Object.keys(layoutsOf(type))).not.toContain('printout')
})
