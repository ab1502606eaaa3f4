import { expect, test } from 'vitest'
import { loadCatalogue } from '../catalogue/load.ts'
import { judge } from '../judge.ts'
import type { Finding } from '../results.ts'
import { writeNotice } from './write-notice.ts'

const catalogue = loadCatalogue()

function notice(id: string) {
  const scenario = catalogue.scenarios.get(id)
  if (!scenario) throw new Error(`no scenario ${id}`)
  return writeNotice(scenario, '2026-06-01', null, [], [])
}

test('every scenario prints the clock of its correction notice with its basis, or that it is 依据待核', () => {
  const printed = [...catalogue.scenarios.keys()].map((id) => [id, notice(id)] as const)
  expect(printed).toHaveLength(100)
  const silent = printed.filter(([, { clock, basis }]) => {
    const said = clock.includes('法定时限：') && clock.includes('2026年6月1日')
    const known = clock.includes('五日内') && basis === '《中华人民共和国行政许可法》第三十二条'
    return !said || known === (clock.includes('法定时限：依据待核') && basis.startsWith('依据待核'))
  })
  expect(silent.map(([id]) => id)).toEqual([])
})

test('five working days are printed as one way to count that nobody has confirmed, not as what the article says', () => {
  const { clock } = notice('S001')
  expect(clock).toContain('最迟2026年6月8日（怎么数依据待核）')
})

test('a licence cites 行政许可法第三十二条, its five days and deemed acceptance', () => {
  const { basis, clock } = notice('S001')
  expect(basis).toContain('《中华人民共和国行政许可法》第三十二条')
  expect(clock).toContain('五日内')
  expect(clock).toContain('即为受理')
})

test.each([
  ['S008', 'a filing'],
  ['S053', 'a company’s registration'],
  ['S075', 'a subsidy'],
  ['S077', 'a reimbursement'],
  ['S090', 'an allowance'],
  ['S094', 'a residence permit'],
])('%s, %s, is no licence: no article is cited and nothing is deemed accepted', (id) => {
  const { basis, clock } = notice(id)
  expect(basis).toBe('依据待核，由工作人员确认')
  expect(clock).toContain('2026年6月1日')
  expect(clock).not.toMatch(/即为受理|五日内|许可法/u)
})

const empty = (scenario: string) =>
  judge({ catalogue, scenario, at: '2026-06-01', applicant: null, materials: [], sources: [] }).notice

test('with nothing uploaded no notice quotes what nobody knows as a finding, in any scenario', () => {
  const quoted = [...catalogue.scenarios.keys()].flatMap((id) =>
    empty(id)
      .items.filter(({ problem, fix }) => `${problem}${fix}`.includes('未知') || problem === '' || fix === '')
      .map(({ point }) => `${id} ${point}`),
  )
  expect(quoted).toEqual([])
})

test('while nobody knows whose the house is, no missing consent is told', () => {
  expect(empty('S027').items.map(({ point }) => point)).not.toContain('M09-P03')
})

test('every missing paper is an item of its own, and its fix speaks of nothing else', () => {
  const items = empty('S027').items.filter(({ point }) => point === 'IMG-P02')
  expect(items.length).toBeGreaterThan(1)
  expect(items.map(({ material }) => material)).toContain('营业执照')
  for (const { material, problem, fix } of items) {
    expect([problem, fix]).toEqual([`没有交“${material}”。`, `请补交“${material}”。`])
  }
  expect(new Set(items.map(({ material }) => material)).size).toBe(items.length)
})

function told(slot: string) {
  const scenario = catalogue.scenarios.get('S001')
  if (!scenario) throw new Error('no scenario S001')
  const lacking: Finding = {
    point: 'IMG-P02',
    version: '1',
    statement: '',
    verdict: 'fail',
    severity: 'correct',
    automation: 'auto_image',
    confidence: 1,
    message: '',
    fix: '',
    basis: [],
    basisUnconfirmed: false,
    defect: 'D01',
    material: null,
    lacking: [{ slot, file: '1.jpg' }],
    facts: [],
    evidence: [],
    because: null,
    blockers: [],
    trace: null,
  }
  return writeNotice(scenario, '2026-06-01', null, [], [lacking]).items[0]?.fix
}

test('what a paper lacks is told by the sides and the last page that its type has, not by the name of its slot', () => {
  expect(told('法定代表人身份证')).toBe('请重新上传“法定代表人身份证”：人像面、国徽面都要拍。')
  expect(told('房屋租赁合同')).toBe('请重新上传“房屋租赁合同”：要拍到有“签订日期”或“签字”或“盖章”的那一页。')
  expect(told('营业执照')).toBe('请重新上传“营业执照”：缺的一面或几页要补上。')
})
