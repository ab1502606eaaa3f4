import { addDays, addYears } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bankAccount } from '../parts/bank.ts'
import { ageOn, whose } from '../parts/kin.ts'
import { reborn } from '../parts/reborn.ts'

/** M46 老年综合津贴 */
export const SCENARIOS: MatterRecipe = { S090: apply }

function segment(age: number): string {
  return age >= 90 ? '90至99周岁' : age >= 80 ? '80至89周岁' : age >= 70 ? '70至79周岁' : '65至69周岁'
}

function apply(d: Draft): void {
  const random = d.random('allowance')
  const self = personalApplicant(d, {
    local: true,
    age: random.pick([[65, 69] as const, [65, 79] as const, [80, 84] as const]),
  })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  const account = bankAccount(d, { name: self.name, key: { cnid: self.number } }, { social: true })
  agent(d, { name: self.name, signer: self.name, firm: false }, '老年综合津贴')
  const again = random.chance(0.3)
  d.known({
    lj_seg: segment(ageOn(self.birth, d.at)),
    lj_card: account.number,
    lj_kind: again ? '卡变更' : '首次申领',
  })
  if (again)
    d.record(
      '民政救助库',
      { cnid: self.number },
      {
        ...whose(self),
        类别: '老年综合津贴',
        状态: '有效',
        有效期限: { from: addYears(d.at, -1), to: '长期' },
        月补助金额: { fen: 18000, currency: 'CNY' },
      },
    )
  if (random.chance(0.3))
    d.paper(
      '社会保障卡',
      'SSC',
      { 姓名: self.name, 社会保障号码: self.number, 卡号: account.number, 发卡日期: addYears(d.at, -2) },
      { variant: '社会保障卡' },
    )
  offerDefects(d, self, again)
}

function offerDefects(d: Draft, self: PersonalApplicant, again: boolean): void {
  d.mayFail({
    id: 'not-yet-65',
    title: '还没有满65周岁',
    slot: '申请人身份证',
    refuse: true,
    fails: { 'M46-P01': '没有满65周岁' },
    apply: (draft) => {
      reborn(draft, self, 63)
      draft.form.lj_seg = '65至69周岁'
      draft.answer('lj_seg', '65至69周岁')
    },
  })
  d.mayFail({
    id: 'household-cancelled',
    title: '户籍已经注销',
    slot: '户口簿',
    touches: '户籍',
    refuse: true,
    fails: { 'M46-P02': '户籍已注销' },
    apply: (draft) => draft.amend('人口库', { 人员状态: '注销' }, ({ 键 }) => 键.cnid === self.number),
  })
  d.mayFail({
    id: 'paid-by-another-scheme',
    title: '已经享受离休待遇，不能重复领',
    slot: '民政救助',
    fails: { 'M46-P04': '享受军休、离休待遇，重复领取' },
    apply: (draft) =>
      draft.record(
        '民政救助库',
        { cnid: self.number },
        {
          ...whose(self),
          类别: '军休离休待遇',
          状态: '有效',
          有效期限: { from: addDays(draft.at, -4000), to: '长期' },
        },
      ),
  })
  if (!again)
    d.mayFail({
      id: 'already-paid',
      title: '已经在领老年综合津贴，又作首次申领',
      slot: '民政救助',
      fails: { 'M46-P04': '已经在领取' },
      apply: (draft) => {
        draft.record(
          '民政救助库',
          { cnid: self.number },
          {
            ...whose(self),
            类别: '老年综合津贴',
            状态: '有效',
            有效期限: { from: addYears(draft.at, -1), to: '长期' },
          },
        )
        draft.answer('lj_kind', '首次申领')
      },
    })
}
