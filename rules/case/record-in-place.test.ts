import { expect, test } from 'vitest'
import type { Value } from '../../facts/values/value.ts'
import { judge, loadCatalogue, requiredSources, type SourceAnswer, type SubmittedMaterial } from '../index.ts'

const catalogue = loadCatalogue()
const AT = '2026-06-01'

function answer(source: string, record: SourceAnswer['record'] | null, recordId = '1'): SourceAnswer {
  const state = record ? 'ok' : 'absent'
  return { source, about: null, state, record: record ?? {}, recordId, asOf: '2026-05-30', requestId: 'r' }
}

const run = (scenario: string, sources: SourceAnswer[], answers: Record<string, unknown> = {}) =>
  judge({ catalogue, scenario, at: AT, applicant: null, materials: [], sources, answers })

const project = (类别: string, 认定日期 = '2025-09-01') => ({
  类别,
  项目名称: '工业视觉检测平台研发',
  项目编号: '25HX1100001',
  承担单位: '上海知行智能科技有限公司',
  认定日期,
  状态: '有效',
})

const slot = (judged: ReturnType<typeof run>, name: string) => judged.materials.find((one) => one.slot === name)

test('a project file is spared exactly when the register of projects has the project, whose record then says what the file would', () => {
  const found = run('S063', [answer('科技项目库', project('科技小巨人'))])
  expect(slot(found, '立项文件')).toMatchObject({ need: 'exempt', status: 'exempt' })
  expect(found.facts.facts.get('立项文件.承担单位')).toMatchObject({
    value: '上海知行智能科技有限公司',
    evidence: [{ kind: 'source', source: '科技项目库' }],
  })
  expect(found.form.find(({ key }) => key === 'fd_no')?.value).toBe('25HX1100001')

  const none = run('S063', [answer('科技项目库', null)])
  expect(slot(none, '立项文件')).toMatchObject({ need: 'required', status: 'missing' })
  const other = run('S063', [answer('科技项目库', project('高新技术企业'))])
  expect(slot(other, '立项文件')).toMatchObject({ need: 'required', status: 'missing' })
})

test('with a register that does not answer, or two projects, nobody can tell whether the file is spared', () => {
  const down: SourceAnswer = { ...answer('科技项目库', null), state: 'unavailable' }
  expect(slot(run('S063', [down]), '立项文件')?.need).toBe('unknown')
  const two = [answer('科技项目库', project('科技小巨人')), answer('科技项目库', project('科技小巨人培育'), '2')]
  expect(slot(run('S063', two), '立项文件')?.need).toBe('unknown')
})

test('of several high-tech certificates the newest stands in for the paper', () => {
  const { facts } = run('S065', [
    answer('科技项目库', project('高新技术企业', '2022-09-01')),
    answer('科技项目库', project('高新技术企业', '2025-09-01'), '2'),
  ])
  expect(facts.facts.get('高新技术企业证书.发证时间')?.value).toBe('2025-09-01')
})

test('a house in the register spares the deed only when it is the place applied for', () => {
  const house = answer('不动产登记库', { 坐落: '上海市普陀区长安路18弄3号102室', 权利人: '王小满', 用途: '商业' })
  const here = run('S001', [house], { prem_addr: '上海市普陀区长安路18弄3号102室' })
  expect(slot(here, '不动产权证书')?.need).toBe('exempt')
  expect(here.form.find(({ key }) => key === 'prem_use')?.value).toBe('商业')
  const elsewhere = run('S001', [house], { prem_addr: '上海市普陀区长安路18弄3号103室' })
  expect(slot(elsewhere, '不动产权证书')?.need).toBe('required')
})

test('a filing that the library of electronic licences holds need not be handed in to change it', () => {
  const filing = { 企业名称: '上海知行医疗器械有限公司', 备案编号: '沪普药监械经营备20240001号', 证照状态: '有效' }
  const judged = run('S043', [{ ...answer('电子证照', filing), about: '第二类医疗器械经营备案凭证' }])
  expect(slot(judged, '原许可证')?.need).toBe('exempt')
  expect(judged.facts.facts.get('原许可证.证号')?.value).toBe('沪普药监械经营备20240001号')
})

test('a qualification in the register stands beside the certificates handed in, for people on the list who handed none in', () => {
  const quality = { score: 0.9, issues: [], advice: [] }
  const read = (documentType: string, fields: Record<string, Value>, id: string, slot: string): SubmittedMaterial => ({
    id,
    slot,
    fileName: `${id}.jpg`,
    error: null,
    documents: [
      {
        documentType,
        confidence: 0.99,
        pages: [1],
        fields: Object.fromEntries(
          Object.entries(fields).map(([label, value]) => [
            label,
            { value, raw: String(value), label, confidence: 0.99, state: 'ok' as const, page: 1, box: null },
          ]),
        ),
        marks: [],
        quality,
      },
    ],
  })
  const [one, other] = ['310107198503121023', '310107199501011052']
  const person = (证件号码: string) => ({ 姓名: '王小满', 证件号码, 资格名称: '游泳救生员', 状态: '有效' })
  const { facts } = judge({
    catalogue,
    scenario: 'S038',
    at: AT,
    applicant: null,
    materials: [
      read(
        '人员名单',
        {
          人员: [
            { 姓名: '王小满', 证件号码: one },
            { 姓名: '周立夏', 证件号码: other },
          ],
        },
        'a',
        '人员名单',
      ),
      read('职业资格证书', { 姓名: '王小满', 证件号码: one, 职业名称: '游泳救生员' }, 'b', '职业资格证书'),
    ],
    sources: [
      answer('人员资格库', person(one)),
      answer('人员资格库', person(other), '2'),
      answer('人员资格库', person('310107197904084716'), '3'),
    ],
  })
  const numbers = facts.lists.get('职业资格证书')?.map((item) => item.get('证件号码')?.value)
  expect(numbers).toEqual([one, other])
})

test('sources that may spare a paper are asked', () => {
  const scenario = catalogue.scenarios.get('S063')
  expect(scenario && requiredSources(scenario).map(({ source }) => source)).toContain('科技项目库')
})
