import { expect, test } from 'vitest'
import { countCatalogue } from './count-catalogue.ts'
import { loadCatalogue } from './load.ts'
import { loadPointCases } from './load-point-cases.ts'
import { type PointCase, parsePointCases } from './point-case.ts'
import { drawings, reachedInTests, reachedWithout, saidInTests } from './reached-without.ts'
import { awaitedParameters } from './settled-parameters.ts'

const catalogue = loadCatalogue()

test('a point without tests that reach pass and fail is not executable, nor a manual one, nor one that awaits a parameter everywhere', () => {
  expect(countCatalogue(catalogue, new Set(), []).executable).toEqual({ unique: 0, expanded: 0 })
  const everything = new Set(
    [...catalogue.scenarios.values()].flatMap(({ points }) => points.map(({ point }) => point.id)),
  )
  const { points, executable } = countCatalogue(catalogue, everything, [])
  const manual = new Set(
    [...catalogue.scenarios.values()].flatMap((scenario) =>
      scenario.points.filter(({ point }) => point.automation === 'manual').map(({ point }) => point.id),
    ),
  )
  expect(manual.size).toBeGreaterThan(0)
  const somewhere = new Set(
    [...catalogue.scenarios.values()].flatMap(({ parts }) =>
      parts.points.filter(({ part }) => awaitedParameters(parts, part).length === 0).map(({ part }) => part.id),
    ),
  )
  const nowhere = ['FUND-P03', 'M36-P04']
  for (const id of nowhere) expect(somewhere).not.toContain(id)
  expect(executable.unique).toBe([...somewhere].filter((id) => !manual.has(id)).length)
  expect(executable.unique).toBeLessThanOrEqual(points.unique - manual.size - nowhere.length)
})

test('a shared point counts once as unique and once for every scenario that has it', () => {
  const counted = countCatalogue(catalogue, new Set(['IMG-P01']), [])
  const having = [...catalogue.scenarios.values()].filter(({ points }) =>
    points.some(({ point }) => point.id === 'IMG-P01'),
  )
  expect(counted.executable).toEqual({ unique: 1, expanded: having.length })
  expect(counted.perScenario.map(({ id }) => id)).toEqual([...catalogue.scenarios.keys()])
  for (const one of counted.perScenario) expect(one.prefillable).toBeLessThanOrEqual(one.requiredFields)
})

test('points count as tested by their own case files', () => {
  const tested = reachedInTests(catalogue, loadPointCases())
  expect(tested).toContain('IMG-P01')
  expect(tested).not.toContain('SITE-P01')
})

test('what a test says is not enough: a case that is judged otherwise than it says reaches nothing', () => {
  const text = `point: FORM-P02
scenario: S001
at: 2026-06-01
cases:
  - { name: 都对, facts: { 表项: [{ 键: a, 名称: 甲, 必填: true, 已填写: true, 格式正确: true }] }, expect: pass }
  - { name: 写错的预期, facts: { 表项: [{ 键: a, 名称: 甲, 必填: true, 已填写: true, 格式正确: true }] }, expect: fail }
`
  const cases = parsePointCases(text)
  expect([...saidInTests(cases)]).toEqual(['FORM-P02'])
  expect([...reachedInTests(catalogue, cases)]).toEqual([])
  const counted = countCatalogue(catalogue, reachedInTests(catalogue, cases), cases)
  expect([counted.executable.unique, counted.saidOnly]).toEqual([0, ['FORM-P02']])
})

test('points whose pass or fail needs what stands on a paper are told apart from those that sources and the form decide', () => {
  const cases = loadPointCases().filter(({ point }) =>
    ['SUBJ-P01', 'CANCEL-P03', 'LREP-P03', 'IMG-P01'].includes(point),
  )
  const { writtenOnly } = countCatalogue(catalogue, reachedInTests(catalogue, cases), cases)
  expect(writtenOnly.points).toEqual(expect.arrayContaining(['IMG-P01', 'LREP-P03']))
  expect(writtenOnly.points).not.toContain('CANCEL-P03')
  expect(writtenOnly.unique).toBe(writtenOnly.points.length)
})

test('points without a basis and automatic points without tests are listed by their id', () => {
  const counted = countCatalogue(catalogue, new Set(['IMG-P01']), [])
  const bare = [...catalogue.scenarios.values()].flatMap((scenario) =>
    scenario.parts.points.filter(({ basis }) => basis.length === 0).map(({ part }) => `${part.id} ${scenario.id}`),
  )
  const listed = counted.withoutBasis.flatMap(({ id, scenarios }) => scenarios.map((scenario) => `${id} ${scenario}`))
  expect(bare.length).toBeGreaterThan(0)
  expect(listed.sort()).toEqual(bare.sort())
  expect(counted.untested).not.toContain('IMG-P01')
  expect(counted.untested).toContain('IMG-P02')
  expect(counted.untested).not.toContain('SITE-P01')
})

const casesOf = (point: string): PointCase[] => loadPointCases().filter((one) => one.point === point)
const left = (point: string, ...hidden: string[]) =>
  reachedWithout(catalogue, casesOf(point), () => (head) => hidden.includes(head)).has(point)

test('a point that another source decides is lost without that source, and only without it', () => {
  expect(left('CANCEL-P03')).toBe(true)
  expect(left('CANCEL-P03', '在办案件库')).toBe(false)
  expect(left('CANCEL-P03', '许可证库', '社保库')).toBe(true)
})

test('a point of which only the failing side is seen without a source is lost too', () => {
  const text = `point: LREP-P02
scenario: S001
at: 2026-06-01
given: { 申请表.lrep_idtype: 居民身份证, 申请表.lrep_name: 王小满, 申请表.lrep_idno: '310107198503121023', 法定代表人身份证.公民身份号码: '310107198503121023', 人口库.公民身份号码: '310107198503121023', 人口库.姓名: 王小满 }
cases:
  - { name: 对得上, expect: pass }
  - { name: 校验位错了, facts: { 申请表.lrep_idno: '310107198503121024' }, expect: fail }
`
  const cases = parsePointCases(text)
  const reached = (hidden: string) => reachedWithout(catalogue, cases, () => (head) => head === hidden).has('LREP-P02')
  expect(reached('法人库')).toBe(true)
  expect(reached('人口库')).toBe(false)
})

test('the papers that points of tier drawing look at are drawings, a lease is none', () => {
  const scenario = catalogue.scenarios.get('S001')
  if (!scenario) throw new Error('no S001')
  expect(drawings(scenario)).toContain('平面图')
  expect(drawings(scenario)).not.toContain('房屋租赁合同')
})

test('fewer sources never make more points executable', () => {
  const cases = loadPointCases()
  const counted = countCatalogue(catalogue, reachedInTests(catalogue, cases), cases)
  const { withoutSources, withoutSourcesAndDrawings } = counted.alone
  expect(withoutSources.expanded).toBeLessThan(counted.executable.expanded)
  expect(withoutSourcesAndDrawings.expanded).toBeLessThan(withoutSources.expanded)
  for (const { source, unique } of counted.lostWithout) {
    if (counted.alone.sources.includes(source)) {
      expect(unique).toBeLessThanOrEqual(counted.executable.unique - withoutSources.unique)
    }
  }
}, 30_000)
