import { expect, test } from 'vitest'
import type { Mark } from '../../../facts/reading.ts'
import { ringRows, scoreRings } from './score-rings.ts'

const seal = (text?: string, confidence = 0.95): Mark => ({
  kind: 'seal',
  present: true,
  page: 1,
  box: null,
  confidence: 0.9,
  ...(text ? { ring: { text, confidence } } : {}),
})
const about = { document: 'a', level: 'phone' }

test('alike names belong together whatever their order; what is left is wrong, and a seal without a name not read', () => {
  const outcomes = scoreRings(about, ['甲公司', '乙公司', '丙公司'], [seal('乙公司'), seal('田公司'), seal()])
  expect(outcomes.map(({ label, read }) => [label, read])).toEqual([
    ['甲公司', '田公司'],
    ['乙公司', '乙公司'],
    ['丙公司', null],
  ])
})

test('a wrong name counts as sure only from .9 on', () => {
  const sureAndWrong = (confidence: number) =>
    ringRows(scoreRings(about, ['甲公司'], [seal('田公司', confidence)]))[0]?.at(-1)
  expect(sureAndWrong(0.9)).toContain('1/1')
  expect(sureAndWrong(0.89)).toContain('0/1')
})
