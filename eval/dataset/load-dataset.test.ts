import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import type { ScenarioDetail } from '../../api/client.ts'
import { loadDocumentTypes } from '../../facts/load.ts'
import { checkSeen, checkTruth } from './check-case.ts'
import { datasetFolder } from './find-cases.ts'
import { type DatasetCase, loadCase, loadSeen } from './load-case.ts'
import { loadDataset } from './load-dataset.ts'

const showcase = join(datasetFolder('showcase'), 'cases', 'S001-0020')
const types = new Map(loadDocumentTypes().map((type) => [type.name, type]))
const { loaded: good } = loadCase(showcase)
const scenario = {
  id: 'S001',
  materials: [...new Set(good?.seen.materials.map(({ slot }) => slot))].map((slot) => ({ slot })),
  fields: Object.keys(good?.truth.form ?? {}).map((key) => ({ key })),
} as ScenarioDetail

const points = Object.keys(good?.truth.review ?? {}).map((point) => ({ point, severity: 'block' as const }))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-dataset-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A copy of the showcase case with some of its labels changed. */
function caseWith(
  id: string,
  change: (files: { seen: DatasetCase['seen']; truth: DatasetCase['truth'] }) => void,
): string {
  const at = join(folder, id)
  mkdirSync(at, { recursive: true })
  const yaml = (name: string) => parse(readFileSync(join(showcase, name), 'utf8'))
  const files = { seen: yaml('case.yaml'), truth: yaml('truth.yaml') }
  for (const { repair } of files.truth.defects)
    if (repair) Object.assign(repair, { replace: [], add: [], registry: undefined })
  change(files)
  writeFileSync(join(at, 'case.yaml'), stringify(files.seen))
  writeFileSync(join(at, 'truth.yaml'), stringify(files.truth))
  copyFileSync(join(showcase, 'registry.yaml'), join(at, 'registry.yaml'))
  return at
}

function faults(at: string, needFiles = false): { message: string; fatal: boolean }[] {
  const { loaded, problems } = loadCase(at)
  if (!loaded) return problems
  return [...checkSeen(loaded, scenario, needFiles), ...checkTruth(loaded, scenario, points, types, needFiles)]
}

test('a sound case has no faults', () => {
  expect(faults(caseWith('a', () => {}))).toEqual([])
})

test('a missing file, an unknown slot and an unknown scenario keep a case out, each with its path', () => {
  const at = caseWith('a', ({ seen }) => {
    seen.materials = [
      { file: '01.jpg', slot: '营业执照' },
      { file: '02.jpg', slot: '没有的位置' },
    ]
  })
  const { loaded } = loadSeen(at)
  const found = loaded ? checkSeen(loaded, scenario, true) : []
  expect(found.map(({ path, fatal }) => [path, fatal])).toEqual([
    [join(at, '01.jpg'), true],
    [join(at, '02.jpg'), true],
    [join(at, 'case.yaml'), true],
  ])
  expect(loaded && checkSeen(loaded, null, true)).toMatchObject([
    { fatal: true, message: expect.stringContaining('S001') },
  ])
})

test('labels that cannot be keep a case out', () => {
  const passing = caseWith('a', ({ truth }) => {
    truth.review['LREP-P03'] = { verdict: 'pass' }
  })
  const flawless = caseWith('b', ({ truth }) => {
    truth.defects = []
  })
  const noVerdict = caseWith('c', ({ truth }) => {
    Object.assign(truth.review['LREP-P03'] ?? {}, { verdict: 'maybe' })
  })
  for (const at of [passing, flawless, noVerdict])
    expect(
      faults(at).some(({ fatal }) => fatal),
      at,
    ).toBe(true)
})

test('a label of a point that the scenario does not have, and an outcome that the defects rule out, keep a case out', () => {
  const strange = caseWith('a', ({ truth }) => {
    truth.review['M99-P01'] = { verdict: 'pass' }
  })
  expect(faults(strange)).toMatchObject([{ message: expect.stringContaining('M99-P01'), fatal: true }])
  const accepted = caseWith('b', ({ truth }) => {
    truth.outcome = 'accept'
  })
  expect(faults(accepted)).toMatchObject([{ message: expect.stringContaining('收件'), fatal: true }])
})

test('a folder in the place of a material file is a missing file', () => {
  const at = caseWith('a', ({ seen }) => {
    seen.materials = [{ file: '01.jpg' }]
  })
  mkdirSync(join(at, '01.jpg'))
  const { loaded } = loadSeen(at)
  expect(loaded && checkSeen(loaded, scenario, true)).toMatchObject([{ path: join(at, '01.jpg'), fatal: true }])
})

test('names that do not exist are told, and the case stays', () => {
  const at = caseWith('a', ({ truth }) => {
    truth.form.no_such_field = 'x'
    const [page] = truth.pages
    if (page) page.fields.没有的项 = 'x'
  })
  const found = faults(at)
  expect(found.map(({ fatal }) => fatal)).toEqual([false, false])
  expect(found.map(({ message }) => message).join()).toMatch(/no_such_field.*没有的项/)
})

test('a bad case is named and the others are loaded: wrong encoding, no labels, one id twice', () => {
  const gbk = caseWith('gbk', () => {})
  writeFileSync(
    join(gbk, 'case.yaml'),
    Buffer.concat([readFileSync(join(gbk, 'case.yaml')), Buffer.from([0xc9, 0xcf, 0xba, 0xa3])]),
  )
  rmSync(
    join(
      caseWith('unlabelled', () => {}),
      'truth.yaml',
    ),
  )
  caseWith(join('one', 'same'), () => {})
  caseWith(join('two', 'same'), () => {})
  const { cases, problems } = loadDataset(folder, loadCase)
  expect(cases.map(({ id }) => id)).toEqual(['same'])
  expect(problems.map(({ path }) => path)).toEqual([
    join(folder, 'gbk', 'case.yaml'),
    join(folder, 'two', 'same'),
    join(folder, 'unlabelled', 'truth.yaml'),
  ])
  expect(problems[0]?.message).toContain('UTF-8')
})

test('without labels a case is read whole: of the truth only what its applicant would type', () => {
  const at = caseWith('a', () => {})
  expect(loadSeen(at).loaded).toMatchObject({ id: 'a', knows: { lrep_name: '姜成森' } })
  expect(Object.keys(loadSeen(at).loaded ?? {})).not.toContain('truth')
  writeFileSync(join(at, 'truth.yaml'), 'review: [no labels at all')
  expect(loadSeen(at)).toMatchObject({ loaded: { id: 'a', knows: {} }, problems: [] })
})
