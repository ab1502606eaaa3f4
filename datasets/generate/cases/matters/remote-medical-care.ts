import { addDays, addYears } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { mayLeaveUnasked } from '../parts/blank-field.ts'
import { insured } from '../parts/medical-bill.ts'

/** M40 异地就医备案 */
export const SCENARIOS: MatterRecipe = { S082: file }

const PLACES = ['浙江省杭州市', '江苏省南京市', '安徽省合肥市', '四川省成都市'] as const

/** The same day some months on; the last day of a shorter month. */
function addMonths(iso: string, months: number): string {
  const count = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(Number(iso.slice(8)), last)).padStart(2, '0')}`
}

function file(d: Draft): void {
  const random = d.random('remote')
  const self = personalApplicant(d, { age: [24, 75] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  insured(d, self, random.chance(0.8) ? '职工医保' : '居民医保')
  const kind = random.pick(['异地长期居住', '临时外出就医', '异地转诊'] as const)
  const place = random.pick(PLACES)
  const period = kind === '异地长期居住' ? { from: d.at, to: '长期' } : { from: d.at, to: addMonths(d.at, 6) }
  d.typed({ yd_type: kind })
  d.known({ yd_start: period })
  if (kind === '异地转诊') referral(d, self, place)
  else d.typed({ yd_place: place })
  if (kind === '异地长期居住')
    d.paper(
      '个人承诺书',
      'CMT',
      {
        事项名称: '异地就医备案',
        申请人: self.name,
        告知内容版本: '异地就医备案个人承诺书',
        承诺内容: `本人现长期居住在${place}，因居住证明暂时不能提供，承诺所填情况真实，如有不实愿意承担相应责任。`,
        签署人: [self.name],
        // No paper may be younger than the application, which is dated the day before it is handed in.
        日期: addDays(d.at, -1),
        声明人: self.name,
      },
      { marks: { 签名: self.name, 盖章: false, 公安机关盖章: false } },
    )
  mayLeaveUnasked(d, 'yd_type', { 'M40-P01': '没有填备案类型' })
  offerDefects(d, self, kind, period, place)
}

function referral(d: Draft, self: PersonalApplicant, place: string): void {
  const city = place.replace(/^.*省/u, '').replace('市', '')
  const hospital = `${city}示例第一人民医院`
  d.paper('转诊证明', 'RFL', referralFields(d, self, place, hospital), {})
  d.known({ yd_place: place, yd_hos: hospital })
}

function referralFields(d: Draft, self: PersonalApplicant, place: string, hospital: string) {
  return {
    姓名: self.name,
    转往地区: place,
    转往医院: hospital,
    医院名称: '上海真如示例中心医院',
    诊断: d.random('referral').pick(['复杂先天性心脏病', '难治性癫痫', '罕见肝脏肿瘤']),
    日期: addDays(d.at, -3),
  }
}

function offerDefects(
  d: Draft,
  self: PersonalApplicant,
  kind: string,
  period: { from: string; to: string },
  place: string,
): void {
  const proof = kind === '异地长期居住' ? '个人承诺书' : kind === '异地转诊' ? '转诊证明' : null
  if (proof)
    d.mayFail({
      id: 'kind-not-shown',
      title: kind === '异地转诊' ? '异地转诊没有交转诊单' : '异地长期居住没有承诺书也没有居住证明',
      slot: proof,
      fails: { 'M40-P01': `没有交${proof}`, ...(kind === '异地转诊' ? { 'IMG-P02': '异地转诊应交转诊单' } : {}) },
      apply: (draft) => {
        draft.remove(proof)
        // Without the referral it is typed, as another defect may have it.
        draft.answer('yd_place', draft.form.yd_place ?? place)
      },
    })
  d.mayFail({
    id: 'filed-for-home',
    title: '备案地填的是上海',
    slot: '申请表',
    touches: 'yd_place',
    refuse: true,
    fails: {
      'M40-P02': '备案地是本市',
      ...(kind === '异地转诊' ? { 'M40-P01': '转诊单的转往地区不是备案地' } : {}),
    },
    apply: (draft) => {
      draft.answer('yd_place', '上海市')
      draft.form.yd_place = '上海市'
    },
  })
  d.mayFail({
    id: 'filed-already',
    title: '已经有一份有效的备案，时间重叠',
    slot: '异地备案',
    fails: { 'M40-P03': '与在册备案重叠' },
    apply: (draft) =>
      draft.record(
        '异地就医备案库',
        { cnid: self.number },
        {
          姓名: self.name,
          备案类型: kind,
          备案地: place,
          备案期间: { from: addYears(draft.at, -1), to: '长期' },
          状态: '有效',
        },
      ),
  })
  d.mayFail({
    id: 'filed-afterwards',
    title: '费用发生以后才来补备案，起始日期倒填',
    slot: '申请表',
    touches: 'yd_start',
    fails: { 'M40-P04': '起始日期倒填到已发生费用之前' },
    apply: (draft) => {
      const day = addDays(draft.at, -12)
      draft.answer('yd_start', { from: addDays(draft.at, -30), to: period.to })
      draft.record(
        '医保结算库',
        { cnid: self.number },
        {
          证件号码: self.number,
          医疗机构: `${place}示例人民医院`,
          就诊时间: { from: day, to: day },
          结算方式: '零星报销',
          总费用: { fen: 86000, currency: 'CNY' },
        },
      )
    },
  })
}
