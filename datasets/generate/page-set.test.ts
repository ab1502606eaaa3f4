import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadDocumentTypes } from '../../facts/load.ts'
import { drawPageSet } from './page-set.ts'
import { layoutsOf } from './pages/layouts.ts'
import { seeded } from './random.ts'
import { sampleContent } from './values/sample-content.ts'

const types = loadDocumentTypes()

test.each(types.map((type) => [type.name, type] as const))('%s can be drawn in at least four layouts', (_, type) => {
  const content = sampleContent(type, seeded(`${type.id}/content`))
  const sheets = Object.values(layoutsOf(type)).slice(0, 4)
  expect(sheets.length).toBe(4)
  // Fields that the own layouts of S001 need in a fixed form are drawn by their own tests.
  const [certificate] = sheets
  expect(certificate?.(content, seeded('ink')).length).toBeGreaterThan(0)
})

test('values of a type are of the type its fields declare, and the same for the same seed', () => {
  for (const type of types) {
    const content = sampleContent(type, seeded('a'))
    expect(sampleContent(type, seeded('a'))).toEqual(content)
    for (const field of type.fields) {
      const value = content.fields[field.name]
      if (value === undefined) continue
      if (field.type === 'enum') expect(field.values).toContain(value)
      if (field.type === 'date') expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      if (field.type === 'table') expect(Array.isArray(value)).toBe(true)
    }
  }
})

test('a set holds pictures with a truth beside them whose names give nothing away', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  const options = { seed: 1, folder, types: ['HCX'], layouts: ['grid'], levels: ['phone'] as const, count: 2 }
  expect(await drawPageSet(options)).toBe(2)
  expect(readdirSync(join(folder, 'documents'))).toEqual(['00001', '00002'])
  expect(readdirSync(join(folder, 'documents', '00001'))).toEqual(['1.jpg', 'truth.yaml'])
  const truth = parse(readFileSync(join(folder, 'documents', '00001', 'truth.yaml'), 'utf8'))
  expect(truth).toMatchObject({ documentType: '高新技术企业证书', layout: 'grid', level: 'phone' })
  expect(truth.fields.企业名称).toMatch(/有限公司$/)
})

test('a form with boxes to tick says which are ticked, and labels only what is printed on it', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  const options = { seed: 2, folder, types: ['DPCARD'], layouts: ['choices'], levels: ['clean'] as const, count: 1 }
  expect(await drawPageSet(options)).toBe(1)
  const truth = parse(readFileSync(join(folder, 'documents', '00001', 'truth.yaml'), 'utf8'))
  const levels = ['一级', '二级', '三级', '四级']
  const asked = truth.ticks.filter(({ words }: { words: string }) => levels.includes(words))
  expect(levels).toContain(truth.fields.残疾等级)
  expect(asked).toEqual(levels.map((words) => ({ words, ticked: words === truth.fields.残疾等级 })))
  expect(Object.keys(truth.marks)).toEqual(expect.not.arrayContaining(['照片']))
})

test('a chat photo is small and compressed twice, as its truth says, and the same every time', {
  timeout: 60_000,
}, async () => {
  const draw = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pages-'))
    await drawPageSet({ seed: 3, folder, types: ['HCX'], layouts: ['grid'], levels: ['chat'], count: 1 })
    return join(folder, 'documents', '00001')
  }
  const [first, again] = [await draw(), await draw()]
  const bytes = readFileSync(join(first, '1.jpg'))
  expect(bytes.equals(readFileSync(join(again, '1.jpg')))).toBe(true)
  const [page] = parse(readFileSync(join(first, 'truth.yaml'), 'utf8')).pages
  const { width, height } = await sharp(bytes).metadata()
  expect(Math.max(width, height)).toBe(page.forwarded.size)
  expect(page.forwarded.size).toBeLessThan(0.8 * page.photo.size)
  expect(page.forwarded.jpeg).toBeLessThan(page.photo.jpeg)
})

/** Draws one clean page of a licence in one layout, as it is or in a slice; returns its bytes and its truth. */
async function drawn(layout: string, ...slices: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  await drawPageSet({ seed: 4, folder, types: ['FBL'], layouts: [layout], levels: ['clean'], count: 1, slices })
  const one = join(folder, 'documents', '00001')
  return { bytes: readFileSync(join(one, '1.jpg')), truth: parse(readFileSync(join(one, 'truth.yaml'), 'utf8')) }
}

test('a hard slice is the same content made hard, with the strength and the harmed fields in its truth', {
  timeout: 60_000,
}, async () => {
  const plain = await drawn('grid')
  const [sealed, again] = [await drawn('grid', 'sealed:0.5'), await drawn('grid', 'sealed:0.5')]
  expect(again.bytes.equals(sealed.bytes)).toBe(true)
  expect(sealed.bytes.equals(plain.bytes)).toBe(false)
  expect(sealed.truth.fields).toEqual(plain.truth.fields)
  expect(sealed.truth.slice).toMatchObject({ name: 'sealed', strength: 0.5 })
  expect(sealed.truth.slice.fields).toHaveLength(2)
  expect(plain.truth.slice).toBeUndefined()
  const { truth } = await drawn('grid', 'curved:0.6')
  expect(truth.pages[0].photo.bow).toBe(0.6)
  const seen = (await drawn('grid', 'handwriting')).truth.slice.strength
  expect(seen).toBeGreaterThan(0.1)
  await expect(drawn('grid', 'crooked')).rejects.toThrow('没有难读的类别 crooked')
})

test('an unknown type is refused by name', async () => {
  const options = { seed: 1, folder: tmpdir(), types: ['NOPE'], layouts: [], levels: [], count: 1 }
  await expect(drawPageSet(options)).rejects.toThrow('没有文书类型 NOPE')
})
