import { beforeAll, expect, test } from 'vitest'
import type { Catalogue } from '../catalogue.ts'
import { loadCatalogue } from '../load.ts'
import { loadPointCases } from '../load-point-cases.ts'
import { findSurvivors } from './find-survivors.ts'
import { mutantsOf } from './mutants.ts'

const codes = (source: string) => mutantsOf(source).map(({ code }) => code)

test('each clause is dropped once, and the word between them is exchanged', () => {
  expect(codes('a and b and c')).toEqual(expect.arrayContaining(['(b)', '(a)', '(a or b)'].map((x) => `${x} and c`)))
  expect(codes('a or b')).toEqual(['(b)', '(a)', '(a and b)'])
})

test('operators are flipped, limits shifted by one to each side', () => {
  expect(codes('x >= 30')).toEqual(['x > 30', 'x < 30', 'x >= 29', 'x >= 31'])
  expect(codes('x = "a"')).toEqual(['x != "a"'])
})

test('negations go, quantifiers are exchanged, branches taken alone', () => {
  expect(codes('not(a)')).toEqual(['(a)'])
  expect(codes('every x in L satisfies x')).toEqual(['some x in L satisfies x'])
  expect(codes('if a then b else c')).toEqual(['(b)', '(c)'])
  expect(codes('x in ("a", "b")')).toEqual(['not(x in ("a", "b"))'])
})

let catalogue: Catalogue
beforeAll(() => {
  catalogue = loadCatalogue()
})

test('a point whose tests never fail keeps survivors, its whole tests leave fewer', () => {
  const all = loadPointCases().filter(({ point }) => point === 'PREM-P07')
  const passing = all.filter(({ expect: verdict }) => verdict === 'pass')
  const weak = findSurvivors(catalogue, passing.slice(0, 1))
  const whole = findSurvivors(catalogue, all)
  expect(whole.mutants).toBe(weak.mutants)
  expect(whole.survivors.length).toBeLessThan(weak.survivors.length)
})
