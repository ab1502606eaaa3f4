import { expect, test } from 'vitest'
import type { CaseValue, RegistryRecord } from '../case-format.ts'
import { ageOf, districtIn, hukouOf, inOurDistrict, inShanghai, insuredBy } from './persons.ts'
import { TrueCase } from './true-case.ts'

const ID = '310107195103027246'

const about = (fields: Record<string, CaseValue>) =>
  ({ 键: { cnid: ID }, asOf: '当日', ...fields }) as unknown as RegistryRecord

function caseWith(registry: ConstructorParameters<typeof TrueCase>[0]['registry'], form = {}) {
  const applicant = { kind: 'person', name: '甲', idNumber: ID } as const
  return new TrueCase(
    { scenario: 'S090', at: '2026-03-01', applicant, form, documents: [], registry },
    { slots: [], fields: [], situation: '新办', district: '普陀区', parameters: new Map() },
  )
}

test('a Shanghai district without the city is in Shanghai, one of another city is not', () => {
  expect(inShanghai('普陀区大渡河路1668号')).toBe(true)
  expect(inShanghai('江苏省南京市鼓楼区上海路1号')).toBe(false)
  expect(districtIn('上海市闸北区芷江路5号')).toBe('静安区')
  expect(districtIn('杭州市西湖区文三路1号')).toBeNull()
})

test('an address without a district is neither in ours nor out of it, one in another province is out', () => {
  expect(inOurDistrict(caseWith({}), '大渡河路1668号')).toBeNull()
  expect(inOurDistrict(caseWith({}), '上海市普陀区大渡河路1668号')).toBe(true)
  expect(inOurDistrict(caseWith({}), '浙江省杭州市西湖区文三路1号')).toBe(false)
})

test('age is full years by the number, and the population register outweighs the form', () => {
  expect(ageOf(caseWith({}))).toBe(74)
  const registered = { 人口库: [about({ 户籍地址: '江苏省苏州市姑苏区观前街1号' })] }
  expect(inShanghai(hukouOf(caseWith(registered, { p_huji: '上海市普陀区大渡河路1668号' })))).toBe(false)
})

test('insurance paid elsewhere or no longer paid is not insurance by the firm', () => {
  const insured = (uscc: string, state: string) =>
    caseWith({ 社保库: [about({ 单位统一社会信用代码: uscc, 参保状态: state })] })
  expect(insuredBy(insured('A', '在缴'), ID, 'A', '甲公司')).toBe(true)
  expect(insuredBy(insured('B', '在缴'), ID, 'A', '甲公司')).toBe(false)
  expect(insuredBy(insured('A', '停缴'), ID, 'A', '甲公司')).toBe(false)
})
