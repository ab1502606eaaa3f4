import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadGuides } from '../guide/load-guides.ts'
import { CatalogueError, type CatalogueFault } from './catalogue-error.ts'
import { loadCatalogue } from './load.ts'

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))
/** Real matters beside the modules, document types and sources. */
const MATTERS = ['food-business', 'prepacked-food-filing']

const CATALOGUE = 'rules/catalogue'

/** One entry of seeded-mistakes.yaml, whose head says what each part means. */
interface Mistake {
  what: string
  file: string
  from: string
  to: string
  says: string
  told?: [file: string, text: string]
}

const MISTAKES: readonly Mistake[] = parse(readFileSync(new URL('./seeded-mistakes.yaml', import.meta.url), 'utf8'))

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seeded-'))
  const copy = (path: string) => cpSync(join(REPOSITORY, path), join(folder, path), { recursive: true })
  mkdirSync(join(folder, CATALOGUE, 'matters'), { recursive: true })
  copy(`${CATALOGUE}/categories.yaml`)
  copy(`${CATALOGUE}/modules`)
  for (const matter of MATTERS) copy(`${CATALOGUE}/matters/${matter}`)
  copy('facts/documents')
  copy('facts/sources')
})

afterAll(() => rmSync(folder, { recursive: true }))

function faults(): readonly CatalogueFault[] {
  const catalogue = join(folder, CATALOGUE)
  try {
    loadGuides(loadCatalogue({ folder: catalogue, facts: join(folder, 'facts') }), catalogue)
    return []
  } catch (error) {
    if (error instanceof CatalogueError) return error.faults
    throw error
  }
}

/** The file with its mistake, and the line where that must be told; null when only the file is certain. */
function planted({ file, from, to, told }: Mistake, text: string): { text: string; line: number | null } {
  if (told) {
    const [where, word] = told
    const target = readFileSync(join(folder, where), 'utf8')
    return { text: withoutBasis(text), line: lineOf(target, target.indexOf(word)) }
  }
  const start = text.indexOf(from)
  if (start < 0) throw new Error(`${file} has no ${from}`)
  const changed = text.slice(0, start) + to + text.slice(start + from.length)
  const mark = changed.indexOf('⟨')
  return { text: changed.replace('⟨', ''), line: mark < 0 ? null : lineOf(changed, mark) }
}

const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length
const withoutBasis = (text: string) => text.replace(/^basis:\n(?: {2}.*\n)+/m, '')

test('at least thirty kinds of mistakes are planted', () => {
  expect(new Set(MISTAKES.map(({ what }) => what)).size).toBeGreaterThanOrEqual(30)
})

test('the copies as they are have no fault', () => {
  expect(faults()).toEqual([])
})

test.each(MISTAKES.map((one) => [one.what, one] as const))(
  '%s is refused with file, line, column and a fix',
  (_, one) => {
    const path = join(folder, one.file)
    const original = readFileSync(path, 'utf8')
    const { text, line } = planted(one, original)
    expect(text).not.toBe(original)
    try {
      writeFileSync(path, text)
      const found = faults()
      const said = found.filter(({ message }) => message.includes(one.says))
      expect(said.map(({ file }) => file)).toContain(one.told?.[0] ?? one.file)
      if (line !== null) expect(said.map((fault) => fault.line)).toContain(line)
      for (const { fix, line: at, column, file } of said) {
        expect(fix).not.toBe('')
        const width = readFileSync(join(folder, file), 'utf8').split('\n')[at - 1]?.length ?? -1
        expect(column).toBeGreaterThanOrEqual(1)
        expect(column).toBeLessThanOrEqual(width + 1)
      }
    } finally {
      writeFileSync(path, original)
    }
  },
)

test('a parameter that stands for a fact of another type is told where it is given, and nowhere else', () => {
  const path = join(folder, CATALOGUE, 'matters', 'food-business', 'matter.yaml')
  const original = readFileSync(path, 'utf8')
  try {
    writeFileSync(
      path,
      original.replace('受理地址: { from: 申请表.prem_addr }', '受理地址: { from: 申请表.prem_area }'),
    )
    expect(faults().map(({ file }) => file)).toEqual([`${CATALOGUE}/matters/food-business/matter.yaml`])
  } finally {
    writeFileSync(path, original)
  }
})

test('the whole catalogue of the product has no fault and no false alarm', () => {
  expect(loadGuides(loadCatalogue({ fresh: true })).size).toBeGreaterThan(0)
}, 60_000)
