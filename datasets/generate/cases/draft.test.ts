import { expect, test } from 'vitest'
import { buildCase } from './build.ts'
import { allScenarios } from './scenario-data.ts'

function built(id: string, defects: string[], seed = 'draft-test') {
  const scenario = allScenarios().get(id)
  if (!scenario) throw new Error(`no ${id}`)
  return buildCase({ scenario, seed, at: '2026-06-01', split: 'calibration', defects })
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

test('a wrong place of filing stays wrong where the referral is missing too', () => {
  for (const defects of [
    ['filed-for-home', 'kind-not-shown'],
    ['kind-not-shown', 'filed-for-home'],
  ])
    expect(built('S082', defects, 'draft-test-3').draft.answers.yd_place).toBe('上海市')
})

test('a plan beside a move is asked for: the point on changes of registered items asks nothing, and nothing is to be mended', () => {
  const { draft, defects } = built('S004', ['needless-plan', 'moved'], 'draft-test-2')
  expect(draft.of('平面图')).toHaveLength(1)
  expect(draft.review['S004-P01']?.verdict).toBe('not-applicable')
  expect(defects.map(({ defect }) => defect.id)).toEqual(['moved'])
  expect(built('S004', ['needless-plan'], 'draft-test-2').draft.review['S004-P01']?.verdict).toBe('fail')
})

test('a value that a register fills and locks cannot be typed wrongly', () => {
  for (const [scenario, defect, point, key] of [
    ['S085', 'own-wage-instead', 'M42-P04', 'sy_base'],
    ['S078', 'old-union-code', 'M37-P06', 'gh_code'],
  ] as const) {
    const { draft, defects, outcome } = built(scenario, [defect])
    expect(draft.review[point]?.verdict).toBe('pass')
    expect(draft.answers[key]).toBeUndefined()
    expect(defects).toEqual([])
    expect(outcome).toBe('accept')
  }
})
