import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { createJudgement } from '../../api/judgement.ts'
import type { Judgement } from '../../api/ports.ts'
import { CATALOGUE_FOLDER, judge, loadCatalogue } from '../../rules/index.ts'
import { datasetFolder } from '../dataset/find-cases.ts'
import { type DatasetCase, loadCase } from '../dataset/load-case.ts'
import { type Dataset, loadDataset } from '../dataset/load-dataset.ts'
import { quickFolder, serviceInProcess } from '../drive/in-process.ts'
import { perfectReader, standIn } from '../drive/perfect-reader.ts'
import { evaluate } from '../evaluation.ts'
import { makeReport, type Report } from '../report/report.ts'
import type { RunIdentity } from '../report/run-identity.ts'
import { compare } from './compare.ts'
import { regressions } from './gate.ts'

const forget = () => ({ get: () => undefined, put: () => {} })

interface Changed {
  reader?: ReturnType<typeof perfectReader>
  judgement?: Judgement
  relabel?: (one: DatasetCase, all: readonly DatasetCase[]) => DatasetCase
}

/** The showcase scored in process, pages as labelled, with something changed on purpose. */
async function scored({ reader = perfectReader(), judgement, relabel }: Changed = {}): Promise<Report> {
  const dataset: Dataset<DatasetCase> = loadDataset(datasetFolder('showcase'), loadCase)
  const known = new Map(dataset.cases.map((one) => [one.id, one]))
  const service = serviceInProcess(reader, quickFolder(), judgement)
  const driver = { ...service, bytesOf: standIn, reads: false, passRegistry: true, reader: null, readings: null }
  try {
    const evaluation = await evaluate(
      dataset,
      ({ id }) => {
        const one = known.get(id)
        return { loaded: one ? (relabel?.(one, dataset.cases) ?? one) : null, problems: [] }
      },
      { ...driver, readingTimeoutMs: 60_000, concurrency: 2 },
      { answers: forget(), firstPass: forget() },
      () => ({ done: () => {}, known: () => {}, end: () => {} }),
    )
    return makeReport(evaluation, { dataset: 'showcase' } as RunIdentity)
  } finally {
    await service.close()
  }
}

const gate = (before: Report, now: Report) => {
  const comparison = compare(before, now)
  return { comparison, why: regressions(comparison, { scored: now.counts.scored, lost: 0 }) }
}

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

let baseline: Report
beforeAll(async () => {
  baseline = await scored()
})

test('an unchanged run is green, twice over', async () => {
  const again = await scored()
  expect(gate(baseline, again)).toMatchObject({ why: [], comparison: { paired: true, newErrors: [] } })
  expect(again.cases.map(({ items }) => items)).toEqual(baseline.cases.map(({ items }) => items))
})

test('a deliberately broken rule turns the gate red', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fp-broken-'))
  made.push(folder)
  cpSync(CATALOGUE_FOLDER, folder, { recursive: true })
  const path = join(folder, 'modules', 'MOD-LREP.yaml')
  const rules = readFileSync(path, 'utf8')
  const broken = rules.replace(
    '在期内(法定代表人身份证.有效期限, 受理日期)',
    'not(在期内(法定代表人身份证.有效期限, 受理日期))',
  )
  expect(broken).not.toBe(rules)
  writeFileSync(path, broken)
  const catalogue = loadCatalogue({ folder })
  const judgement: Judgement = {
    ...createJudgement(),
    judge: ({ answers, ...input }) => judge({ ...input, catalogue, edits: answers }),
  }
  const { comparison, why } = gate(baseline, await scored({ judgement }))
  expect(why).not.toEqual([])
  expect(comparison.newErrors.join()).toContain('LREP-P03')
})

test('a reader that no longer knows one printed label turns the gate red', async () => {
  const whole = perfectReader()
  const { comparison, why } = gate(
    baseline,
    await scored({
      reader: {
        ...whole,
        async read(input, call) {
          const reading = await whole.read(input, call)
          for (const { documentType, fields } of reading.documents)
            if (documentType === '居民身份证') delete fields.有效期限
          return reading
        },
      },
    }),
  )
  expect(why).not.toEqual([])
  expect(comparison.newErrors.join()).toContain('legal-card-expired')
})

test('a shuffled label file turns the gate red', async () => {
  const next = (one: DatasetCase, all: readonly DatasetCase[]): DatasetCase => {
    const other = all[(all.indexOf(one) + 1) % all.length] ?? one
    return { ...one, truth: { ...other.truth, pages: one.truth.pages, form: one.truth.form } }
  }
  const { comparison, why } = gate(baseline, await scored({ relabel: next }))
  expect(why).not.toEqual([])
  expect(comparison.newErrors.length).toBeGreaterThan(0)
})
