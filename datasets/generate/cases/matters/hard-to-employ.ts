import { addDays, addYears } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import { disabilityDefects, disabled } from '../parts/disability.ts'
import { family } from '../parts/family.ts'
import { ofKind, registeredJobless, unregister } from '../parts/jobless.ts'
import { whose } from '../parts/kin.ts'
import { reborn } from '../parts/reborn.ts'

/** M33 就业困难人员认定 */
export const SCENARIOS: MatterRecipe = { S074: recognise }

type Kind = '大龄失业人员' | '最低生活保障家庭成员' | '残疾人' | '长期失业人员'

const WISHES = [
  '想做保洁、绿化养护，参加过两次职业指导',
  '想做门卫或停车管理员，参加过保安员培训',
  '想做居家护理，参加过一次招聘会',
]

function recognise(d: Draft): void {
  const random = d.random('recognise')
  const kind: Kind = random.pick(['大龄失业人员', '最低生活保障家庭成员', '残疾人', '长期失业人员'])
  const sex = random.pick(['男', '女'] as const)
  const older = sex === '男' ? ([51, 58] as const) : ([41, 48] as const)
  const self = personalApplicant(d, { local: true, sex, age: kind === '大龄失业人员' ? older : [26, 38] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  family(d, self, {})
  const days = kind === '长期失业人员' ? random.int(400, 900) : random.int(40, 300)
  const { on, months } = registeredJobless(d, self, days)
  d.known({ jd_kind: kind, jd_unemp: `${on}起，${months}个月` })
  d.typed({ jd_want: random.pick(WISHES) })
  mayLeaveBlank(d, 'jd_want')
  if (kind === '残疾人') {
    const card = disabled(d, self, {})
    d.known({ jd_card: card.number })
    disabilityDefects(d, self, { 'M33-P02': '残疾人证已过期或不在有效状态' }, { jd_kind: kind, jd_card: card.number })
  } else d.none('不是按残疾类申请', 'M33-P02')
  if (kind === '最低生活保障家庭成员') poor(d, self)
  else d.none('不是按低保、零就业类申请', 'M33-P03')
  offerDefects(d, self, kind)
}

function poor(d: Draft, self: PersonalApplicant): void {
  d.record(
    '民政救助库',
    { cnid: self.number },
    {
      ...whose(self),
      类别: '最低生活保障',
      状态: '有效',
      有效期限: { from: addDays(d.at, -200), to: addDays(addYears(d.at, 1), -200) },
      月补助金额: { fen: 159500, currency: 'CNY' },
    },
  )
  d.typed({ jd_card: `DB310107${d.random('poor').digits(8)}` })
  d.mayFail({
    id: 'allowance-stopped',
    title: '低保已经停发',
    slot: '民政救助',
    fails: { 'M33-P03': '低保已停发' },
    apply: (draft) => {
      draft.amend('民政救助库', { 状态: '停发' })
      draft.answer('jd_kind', '最低生活保障家庭成员')
    },
  })
}

function offerDefects(d: Draft, self: PersonalApplicant, kind: Kind): void {
  if (kind === '大龄失业人员')
    d.mayFail({
      id: 'too-young',
      title: '年龄没有到大龄失业人员的标准',
      slot: '申请人身份证',
      touches: '年龄',
      refuse: true,
      fails: { 'M33-P01': '年龄不到' },
      apply: (draft) => {
        reborn(draft, self, self.sex === '男' ? 46 : 36)
        draft.answer('jd_kind', kind)
      },
    })
  if (kind === '长期失业人员')
    d.mayFail({
      id: 'jobless-too-short',
      title: '失业时间不满一年',
      slot: '失业登记',
      refuse: true,
      fails: { 'M33-P01': '连续失业不满一年' },
      apply: (draft) => {
        const on = addDays(draft.at, -150)
        draft.amend('就业库', { 登记日期: on, 失业月数: 5 }, ofKind('失业登记'))
        draft.form.jd_unemp = `${on}起，5个月`
      },
    })
  d.mayFail({
    id: 'not-registered',
    title: '没有办失业登记，或者登记已经失效',
    slot: '失业登记',
    fails: {
      'M33-P04': '没有有效的失业登记',
      ...(kind === '长期失业人员' ? { 'M33-P01': '没有失业登记，算不出失业时长' } : {}),
    },
    apply: (draft) => {
      unregister(draft)
      draft.answer('jd_unemp', '一直在家，没有登记')
      draft.form.jd_unemp = '一直在家，没有登记'
    },
  })
}
