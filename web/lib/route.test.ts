import { expect, test } from 'vitest'
import { parseHash } from './route.ts'

test('a case in the address opens where it was left', () => {
  expect(parseHash('#/cases/abc-1/results')).toEqual({ step: 'results', scenario: null, case: 'abc-1' })
  expect(parseHash('#/cases/abc-1')).toEqual({ step: 'materials', scenario: null, case: 'abc-1' })
})

test('a chosen scenario opens step two', () => {
  expect(parseHash('#/new/S001')).toEqual({ step: 'facts', scenario: 'S001', case: null })
})

test('anything else, also a broken address, is the start', () => {
  for (const hash of ['', '#/', '#main', '#/cases/', '#/cases/%E4%ZZ', '#/new'])
    expect(parseHash(hash).step).toBe('pick')
})
