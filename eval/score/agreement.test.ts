import { expect, test } from 'vitest'
import type { Truth } from '../../datasets/case-format.ts'
import { interLabeller } from './agreement.ts'

const labels = (...verdicts: ('pass' | 'fail')[]): Truth['review'] =>
  Object.fromEntries(verdicts.map((verdict, i) => [`P${i}`, { verdict }]))

test("Cohen's κ of his textbook table: 20 and 15 agreed of 50, κ = 0.4", () => {
  const pair = (a: 'pass' | 'fail', b: 'pass' | 'fail') => ({ first: labels(a), second: labels(b) })
  const pairs = [
    ...Array.from({ length: 20 }, () => pair('pass', 'pass')),
    ...Array.from({ length: 5 }, () => pair('pass', 'fail')),
    ...Array.from({ length: 10 }, () => pair('fail', 'pass')),
    ...Array.from({ length: 15 }, () => pair('fail', 'fail')),
  ]
  const found = interLabeller(pairs)
  expect(found).toMatchObject({ cases: 50, n: 50, same: 35 })
  expect(found?.kappa).toBeCloseTo(0.4, 10)
})

test('where both always say pass, agreement is full and κ says nothing', () => {
  expect(interLabeller([{ first: labels('pass', 'pass'), second: labels('pass', 'pass') }])).toMatchObject({
    same: 2,
    kappa: null,
  })
})

test('without second labels there is no agreement to report', () => {
  expect(interLabeller([])).toBeNull()
})
