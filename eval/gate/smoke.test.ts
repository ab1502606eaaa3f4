import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { datasetHash } from '../bench/identity.ts'
import { loadCase } from '../dataset/load-case.ts'
import { loadDataset } from '../dataset/load-dataset.ts'
import { disputedLabels, smokeSet, spread } from './smoke.ts'

let cache: string
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'fp-smoke-'))
})
afterEach(() => rmSync(cache, { recursive: true }))

test('scenarios are spread evenly and each is taken once', () => {
  const ids = Array.from({ length: 100 }, (_, i) => `S${i}`)
  const taken = spread(ids, 40)
  expect(new Set(taken).size).toBe(40)
  expect([taken[0], taken[39]]).toEqual(['S0', 'S97'])
  expect(spread(['S1', 'S2'], 40)).toEqual(['S1', 'S2'])
})

test('the smoke set is the same cases each time, drawn once, and all of them load', async () => {
  const folder = await smokeSet(cache, false, 4)
  const drawnAt = statSync(folder).mtimeMs
  const { cases, problems } = loadDataset(folder, loadCase)
  expect(problems).toEqual([])
  expect(new Set(cases.map(({ seen }) => seen.scenario)).size).toBe(4)
  expect(cases.every(({ truth }) => truth.recipe?.split === 'scored')).toBe(true)
  expect(statSync(await smokeSet(cache, false, 4)).mtimeMs).toBe(drawnAt)
  const other = mkdtempSync(join(tmpdir(), 'fp-smoke-'))
  try {
    expect(datasetHash([await smokeSet(other, false, 4)])).toBe(datasetHash([folder]))
  } finally {
    rmSync(other, { recursive: true })
  }
})

test('a label turned round is disputed by the second opinion, and only that one more', async () => {
  const folder = await smokeSet(cache, false, 2)
  const before = await disputedLabels(folder)
  const [name = ''] = readdirSync(join(folder, 'cases'))
  const path = join(folder, 'cases', name, 'truth.yaml')
  const truth = readFileSync(path, 'utf8')
  writeFileSync(path, truth.replace(/(\n {2}SUBJ-P01:\n {4}verdict: )pass/u, '$1fail'))
  expect(await disputedLabels(folder)).toEqual(expect.arrayContaining([expect.stringContaining(`${name} SUBJ-P01`)]))
  expect(await disputedLabels(folder)).toHaveLength(before.length + 1)
})
