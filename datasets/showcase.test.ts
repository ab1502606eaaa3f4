import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadSharedSources } from '../facts/load.ts'
import { caseSchema, recordsSchema, registrySchema, sourceFileSchema, truthSchema } from './case-format.ts'
import { buildPair, pairIds } from './generate/cases/pair.ts'
import { SHOWCASE } from './generate/cases/showcase.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const read = (path: string) => parse(readFileSync(path, 'utf8'))
const { id, twin } = pairIds(SHOWCASE)
const folders = [id, twin].map((name) => here(`showcase/cases/${name}`))

test.each(folders)('%s is in the case format and its files are there', (folder) => {
  const seen = caseSchema.parse(read(join(folder, 'case.yaml')))
  const truth = truthSchema.parse(read(join(folder, 'truth.yaml')))
  registrySchema.parse(read(join(folder, 'registry.yaml')))
  const files = readdirSync(folder).filter((name) => !name.endsWith('.yaml'))
  const mending = truth.defects.flatMap(({ repair }) => [
    ...(repair?.replace ?? []).flatMap((one) => one.with),
    ...(repair?.add ?? []).map(({ file }) => file),
  ])
  expect([...seen.materials.map(({ file }) => file), ...mending].sort()).toEqual(files.sort())
  expect([...new Set(truth.pages.map(({ file }) => file))].sort()).toEqual(files)
})

test.each(folders)('%s: names and metadata give nothing away', async (folder) => {
  for (const file of readdirSync(folder).filter((name) => !name.endsWith('.yaml'))) {
    expect(file).toMatch(/^\d\d\.(jpg|pdf)$/)
    if (file.endsWith('.pdf')) continue
    const { exif, xmp, iptc, icc, comments } = await sharp(readFileSync(join(folder, file))).metadata()
    expect([exif, xmp, iptc, icc, comments]).toEqual([undefined, undefined, undefined, undefined, undefined])
  }
})

test('the showcase has its three defects, each with the papers that mend it', () => {
  const [folder = ''] = folders
  const { defects, outcome } = truthSchema.parse(read(join(folder, 'truth.yaml')))
  expect(defects.map((defect) => defect.id).sort()).toEqual([...SHOWCASE.defects].sort())
  expect(outcome).toBe('correct')
  for (const { repair } of defects) {
    const papers = [...(repair?.replace ?? []).flatMap((r) => r.with), ...(repair?.add ?? []).map(({ file }) => file)]
    expect(papers.length).toBeGreaterThan(0)
    for (const file of papers) expect(existsSync(join(folder, file)), file).toBe(true)
    const replaced = (repair?.replace ?? []).flatMap((r) => r.files)
    for (const list of [papers, replaced]) expect(new Set(list).size, list.join()).toBe(list.length)
  }
})

test('the committed pair is what the generator says today', () => {
  const { wrong, twin: right } = buildPair(SHOWCASE)
  for (const [i, { draft }] of [wrong, right].entries()) {
    const folder = folders[i] ?? ''
    const truth = truthSchema.parse(read(join(folder, 'truth.yaml')))
    expect(truth.review).toEqual(draft.review)
    expect(truth.form).toEqual(draft.form)
    expect(read(join(folder, 'registry.yaml'))).toMatchObject(JSON.parse(JSON.stringify(draft.registry)))
  }
})

test('the pair stays small enough to clone', () => {
  const bytes = folders.flatMap((folder) => readdirSync(folder).map((name) => statSync(join(folder, name)).size))
  expect(bytes.reduce((a, b) => a + b, 0)).toBeLessThan(4_000_000)
})

test('every source has sample records, each under a key that the source is asked by', () => {
  const unasked = loadSharedSources().flatMap(({ name, key }) => {
    const path = here(`registry/${name}.yaml`)
    const file = existsSync(path) ? sourceFileSchema.parse(read(path)) : []
    const records = Array.isArray(file) ? file : file.records
    const found = records.filter(({ 键 }) => Object.keys(键).some((kind) => key.some((one) => one === kind)))
    return records.length > 0 && found.length === records.length ? [] : `${name} ${found.length}/${records.length}`
  })
  expect(unasked).toEqual([])
})

test('the sample registry is readable and knows the showcase firm', () => {
  const folder = here('registry')
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.yaml')))
    sourceFileSchema.parse(read(join(folder, name)))
  const { form } = buildPair(SHOWCASE).twin.draft
  const known = recordsSchema.parse(read(join(folder, '法人库.yaml')))
  expect(known.map((record) => record.名称)).toContain(form.subj_name)
  expect(known.length).toBeGreaterThan(12)
})
