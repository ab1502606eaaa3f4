import { describe, expect, test } from 'vitest'
import { reviewPoint } from '../review/review-points.ts'
import { loadCatalogue } from './load.ts'
import { loadPointCases } from './load-point-cases.ts'
import { pointCaseContext, scenarioOf } from './point-case.ts'

const catalogue = loadCatalogue()
const cases = loadPointCases()

describe.each([...new Set(cases.map(({ point }) => point))])('%s', (point) => {
  test.each(cases.filter((one) => one.point === point).map((one) => [one.name, one] as const))('%s', (_, one) => {
    const scenario = scenarioOf(one, catalogue)
    const rule = scenario?.points.find((candidate) => candidate.point.id === one.point)
    if (!scenario || !rule) throw new Error(`no point ${one.point} in ${one.scenario || one.modules.join('+')}`)
    const { knowledge, context } = pointCaseContext(one, scenario, catalogue.policy)
    const finding = reviewPoint(rule, context, knowledge(rule.point.severity))
    expect({ verdict: finding.verdict, message: finding.message }).toEqual({
      verdict: one.expect,
      message: finding.message,
    })
  })
})

test('every automatic point of every scenario has a case that passes, one that fails and one that is unsure', () => {
  const automatic = [...catalogue.scenarios.values()]
    .flatMap(({ points }) => points)
    .filter(({ point }) => point.automation !== 'manual')
    .map(({ point }) => point.id)
  const lacking = [...new Set(automatic)].flatMap((point) => {
    const seen = new Set(cases.filter((one) => one.point === point).map((one) => one.expect))
    const without = (['pass', 'fail', 'unsure'] as const).filter((verdict) => !seen.has(verdict))
    return without.length > 0 ? [`${point}: ${without.join(', ')}`] : []
  })
  expect(lacking).toEqual([])
})
