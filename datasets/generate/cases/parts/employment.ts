import type { CaseValue } from '../../../case-format.ts'
import { uscc } from '../../world/codes.ts'
import { addDays } from '../../world/dates.ts'
import { tradeName } from '../../world/names.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import type { PersonalApplicant } from './applicant-person.ts'
import { whose } from './kin.ts'

/** How somebody left the last job. */
export interface Leaving {
  self: PersonalApplicant
  firm: { name: string; code: string }
  /** Day on which the contract ended. */
  on: string
  reason: string
  /** Months of unemployment insurance paid. */
  months: number
}

/** Ends of a contract that were not the worker's own wish. */
const REASONS = [
  '劳动合同期满终止',
  '用人单位提出协商解除劳动合同',
  '用人单位经济性裁员',
  '用人单位被吊销营业执照，劳动合同终止',
]

/** The firm that the applicant left `days` ago, and the social insurance paid there until then. */
export function leftJob(
  d: Draft,
  self: PersonalApplicant,
  days: number,
  years: readonly [number, number] = [1, 12],
): Leaving {
  const random = d.random('left-job')
  const firm = {
    name: `上海${tradeName(random)}${random.pick(['餐饮管理', '物流', '商贸', '信息科技', '物业管理'])}有限公司`,
    code: uscc(random, DISTRICT.code, '91'),
  }
  const on = addDays(d.at, -days)
  const months = random.int(years[0] * 12 + 1, years[1] * 12)
  d.record(
    '社保库',
    { cnid: self.number },
    {
      ...whose(self),
      参保单位: firm.name,
      单位统一社会信用代码: firm.code,
      险种: ['养老保险', '医疗保险', '失业保险', '工伤保险'],
      参保状态: '停缴',
      参保身份: '单位职工',
      参保起始日期: addDays(on, -months * 30),
      最近缴费月: `${on.slice(0, 7)}-01`,
      累计缴费月数: months,
      连续缴费月数: 0,
      失业保险累计月数: months,
      失业金已领月数: 0,
      享受待遇: [],
    },
  )
  return { self, firm, on, reason: random.pick(REASONS), months }
}

/** How the end of the job is shown: filed by the firm online, on paper, or both. */
export function dismissed(d: Draft, self: PersonalApplicant, left: Leaving, how: 'filed' | 'paper' | 'both'): void {
  const fields: Record<string, CaseValue> = {
    单位名称: left.firm.name,
    统一社会信用代码: left.firm.code,
    终止日期: left.on,
    终止原因: left.reason,
  }
  if (how !== 'paper')
    d.record('退工备案库', { cnid: self.number }, { ...whose(self), ...fields, 备案日期: addDays(left.on, 3) })
  if (how !== 'filed')
    d.paper(
      '解除劳动关系证明',
      'TER',
      { ...whose(self), ...fields, 签章日期: left.on },
      {
        variant: d.random('dismissed').pick(['退工证明', '解除终止证明']),
        marks: { 单位盖章: left.firm.name, 本人签名: self.name },
      },
    )
}
