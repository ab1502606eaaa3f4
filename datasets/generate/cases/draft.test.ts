import { expect, test } from 'vitest'
import { buildCase } from './build.ts'
import { allScenarios } from './scenario-data.ts'

function built(id: string, defects: string[]) {
  const scenario = allScenarios().get(id)
  if (!scenario) throw new Error(`no ${id}`)
  return buildCase({ scenario, seed: 'draft-test', at: '2026-06-01', split: 'calibration', defects })
}

test('a paper from which a defect took a value does not print the word null', () => {
  const { draft } = built('S031', ['no-repair-plan'])
  const said = draft.papers.flatMap(({ content }) => Object.entries(content.fields))
  expect(said.length).toBeGreaterThan(20)
  expect(said.filter(([, value]) => value === null)).toEqual([])
})

test('posts that may not be applied for meet a missing proof of consultation', () => {
  const { draft } = built('S070', ['协商情况证明-missing', 'posts-not-allowed'])
  expect(draft.of('协商情况证明')).toEqual([])
  expect(draft.review['M30-P01']?.verdict).toBe('fail')
})
