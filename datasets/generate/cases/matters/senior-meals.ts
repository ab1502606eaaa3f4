import type { CaseValue } from '../../../case-format.ts'
import { uscc } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bankAccount } from '../parts/bank.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { floorPlan } from '../parts/floor-plan.ts'
import { kitchenZones } from '../parts/food-premises.ts'
import { holderOf, holdLicence, lapse, restate } from '../parts/held-licence.ts'
import { ageOn, whose, yuan } from '../parts/kin.ts'
import { premisesOf } from '../parts/premises.ts'
import { reborn } from '../parts/reborn.ts'
import { staffHealth } from '../parts/staff-health.ts'

/** M45 老年助餐服务 */
export const SCENARIOS: MatterRecipe = { S088: person, S089: place }

const HARDSHIPS = ['最低生活保障', '低收入困难家庭', '特困供养']
const OFFICE = `上海市${DISTRICT.name}示例市场监督管理局`

/** Older people who are poor, or so old that it does not matter. */
function person(d: Draft): void {
  const random = d.random('meals')
  const poor = random.chance(0.5)
  const self = personalApplicant(d, { age: poor ? [66, 84] : [76, 90] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  const hardship = poor ? random.pick(HARDSHIPS) : null
  const age = (kind: string | null, years = ageOn(self.birth, d.at)) => `${years}周岁，${kind ?? '没有困难类型'}`
  if (hardship)
    d.record(
      '民政救助库',
      { cnid: self.number },
      {
        ...whose(self),
        类别: hardship,
        状态: '有效',
        有效期限: { from: addDays(d.at, -140), to: addDays(addYears(d.at, 1), -140) },
      },
    )
  d.known({ zc_addr: self.home, zc_kind: '老年人个人', zc_age: age(hardship) })
  const card = `6231${random.digits(12)}`
  if (random.chance(0.6)) {
    d.record(
      '电子证照',
      { cnid: self.number },
      { 姓名: self.name, 社会保障号码: self.number, 卡号: card, 发卡日期: addYears(d.at, -3), 证照状态: '有效' },
      '社会保障卡',
    )
    d.known({ zc_card: card })
  } else d.typed({ zc_card: card })
  const say = (draft: Draft, text: string) => {
    draft.form.zc_age = text
    draft.answer('zc_age', text)
  }
  d.mayFail({
    id: 'not-old-enough',
    title: '还没有到助餐补贴的年龄',
    slot: '申请人身份证',
    refuse: true,
    fails: { 'S088-P01': '没有满65周岁' },
    apply: (draft) => {
      const years = draft.random('younger').int(58, 63)
      reborn(draft, self, years)
      say(draft, age(hardship, years))
    },
  })
  d.mayFail({
    id: 'hardship-made-up',
    title: hardship ? '困难类型选错' : '没有困难类型却写了低保',
    slot: '申请表',
    touches: 'zc_age',
    fails: { 'S088-P02': '困难类型与民政数据不一致' },
    apply: (draft) =>
      draft.answer('zc_age', age(hardship === '最低生活保障' ? '特困供养' : '最低生活保障', ageOn(self.birth, d.at))),
  })
  offerTwice(d, self)
  mayLeaveBlank(d, 'zc_card')
}

function offerTwice(d: Draft, self: PersonalApplicant): void {
  d.mayFail({
    id: 'already-paid',
    title: '已经在享受助餐补贴',
    slot: '民政救助',
    refuse: true,
    fails: { 'S088-P03': '重复申领助餐补贴' },
    apply: (draft) =>
      draft.record(
        '民政救助库',
        { cnid: self.number },
        {
          ...whose(self),
          类别: '助餐补贴',
          状态: '有效',
          有效期限: { from: addDays(draft.at, -200), to: addDays(addYears(draft.at, 1), -200) },
        },
      ),
  })
}

function place(d: Draft): void {
  const random = d.random('meals')
  const social = random.chance(0.3)
  const { firm } = firmCase(
    d,
    social
      ? {
          trade: '社区养老服务中心',
          overseer: `上海市${DISTRICT.name}示例民政局`,
          kind: '社会组织',
          scope: '为社区老年人提供助餐服务、日间照料；餐饮服务。',
          otherScope: '为社区老年人提供日间照料、文化娱乐。',
        }
      : {
          trade: '餐饮管理',
          kind: '企业',
          scope: '许可项目：餐饮服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）。一般项目：养老服务。',
          otherScope: '一般项目：养老服务；家政服务；日用百货销售。',
        },
    '老年助餐服务场所备案',
  )
  const t = premisesOf(d, firm)
  floorPlan(d, {
    name: firm.name,
    place: firm.address,
    area: t.area,
    zones: kitchenZones(t.area, false, d.random('zones')),
    entrances: '就餐者出入口南侧，原料出入口北侧',
    without: { zones: /清洗消毒/u, fails: { 'S089-P02': '没有餐具清洗消毒区' }, own: true },
  })
  staffHealth(d, { name: firm.name, posts: ['厨师', '服务员', '切配', '配送员'], kind: '食品' })
  bankAccount(d, { name: firm.name, key: { uscc: firm.code } })
  licence(d, firm)
  supply(d, firm)
  agreement(d, firm)
}

/** S089-P01: the licence of the place, and whose it is. */
function licence(d: Draft, firm: Firm): void {
  const random = d.random('licence')
  const kind = random.pick(['社区长者食堂', '社区长者食堂', '老年助餐点', '社会餐饮企业', '社会餐饮企业', '单位食堂'])
  const canteen = kind === '单位食堂'
  const issued = addDays(addYears(d.at, -random.int(0, 3)), -random.int(30, 300))
  const held = holdLicence(d, holderOf(firm), {
    type: 'FBL',
    slot: '食品经营许可证',
    number: `JY${canteen ? '3' : '2'}31010700${random.digits(5)}`,
    issued,
    until: addDays(addYears(issued, 5), -1),
    authority: OFFICE,
    printed: {
      主体业态: canteen ? '集中用餐单位食堂' : '餐饮服务经营者',
      经营项目: '热食类食品制售',
      有效期至: addDays(addYears(issued, 5), -1),
      签发人: '沈立',
    },
  })
  d.known({ zc_addr: firm.address })
  if (canteen || kind === '社会餐饮企业') d.known({ zc_kind: kind })
  else d.typed({ zc_kind: kind })
  d.mayFail({
    id: 'licence-of-another',
    title: '食品经营许可证的主体是别家',
    slot: '食品经营许可证',
    fails: { 'S089-P01': '许可主体与运营方不一致' },
    apply: (draft) => {
      lapse(draft, held, '注销')
      restate(draft, held, {
        持证人: '上海百味楼示例餐饮管理有限公司',
        统一社会信用代码: uscc(draft.random('other'), DISTRICT.code, '91'),
      })
    },
  })
  d.mayFail({
    id: 'food-licence-expired',
    title: '食品经营许可证已过有效期',
    slot: '食品经营许可证',
    fails: { 'S089-P01': '食品经营许可证已过期' },
    apply: (draft) => lapse(draft, held, '过期', addDays(draft.at, -draft.random('expired').int(10, 200))),
  })
  d.mayFail({
    id: 'licence-for-shops',
    title: '食品经营许可证只能销售食品，没有餐饮服务',
    slot: '食品经营许可证',
    fails: { 'S089-P01': '许可业态不是餐饮服务' },
    apply: (draft) => {
      restate(draft, held, {}, { printed: { 主体业态: '食品销售经营者', 经营项目: '预包装食品销售' } })
      if (canteen || kind === '社会餐饮企业') draft.answer('zc_kind', kind)
    },
  })
}

/** S089-P03: what was supplied, as the district's system counted it. */
function supply(d: Draft, firm: Firm): void {
  const random = d.random('supply')
  const capacity = random.int(8, 40) * 10
  const price = yuan(random.int(10, 18))
  if (random.chance(0.4)) {
    d.typed({ zc_cap: capacity, zc_price: price as unknown as CaseValue })
    d.none('首次备案，还没有供餐数据', 'S089-P03')
    mayLeaveBlank(d, 'zc_cap')
    return
  }
  const served = capacity * random.int(50, 80)
  d.record(
    '助餐系统库',
    { uscc: firm.code },
    {
      名称: firm.name,
      统计期间: { from: addDays(d.at, -95), to: addDays(d.at, -5) },
      供餐客数: served,
      每客单价: price,
      日供餐能力: capacity,
    },
  )
  d.known({ zc_cap: capacity, zc_price: price as unknown as CaseValue, zc_served: served })
  d.mayFail({
    id: 'served-more-than-counted',
    title: '申报的供餐客数比系统里的多',
    slot: '申请表',
    touches: 'zc_served',
    fails: { 'S089-P03': '供餐客数与系统数据不一致' },
    apply: (draft) => draft.answer('zc_served', Math.round(served * 1.12)),
  })
}

/** S089-P04: the agreement with the sub-district, sometimes with its letter of confirmation. */
function agreement(d: Draft, firm: Firm): void {
  const random = d.random('agreement')
  const street = `上海市${DISTRICT.name}${random.pick(['曹杨新村', '长寿路', '真如镇', '石泉路'])}街道示例办事处`
  const from = addDays(d.at, -random.int(20, 300))
  d.paper(
    '服务协议',
    'SVA',
    {
      甲方: street,
      乙方: firm.name,
      服务地址: firm.address,
      服务期限: { from, to: addDays(addYears(from, 2), -1) },
      签订日期: addDays(from, -4),
    },
    { marks: { 甲方盖章: street, 乙方盖章: firm.name } },
  )
  if (random.chance(0.25))
    d.paper(
      '街镇确认文件',
      'APR',
      {
        文件名称: '关于确认老年助餐服务场所的通知',
        文号: `普${random.pick(['曹', '长', '真', '石'])}办〔${from.slice(0, 4)}〕${random.int(5, 90)}号`,
        项目名称: '老年助餐服务场所',
        承担单位: firm.name,
        立项日期: addDays(from, -12),
        发文单位: street,
        审批日期: addDays(from, -12),
      },
      { variant: '通知', extra: { 标题: '关于确认老年助餐服务场所的通知' }, marks: { 发文机关章: street } },
    )
  else
    d.mayFail({
      id: 'no-agreement',
      title: '没有和街镇签的服务协议，也没有确认文件',
      slot: '服务协议',
      fails: { 'S089-P04': '没有服务协议', 'IMG-P02': '没有交服务协议' },
      apply: (draft) => draft.remove('服务协议'),
    })
  d.mayFail({
    id: 'agreement-ended',
    title: '和街镇的服务协议已经到期',
    slot: '服务协议',
    fails: { 'S089-P04': '服务协议已到期' },
    apply: (draft) => {
      const to = addDays(draft.at, -draft.random('ended').int(5, 150))
      const since = addDays(addYears(to, -2), 1)
      draft.change('服务协议', { 服务期限: { from: since, to }, 签订日期: since })
    },
  })
}
