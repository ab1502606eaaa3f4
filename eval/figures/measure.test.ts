import { expect, test } from 'vitest'
import type { CaseResult } from '../score/case-result.ts'
import type { PointScore } from '../score/score-case.ts'
import { accuracy, alwaysPass } from './accuracy.ts'
import { decidedCoverage } from './coverage.ts'
import { blockingFalsePass, defectPrecision, defectRecall } from './defects.ts'
import type { Figure } from './figure.ts'
import { firstPassOfSubmitted, firstPassRate, heldBack } from './first-pass.ts'
import { measure } from './measure.ts'
import { straightThrough, straightThroughErrors } from './straight-through.ts'

const point = (
  truth: PointScore['truth'],
  verdict: PointScore['verdict'],
  more: Partial<PointScore> = {},
): PointScore => ({
  ...{ point: `${truth}-${verdict}-${JSON.stringify(more)}`, truth, verdict },
  ...{ severity: 'correct', automation: 'auto', confidence: 0.9 },
  ...more,
})

const result = (points: PointScore[], more: Partial<CaseResult> = {}): CaseResult => ({
  ...{ id: 'c', seen: '', scenario: 'S001', category: '', split: 'scored', outcome: 'accept', level: null },
  ...{ reading: null, firstPass: null, catalogue: null, latencyMs: 1 },
  score: { points, unlabelled: [], fields: [], defects: [] },
  ...more,
})

const counts = (figure: Figure, ...results: CaseResult[]) => {
  const { numerator, denominator } = measure(figure, results)
  return [numerator, denominator]
}

test('points only a person can decide stay outside accuracy and inside coverage', () => {
  const one = result([
    point('pass', 'pass'),
    point('person', 'unsure', { automation: 'manual' }),
    point('person', 'pass'),
    point('not-applicable', 'not-applicable'),
  ])
  expect(counts(accuracy, one)).toEqual([1, 1])
  expect(counts(decidedCoverage, one)).toEqual([2, 3])
})

test('a doubt is no decision: it lowers coverage and recall, never accuracy', () => {
  const one = result([point('fail', 'unsure'), point('fail', 'fail'), point('pass', 'unsure')])
  expect(counts(accuracy, one)).toEqual([1, 1])
  expect(counts(decidedCoverage, one)).toEqual([1, 3])
})

test('a verdict on a point that does not apply is a wrong verdict', () => {
  expect(counts(accuracy, result([point('not-applicable', 'fail'), point('pass', 'pass')]))).toEqual([1, 2])
  expect(counts(defectPrecision, result([point('not-applicable', 'fail'), point('fail', 'fail')]))).toEqual([1, 2])
})

test('always pass is counted over the same verdicts as accuracy', () => {
  const one = result([point('pass', 'pass'), point('fail', 'fail'), point('fail', 'pass'), point('pass', 'unsure')])
  expect(counts(alwaysPass, one)).toEqual([1, 3])
  expect(counts(accuracy, one)).toEqual([2, 3])
})

test('a false pass on a blocking point counts over all true fails there; others do not count', () => {
  const block = { severity: 'block' } as const
  const one = result([
    point('fail', 'pass', block),
    point('fail', 'unsure', block),
    point('fail', 'pass'),
    point('pass', 'pass', block),
  ])
  expect(counts(blockingFalsePass, one)).toEqual([1, 2])
})

test('all defects are the denominator of recall', () => {
  const defect = { points: [], named: false, counts: true }
  const one = result([])
  one.score.defects.push({ ...defect, id: 'a', found: true }, { ...defect, id: 'b', found: false })
  expect(counts(defectRecall, one)).toEqual([1, 2])
})

test('what no paper can mend counts against the first-pass rate, and is left out only of the figure over what was handed in', () => {
  const played = { without: false, with: true, withdrawn: false, heldBack: false, left: [] }
  const cases = [
    result([], { firstPass: played }),
    result([], { firstPass: { ...played, with: false, withdrawn: true } }),
    result([], { firstPass: { ...played, without: true, heldBack: true } }),
  ]
  expect(counts(firstPassRate, ...cases)).toEqual([2, 3])
  expect(counts(firstPassOfSubmitted, ...cases)).toEqual([2, 2])
  expect(counts(heldBack, ...cases)).toEqual([1, 1])
})

test('a case with a doubt is not decided automatically; a decided one that contradicts the outcome is an error', () => {
  const cases = [
    result([point('pass', 'pass')]),
    result([point('pass', 'fail')]),
    result([point('pass', 'unsure')]),
    result([point('person', 'unsure')]),
  ]
  expect(counts(straightThrough, ...cases)).toEqual([2, 3])
  expect(counts(straightThroughErrors, ...cases)).toEqual([1, 2])
})

test('a target is met only when the whole interval clears it', () => {
  const figure: Figure = { ...accuracy, policy: 0.9, aim: 0.999 }
  const many = (right: number, n: number) =>
    Array.from({ length: n }, (_, i) => result([point('pass', i < right ? 'pass' : 'fail')]))
  expect(measure(figure, many(400, 400))).toMatchObject({ verdict: 'met', aimVerdict: 'not shown' })
  expect(measure(figure, many(19, 20))).toMatchObject({ verdict: 'not shown' })
  expect(measure(figure, many(200, 400))).toMatchObject({ verdict: 'missed', aimVerdict: 'missed' })
  const lower: Figure = { ...heldBack, policy: 0.03, items: accuracy.items }
  expect(measure(lower, many(0, 400))).toMatchObject({ verdict: 'met' })
})
