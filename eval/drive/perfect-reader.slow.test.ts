import { afterAll, expect, test } from 'vitest'
import { datasetFolder } from '../dataset/find-cases.ts'
import { loadCase } from '../dataset/load-case.ts'
import { loadDataset } from '../dataset/load-dataset.ts'
import { agrees, scoreCase } from '../score/score-case.ts'
import { quickFolder, serviceInProcess } from './in-process.ts'
import { perfectReader, standIn } from './perfect-reader.ts'
import { runCase } from './run-case.ts'
import { submissionOf } from './submission.ts'

const service = serviceInProcess(perfectReader(), quickFolder())
afterAll(() => service.close())

test('with perfect reading the showcase is judged as labelled, no picture opened', async () => {
  const { cases, problems } = loadDataset(datasetFolder('showcase'), loadCase)
  expect(problems).toEqual([])
  expect(cases.length).toBe(2)
  for (const one of cases) {
    const observed = await runCase(service.client, submissionOf(one), { bytesOf: standIn, readingTimeoutMs: 60_000 })
    const score = scoreCase(observed, one.truth)
    expect(score.points.filter((point) => !agrees(point))).toEqual([])
    expect(score.defects.filter((defect) => !defect.found)).toEqual([])
    expect(score.fields.filter(({ filled, right }) => filled && !right)).toEqual([])
  }
})
