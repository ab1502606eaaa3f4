import type { CaseValue } from '../../../case-format.ts'
import type { Person } from '../../world/people.ts'

/** A hospital as the register of medical institutions holds it. */
export interface Hospital {
  name: string
  area: string
  grade: string
}

export interface VisitOptions {
  way: '住院' | '门急诊'
  /** Length of a stay in days; drawn when missing. */
  days?: number
  /** Days before the application on which the visit began. */
  daysAgo: readonly [number, number]
  /** Settled with the medical insurance when it was paid, or paid in cash. */
  settled: boolean
  /** Number of bills of outpatient visits. */
  bills?: number
  hospital?: Hospital
  /** Kind of insurance printed on the bill. */
  insurance?: string
  /** Diagnosis, department and the like of an outpatient visit: 科室 主诉 诊断 处理. */
  complaint?: readonly [string, string, string, string]
  variant?: string
}

/** One bill, its amounts in 分. */
export interface Bill {
  number: string
  total: number
  /** 个人自付 and 个人自费. */
  self: number
  own: number
  from: string
  to: string
}

/** A stay or some visits: what MOD-MEDFEE asks about. */
export interface Visit {
  way: VisitOptions['way']
  hospital: Hospital
  from: string
  to: string
  days: number
  diagnosis: string
  /** An accident without anybody else's fault. */
  injured: boolean
  bills: Bill[]
  total: number
  self: number
}

/** An amount of 分. */
export const fen = (amount: number): { fen: number; currency: string } => ({ fen: amount, currency: 'CNY' })

/** A settlement of a bill as the insurance holds it. */
export function settlement(self: Person, hospital: Hospital, bill: Bill): Record<string, CaseValue> {
  return {
    证件号码: self.number,
    票据号码: bill.number,
    医疗机构: hospital.name,
    就诊时间: { from: bill.from, to: bill.to },
    结算日期: bill.to,
    总费用: fen(bill.total),
  }
}
