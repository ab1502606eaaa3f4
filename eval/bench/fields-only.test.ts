import { expect, test } from 'vitest'
import { blankReading } from '../../api/testing/document-reading.ts'
import type { ReadField, Reading } from '../../facts/reading.ts'
import { compareFields, fieldsAloneReport } from './fields-only.ts'

const field = (value: string, confidence = 0.95): ReadField => ({
  value,
  raw: value,
  label: '名称',
  confidence,
  state: 'ok',
  page: 1,
  box: null,
})

function reading(fields: Record<string, ReadField>, documentType = '营业执照'): Reading {
  const document = {
    documentType,
    confidence: 0.9,
    pages: [1],
    fields,
    marks: [],
    quality: { score: 1, issues: [], advice: [] },
  }
  return { ...blankReading('a.jpg'), documents: [document] }
}

test('readings of the same fields are the same, whatever marks the whole one has beside them', () => {
  const whole = reading({ 名称: field('某公司') })
  whole.documents[0]?.marks.push({ kind: 'seal', present: true, page: 1, box: null, confidence: 0.9 })
  expect(compareFields([whole], [reading({ 名称: field('某公司') })])).toEqual({
    same: { right: 2, n: 2 },
    differences: [],
  })
})

test('another value, a lost confidence, a field left out, another type and a file not read are told', () => {
  const whole = reading({ 名称: field('某公司'), 住所: field('某路'), 类型: field('有限公司') })
  const alone = reading({ 名称: field('某公可'), 住所: field('某路', 0.6) }, '其他')
  const { same, differences } = compareFields([whole], [alone])
  expect(same).toEqual({ right: 0, n: 4 })
  expect(differences.map((one) => one.field)).toEqual(['1 文书', '1 名称', '1 住所', '1 类型'])
  expect(compareFields([whole], []).same).toEqual({ right: 0, n: 4 })
  const report = fieldsAloneReport(1.6, 1.2, { same, differences })
  expect(report).toContain('之比 0.750')
  expect(report).toContain('a.jpg 1 名称："某公司"（0.95，ok） → "某公可"（0.95，ok）')
})
