import { addDays, addYears } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bankAccount } from '../parts/bank.ts'
import { disabilityDefects, disabled } from '../parts/disability.ts'
import { family } from '../parts/family.ts'
import { whose } from '../parts/kin.ts'

/** M48 困难残疾人生活补贴和重度残疾人护理补贴 */
export const SCENARIOS: MatterRecipe = { S092: apply }

const CARE = '重度残疾人护理补贴'
const LIVING = '困难残疾人生活补贴'

function apply(d: Draft): void {
  const random = d.random('disability-allowance')
  const self = personalApplicant(d, { local: true, age: [24, 58] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  bankAccount(d, { name: self.name, key: { cnid: self.number } })
  agent(d, { name: self.name, signer: self.name, firm: false }, '残疾人两项补贴', 0.2)
  const home = family(d, self)
  const severe = random.chance(0.7)
  const poor = !severe || random.chance(0.5)
  const spouse = home.spouse
  const guarded = spouse !== null && random.chance(0.35)
  const card = disabled(d, self, {
    kinds: guarded ? ['智力', '精神'] : ['视力', '听力', '言语', '肢体', '多重'],
    grades: severe ? ['一级', '二级'] : ['三级', '四级'],
    ...(guarded && spouse ? { guardian: spouse.name } : {}),
  })
  d.known({
    cj_no: card.number,
    cj_class: `${card.kind}${card.grade}`,
    cj_apply: [...(poor ? [LIVING] : []), ...(severe ? [CARE] : [])],
    ...(guarded && spouse ? { cj_guard: spouse.name } : {}),
  })
  if (!guarded) d.none('本人能够申请，没有监护人', 'M48-P04')
  work(d, self)
  if (poor) lowIncome(d, self)
  else d.none('没有申请生活补贴', 'M48-P03')
  disabilityDefects(
    d,
    self,
    { 'M48-P01': '残疾人证已过期或不在有效状态' },
    { cj_no: card.number, cj_apply: [...(poor ? [LIVING] : []), ...(severe ? [CARE] : [])] },
  )
  offerDefects(d, self, severe)
}

function work(d: Draft, self: PersonalApplicant): void {
  const random = d.random('work')
  if (random.chance(0.5)) {
    d.known({ cj_work: '没有参保记录' })
    return
  }
  const stopped = random.chance(0.5)
  d.record(
    '社保库',
    { cnid: self.number },
    {
      ...whose(self),
      参保单位: '上海青橙示例商贸有限公司',
      险种: ['养老保险', '医疗保险', '工伤保险'],
      参保状态: stopped ? '停缴' : '在缴',
      参保身份: '单位职工',
      享受待遇: [],
    },
  )
  d.known({ cj_work: stopped ? '社保停缴' : '社保在缴' })
}

function lowIncome(d: Draft, self: PersonalApplicant): void {
  const kind = d.random('poor').pick(['最低生活保障', '低收入困难家庭'])
  d.record(
    '民政救助库',
    { cnid: self.number },
    {
      ...whose(self),
      类别: kind,
      状态: '有效',
      有效期限: { from: addDays(d.at, -160), to: addDays(addYears(d.at, 1), -160) },
    },
  )
  d.mayFail({
    id: 'allowance-ended',
    title: '低保、低收入已经到期停发',
    slot: '民政救助',
    fails: { 'M48-P03': '低保、低收入状态已经失效' },
    apply: (draft) => {
      const to = addDays(draft.at, -40)
      draft.amend('民政救助库', { 状态: '停发', 有效期限: { from: addYears(to, -1), to } })
      draft.answer('cj_apply', draft.form.cj_apply ?? null)
    },
  })
}

function offerDefects(d: Draft, self: PersonalApplicant, severe: boolean): void {
  if (severe)
    d.mayFail({
      id: 'grade-differs',
      title: '残疾人证的等级与残联数据不同',
      slot: '残疾人证',
      refuse: true,
      fails: { 'M48-P01': '等级与残联数据不一致' },
      apply: (draft) => {
        draft.amend('残联库', { 残疾等级: '四级' })
        draft.answer('cj_apply', draft.form.cj_apply ?? null)
      },
    })
  d.mayFail({
    id: 'kept-in-an-institution',
    title: '已经由机构集中供养',
    slot: '民政救助',
    touches: '重复补贴',
    refuse: true,
    fails: { 'M48-P02': '已由机构集中供养，不能重复享受' },
    apply: (draft) =>
      draft.record(
        '民政救助库',
        { cnid: self.number },
        { ...whose(self), 类别: '机构集中供养', 状态: '有效', 有效期限: { from: addYears(draft.at, -1), to: '长期' } },
      ),
  })
  d.mayFail({
    id: 'injury-care-fee',
    title: '同时领工伤保险的护理费',
    slot: '社保',
    touches: '重复补贴',
    refuse: true,
    fails: { 'M48-P02': '已享受工伤保险生活护理费' },
    apply: (draft) => {
      const 享受待遇 = ['工伤保险生活护理费']
      if (draft.registry.社保库) draft.amend('社保库', { 享受待遇 })
      else {
        draft.record('社保库', { cnid: self.number }, { ...whose(self), 参保状态: '停缴', 享受待遇 })
        draft.form.cj_work = '社保停缴'
      }
    },
  })
  if (d.form.cj_guard)
    d.mayFail({
      id: 'guardian-unproven',
      title: '监护人不在户口簿上，也没有监护公证',
      slot: '公证书',
      touches: '户口簿',
      fails: { 'M48-P04': '没有监护关系证明' },
      apply: (draft) => {
        draft.form.cj_guard = '王示例'
        draft.answer('cj_guard', '王示例')
        if (draft.of('残疾人证').length > 0) draft.change('残疾人证', { 监护人姓名: '王示例' })
        for (const record of draft.registry.电子证照 ?? []) if (record.监护人姓名) record.监护人姓名 = '王示例'
      },
    })
}
