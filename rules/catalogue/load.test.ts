import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { judge } from '../judge.ts'
import { reviewPoint } from '../review/review-points.ts'
import { CatalogueError } from './catalogue-error.ts'
import { loadCatalogue } from './load.ts'
import { parsePointCases, pointCaseContext } from './point-case.ts'

const CATEGORIES = '- { id: C01, name: 食品经营, dept: 区市场监督管理局 }\n'

const MODULE = `id: MOD-SUBJ
name: 主体资格
desc: 企业类事项引用
fields:
  - { key: subj_name, name: 单位名称, type: org-name, required: required, prefill: [{ from: 营业执照.名称 }] }
materials:
  - { slot: 营业执照, documents: [BL], required: required, missing: SUBJ-P02 }
points:
  - id: SUBJ-P02
    statement: 名称与营业执照一致
    automation: auto
    tier: rule
    severity: correct
    defect: D04
    reads: [申请表.subj_name, 营业执照.名称]
    check: 申请表.subj_name = 营业执照.名称
    message: 名称不一致
    fix: 照执照填写
`

const MATTER = `id: M01
name: 食品经营许可
category: C01
dept: 区市场监督管理局
applicants: [企业]
basis: [{ law: 中华人民共和国食品安全法, article: 第三十五条, certainty: verified_text }]
fields:
  - { key: fd_items, name: 经营项目, type: list, required: required }
points:
  - id: M01-P01
    statement: 人工看
    automation: manual
    tier: manual
    severity: advise
    defect: D15
    message: 需要人看
    fix: 等候核查
`

const SCENARIO = `id: S001
name: 新办
situation: 新办
applicants: [企业]
modules: [MOD-SUBJ]
base: full
`

const folders: string[] = []

function catalogue(changes: Partial<Record<'module' | 'matter' | 'scenario', string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
  folders.push(folder)
  mkdirSync(join(folder, 'modules'))
  mkdirSync(join(folder, 'matters/food'), { recursive: true })
  writeFileSync(join(folder, 'categories.yaml'), CATEGORIES)
  writeFileSync(join(folder, 'modules/MOD-SUBJ.yaml'), changes.module ?? MODULE)
  writeFileSync(join(folder, 'matters/food/matter.yaml'), changes.matter ?? MATTER)
  writeFileSync(join(folder, 'matters/food/S001.yaml'), changes.scenario ?? SCENARIO)
  return folder
}

function faultsOf(changes: Parameters<typeof catalogue>[0]) {
  try {
    loadCatalogue({ folder: catalogue(changes) })
  } catch (error) {
    if (error instanceof CatalogueError) return error.faults
    throw error
  }
  return []
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

test('a scenario is put together from its modules, its matter and its own parts', () => {
  const loaded = loadCatalogue({ folder: catalogue() })
  const scenario = loaded.scenarios.get('S001')
  expect(scenario?.points.map(({ point }) => point.id)).toEqual(['SUBJ-P02', 'M01-P01'])
  expect(scenario?.fields.map(({ field }) => field.key)).toEqual(['subj_name', 'fd_items'])
  expect(scenario?.points[0]?.versions[0]?.basis[0]?.article).toBe('第三十五条')
})

test('base: condbase makes the matter conditional, nobase leaves it out', () => {
  const eased = loadCatalogue({ folder: catalogue({ scenario: SCENARIO.replace('full', 'condbase') }) })
  expect(eased.scenarios.get('S001')?.fields.map(({ field }) => field.required)).toEqual(['required', 'conditional'])
  const bare = loadCatalogue({ folder: catalogue({ scenario: SCENARIO.replace('full', 'nobase') }) })
  expect(bare.scenarios.get('S001')?.points.map(({ point }) => point.id)).toEqual(['SUBJ-P02'])
})

test('a fault names file, line, column and how to mend it', () => {
  const [fault] = faultsOf({ module: MODULE.replace('= 营业执照.名称', '= 营业执照.字号') })
  expect(fault?.file.endsWith('modules/MOD-SUBJ.yaml')).toBe(true)
  expect(fault?.line).toBe(16)
  expect(fault?.column).toBe(12 + '申请表.subj_name = '.length)
  expect(fault?.message).toBe('未知路径 营业执照.字号')
  expect(fault?.fix).not.toBe('')
})

test.each([
  [
    'a path that the check reads is not in reads',
    MODULE.replace('[申请表.subj_name, 营业执照.名称]', '[申请表.subj_name]'),
    'check 读了 营业执照.名称',
  ],
  [
    'a path in reads is not read',
    MODULE.replace('营业执照.名称]', '营业执照.名称, 营业执照.住所]'),
    'check 没有读 营业执照.住所',
  ],
  [
    'a placeholder of the message is unknown',
    MODULE.replace('名称不一致', '名称{营业执照.字号}不一致'),
    '提示语里的 {营业执照.字号}',
  ],
  ['a prefill source is unknown', MODULE.replace('from: 营业执照.名称', 'from: 执照.名称'), '未知路径 执照.名称'],
  ['a document type is unknown', MODULE.replace('[BL]', '[XX]'), '没有文书类型 XX'],
  ['the message is missing', MODULE.replace('    message: 名称不一致\n', ''), 'message'],
  ['an automatic point has no check', MODULE.replace(/ {4}check: .*\n/, ''), '自动要点缺 check'],
  ['a word is not in the format', MODULE.replace('severity: correct', 'severity: 补正'), 'severity'],
])('refuses when %s', (_, module, message) => {
  expect(
    faultsOf({ module })
      .map((fault) => fault.message)
      .join('；'),
  ).toContain(message)
})

const LIMITED = `${MODULE.replace('desc: 企业类事项引用\n', 'desc: 企业类事项引用\nparameters: { 期限: { type: integer } }\n')}  - id: SUBJ-P03
    statement: 面积不小于期限
    automation: auto
    tier: rule
    severity: correct
    defect: D04
    reads: [参数.期限]
    check: 参数.期限 >= 10
    message: 期限是{参数.期限}
    fix: 改正
`

const verdictOf = (matter: string, scenario = SCENARIO) => {
  const loaded = loadCatalogue({ folder: catalogue({ module: LIMITED, matter, scenario }) })
  const judged = judge({
    catalogue: loaded,
    scenario: 'S001',
    at: '2026-06-01',
    applicant: null,
    materials: [],
    sources: [],
  })
  return judged.findings.find(({ point }) => point === 'SUBJ-P03')
}
const giving = (value: string, more = '') => `${MATTER}parameters: { 期限: { value: ${value}${more} } }\n`

test('a module reads the parameter that the matter gives, the scenario before the matter', () => {
  expect(verdictOf(giving('10'))?.verdict).toBe('pass')
  expect(verdictOf(giving('9'))?.message).toBe('期限是9')
  expect(verdictOf(giving('10'), `${SCENARIO}parameters: { 期限: { value: 9 } }\n`)?.verdict).toBe('fail')
})

test('a parameter that no matter gives leaves the point to a person, as 依据待核', () => {
  const finding = verdictOf(MATTER)
  expect(finding?.verdict).toBe('unsure')
  expect(finding?.message).toContain('依据待核')
})

test('a point rests on what the parameter it reads rests on', () => {
  const law = ', basis: [{ law: 某办法, article: 第三条, certainty: verified_text }]'
  expect(verdictOf(giving('10', law))?.basis.map((one) => one.law)).toEqual(['某办法'])
  expect(verdictOf(giving('10', ', basis: []'))?.basisUnconfirmed).toBe(true)
  expect(verdictOf(giving('10'))?.basis.map((one) => one.law)).toEqual(['中华人民共和国食品安全法'])
})

test('a parameter of another type than declared and an adjustment of nothing are refused', () => {
  expect(faultsOf({ module: LIMITED, matter: giving('十天') })[0]?.message).toBe('参数 期限 的类型不对')
  const adjusting = `${MATTER}adjust: { fields: { subj_nam: { hint: 照写 } } }\n`
  expect(faultsOf({ matter: adjusting }).map(({ message }) => message)).toEqual(['没有表单项 subj_nam 可改'])
})

test('a table with two rows about the same thing is refused, wherever it is written', () => {
  const table = 'parameters: { 配备: { value: [{ 岗位: 店长, 人数: 1 }, { 岗位: 店长, 人数: 2 }] } }\n'
  const told = (changes: Parameters<typeof catalogue>[0]) =>
    faultsOf(changes).flatMap(({ file, message }) => (message.includes('结果却不一样') ? file : []))
  expect(told({ matter: MATTER + table })).toEqual([expect.stringContaining('matter.yaml')])
  expect(told({ scenario: SCENARIO + table })).toEqual([expect.stringContaining('S001.yaml')])
  expect(told({ module: MODULE + table })).toEqual([expect.stringContaining('MOD-SUBJ.yaml')])
})

test('a matter words a field of a module otherwise, and only that of it', () => {
  const adjusting = `${MATTER}adjust: { fields: { subj_name: { hint: 照批文写 } } }\n`
  const field = loadCatalogue({ folder: catalogue({ matter: adjusting }) }).scenarios.get('S001')?.fields[0]?.field
  expect(field).toMatchObject({ key: 'subj_name', hint: '照批文写', required: 'required' })
  expect(field?.prefill).toEqual([{ from: '营业执照.名称' }])
})

const VERSIONS = `    versions:
      - { version: '2015', to: 2023-11-30, check: 申请表.subj_name = 营业执照.名称 }
      - { version: '2023', from: 2023-12-01, check: 营业执照.名称 = 申请表.subj_name }
`

test('versions that overlap are refused, versions that follow each other are not', () => {
  const dated = MODULE.replace(/ {4}check: .*\n/, VERSIONS)
  expect(faultsOf({ module: dated })).toEqual([])
  const faults = faultsOf({ module: dated.replace('2023-12-01', '2023-11-30') })
  expect(faults.map(({ message }) => message)).toEqual(['两个版本的日期重叠'])
})

test('versions with a gap between them are refused, and one that ends with nothing after it is shown', () => {
  const dated = MODULE.replace(/ {4}check: .*\n/, VERSIONS)
  const faults = faultsOf({ module: dated.replace('2023-12-01', '2024-01-01') })
  expect(faults.map(({ line, message }) => [line, message])).toEqual([
    [18, '2023-12-01 到 2024-01-01 前没有施行中的版本'],
  ])
  const ended = dated.replace('from: 2023-12-01,', 'from: 2023-12-01, to: 2025-12-31,')
  const { warnings } = loadCatalogue({ folder: catalogue({ module: ended }) })
  expect(warnings.map(({ message }) => message)).toEqual(['SUBJ-P02 的版本只到 2025-12-31，以后转人工'])
})

test('on a day without a version in force a person decides: the point neither passes nor falls away', () => {
  const ended = VERSIONS.replace('from: 2023-12-01,', 'from: 2023-12-01, to: 2025-12-31,')
  const { scenarios, policy } = loadCatalogue({
    folder: catalogue({
      module: MODULE.replace('severity: correct', 'severity: block').replace(/ {4}check: .*\n/, ended),
    }),
  })
  const scenario = scenarios.get('S001')
  const rule = scenario?.points.find(({ point }) => point.id === 'SUBJ-P02')
  if (!scenario || !rule) throw new Error('no point')
  const [one] = parsePointCases(
    '{ point: SUBJ-P02, scenario: S001, at: 2026-01-01, cases: [{ name: x, expect: unsure, facts: { 申请表.subj_name: 甲, 营业执照.名称: 甲 } }] }',
  )
  if (!one) throw new Error('no case')
  const { knowledge, context } = pointCaseContext(one, scenario, policy)
  const found = reviewPoint(rule, context, knowledge('block'))
  expect(found).toMatchObject({ verdict: 'unsure', because: null, basisUnconfirmed: true, version: '' })
  expect(found.blockers).toEqual([
    expect.objectContaining({ state: 'manual', missing: '依据待核：2026-01-01 没有施行中的版本' }),
  ])
})

test('a point with an empty basis is shown as 依据待核, not refused', () => {
  const loaded = loadCatalogue({ folder: catalogue({ module: `${MODULE}    basis: []\n` }) })
  expect(loaded.warnings.map(({ message }) => message)).toEqual(['SUBJ-P02 依据待核'])
})

test('a material whose lack no point says is refused, where the point is named or asks 材料位.已提供 it is not', () => {
  const silent = MODULE.replace(', missing: SUBJ-P02', '')
  const [fault] = faultsOf({ module: silent })
  expect(fault?.message).toBe('情形 S001 的材料“营业执照”缺了，没有要点指出')
  expect(fault?.file.endsWith('food/S001.yaml')).toBe(true)
  const asking = silent
    .replace('营业执照.名称]', '营业执照.名称, 材料位.已提供]')
    .replace('= 营业执照.名称\n', '= 营业执照.名称 and (every s in 材料位 satisfies s.已提供)\n')
  expect(faultsOf({ module: asking })).toEqual([])
})

test('the version of the catalogue changes with any of its files', () => {
  const [a, b, c] = [catalogue(), catalogue(), catalogue({ module: MODULE.replace('照执照填写', '照营业执照填写') })]
  const version = (folder: string) => loadCatalogue({ folder }).version
  expect(version(a)).toBe(version(b))
  expect(version(c)).not.toBe(version(a))
})

test('the version changes with the document types', () => {
  const folder = catalogue()
  const facts = mkdtempSync(join(tmpdir(), 'facts-'))
  folders.push(facts)
  cpSync(fileURLToPath(new URL('../../facts/', import.meta.url)), facts, { recursive: true })
  const before = loadCatalogue({ folder, facts }).version
  expect(loadCatalogue({ folder }).version).toBe(before)
  const lease = join(facts, 'documents/lease.yaml')
  writeFileSync(lease, readFileSync(lease, 'utf8').replace('labels: [合同编号', 'labels: [契约编号, 合同编号'))
  expect(loadCatalogue({ folder, facts }).version).not.toBe(before)
}, 60_000)

test('the catalogue of the product has no fault, and is the same whether just checked or kept', () => {
  const checked = loadCatalogue({ fresh: true })
  expect(checked.scenarios.size).toBeGreaterThanOrEqual(100)
  expect(loadCatalogue().version).toBe(checked.version)
}, 120_000)

test('a condition that sends people to a scenario that does not exist is refused with its place', () => {
  const conditions = `conditions:
  - { id: M01-C1, text: 不是只卖预包装食品, mode: auto, check: 已填写(申请表.fd_items), otherwise: S999 }
points:`
  const [fault] = faultsOf({ matter: MATTER.replace('points:', conditions) })
  expect(fault?.message).toBe('没有情形 S999')
  expect(fault?.file.endsWith('food/matter.yaml')).toBe(true)
  expect(faultsOf({ matter: MATTER.replace('points:', conditions.replace('S999', 'S001')) })).toEqual([])
})
