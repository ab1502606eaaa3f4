import { expect, test } from 'vitest'
import type { CaseValue, RegistryRecord } from '../../case-format.ts'
import type { Checks } from '../label.ts'
import { TrueCase, type TrueDocument } from '../true-case.ts'
import { CHECKS as M31 } from './m31.ts'
import { CHECKS as M34 } from './m34.ts'
import { CHECKS as M39 } from './m39.ts'
import { CHECKS as M41 } from './m41.ts'
import { CHECKS as M51 } from './m51.ts'

const ID = '310107195103027246'

/** A record about the applicant. */
const about = (fields: Record<string, CaseValue>) =>
  ({ 键: { cnid: ID }, asOf: '当日', ...fields }) as unknown as RegistryRecord

interface Given {
  form?: Record<string, CaseValue>
  documents?: readonly TrueDocument[]
  registry?: ConstructorParameters<typeof TrueCase>[0]['registry']
  idNumber?: string
  scenario?: string
}

/** Verdict of a point on a case with little in it, on 2026-03-01. */
function verdict(
  checks: Checks,
  point: string,
  { form = {}, documents = [], registry = {}, idNumber = ID, scenario = 'S001' }: Given,
) {
  const applicant = { kind: 'person', name: '甲', idNumber } as const
  const c = new TrueCase(
    { scenario, at: '2026-03-01', applicant, form, documents, registry },
    { slots: [], fields: [], situation: '新办', district: '普陀区', parameters: new Map() },
  )
  return checks[point]?.(c).verdict
}

test('a man born in June 1965 retires two months after sixty, a woman of 52 may be either', () => {
  const born = (birth: string, sex: string) => ({
    registry: { 人口库: [about({ 出生日期: birth, 性别: sex })] },
  })
  expect(verdict(M31, 'M31-P01', born('1965-06-15', '男'))).toBe('fail')
  expect(verdict(M31, 'M31-P01', born('1966-01-15', '男'))).toBe('pass')
  expect(verdict(M31, 'M31-P01', born('1974-01-15', '女'))).toBe('person')
  expect(verdict(M31, 'M31-P01', born('1990-01-15', '女'))).toBe('pass')
  expect(verdict(M31, 'M31-P01', born('1967-01-15', '女'))).toBe('fail')
})

test('months claimed must be as many as asked for and all paid', () => {
  const paid = (months: number) => ({
    社保库: [
      about({ 参保身份: '灵活就业人员', 参保起始日期: '2020-01-01', 最近缴费月: '2026-02-01', 连续缴费月数: months }),
    ],
  })
  const form = { lh_pay: '养老、医疗，2025年9月至2026年2月', lh_month: 6 }
  expect(verdict(M34, 'M34-P02', { form, registry: paid(6) })).toBe('pass')
  expect(verdict(M34, 'M34-P02', { form, registry: paid(4) })).toBe('fail')
  expect(verdict(M34, 'M34-P02', { form: { ...form, lh_month: 7 }, registry: paid(20) })).toBe('fail')
  expect(verdict(M34, 'M34-P02', { form: { ...form, lh_pay: '2025-09至2026-02' }, registry: paid(6) })).toBe('pass')
})

test('an injury is another’s to pay for only when the words say so without denying it', () => {
  const injury = (words: string) => verdict(M39, 'M39-P03', { form: { mf_injury: words } })
  expect(injury('过马路被轿车撞伤，对方全责')).toBe('fail')
  expect(injury('在家中自行滑倒，无第三方责任')).toBe('pass')
  expect(injury('非工伤，非交通事故')).toBe('pass')
  expect(injury('上班途中骑车摔倒')).toBe('fail')
})

test('an appointment falls in a session of its day and half day that has places left', () => {
  const asked = (hq_date: string, left: number, offered = '周一至周五 上午') =>
    verdict(M41, 'M41-P04', {
      form: { hq_date },
      registry: { 预约号源库: [about({ 服务: '婚前保健', 时段: offered, 余号: left })] },
    })
  expect(asked('2026-03-04 上午', 3)).toBe('pass')
  expect(asked('2026-03-04 上午', 0)).toBe('fail')
  expect(asked('2026-03-07 上午', 3)).toBe('fail')
  expect(asked('2026年3月4日下午', 3, '2026-03-04 08:30-11:00')).toBe('fail')
})

test('a name needs its district and must not sound like the state', () => {
  const named = (mf2_name: string) => verdict(M51, 'M51-P01', { scenario: 'S098', form: { mf2_name } })
  expect(named('上海市普陀区乐邻社区服务中心')).toBe('pass')
  expect(named('上海普陀区乐邻社区服务中心')).toBe('pass')
  expect(named('上海市乐邻社区服务中心')).toBe('fail')
  expect(named('普陀区中国乐邻服务中心')).toBe('fail')
})

test('a supervisor or a plain member of the board is no legal representative', () => {
  const led = (title: string) =>
    verdict(M51, 'M51-P04', {
      scenario: 'S098',
      form: { mf2_lrep: '乙', mf2_board: [{ 姓名: '乙', 职务: title, 证件号码: ID }] },
    })
  expect(led('监事')).toBe('fail')
  expect(led('副理事长')).toBe('pass')
  expect(led('理事')).toBe('fail')
})
