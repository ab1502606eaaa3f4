import { addDays } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bankAccount } from '../parts/bank.ts'
import { dismissed, leftJob } from '../parts/employment.ts'
import { registeredJobless, unregister } from '../parts/jobless.ts'

/** M32 失业保险金申领 */
export const SCENARIOS: MatterRecipe = { S073: apply }

/** Months of benefit by years of contribution (社会保险法 第四十六条). */
function entitled(years: number): number {
  return years >= 10 ? 24 : years >= 5 ? 18 : years >= 1 ? 12 : 0
}

function apply(d: Draft): void {
  const random = d.random('benefit')
  const self = personalApplicant(d, { age: [24, 48] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  bankAccount(d, { name: self.name, key: { cnid: self.number } })
  const days = random.int(15, 50)
  const left = leftJob(d, self, days, random.pick([[1, 4] as const, [5, 9] as const, [10, 20] as const]))
  const drawn = random.chance(0.25) ? random.int(1, 5) : 0
  d.amend('社保库', { 失业金已领月数: drawn })
  const years = Math.floor(left.months / 12)
  const { on } = registeredJobless(d, self, days - 8)
  dismissed(d, self, left, random.pick(['filed', 'both']))
  d.known({ ui_years: years, ui_reg: on, ui_reason: left.reason, ui_months: entitled(years) - drawn })
  offerDefects(d, entitled(years) - drawn)
}

function offerDefects(d: Draft, months: number): void {
  d.mayFail({
    id: 'contributed-under-a-year',
    title: '失业保险缴费不满一年',
    slot: '社保',
    touches: '缴费年限',
    refuse: true,
    fails: { 'M32-P01': '累计缴费不满一年' },
    silences: { 'M32-P05': '缴费不满一年，谈不上月数' },
    apply: (draft) => {
      draft.amend('社保库', { 失业保险累计月数: draft.random('short').int(4, 11), 累计缴费月数: 11, 失业金已领月数: 0 })
      draft.form.ui_years = 0
      draft.form.ui_months = 0
    },
  })
  d.mayFail({
    id: 'resigned',
    title: '是本人主动辞职的',
    slot: '解除劳动关系证明',
    refuse: true,
    fails: { 'M32-P02': '本人主动辞职' },
    apply: (draft) => {
      const 终止原因 = draft.random('resigned').pick(['本人辞职', '个人原因提出解除劳动合同', '劳动者主动离职'])
      draft.amend('退工备案库', { 终止原因 })
      if (draft.of('解除劳动关系证明').length > 0) draft.change('解除劳动关系证明', { 终止原因 })
      draft.form.ui_reason = 终止原因
    },
  })
  d.mayFail({
    id: 'not-registered',
    title: '没有办失业登记就来领金',
    slot: '失业登记',
    fails: { 'M32-P03': '没有有效的失业登记' },
    apply: (draft) => {
      unregister(draft)
      draft.answer('ui_reg', addDays(draft.at, -3))
      draft.form.ui_reg = addDays(draft.at, -3)
    },
  })
  d.mayFail({
    id: 'employed-again',
    title: '已经在新单位参保',
    slot: '社保',
    touches: '停领',
    refuse: true,
    fails: { 'M32-P04': '已重新就业并参保' },
    apply: (draft) =>
      draft.amend('社保库', { 参保状态: '在缴', 参保单位: '上海青橙示例商贸有限公司', 连续缴费月数: 1 }),
  })
  d.mayFail({
    id: 'draws-a-pension',
    title: '已经享受基本养老保险待遇',
    slot: '社保',
    touches: '停领',
    refuse: true,
    fails: { 'M32-P04': '已享受基本养老保险待遇' },
    apply: (draft) => draft.amend('社保库', { 享受待遇: ['基本养老保险待遇'], 参保状态: '退休' }),
  })
  d.mayFail({
    id: 'months-not-reduced',
    title: '应享受月数没有扣掉领过的',
    slot: '申请表',
    touches: 'ui_months',
    fails: { 'M32-P05': '应享受月数算多了' },
    apply: (draft) => draft.answer('ui_months', months + draft.random('months').int(1, 6)),
  })
}
