import { expect, test } from 'vitest'
import type { ReadField } from '../../facts/reading.ts'
import type { Row } from '../../facts/values/value.ts'
import { judge, loadCatalogue, type SourceAnswer, type SubmittedMaterial } from '../index.ts'

const catalogue = loadCatalogue()

type Values = Record<string, string | number | Row[]>

function paper(documentType: string, values: Values, confidence = 0.97): SubmittedMaterial {
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, ReadField] => [
      name,
      { value, raw: String(value), label: '', confidence, state: 'ok', page: 1, box: null },
    ]),
  )
  const quality = { score: 1, issues: [], advice: [] }
  const document = { documentType, confidence: 0.99, pages: [1], fields, marks: [], quality, digital: false }
  return { id: documentType, slot: null, fileName: '1.jpg', documents: [document], signatures: [], error: null }
}

interface Known {
  sources?: SourceAnswer[]
  materials?: SubmittedMaterial[]
  edits?: Record<string, unknown>
}

function filled(scenario: string, key: string, { sources = [], materials = [], edits = {} }: Known = {}) {
  const { form } = judge({ catalogue, scenario, at: '2026-06-01', applicant: null, materials, sources, edits })
  return form.find((one) => one.key === key)?.value ?? null
}

test('whoever hands in no photo has the one of the register used, unless an unknown file may be the photo', () => {
  const education = paper('学历职称证书', { 姓名: '王建国' })
  const other = { ...paper('其他', {}), id: 'other' }
  expect(filled('S058', 'nu_photo', { materials: [education] })).toBe('用身份证照片')
  expect(filled('S058', 'nu_photo', { materials: [paper('证件照', {})] })).toBe('另交照片')
  expect(filled('S058', 'nu_photo', { materials: [education, other] })).toBeNull()
})

test('departments that are about to change are not filled in from the licence', () => {
  const licence: SourceAnswer = {
    ...{
      source: '电子证照',
      about: '医疗机构执业许可证',
      state: 'ok',
      asOf: '2026-06-01',
      requestId: 'r',
      recordId: 'l',
    },
    record: { 机构名称: '甲诊所', 诊疗科目: '中医科', 证照状态: '有效' },
  }
  const departments = (item: string) => filled('S057', 'cl_dept', { sources: [licence], edits: { chg_item: [item] } })
  expect(departments('主要负责人')).toEqual(['中医科'])
  expect(departments('诊疗科目')).toBeNull()
})

test('how much of the leased rooms serves the public is not told by the lease', () => {
  const lease = paper('房屋租赁合同', { 房屋坐落: '上海市普陀区真北路319弄35号', 建筑面积: 150.8 })
  expect(filled('S069', 'hr_place', { materials: [lease] })).toBeNull()
})

test('the sport applied for is the one that the plan has a place for', () => {
  const plan = (...names: string[]) => ({
    materials: [paper('平面图', { 功能区: names.map((名称) => ({ 名称, 面积: 50 })) })],
  })
  expect(filled('S038', 'sp_item', plan('游泳池', '救护室'))).toEqual(['游泳'])
  expect(filled('S038', 'sp_item', plan('攀岩岩壁区'))).toEqual(['攀岩'])
  expect(filled('S038', 'sp_item', plan('救护室'))).toBeNull()
})

test('the hospital is read from the discharge summary or the record where the bill cannot be read', () => {
  const bill = (confidence: number) => paper('医疗收费票据', { 收款单位: '上海长风示例医院' }, confidence)
  const summary = paper('出院小结', { 医院名称: '上海曹杨示例医院' })
  const record = paper('门急诊病历', { 医院名称: '上海真如示例医院' })
  expect(filled('S077', 'mf_hosp', { materials: [bill(0.97), summary] })).toBe('上海长风示例医院')
  expect(filled('S077', 'mf_hosp', { materials: [bill(0.4), summary] })).toBe('上海曹杨示例医院')
  expect(filled('S079', 'mf_hosp', { materials: [bill(0.4), record] })).toBe('上海真如示例医院')
})

test('what the old licence covers is read from the paper, unless that is what changes', () => {
  const books = paper('出版物经营许可证', { 单位名称: '甲', 经营范围: '图书、期刊零售' })
  expect(filled('S012', 'pb_scope', { materials: [books] })).toEqual(['图书', '期刊'])
  const pool = paper('高危险性体育项目经营许可证', { 经营机构名称: '甲', 许可经营的高危险性体育项目: '游泳' })
  const sports = (item: string) => filled('S039', 'sp_item', { materials: [pool], edits: { chg_item: [item] } })
  expect(sports('经营者名称')).toEqual(['游泳'])
  expect(sports('经营项目')).toBeNull()
})
