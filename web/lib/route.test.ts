import { expect, test } from 'vitest'
import { parseHash } from './route.ts'

test('a case in the address opens where it was left', () => {
  expect(parseHash('#/cases/abc-1/results')).toMatchObject({ step: 'results', scenario: null, case: 'abc-1' })
  expect(parseHash('#/cases/abc-1')).toMatchObject({ step: 'materials', scenario: null, case: 'abc-1' })
})

test('a chosen scenario opens step two', () => {
  expect(parseHash('#/new/S001')).toMatchObject({ step: 'facts', scenario: 'S001', case: null })
})

test('a matter in the address opens its guide', () => {
  expect(parseHash('#/guide/M01')).toMatchObject({ step: 'pick', matter: 'M01', scenario: null })
})

test('anything else, also a broken address, is the start', () => {
  for (const hash of ['', '#/', '#main', '#/cases/', '#/cases/%E4%ZZ', '#/new', '#/guide'])
    expect(parseHash(hash).step).toBe('pick')
})
