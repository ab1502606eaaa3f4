import { addDays } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bankAccount } from '../parts/bank.ts'
import { yuan } from '../parts/kin.ts'
import { medicalVisit } from '../parts/medical-bill.ts'
import type { Visit } from '../parts/medical-visit.ts'

/** M38 征地养老人员医药费报销 */
export const SCENARIOS: MatterRecipe = { S079: outpatient, S080: inpatient }

/** Days since the first of January. */
function daysIntoYear(at: string): number {
  return Math.round((Date.parse(at) - Date.parse(`${at.slice(0, 4)}-01-01`)) / 86_400_000)
}

const PRESCRIBED = [
  ['内科', '头晕反复发作半月', '高血压病2级', '苯磺酸氨氯地平片5mg口服每日一次，共28天'],
  ['内分泌科', '口干多饮一月', '2型糖尿病', '二甲双胍缓释片0.5g口服每日两次，共14天'],
  ['内科', '咳嗽咳痰三天', '急性支气管炎', '阿莫西林胶囊口服，共7天'],
] as const

function pensioner(d: Draft) {
  const random = d.random('pensioner')
  const self = personalApplicant(d, { local: true, age: [61, 82] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  bankAccount(d, { name: self.name, key: { cnid: self.number } })
  agent(d, { name: self.name, signer: self.name, firm: false }, '征地养老人员医药费报销')
  d.none('没有规定申请时限，也不看医保参保', 'MEDFEE-P06')
  return { self, random }
}

function outpatient(d: Draft): void {
  const { self, random } = pensioner(d)
  const into = Math.max(daysIntoYear(d.at), 2)
  const visit = medicalVisit(d, self, {
    way: '门急诊',
    daysAgo: [Math.min(into, 8), Math.min(into, 60)],
    settled: false,
    insurance: '征地养老',
    ...(into < 12 ? { bills: 1 } : {}),
    complaint: random.pick(PRESCRIBED),
  })
  onTheRoll(d, visit, self)
  d.mayFail({
    id: 'no-record',
    title: '门诊票据没有附病历',
    slot: '门急诊病历',
    fails: { 'S079-P01': '没有附病历记录', 'IMG-P02': '门诊、急诊应交病历' },
    silences: {
      'MEDFEE-P08': '没有交病历',
      'MEDFEE-P09': '没有交病历',
    },
    apply: (draft) => draft.remove('门急诊病历'),
  })
  d.mayFail({
    id: 'half-a-year-of-drugs',
    title: '一次配了半年的药',
    slot: '门急诊病历',
    fails: { 'S079-P01': '一次配药量过大' },
    apply: (draft) => {
      draft.one('门急诊病历').content.fields.处理 = '苯磺酸氨氯地平片5mg口服每日一次，共180天'
    },
  })
}

function inpatient(d: Draft): void {
  const { self } = pensioner(d)
  const into = Math.max(daysIntoYear(d.at), 4)
  const days = Math.min(into, d.random('stay').int(4, 12))
  const visit = medicalVisit(d, self, {
    way: '住院',
    days,
    daysAgo: [Math.min(into, days + 3), Math.min(into, days + 60)],
    settled: false,
    insurance: '征地养老',
  })
  onTheRoll(d, visit, self)
  d.mayFail({
    id: 'no-summary',
    title: '住院没有附出院小结',
    slot: '出院小结',
    fails: { 'S080-P01': '没有附出院小结', 'IMG-P02': '住院的应交出院小结' },
    silences: {
      'MEDFEE-P08': '没有交出院小结',
      'MEDFEE-P09': '没有交出院小结',
    },
    apply: (draft) => draft.remove('出院小结'),
  })
}

function onTheRoll(d: Draft, visit: Visit, self: ReturnType<typeof personalApplicant>): void {
  const random = d.random('roll')
  const number = `ZD310107${random.digits(6)}`
  const street = `${DISTRICT.name}${random.pick(['长征镇', '桃浦镇', '真如镇街道', '万里街道'])}`
  const spent = random.int(0, 8) * 500
  const limit = Math.ceil(visit.self / 100) + spent + random.int(10, 80) * 500
  d.record(
    '征地养老库',
    { cnid: self.number },
    {
      姓名: self.name,
      养老人员编号: number,
      管理街镇: street,
      待遇状态: '正常',
      生存认证有效期至: addDays(d.at, random.int(30, 330)),
      年度限额: yuan(limit),
      年度已报金额: yuan(spent),
    },
  )
  d.known({ zd_no: number, zd_street: street, zd_amount: { fen: visit.self, currency: 'CNY' } })
  d.mayFail({
    id: 'payments-stopped',
    title: '征地养老待遇已经停发',
    slot: '征地养老',
    refuse: true,
    fails: { 'M38-P01': '待遇已停发' },
    apply: (draft) => draft.amend('征地养老库', { 待遇状态: draft.random('stopped').pick(['停发', '注销']) }),
  })
  d.mayFail({
    id: 'proof-of-life-ended',
    title: '生存认证已经过期',
    slot: '征地养老',
    refuse: true,
    fails: { 'M38-P01': '生存认证过期' },
    apply: (draft) => draft.amend('征地养老库', { 生存认证有效期至: addDays(draft.at, -35) }),
  })
  d.mayFail({
    id: 'over-the-yearly-limit',
    title: '报销金额超过了年度限额',
    slot: '征地养老',
    touches: '限额',
    fails: { 'M38-P03': '超过年度限额' },
    apply: (draft) => draft.amend('征地养老库', { 年度限额: yuan(spent + 50) }),
  })
  if (visit.bills.length > 1)
    d.mayFail({
      id: 'bills-of-two-years',
      title: '上一年的票据混在一起报',
      slot: '医疗收费票据',
      fails: { 'M38-P02': '跨年度票据混装' },
      apply: (draft) => {
        const [first] = visit.bills
        const { fields } = draft.one('医疗收费票据').content
        const day = addDays(`${draft.at.slice(0, 4)}-01-01`, -20)
        Object.assign(fields, { 开票日期: day, 就诊时间: { from: day, to: day } })
        const [record] = draft.of('门急诊病历')
        if (record) record.content.fields.就诊日期 = day
        draft.amend('电子票据库', { 开票日期: day }, (record) => record.票据号码 === first?.number)
        for (const { content } of draft.of('费用明细清单').slice(0, 1)) content.fields.日期 = day
        draft.form.mf_date = day
      },
    })
}
