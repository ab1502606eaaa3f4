import { addDays, addYears } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bankAccount } from '../parts/bank.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import { ofKind } from '../parts/jobless.ts'
import { whose } from '../parts/kin.ts'

/** M34 灵活就业社会保险补贴 */
export const SCENARIOS: MatterRecipe = { S075: apply }

const WORK = [
  ['平台就业', '网约配送平台，普陀区骑手站'],
  ['家庭服务', '普陀区长寿路一带住户家中'],
  ['个体零星经营', '曹杨路菜场旁修配摊'],
  ['非全日制就业', '兰溪路社区食堂，每天4小时'],
  ['自由职业', '在家做网店美工'],
] as const

/** First day of the month that lies `months` before the month of `iso`. */
function monthBefore(iso: string, months: number): string {
  const count = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 - months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

function apply(d: Draft): void {
  const random = d.random('subsidy')
  const sex = random.pick(['男', '女'] as const)
  const self = personalApplicant(d, { local: true, sex, age: sex === '男' ? [50, 58] : [41, 48] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  bankAccount(d, { name: self.name, key: { cnid: self.number } })
  const recognised = addDays(d.at, -random.int(420, 700))
  d.record(
    '就业库',
    { cnid: self.number },
    {
      ...whose(self),
      登记类别: '就业困难人员认定',
      登记日期: recognised,
      认定类别: '大龄失业人员',
      有效期限: { from: recognised, to: addDays(addYears(recognised, 3), -1) },
      状态: '有效',
    },
  )
  const months = random.pick([3, 6, 6, 12])
  const last = monthBefore(d.at, 1)
  const first = monthBefore(d.at, months)
  const kinds = random.pick([
    ['养老保险', '医疗保险'],
    ['养老保险', '医疗保险', '失业保险'],
  ])
  d.record(
    '社保库',
    { cnid: self.number },
    {
      ...whose(self),
      险种: kinds,
      参保状态: '在缴',
      参保身份: '灵活就业人员',
      参保起始日期: first,
      最近缴费月: last,
      连续缴费月数: months,
      累计缴费月数: months + random.int(100, 240),
    },
  )
  const [kind, place] = random.pick(WORK)
  d.typed({ lh_type: kind, lh_place: place })
  d.known({ lh_pay: `${kinds.join('、')}，${first}至${last}`, lh_month: months })
  mayLeaveBlank(d, 'lh_place')
  if (random.chance(0.4))
    d.record(
      '就业补贴库',
      { cnid: self.number },
      {
        名称: self.name,
        证件号码: self.number,
        补贴项目: '灵活就业社会保险补贴',
        期间: { from: monthBefore(d.at, months + 6), to: addDays(first, -1) },
        月数: 6,
        状态: '已拨付',
      },
    )
  d.paper(
    '灵活就业承诺书',
    'CMT',
    {
      事项名称: '灵活就业社会保险补贴',
      申请人: self.name,
      承诺内容: `本人现从事${kind}，未与用人单位建立劳动关系，所填内容真实，如有不实愿意退回补贴并承担责任。`,
      签署人: [self.name],
      日期: addDays(d.at, -1),
    },
    { marks: { 签名: self.name, 盖章: false, 公安机关盖章: false } },
  )
  offerDefects(d, self, months, first)
}

function offerDefects(d: Draft, self: PersonalApplicant, months: number, first: string): void {
  d.mayFail({
    id: 'not-recognised',
    title: '没有认定就业困难人员',
    slot: '就业困难认定',
    refuse: true,
    fails: { 'M34-P01': '没有认定就业困难人员' },
    apply: (draft) => {
      draft.registry.就业库 = []
    },
  })
  d.mayFail({
    id: 'recognition-ended',
    title: '就业困难人员认定已过有效期',
    slot: '就业困难认定',
    refuse: true,
    fails: { 'M34-P01': '认定已过有效期' },
    apply: (draft) => {
      const to = addDays(draft.at, -draft.random('ended').int(10, 90))
      draft.amend('就业库', { 有效期限: { from: addYears(to, -3), to }, 状态: '失效' }, ofKind('就业困难人员认定'))
    },
  })
  d.mayFail({
    id: 'more-months-than-paid',
    title: '申请的月数比实际缴费的多',
    slot: '申请表',
    touches: 'lh_month',
    fails: { 'M34-P02': '含断缴的月份' },
    apply: (draft) => draft.answer('lh_month', months + draft.random('more').int(1, 3)),
  })
  d.mayFail({
    id: 'insured-by-a-firm',
    title: '同一时间在单位参保',
    slot: '社保',
    fails: { 'M34-P03': '与单位参保重叠' },
    apply: (draft) =>
      draft.record(
        '社保库',
        { cnid: self.number },
        {
          ...whose(self),
          参保单位: '上海江右示例物业管理有限公司',
          险种: ['养老保险', '医疗保险', '工伤保险'],
          参保状态: '在缴',
          参保身份: '单位职工',
          参保起始日期: first,
          最近缴费月: monthBefore(draft.at, 1),
          连续缴费月数: months,
        },
      ),
  })
  d.mayFail({
    id: 'has-a-business',
    title: '名下有存续的个体工商户',
    slot: '企业任职',
    fails: { 'M34-P03': '与个体登记重叠' },
    apply: (draft) =>
      draft.record(
        '企业任职库',
        { cnid: self.number },
        { ...whose(self), 单位名称: '上海市普陀区麦里示例百货店', 角色: '经营者', 登记状态: '存续' },
      ),
  })
  d.mayFail({
    id: 'three-years-used-up',
    title: '补贴已经领满三年',
    slot: '就业补贴',
    refuse: true,
    fails: { 'M34-P04': '累计月数超过上限' },
    apply: (draft) => {
      draft.registry.就业补贴库 = []
      draft.record(
        '就业补贴库',
        { cnid: self.number },
        {
          名称: self.name,
          证件号码: self.number,
          补贴项目: '灵活就业社会保险补贴',
          期间: { from: addYears(first, -3), to: addDays(first, -1) },
          月数: 36,
          状态: '已拨付',
        },
      )
    },
  })
  d.mayFail({
    id: 'same-months-subsidised',
    title: '同一时间已经享受岗位补贴',
    slot: '就业补贴',
    refuse: true,
    fails: { 'M34-P04': '重复享受同类补贴' },
    apply: (draft) =>
      draft.record(
        '就业补贴库',
        { cnid: self.number },
        {
          名称: self.name,
          证件号码: self.number,
          补贴项目: '灵活就业社会保险补贴',
          期间: { from: first, to: draft.at },
          月数: months,
          状态: '在办',
        },
      ),
  })
}
