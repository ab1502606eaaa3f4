import { expect, test } from 'vitest'
import type { Measured } from '../figures/measure.ts'
import type { ReportedCase } from '../report/report.ts'
import { type Comparable, compare } from './compare.ts'
import { regressions } from './gate.ts'
import { holm, mcNemar } from './paired-test.ts'
import { permutationTest } from './permutation-test.ts'

type Items = ReportedCase['items']

/** A run whose figures are what its items say. */
function run(cases: Items[], { seen = 'a' } = {}): Comparable {
  const ids = [...new Set(cases.flatMap((items) => Object.keys(items)))]
  const figures = ids.map((id) => {
    const hits = cases.flatMap((items) => Object.values(items[id] ?? {}))
    const numerator = hits.filter((hit) => hit === 1).length
    const better = id === 'blockingFalsePass' ? 'lower' : 'higher'
    return [id, { name: id, better, value: numerator / hits.length } as Measured]
  })
  return {
    identity: {} as Comparable['identity'],
    figures: Object.fromEntries(figures),
    cases: cases.map((items, i) => ({ id: `c${i}`, seen: `${seen}${i}`, items }) as ReportedCase),
  }
}

const accurate = (n: number, wrong: (i: number) => boolean, more: Items = {}) =>
  Array.from({ length: n }, (_, i): Items => ({ accuracy: { 'SUBJ-P01': wrong(i) ? 0 : 1 }, ...more }))
const counts = { scored: 10, lost: 0 }

test("McNemar's exact p is the two-sided binomial tail", () => {
  expect(mcNemar(0, 0)).toBe(1)
  expect(mcNemar(5, 5)).toBe(1)
  expect(mcNemar(0, 6)).toBeCloseTo(2 / 64, 12)
  expect(mcNemar(1, 9)).toBeCloseTo((2 * (1 + 10)) / 1024, 12)
})

test("Holm's correction keeps the order and never falls below its predecessor", () => {
  expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06])
  expect(holm([0.9, 0.8])).toEqual([1, 1])
})

test('the same run is the same, and the gate is green', () => {
  const one = run(accurate(40, (i) => i === 3))
  const found = compare(one, one)
  expect(found).toMatchObject({ paired: true, newErrors: [], figures: [{ change: 'same', lost: 0, gained: 0 }] })
  expect(regressions(found, counts)).toEqual([])
})

test('many losses are worse, many gains improved, a few within noise', () => {
  const bad = run(accurate(40, (i) => i < 12))
  const good = run(accurate(40, () => false))
  const slightly = run(accurate(40, (i) => i < 2))
  expect(compare(good, bad).figures[0]?.change).toBe('worse')
  expect(compare(bad, good).figures[0]?.change).toBe('improved')
  expect(compare(good, slightly).figures[0]?.change).toBe('within noise')
})

test('one new false pass on a blocking point turns the gate red, however small the difference', () => {
  const before = run(accurate(40, () => false, { blockingFalsePass: { 'SUBJ-P01': 0 } }))
  const now = run(accurate(40, () => false, { blockingFalsePass: { 'SUBJ-P01': 0 } }))
  const [first] = now.cases
  if (first) first.items.blockingFalsePass = { 'SUBJ-P01': 1 }
  const found = compare(before, now)
  expect(found.newFalsePasses).toEqual(['c0 SUBJ-P01'])
  expect(regressions(found, counts)).not.toEqual([])
})

test('a verdict that was a doubt and is now wrong is a new error; one that is now a doubt is none', () => {
  const doubted = run([{ accuracy: { A: 1 } }, { accuracy: { A: 1 } }])
  const wrong = run([{ accuracy: { A: 1, B: 0 } }, { accuracy: { A: 1 } }])
  expect(compare(doubted, wrong).newErrors).toHaveLength(1)
  expect(compare(wrong, doubted)).toMatchObject({ newErrors: [], figures: [{ lost: 0, gained: 1 }] })
})

test('cases that were not judged this time turn the gate red', () => {
  const one = run(accurate(10, () => false))
  expect(regressions(compare(one, one), { scored: 9, lost: 1 })).not.toEqual([])
})

test('a case whose contents changed is not compared, and turns the gate red until the baseline is accepted', () => {
  const before = run(accurate(10, () => false))
  const now = run(accurate(10, (i) => i === 0))
  const [first] = now.cases
  if (first) first.seen = 'drawn anew'
  const found = compare(before, now)
  expect(found).toMatchObject({ paired: true, others: 1, newErrors: [] })
  expect(regressions(found, counts)).toHaveLength(1)
})

test('another case under the same id is not compared with it: two samples are', () => {
  const found = compare(
    run(accurate(100, () => false)),
    run(
      accurate(100, (i) => i < 30),
      { seen: 'b' },
    ),
  )
  expect(found).toMatchObject({ paired: false, figures: [{ lost: null, change: 'worse' }] })
  expect(
    compare(
      run(accurate(100, (i) => i === 1)),
      run(
        accurate(100, (i) => i === 9),
        { seen: 'b' },
      ),
    ),
  ).toMatchObject({
    figures: [{ change: 'same' }],
  })
})

test('errors that come together in one case prove little', () => {
  const clean = Array.from({ length: 30 }, () => ({ right: 50, n: 50 }))
  const oneBad = clean.map((one, i) => (i === 0 ? { ...one, right: 0 } : one))
  expect(permutationTest(clean, oneBad)).toBeGreaterThan(0.2)
  const spread = clean.map((one) => ({ ...one, right: 45 }))
  expect(permutationTest(clean, spread)).toBeLessThan(0.01)
})
