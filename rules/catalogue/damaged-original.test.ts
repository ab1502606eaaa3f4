import { expect, test } from 'vitest'
import { judge, type SourceAnswer } from '../index.ts'
import type { Applicant } from '../results.ts'
import { loadCatalogue } from './load.ts'

const catalogue = loadCatalogue()
const applicant: Applicant = { kind: 'organisation', name: '上海小满餐饮有限公司', uscc: '91330100799655058B' }
const licence: SourceAnswer = {
  source: '电子证照',
  about: '食品经营许可证',
  state: 'ok',
  record: { 许可证编号: 'JY23101070001233', 经营者名称: '上海小满餐饮有限公司', 证照状态: '有效' },
  recordId: '1',
  asOf: '2026-06-01',
  requestId: 'r',
}

test('an electronic licence does not stand for the damaged paper that has to be handed back', () => {
  const judged = judge({
    catalogue,
    scenario: 'S006',
    at: '2026-06-01',
    applicant,
    materials: [],
    sources: [licence],
    answers: { lost_reason: '损坏', lost_no: 'JY23101070001233' },
  })
  expect(judged.materials.find(({ slot }) => slot === '原许可证')).toMatchObject({
    need: 'required',
    status: 'missing',
  })
})

test('no scenario lets an electronic licence stand for a lost or damaged original', () => {
  const reissues = [...catalogue.scenarios.values()].filter(({ points }) =>
    points.some(({ point }) => point.id === 'LOST-P03'),
  )
  expect(reissues.length).toBeGreaterThan(0)
  const excused = reissues.filter(({ materials }) =>
    materials.some(({ material }) => material.slot === '原许可证' && material.exempt?.by === '电子证照免交'),
  )
  expect(excused.map(({ id }) => id)).toEqual([])
})
