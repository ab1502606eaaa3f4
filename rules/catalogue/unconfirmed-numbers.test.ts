import { expect, test } from 'vitest'
import { reviewPoint } from '../review/review-points.ts'
import { loadCatalogue } from './load.ts'
import { parsePointCases, pointCaseContext, scenarioOf } from './point-case.ts'

const catalogue = loadCatalogue()

function findingOn(text: string) {
  const [one] = parsePointCases(text)
  const scenario = one && scenarioOf(one, catalogue)
  const rule = scenario?.points.find(({ point }) => point.id === one?.point)
  if (!one || !scenario || !rule) throw new Error('no such point')
  const { knowledge, context } = pointCaseContext(one, scenario, catalogue.policy)
  return reviewPoint(rule, context, knowledge(rule.point.severity))
}

// Head counts, zones, certificates and licence classes that no article read so far gives.
test.each([
  ['S032', 'M12-P03'],
  ['S034', 'STAFF-P01'],
  ['S034', 'PLAN-P02'],
  ['S037', 'PLAN-P02'],
  ['S038', 'STAFF-P01'],
  ['S038', 'STAFF-P02'],
  ['S038', 'PLAN-P02'],
])('%s %s rests on numbers of our own and cites no article', (scenario, point) => {
  expect(
    findingOn(`{ point: ${point}, scenario: ${scenario}, at: 2026-06-01, cases: [{ name: x, expect: unsure }] }`).basis,
  ).toEqual([])
})

test('STAFF-P02 names the persons without a certificate, not the requirement', () => {
  const { message } = findingOn(`
point: STAFF-P02
scenario: S038
at: 2026-06-01
cases:
  - name: two posts
    slots: { 学历职称证书: 缺 }
    expect: fail
    facts:
      人员名单.人员: [{ 姓名: 王小满, 岗位: 救生员 }, { 姓名: 李大雪, 岗位: 指导员 }]
      职业资格证书: [{ 姓名: 李大雪, 职业名称: 社会体育指导员 }]
`)
  expect(message).toContain('王小满')
  expect(message).not.toContain('李大雪')
})
