import { addDays } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bankAccount } from '../parts/bank.ts'
import { mayLeaveUnasked } from '../parts/blank-field.ts'
import { insured, medicalVisit, recordHospital } from '../parts/medical-bill.ts'
import { visitEarlier } from '../parts/medical-bill-defects.ts'
import { type Hospital, settlement, type Visit } from '../parts/medical-visit.ts'

/** M39 基本医疗保险医疗费用零星报销 */
export const SCENARIOS: MatterRecipe = { S081: apply }

const AWAY: Hospital = { name: '苏州平江示例医院', area: '江苏省苏州市', grade: '三级' }

function apply(d: Draft): void {
  const random = d.random('reimbursement')
  const self = personalApplicant(d, { age: [24, 75] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  bankAccount(d, { name: self.name, key: { cnid: self.number } })
  agent(d, { name: self.name, signer: self.name, firm: false }, '医疗费用报销')
  insured(d, self, random.chance(0.75) ? '职工医保' : '居民医保', {
    参保期间: { from: addDays(d.at, -random.int(900, 3000)), to: '长期' },
  })
  const way = random.pick(['住院', '门急诊'] as const)
  const away = random.chance(0.25)
  const reason = away ? '异地急诊' : random.pick(['未持卡就医', '急诊抢救', '系统故障未能刷卡'])
  const visit = medicalVisit(d, self, {
    way,
    daysAgo: [25, 110],
    settled: false,
    ...(away
      ? { hospital: AWAY, complaint: ['急诊内科', '突发胸闷两小时', '急性心肌缺血', '急诊留观，予扩冠治疗'] }
      : {}),
  })
  const { hospital } = visit
  d.known({
    ls_way: way,
    ls_area: hospital.area,
    ls_hosp: `${hospital.grade}，医保定点`,
    ls_apply: { fen: visit.total, currency: 'CNY' },
  })
  d.typed({ ls_reason: reason })
  mayLeaveUnasked(d, 'ls_reason', away ? { 'M39-P01': '没有填零星报销原因' } : {})
  offerDefects(d, self, visit)
}

function offerDefects(d: Draft, self: PersonalApplicant, visit: Visit): void {
  d.mayFail({
    id: 'hospital-not-designated',
    title: '在不是医保定点的机构看的普通门诊',
    slot: '医疗收费票据',
    touches: '定点',
    refuse: true,
    fails: { 'M39-P01': '就医机构不是医保定点' },
    apply: (draft) => {
      draft.registry.医疗机构库 = []
      recordHospital(draft, visit.hospital, { 医保定点: false })
      draft.form.ls_hosp = `${visit.hospital.grade}，不是医保定点`
      draft.form.ls_reason = '未持卡就医'
      draft.answer('ls_reason', '未持卡就医')
      for (const { content } of draft.of('门急诊病历'))
        Object.assign(content.fields, {
          科室: '内科',
          主诉: '咳嗽咳痰三天',
          诊断: '急性支气管炎',
          处理: '口服药物治疗',
        })
      if (draft.of('门急诊病历').length > 0) draft.form.mf_diag = visit.bills.map(() => '急性支气管炎').join('；')
    },
  })
  d.mayFail({
    id: 'claimed-too-late',
    title: '费用过了次年六月底才来报',
    slot: '医疗收费票据',
    touches: '时限',
    refuse: true,
    fails: { 'M39-P05': '过了次年6月30日' },
    apply: (draft) => visitEarlier(draft, visit, 560),
  })
  d.mayFail({
    id: 'settled-by-card',
    title: '这笔费用当时已经刷卡联网结算',
    slot: '医保结算',
    refuse: true,
    fails: { 'M39-P04': '费用已经医保联网结算' },
    apply: (draft) => {
      const [first] = visit.bills
      if (first)
        draft.record(
          '医保结算库',
          { cnid: self.number },
          { ...settlement(self, visit.hospital, first), 结算方式: '联网结算' },
        )
    },
  })
}
