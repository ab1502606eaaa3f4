import { expect, test } from 'vitest'
import type { DatasetCase, SeenCase } from './load-case.ts'
import { sample } from './sample.ts'
import { sharedApplicants, splitOf } from './split.ts'

const seen = (scenario: string, uscc = 'X') =>
  ({ scenario, applicant: { kind: 'organisation', name: '甲', uscc } }) as SeenCase['seen']
const cases = ['S001', 'S002', 'S003'].flatMap((scenario) =>
  Array.from({ length: 20 }, (_, i) => ({ id: `${scenario}-${i}`, seen: seen(scenario) })),
)

test('a sample is spread evenly over scenarios, and the same for one seed', () => {
  const taken = sample(cases, 12, 'a')
  for (const scenario of ['S001', 'S002', 'S003'])
    expect(taken.filter((one) => one.seen.scenario === scenario)).toHaveLength(4)
  expect(sample(cases.toReversed(), 12, 'a')).toEqual(taken)
  expect(sample(cases, 12, 'b')).not.toEqual(taken)
  expect(sample(cases, 1000, 'a')).toHaveLength(60)
})

test('all cases of an applicant are in one split, and both splits are used', () => {
  const splits = Array.from({ length: 200 }, (_, i) => splitOf({ seen: seen('S001', `firm ${i}`) }))
  expect(splitOf({ seen: seen('S001', 'firm 7') })).toBe(splitOf({ seen: seen('S099', 'firm 7') }))
  const tuned = splits.filter((split) => split === 'calibration').length
  expect(tuned).toBeGreaterThan(20)
  expect(tuned).toBeLessThan(60)
})

test('a person or firm in both splits is named, whoever in the case it is', () => {
  const one = (split: 'scored' | 'calibration', folder: string, cnid: string) =>
    ({
      folder,
      seen: seen('S001', folder),
      registry: { 人口库: [{ 键: { cnid }, asOf: '2026-01-05' }] },
      truth: { recipe: { generator: '', seed: 1, split } },
    }) as unknown as DatasetCase
  expect(sharedApplicants([one('scored', 'a', '1'), one('calibration', 'b', '1')])).toMatchObject([{ path: 'b' }])
  expect(sharedApplicants([one('scored', 'a', '1'), one('scored', 'b', '1')])).toEqual([])
  expect(sharedApplicants([one('scored', 'a', '1'), one('calibration', 'b', '2')])).toEqual([])
})
