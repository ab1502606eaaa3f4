import { expect, test } from 'vitest'
import { buildCase } from './build.ts'
import { allScenarios } from './scenario-data.ts'

test('a paper from which a defect took a value does not print the word null', () => {
  const scenario = allScenarios().get('S031')
  if (!scenario) throw new Error('no S031')
  const { draft } = buildCase({
    scenario,
    seed: 'draft-test',
    at: '2026-06-01',
    split: 'calibration',
    defects: ['no-repair-plan'],
  })
  const said = draft.papers.flatMap(({ content }) => Object.entries(content.fields))
  expect(said.length).toBeGreaterThan(20)
  expect(said.filter(([, value]) => value === null)).toEqual([])
})
