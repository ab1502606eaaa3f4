import { expect, test } from 'vitest'
import type { Fact } from '../../facts/fact.ts'
import type { Value } from '../../facts/values/value.ts'
import { Check } from '../engine/check.ts'
import { feelFunctions } from '../functions/index.ts'
import { loadCatalogue } from '../index.ts'
import { AT, CODE, COOK, LEGAL, range } from './food-applications.ts'

const catalogue = loadCatalogue()

test('condition M01-C5 holds when both were asked about and those banned are others, and fails when it is the legal representative', () => {
  const scenario = catalogue.scenarios.get('S001')
  const condition = scenario?.parts.conditions.find(({ part }) => part.id === 'M01-C5')?.part
  if (!scenario || !condition?.check) throw new Error('no condition M01-C5')
  const check = new Check(condition.check, scenario.vocabulary, feelFunctions)
  const known = (path: string, value: Value): Fact => ({ path, value, confidence: 1, state: 'ok', evidence: [] })
  const judged = (banned: string, unasked: string[] = []) =>
    check.judge({
      at: AT,
      minConfidence: 0.5,
      fact: (path) =>
        path === '申请表.lrep_idno'
          ? known(path, LEGAL.number)
          : path === '申请表.uscc'
            ? known(path, CODE)
            : undefined,
      list: () => [
        new Map([
          ['证件号码', known('证件号码', banned)],
          ['禁入期限', known('禁入期限', range('2024-01-01', '2029-01-01'))],
        ]),
      ],
      provided: () => false,
      recorded: () => true,
      asked: (_, number) => !unasked.includes(number),
    }).result
  expect(judged(COOK.number)).toBe(true)
  expect(judged(LEGAL.number)).toBe(false)
  expect(judged(CODE)).toBe(false)
  expect(judged(COOK.number, [CODE])).toBe(null)
  expect(judged(LEGAL.number, [CODE])).toBe(false)
})
