import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bankAccount } from '../parts/bank.ts'
import { mayLeaveUnasked } from '../parts/blank-field.ts'
import { whose, yuan } from '../parts/kin.ts'
import { insured, medicalVisit } from '../parts/medical-bill.ts'
import type { Visit } from '../parts/medical-visit.ts'

/** M36 市民社区医疗互助帮困计划 */
export const SCENARIOS: MatterRecipe = { S077: apply }

const KINDS = ['支内回沪退休人员', '支疆支边回沪退休人员', '其他外省市退休回沪人员', '遗属'] as const
/** Serious illnesses whose outpatient treatment counts (尿毒症透析、恶性肿瘤治疗 …). */
const SERIOUS = [
  ['肾内科', '维持性血液透析随访', '慢性肾脏病5期（尿毒症），维持性血液透析', '血液透析每周三次'],
  ['肿瘤科', '肺癌术后化疗', '肺恶性肿瘤化疗', '静脉化疗一次，四周后复诊'],
] as const

function apply(d: Draft): void {
  const random = d.random('aid')
  const self = personalApplicant(d, { local: true, age: [58, 80] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  bankAccount(d, { name: self.name, key: { cnid: self.number } })
  agent(d, { name: self.name, signer: self.name, firm: false }, '社区医疗互助帮困补助')
  const kind = random.pick(KINDS)
  const way = random.pick(['住院', '门急诊大病'] as const)
  const visit = medicalVisit(d, self, {
    way: way === '住院' ? '住院' : '门急诊',
    daysAgo: [20, 70],
    settled: false,
    insurance: '社区医疗互助帮困',
    ...(way === '住院' ? {} : { complaint: random.pick(SERIOUS), variant: random.pick(['登记单', '门急诊病历']) }),
  })
  const period = { from: `${visit.from.slice(0, 4)}-01-01`, to: `${d.at.slice(0, 4)}-12-31` }
  insured(d, self, '社区医疗互助帮困', { 人员类别: kind, 参保期间: period })
  d.known({ sq_kind: kind, sq_year: `${period.from}至${period.to}，正常`, sq_type: way })
  const need = Math.round(visit.self * 0.0055)
  d.typed({ sq_need: yuan(need) })
  if (way === '住院') d.none('不是门诊大病', 'M36-P03')
  d.person('起付线和分段比例依据待核', 'M36-P04')
  mayLeaveUnasked(d, 'sq_need', { 'M36-P04': '没有填申请金额' })
  offerDefects(d, self, visit, way)
}

function offerDefects(d: Draft, self: PersonalApplicant, visit: Visit, way: string): void {
  d.mayFail({
    id: 'more-than-paid',
    title: '申请的补助比自负的还多，没有扣起付线',
    slot: '申请表',
    touches: 'sq_need',
    fails: { 'M36-P04': '申请补助金额超过自负金额' },
    apply: (draft) => draft.answer('sq_need', { fen: visit.self + 30000, currency: 'CNY' }),
  })
  d.mayFail({
    id: 'insured-as-worker',
    title: '已经参加职工医保',
    slot: '医保参保',
    refuse: true,
    fails: { 'M36-P01': '已参加职工医保' },
    apply: (draft) =>
      draft.record(
        '医保库',
        { cnid: self.number },
        {
          ...whose(self),
          险种: '职工医保',
          参保状态: '正常',
          参保期间: { from: '2012-07-01', to: '长期' },
          人员类别: '退休',
        },
      ),
  })
  if (way !== '住院')
    d.mayFail({
      id: 'ordinary-outpatient',
      title: '普通门诊费用按门诊大病报',
      slot: '门急诊病历',
      fails: { 'M36-P03': '不是门诊大病的病种' },
      apply: (draft) => {
        for (const { content } of draft.of('门急诊病历')) {
          content.variant = '门急诊病历'
          Object.assign(content.fields, {
            科室: '内科',
            主诉: '咳嗽三天',
            诊断: '急性上呼吸道感染',
            处理: '口服药物治疗',
          })
        }
        draft.form.mf_diag = visit.bills.map(() => '急性上呼吸道感染').join('；')
      },
    })
}
