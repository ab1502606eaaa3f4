import { beforeAll, expect, test } from 'vitest'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import type { Guide } from '../guide/guide.ts'
import { loadGuides } from '../guide/load-guides.ts'
import type { Applicant, SourceAnswer } from '../results.ts'
import { checkEligibility } from './check-eligibility.ts'

let catalogue: Catalogue
let guides: ReadonlyMap<string, Guide>
beforeAll(() => {
  catalogue = loadCatalogue()
  guides = loadGuides(catalogue)
})

const firm: Applicant = { kind: 'organisation', name: '上海小满餐饮有限公司', uscc: '91310107MA1G0000XX' }

const register = (record: SourceAnswer['record'], state: SourceAnswer['state'] = 'ok'): SourceAnswer => ({
  source: '法人库',
  about: null,
  state,
  record,
  recordId: '1',
  asOf: '2026-06-01',
  requestId: 'r',
})

function check(applicant: Applicant | null, sources: SourceAnswer[], answers: Record<string, unknown> = {}) {
  return checkEligibility({ catalogue, scenario: 'S001', at: '2026-06-01', applicant, sources, answers, guide: null })
}

const outcome = (found: ReturnType<typeof check>, id: string) =>
  found.conditions.find((condition) => condition.id === id)

test('a registered firm meets the condition before anything is uploaded, with the record shown', () => {
  const found = outcome(check(firm, [register({ 登记状态: '存续', 主体类别: '企业' })]), 'M01-C1')
  expect(found).toMatchObject({ outcome: 'holds', blockers: [] })
  expect(found?.facts).toMatchObject([{ path: '法人库.登记状态', value: '存续' }])
})

test('a revoked firm fails, and one the register does not know is unknown', () => {
  expect(outcome(check(firm, [register({ 登记状态: '吊销' })]), 'M01-C1')?.outcome).toBe('fails')
  expect(outcome(check(firm, [register({}, 'absent')]), 'M01-C1')?.outcome).toBe('unknown')
})

test('an unknown condition names what is missing and what would settle it', () => {
  const down = outcome(check(firm, [register({}, 'unavailable')]), 'M01-C1')
  expect(down?.outcome).toBe('unknown')
  expect(down?.blockers[0]?.missing).toContain('法人库')
  expect(down?.blockers[0]?.settle).not.toBe('')
})

test('what is not filled in yet is unknown, not a condition that fails', () => {
  const blank = outcome(check(firm, []), 'M01-C4')
  expect(blank?.outcome).toBe('unknown')
  expect(blank?.blockers.map(({ settle }) => settle).join()).toContain('填')
  expect(outcome(check(firm, [], { fd_mgr: '王五', fd_mgrid: '310107198412198607' }), 'M01-C4')?.outcome).toBe('holds')
})

test('a condition on site is a person’s', () => {
  expect(outcome(check(firm, []), 'M01-C3')?.outcome).toBe('person')
})

test('premises in another district are told first, with where to go', () => {
  const elsewhere = check(firm, [], { prem_addr: '上海市徐汇区漕溪北路 100 号' })
  expect(elsewhere.mismatches).toMatchObject([{ kind: 'district', fix: expect.stringContaining('徐汇区') }])
  expect(check(firm, [], { prem_addr: '上海市普陀区真北路 1 号' }).mismatches).toEqual([])
  expect(check(firm, [], { prem_addr: '真北路 1 号' }).mismatches).toEqual([])
})

const districts = (
  scenario: string,
  applicant: Applicant,
  answers: Record<string, unknown>,
  sources: SourceAnswer[] = [],
) =>
  checkEligibility({ catalogue, scenario, at: '2026-06-01', applicant, sources, answers, guide: null })
    .mismatches.filter(({ kind }) => kind === 'district')
    .map(({ message }) => message)

test('a matter decided by another address than the registered one is held to that address', () => {
  const registered = [register({ 住所: '上海市浦东新区张江路 1 号' })]
  expect(districts('S053', firm, { gs_addr: '上海市普陀区真北路 1 号' }, registered)).toEqual([])
  expect(districts('S053', firm, { gs_addr: '上海市浦东新区张江路 2 号' }, registered)).toHaveLength(1)
})

test('a person is elsewhere only when both household and home are', () => {
  const person: Applicant = { kind: 'person', name: '张三' }
  const [here, there] = ['上海市普陀区真北路 1 号', '上海市浦东新区张江路 1 号']
  expect(districts('S072', person, { p_huji: there, p_live: there })).toEqual([expect.stringContaining('浦东新区')])
  expect(districts('S072', person, { p_huji: there, p_live: here })).toEqual([])
  expect(districts('S072', person, { p_huji: here, p_live: there })).toEqual([])
  // The home is not known yet: it may be in this district.
  expect(districts('S072', person, { p_huji: there })).toEqual([])
})

test('a matter that any district takes has no wrong district', () => {
  const there = '上海市浦东新区张江路 1 号'
  expect(districts('S082', { kind: 'person', name: '张三' }, { p_huji: there, p_live: there })).toEqual([])
})

test('whoever may not apply is told so', () => {
  expect(check({ kind: 'person', name: '张三' }, []).mismatches).toMatchObject([{ kind: 'applicant' }])
  expect(check(firm, [register({ 主体类别: '机关' })]).mismatches).toMatchObject([{ kind: 'applicant' }])
  expect(check(firm, [register({ 主体类别: '企业' })]).mismatches).toEqual([])
})

const mistaken = (scenario: string, applicant: Applicant, sources: SourceAnswer[] = []) =>
  checkEligibility({ catalogue, scenario, at: '2026-06-01', applicant, sources, guide: null }).mismatches.find(
    ({ kind }) => kind === 'applicant',
  )
const person: Applicant = { kind: 'person', name: '张三' }

test('whoever may not apply is sent to the scenario of the matter that takes them', () => {
  expect(mistaken('S089', person)?.suggest).toEqual([{ id: 'S088', name: '个人助餐补贴申请' }])
  expect(mistaken('S089', person)?.fix).toContain('个人可以办：个人助餐补贴申请')
  expect(mistaken('S088', firm)?.suggest.map(({ id }) => id)).toEqual(['S089'])
  // The same situation first: another kind of new licence, not a change of one.
  const association = mistaken('S001', firm, [register({ 主体类别: '社会组织' })])
  expect(association?.suggest.map(({ id }) => id)).toEqual(['S003'])
})

test('a change of a company and of an individual business are one thing for two kinds of applicants', () => {
  const trader = mistaken('S053', firm, [register({ 主体类别: '个体工商户' })])
  expect(trader?.suggest.map(({ id }) => id)).toEqual(['S050'])
  expect(trader?.suggest[0]?.name).toBe('个体工商户登记 变更')
  expect(mistaken('S050', firm, [register({ 主体类别: '企业' })])?.suggest.map(({ id }) => id)).toEqual([
    'S053',
    'S054',
  ])
})

test('where no scenario takes them, none is made up', () => {
  expect(mistaken('S027', person)?.suggest).toEqual([])
  expect(mistaken('S036', firm, [register({ 主体类别: '个体工商户' })])?.suggest).toEqual([])
})

test('the windows of all districts that the addresses lie in are named, with whose address it is', () => {
  const [there, beyond] = ['上海市浦东新区张江路 1 号', '上海市徐汇区漕溪北路 100 号']
  const found = checkEligibility({
    ...{ catalogue, scenario: 'S072', at: '2026-06-01', applicant: person, sources: [], guide: null },
    answers: { p_huji: there, p_live: beyond },
  }).mismatches.find(({ kind }) => kind === 'district')
  expect(found?.fix).toContain('请到浦东新区或徐汇区的窗口办理')
  expect(found?.message).toMatch(/户籍.*在浦东新区（.*张江路.*在徐汇区（/u)
})

const licences = (state: SourceAnswer['state'], record: SourceAnswer['record'] = {}): SourceAnswer => ({
  ...register(record, state),
  source: '许可证库',
})
const misled = (scenario: string, sources: SourceAnswer[]) =>
  checkEligibility({
    catalogue,
    scenario,
    at: '2026-06-01',
    applicant: firm,
    sources,
    guide: guides.get('M01') ?? null,
  }).mismatches

test('renewal without any licence on record is told first, with the scenarios that fit', () => {
  const found = misled('S005', [licences('absent')])
  expect(found).toMatchObject([{ kind: 'scenario', message: expect.stringContaining('许可证') }])
  expect(found[0]?.suggest).toContainEqual({ id: 'S001', name: '新办-餐饮服务' })
  expect(found[0]?.suggest.map(({ id }) => id)).not.toContain('S005')
})

test('a scenario that the registry leaves within reach is not questioned', () => {
  const valid = licences('ok', { 证照名称: '食品经营许可证', 状态: '有效' })
  expect(misled('S005', [valid])).toEqual([])
  // The firm may be opening at another place.
  expect(misled('S001', [valid])).toEqual([])
  expect(misled('S001', [licences('absent')])).toEqual([])
})

test('a registry that does not answer leads away from nothing', () => {
  expect(misled('S005', [licences('unavailable')])).toEqual([])
  expect(misled('S005', [])).toEqual([])
})

test('whoever fails a condition that another scenario is for is sent there', () => {
  const only = (items: string[]) => check(firm, [], { fd_items: items }).mismatches
  expect(only(['预包装食品销售'])).toMatchObject([{ kind: 'scenario', suggest: [{ id: 'S008' }] }])
  expect(only(['预包装食品销售', '热食类食品制售'])).toEqual([])
})
