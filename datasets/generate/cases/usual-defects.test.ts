import { expect, it } from 'vitest'
import { buildCase, meets } from './build.ts'
import { requestOf } from './dataset.ts'
import { planDefects } from './usual-defects.ts'

const set = { seed: 'usual', scenarios: ['S001', 'S084'], from: 0, count: 4 }

it('every planned point fails in the case that is built for it, by at most three defects that do not meet', () => {
  const { cases } = planDefects(null, set)
  expect(cases.length).toBeGreaterThan(2)
  for (const planned of cases) {
    const { draft, defects } = buildCase(requestOf(set.seed, planned))
    for (const point of planned.points) expect(draft.review[point]?.verdict, point).toBe('fail')
    expect(defects.length).toBeLessThanOrEqual(3)
    const pairs = defects.flatMap((a, i) => defects.slice(i + 1).map((b) => [a.defect, b.defect] as const))
    for (const [a, b] of pairs) expect(meets(a, b), `${a.id} ${b.id}`).toBe(false)
  }
})

it('every point of the scenarios is planned once, or named as one that nothing fails', () => {
  const { cases, without, unplanned } = planDefects(null, set)
  const planned = cases.flatMap(({ points }) => points)
  const points = set.scenarios.flatMap((scenario) =>
    requestOf(set.seed, { scenario, index: 0 }).scenario.points.map(({ id }) => id),
  )
  expect([...planned, ...without, ...unplanned].sort()).toEqual([...new Set(points)].sort())
  expect(without.length).toBeGreaterThan(0)
  expect(cases.length).toBeLessThan(planned.length / 2)
})

it('no case is drawn twice, and only what was asked is planned', () => {
  const wanted = ['PLAN-P02', 'PLAN-P03', 'PREM-P06']
  const { cases } = planDefects(wanted, set)
  expect(cases.flatMap(({ points }) => points).sort()).toEqual(wanted)
  const { cases: all } = planDefects(null, set)
  expect(new Set(all.map(({ scenario, index }) => `${scenario}/${index}`)).size).toBe(all.length)
})

it('a point that no scenario of the set has is refused', () => {
  expect(() => planDefects(['M99-P01'], set)).toThrow('M99-P01')
})
