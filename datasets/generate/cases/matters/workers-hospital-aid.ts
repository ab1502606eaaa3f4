import { addDays, addYears } from '../../world/dates.ts'
import { tradeName } from '../../world/names.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bankAccount } from '../parts/bank.ts'
import { insured, medicalVisit } from '../parts/medical-bill.ts'
import { visitEarlier } from '../parts/medical-bill-defects.ts'
import type { Visit } from '../parts/medical-visit.ts'

/** M37 在职职工住院报销补贴（职工医疗互助保障） */
export const SCENARIOS: MatterRecipe = { S078: apply }

function apply(d: Draft): void {
  const random = d.random('workers-aid')
  const self = personalApplicant(d, { age: [24, 58] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  bankAccount(d, { name: self.name, key: { cnid: self.number } })
  agent(d, { name: self.name, signer: self.name, firm: false }, '职工医疗互助住院补贴')
  insured(d, self, '职工医保')
  const visit = medicalVisit(d, self, { way: '住院', daysAgo: [25, 150], settled: true })
  const unit = `上海${tradeName(random)}${random.pick(['物流', '机电设备', '商业管理', '印务'])}有限公司工会委员会`
  const code = `PT${random.digits(8)}`
  const from = addDays(visit.from, -random.int(60, 180))
  const period = { from, to: addDays(addYears(from, 1), -1) }
  d.record(
    '职工互保库',
    { cnid: self.number },
    {
      姓名: self.name,
      参保单位: unit,
      参保编码: code,
      保障期间: period,
      等待期至: addDays(from, 30),
      状态: '有效',
    },
  )
  d.known({
    gh_unit: unit,
    gh_code: code,
    gh_period: period,
    gh_days: visit.days,
    gh_self: { fen: visit.self, currency: 'CNY' },
  })
  offerDefects(d, visit)
}

function offerDefects(d: Draft, visit: Visit): void {
  d.mayFail({
    id: 'in-waiting-period',
    title: '住院时还在等待期内',
    slot: '职工互保',
    refuse: true,
    fails: { 'M37-P01': '等待期内住院' },
    apply: (draft) => {
      const from = addDays(visit.from, -12)
      const 保障期间 = { from, to: addDays(addYears(from, 1), -1) }
      draft.amend('职工互保库', { 保障期间, 等待期至: addDays(from, 30) })
      draft.form.gh_period = 保障期间
    },
  })
  d.mayFail({
    id: 'cover-had-ended',
    title: '住院时保障期已经结束',
    slot: '职工互保',
    refuse: true,
    fails: { 'M37-P01': '住院日期不在保障期', 'MEDFEE-P06': '住院日期不在保障期' },
    apply: (draft) => {
      const to = addDays(visit.from, -20)
      const 保障期间 = { from: addDays(addYears(to, -1), 1), to }
      draft.amend('职工互保库', { 保障期间, 等待期至: addDays(保障期间.from, 30) })
      draft.form.gh_period = 保障期间
    },
  })
  d.mayFail({
    id: 'one-day-too-many',
    title: '住院天数多算了一天',
    slot: '申请表',
    touches: 'gh_days',
    fails: { 'M37-P02': '住院天数多算一天' },
    apply: (draft) => draft.answer('gh_days', visit.days + 1),
  })
  d.mayFail({
    id: 'own-expense-included',
    title: '把自费的部分算进了自负',
    slot: '申请表',
    touches: 'gh_self',
    fails: { 'M37-P04': '自费部分计入了自负金额' },
    apply: (draft) =>
      draft.answer('gh_self', {
        fen: visit.self + visit.bills.reduce((sum, { own }) => sum + own, 0),
        currency: 'CNY',
      }),
  })
  d.mayFail({
    id: 'bill-not-settled',
    title: '票据没有经过医保结算',
    slot: '医疗收费票据',
    fails: { 'M37-P04': '不是医保结算后的住院收据' },
    apply: (draft) => {
      const { fields } = draft.one('医疗收费票据').content
      const zero = { fen: 0, currency: 'CNY' }
      Object.assign(fields, {
        医保统筹基金支付: zero,
        个人账户支付: zero,
        个人现金支付: fields.金额合计,
        医保类型: '自费',
      })
      draft.registry.医保结算库 = []
    },
  })
  d.mayFail({
    id: 'more-than-two-years-ago',
    title: '出院已经超过两年',
    slot: '出院小结',
    touches: '时效',
    refuse: true,
    fails: { 'M37-P05': '出院已超过两年' },
    apply: (draft) => {
      visitEarlier(draft, visit, 760)
      const from = addDays(visit.from, -760 - 120)
      const 保障期间 = { from, to: addDays(addYears(from, 1), -1) }
      draft.amend('职工互保库', { 保障期间, 等待期至: addDays(from, 30) })
      draft.amend('医保库', { 参保期间: { from: addDays(from, -900), to: '长期' } })
      draft.form.gh_period = 保障期间
    },
  })
  d.mayFail({
    id: 'old-union-code',
    title: '单位更名，参保编码还是旧的',
    slot: '申请表',
    touches: 'gh_code',
    fails: { 'M37-P06': '参保编码与职保系统不一致' },
    // The mutual aid's register fills the field and locks it: nobody can type another code. It keeps its place in the draw.
    moot: () => true,
    apply: () => {},
  })
}
