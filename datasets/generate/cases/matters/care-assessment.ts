import { addDays, addYears } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bookPage, type Household } from '../parts/family.ts'
import { identityCard, register } from '../parts/identity.ts'
import { ageOn, bornYearsAgo, relative } from '../parts/kin.ts'
import { insured } from '../parts/medical-bill.ts'
import { reborn } from '../parts/reborn.ts'

/** M47 老年照护统一需求评估（长期护理保险）申请 */
export const SCENARIOS: MatterRecipe = { S091: assess }

const ILLNESS = ['脑梗死后遗症，高血压病3级', '阿尔茨海默病', '帕金森病，2型糖尿病'] as const
const POWER = '代为提交老年照护统一需求评估申请、补正材料、配合评估、领取评估结果'

function assess(d: Draft): void {
  const random = d.random('assessment')
  const self = personalApplicant(d, { age: [64, 84], local: random.chance(0.85) })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  insured(d, self, random.chance(0.7) ? '职工医保' : '居民医保', {
    参保期间: { from: addDays(d.at, -4000), to: '长期' },
    人员类别: '退休',
  })
  d.known({ ch_place: self.home })
  lastAssessment(d, self)
  helper(d, self)
  if (random.chance(0.4)) {
    const illness = random.pick(ILLNESS)
    d.known({ ch_illness: illness })
    d.paper(
      '门急诊病历',
      'CSE',
      {
        医院名称: '上海真如示例中心医院',
        姓名: self.name,
        就诊日期: addDays(d.at, -random.int(10, 60)),
        科室: '老年科',
        主诉: '行走不稳、记忆减退一年',
        诊断: illness,
        处理: '继续服药，加强照护',
      },
      { variant: '门急诊病历', marks: { 盖章: '上海真如示例中心医院门急诊专用章', 医师: '陆伟' } },
    )
  }
  d.mayFail({
    id: 'under-sixty',
    title: '还没有满60周岁',
    slot: '申请人身份证',
    refuse: true,
    fails: { 'M47-P01': '没有满60周岁' },
    apply: (draft) => reborn(draft, self, 57),
  })
  d.mayFail({
    id: 'not-insured',
    title: '没有参加本市医保',
    slot: '医保参保',
    refuse: true,
    fails: { 'M47-P01': '没有参加本市职工或居民医保' },
    apply: (draft) => draft.amend('医保库', { 险种: '未参保', 参保状态: '停保' }),
  })
  d.mayFail({
    id: 'place-without-number',
    title: '评估地点没有写门牌号',
    slot: '申请表',
    // Who lives in another district is visited there: the two would write the same address.
    touches: '户籍',
    fails: { 'M47-P04': '评估地点缺门牌号' },
    apply: (draft) => {
      const there = self.home.replace(/路.*$/u, '路')
      draft.amend('人口库', { 居住地址: there }, ({ 键 }) => 键.cnid === self.number)
      draft.form.ch_place = there
    },
  })
}

/** First, at the end of the last, after a change, or again: each asks something of the assessment before. */
function lastAssessment(d: Draft, self: PersonalApplicant): void {
  const random = d.random('last')
  const kind = random.pick(['首次评估', '首次评估', '期末评估', '状态变化评估', '复核评估'] as const)
  if (kind !== '首次评估') {
    const until = kind === '期末评估' ? addDays(d.at, random.int(5, 50)) : addDays(d.at, random.int(200, 500))
    const on = kind === '复核评估' ? addDays(d.at, -random.int(5, 25)) : addDays(addYears(until, -2), 1)
    d.record(
      '照护评估库',
      { cnid: self.number },
      {
        姓名: self.name,
        评估类型: '首次评估',
        评估日期: kind === '复核评估' ? on : on < addDays(d.at, -200) ? on : addDays(d.at, -220),
        照护等级: random.pick(['照护三级', '照护四级', '照护二级']),
        有效期至: kind === '复核评估' ? addYears(on, 2) : until,
      },
    )
    d.typed({ ch_type: kind })
  } else d.known({ ch_type: kind })
  if (kind === '首次评估')
    d.mayFail({
      id: 'last-one-still-runs',
      title: '上次评估还没有到期，又来申请',
      slot: '照护评估',
      fails: { 'M47-P02': '上次评估还有一年多才到期' },
      apply: (draft) => {
        draft.record(
          '照护评估库',
          { cnid: self.number },
          {
            姓名: self.name,
            评估类型: '首次评估',
            评估日期: addDays(draft.at, -240),
            照护等级: '照护三级',
            有效期至: addDays(draft.at, 490),
          },
        )
        draft.answer('ch_type', '期末评估')
        draft.form.ch_type = '期末评估'
      },
    })
  if (kind === '状态变化评估')
    d.mayFail({
      id: 'changed-too-soon',
      title: '上次评估才过三个月，又申请状态变化评估',
      slot: '照护评估',
      fails: { 'M47-P02': '离上次评估不满六个月' },
      apply: (draft) =>
        draft.amend('照护评估库', { 评估日期: addDays(draft.at, -92), 有效期至: addDays(draft.at, 600) }),
    })
  if (kind === '复核评估')
    d.mayFail({
      id: 'review-too-late',
      title: '过了三十天才申请复核',
      slot: '照护评估',
      fails: { 'M47-P02': '超过复核期限' },
      apply: (draft) => draft.amend('照护评估库', { 评估日期: addDays(draft.at, -75) }),
    })
}

/** A child with the household register, a neighbour with a letter of attorney, or nobody. */
function helper(d: Draft, self: PersonalApplicant): void {
  const random = d.random('helper')
  const who = random.pick(['self', 'self', 'child', 'neighbour'] as const)
  if (who === 'self') {
    d.none('本人办理，没有代办', 'AGENT-P01', 'AGENT-P02', 'AGENT-P03', 'AGENT-P04', 'M47-P03')
    return
  }
  const one =
    who === 'child'
      ? relative(random.fork('child'), d.at, self, {
          sex: random.pick(['男', '女'] as const),
          birth: bornYearsAgo(random, d.at, ageOn(self.birth, d.at) - 27),
          heir: true,
        })
      : person(random.fork('neighbour'), d.at, [30, 60])
  register(d, one)
  d.applicant = { ...d.applicant, agent: { name: one.name, idNumber: one.number, phone: one.phone } }
  d.known({ ag_name: one.name, ag_idno: one.number, ag_tel: one.phone, ch_agent: one.name })
  d.typed({ ch_rel: who === 'child' ? '子女' : '其他' })
  d.paper('受托人身份证', 'ID', identityCard(one))
  if (who === 'child') kinship(d, self, one)
  else power(d, self, one)
}

function kinship(d: Draft, self: PersonalApplicant, child: Person): void {
  const home: Household = {
    members: [
      { person: self, relation: '户主' },
      { person: child, relation: child.sex === '男' ? '子' : '女' },
    ],
    spouse: null,
    children: [child],
    marriage: '已婚',
    wed: { day: '', number: '' },
  }
  home.members.forEach((member, i) => {
    d.paper('户口簿', 'HKB', bookPage(home, member), {
      key: `户口簿-${i}`,
      variant: '家庭户口',
      marks: { 户口专用章: '上海市公安局普陀分局示例派出所户口专用章' },
    })
  })
  d.review['PERS-P04'] = { verdict: 'pass' }
  d.none('近亲属代办，用户口簿证明关系', 'AGENT-P01', 'AGENT-P02', 'AGENT-P03', 'AGENT-P04')
}

function power(d: Draft, self: PersonalApplicant, one: Person): void {
  const slot = '授权委托书'
  const from = addDays(d.at, -5)
  d.paper(
    slot,
    'POA',
    {
      委托人: self.name,
      受托人姓名: one.name,
      受托人证件号码: one.number,
      受托人电话: one.phone,
      委托事项: '办理老年照护统一需求评估申请',
      委托权限: POWER,
      委托期限: { from, to: addDays(from, 180) },
      签署日期: from,
    },
    { marks: { 委托人盖章: false, 委托人签名: self.name, 受托人签名: one.name } },
  )
  d.mayFail({
    id: 'neighbour-without-power',
    title: '不是近亲属代办，没有委托书',
    slot,
    fails: { 'M47-P03': '非近亲属代办没有委托书', 'PERS-P04': '代办没有关系证明', 'IMG-P02': '没有交授权委托书' },
    silences: {
      'AGENT-P01': '没有交授权委托书',
      'AGENT-P02': '没有交授权委托书',
      'AGENT-P03': '没有交授权委托书',
      'AGENT-P04': '没有交授权委托书',
    },
    apply: (draft) => draft.remove(slot),
  })
  d.mayFail({
    id: 'power-unsigned',
    title: '授权委托书没有委托人签名',
    slot,
    fails: { 'AGENT-P01': '授权委托书没有委托人签名', 'M47-P03': '非近亲属代办，委托书没有委托人签名' },
    apply: (draft) => draft.change(slot, {}, { 委托人签名: false }),
  })
}
