import { expect, test } from 'vitest'
import { reviewPoint } from '../review/review-points.ts'
import { countCatalogue } from './count-catalogue.ts'
import { scenarioSummary } from './describe-scenario.ts'
import { loadCatalogue } from './load.ts'
import { loadPointCases } from './load-point-cases.ts'
import { type PointCase, parsePointCases, pointCaseContext } from './point-case.ts'
import type { Scenario } from './scenario.ts'
import { awaitedParameters } from './settled-parameters.ts'

const catalogue = loadCatalogue()
const scenario = (id: string): Scenario => {
  const found = catalogue.scenarios.get(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const pointOf = (place: Scenario, id: string) => {
  const found = place.parts.points.find(({ part }) => part.id === id)
  if (!found) throw new Error(`no ${id} in ${place.id}`)
  return found.part
}
const findingOf = (one: PointCase, id: string) => {
  const place = scenario(id)
  const rule = place.points.find(({ point }) => point.id === one.point)
  if (!rule) throw new Error(`no ${one.point} in ${id}`)
  const { knowledge, context } = pointCaseContext(one, place, catalogue.policy)
  return reviewPoint(rule, context, knowledge(rule.point.severity))
}

test('a scenario that nobody has told the dates of a call awaits them; one that has its own value awaits nothing', () => {
  const awaited = (id: string, point: string) => awaitedParameters(scenario(id).parts, pointOf(scenario(id), point))
  expect(awaited('S061', 'FUND-P03')).toEqual(['立项期间', '申报期间'])
  expect(awaited('S040', 'RENEW-P01')).toEqual(['延续最晚'])
  expect(awaited('S005', 'RENEW-P01')).toEqual([])
  expect(awaited('S062', 'FUND-P04')).toEqual(['配套上限'])
  // Known to have none: settled.
  expect(awaited('S043', 'CHANGE-P03')).toEqual([])
})

test('a point does not count for a scenario whose parameter only its tests make up, and counts for those that have it', () => {
  const points = ['FUND-P03', 'RENEW-P01', 'IMG-P01']
  const counted = countCatalogue(catalogue, new Set(points), [])
  const having = (id: string) =>
    [...catalogue.scenarios.values()].filter(({ parts }) => parts.points.some(({ part }) => part.id === id)).length
  expect(counted.executable).toEqual({
    unique: 2,
    expanded: having('IMG-P01') + having('RENEW-P01') - 3,
  })
  expect(counted.awaiting.filter(({ point }) => point === 'RENEW-P01').map((one) => one.scenario)).toEqual(
    expect.arrayContaining(['S012', 'S040', 'S071']),
  )
  expect(counted.awaiting).toContainEqual({
    scenario: 'S061',
    point: 'FUND-P03',
    parameters: ['立项期间', '申报期间'],
    dept: scenario('S061').parts.matter.dept,
  })
  expect(counted.perScenario.find(({ id }) => id === 'S061')?.executable).toBe(1)
})

test('judged with the parameters that the scenario has, a point that awaits one is never both passed and failed', () => {
  const cases = loadPointCases()
  const counted = countCatalogue(catalogue, new Set(cases.map(({ point }) => point)), [])
  expect(counted.awaiting.length).toBeGreaterThan(0)
  for (const { scenario: id, point } of counted.awaiting) {
    const place = scenario(id)
    const reached = new Set<string>()
    for (const one of cases.filter((other) => other.point === point)) {
      const given = Object.entries(one.facts).filter(
        ([path]) => place.vocabulary.typeOf(path) !== null || isList(place, path),
      )
      const facts = Object.fromEntries(given.filter(([path]) => !path.startsWith('参数.')))
      reached.add(findingOf({ ...one, facts }, id).verdict)
    }
    expect([id, point, reached.has('pass') && reached.has('fail')]).toEqual([id, point, false])
  }
}, 60_000)

const isList = (place: Scenario, path: string) => place.vocabulary.heads.get(path)?.list === true

test('the point stays shown, unsure, and says which parameter is missing and who sets it', () => {
  const [one] = parsePointCases(`point: FUND-P03
scenario: S061
at: 2026-06-01
cases:
  - { name: 日期都读到了, facts: { 立项文件.立项日期: 2025-12-31 }, expect: unsure }
`)
  if (!one) throw new Error('no case')
  const { verdict, message } = findingOf(one, 'S061')
  expect(verdict).toBe('unsure')
  expect(message).toContain('缺参数：本事项的“立项期间”')
  expect(message).toContain('缺参数：本事项的“申报期间”')
  expect(message).toContain(`由主管部门（${scenario('S061').parts.matter.dept}）填写`)
})

test('the service counts as automatic what the catalogue counts: neither manual points nor those that await a parameter', () => {
  const all = new Set([...catalogue.scenarios.values()].flatMap(({ parts }) => parts.points.map(({ part }) => part.id)))
  const { perScenario } = countCatalogue(catalogue, all, [])
  for (const { id, executable } of perScenario)
    expect([id, scenarioSummary(scenario(id)).automatic]).toEqual([id, executable])
})

test('a point that the parameters of a scenario rule out is told apart, one that another fact rules out is not', () => {
  const points = new Set(['CHANGE-P04', 'SUBJ-P04'])
  const { neverApplying } = countCatalogue(catalogue, points, [])
  const of = (id: string) => neverApplying.scenarios.find((one) => one.id === id)?.points ?? []
  expect(of('S043')).toContain('CHANGE-P04')
  expect(of('S004')).not.toContain('CHANGE-P04')
  expect(of('S001')).toEqual([])
})
