import { addDays, addYears } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { renew } from '../parts/renew.ts'

/** M30 实行不定时和综合计算工时工作制许可 */
export const SCENARIOS: MatterRecipe = { S070: first, S071: again }

const OFFICE = `${DISTRICT.name}示例人力资源和社会保障局`

interface Hours {
  kind: string
  /** Days of one cycle. */
  cycle: number
  posts: readonly string[]
  plan: string
}

const FLEXIBLE: Hours = {
  kind: '不定时工作制',
  cycle: 0,
  posts: ['外勤销售人员', '长途货运驾驶员', '高级管理人员', '推销员'],
  plan: '不设固定上下班时间，按任务弹性安排，自行掌握工作和休息；每周至少休息一日，不实行加班打卡。',
}
const CYCLES: readonly (readonly [string, number])[] = [
  ['月', 31],
  ['季', 92],
  ['年', 366],
]
const CONTINUOUS = ['连续作业运行值班员', '配送驾驶员', '仓储装卸工', '设备运行操作工']

interface Application {
  firm: Firm
  hours: Hours
  staff: { person: Person; post: string }[]
}

function hoursOf(d: Draft): Hours {
  const random = d.random('hours')
  if (random.chance(0.45)) return FLEXIBLE
  const [unit, cycle] = random.pick(CYCLES)
  return {
    kind: `综合计算工时工作制（${unit}）`,
    cycle,
    posts: CONTINUOUS,
    plan: `以${unit}为周期综合计算工作时间，四班三运转，每班8小时，周期内平均每日不超过8小时、每周不超过40小时，集中工作、集中休息，轮休调休。`,
  }
}

function employer(d: Draft): Application {
  const random = d.random('employer')
  const { firm } = firmCase(
    d,
    {
      trade: random.pick(['物流', '电子科技', '商贸', '设备制造', '物业管理']),
      scope: '一般项目：国内货物运输代理；电子产品销售；机械设备销售；物业管理；企业管理咨询。',
      kind: '企业',
      years: [2, 12],
    },
    '特殊工时许可',
  )
  const hours = hoursOf(d)
  const posts = random.sample(hours.posts, random.int(1, 2))
  const staff = posts.flatMap((post, i) =>
    Array.from({ length: random.int(2, 5) }, (_, k) => ({
      person: person(random.fork(`worker-${i}-${k}`), d.at, [22, 50]),
      post,
    })),
  )
  d.typed({ hs_kind: hours.kind, hs_plan: hours.plan })
  d.paper(
    '人员名单',
    'STF',
    { 单位名称: firm.name, 人员: staff.map(row), 填报日期: addDays(d.at, -random.int(2, 12)) },
    { marks: { 盖章: firm.name } },
  )
  d.known({ hs_post: heads(staff) })
  consulted(d, firm, staff)
  if (hours.cycle > 0) attendance(d, firm, hours)
  else d.none('不定时工作制不用交考勤记录', 'M30-P05')
  offerDefects(d, staff)
  return { firm, hours, staff }
}

const row = ({ person: one, post }: Application['staff'][number]) => ({
  姓名: one.name,
  证件号码: one.number,
  岗位: post,
  联系电话: one.phone,
})

function heads(staff: Application['staff']): { 岗位: string; 人数: number }[] {
  const posts = [...new Set(staff.map(({ post }) => post))]
  return posts.map((post) => ({ 岗位: post, 人数: staff.filter((one) => one.post === post).length }))
}

/** 协商情况证明: the union's resolution, or everybody's signature. */
function consulted(d: Draft, firm: Firm, staff: Application['staff']): void {
  const random = d.random('consulted')
  const union = random.chance(0.55)
  const seal = union ? `${firm.name}工会委员会` : firm.name
  d.typed({ hs_cons: union ? '工会决议' : '职工签字' })
  d.paper(
    '协商情况证明',
    'CMT',
    {
      事项名称: '实行特殊工时工作制协商情况证明',
      申请人: firm.name,
      法定代表人: firm.legal.name,
      告知内容版本: null,
      承诺内容: `${union ? '经工会讨论' : '经与职工逐一协商'}，同意对${[...new Set(staff.map(({ post }) => post))].join('、')}岗位实行特殊工时工作制，保障职工休息休假权利和劳动报酬。`,
      签署人: union ? [`${firm.name}工会委员会`] : staff.map(({ person: one }) => one.name),
      日期: addDays(d.at, -random.int(5, 20)),
      行政机关: null,
    },
    { marks: { 盖章: seal, 签名: staff[0]?.person.name ?? false, 公安机关盖章: false } },
  )
  if (union)
    d.mayFail({
      id: 'union-seal-missing',
      title: '工会决议没有盖工会的章',
      slot: '协商情况证明',
      fails: { 'M30-P03': '没有工会的章' },
      apply: (draft) => draft.change('协商情况证明', {}, { 盖章: false }),
    })
  else
    d.mayFail({
      id: 'signatures-incomplete',
      title: '名册上有职工没有在协商证明上签名',
      slot: '协商情况证明',
      fails: { 'M30-P03': '签名与名册不符' },
      apply: (draft) => draft.change('协商情况证明', { 签署人: staff.slice(0, -1).map(({ person: one }) => one.name) }),
    })
}

function attendance(d: Draft, firm: Firm, hours: Hours): void {
  const random = d.random('attendance')
  const to = addDays(d.at, -random.int(3, 15))
  d.paper(
    '考勤记录',
    'ATT',
    { 单位名称: firm.name, 考勤期间: { from: addDays(to, -hours.cycle), to }, 填报日期: addDays(to, 2) },
    { marks: { 盖章: firm.name } },
  )
  d.mayFail({
    id: 'attendance-too-short',
    title: '考勤记录不足一个周期',
    slot: '考勤记录',
    fails: { 'M30-P05': '考勤不足一个周期' },
    apply: (draft) => draft.change('考勤记录', { 考勤期间: { from: addDays(to, -Math.round(hours.cycle / 2)), to } }),
  })
  d.mayFail({
    id: 'attendance-unsealed',
    title: '考勤记录没有盖公章',
    slot: '考勤记录',
    fails: { 'M30-P05': '考勤记录没有盖公章' },
    apply: (draft) => draft.change('考勤记录', {}, { 盖章: false }),
  })
  d.mayFail({
    id: 'attendance-missing',
    title: '综合计算工时没有交考勤记录',
    slot: '考勤记录',
    fails: { 'IMG-P02': '没有交考勤记录', 'M30-P05': '没有附考勤记录' },
    apply: (draft) => draft.remove('考勤记录'),
  })
}

function offerDefects(d: Draft, staff: Application['staff']): void {
  d.mayFail({
    id: 'posts-not-allowed',
    title: '把行政、财务等坐班的岗位也报了特殊工时',
    slot: '人员名单',
    touches: 'hs_post',
    refuse: true,
    fails: { 'M30-P01': '行政文员不属可实行特殊工时的岗位' },
    apply: (draft) => {
      const one = person(draft.random('clerk'), draft.at)
      const all = [...staff, { person: one, post: '行政文员' }]
      draft.change('人员名单', { 人员: all.map(row) })
      draft.known({ hs_post: heads(all) })
      // The proof may be missing in the same case.
      for (const { content } of draft.of('协商情况证明'))
        if ((content.fields.签署人 as string[]).length > 1) content.fields.签署人 = all.map((each) => each.person.name)
    },
  })
  d.mayFail({
    id: 'headcount-differs',
    title: '申请表的人数与名册不一致',
    slot: '申请书',
    touches: 'hs_post',
    fails: { 'M30-P04': '名册的人数与申请表不符' },
    apply: (draft) => {
      const [one, ...rest] = heads(staff)
      if (one) draft.answer('hs_post', [{ ...one, 人数: one.人数 + 3 }, ...rest])
    },
  })
}

function first(d: Draft): void {
  employer(d)
  const from = addDays(d.at, d.random('period').int(20, 40))
  d.typed({ hs_period: { from, to: addDays(addYears(from, 1), -1) } })
  d.none('首次申请，没有原许可', 'M30-P06')
  mayLeaveBlank(d, 'hs_plan')
}

function again(d: Draft): void {
  const { firm, hours } = employer(d)
  const random = d.random('again')
  renew(d, firm, {
    licence: {
      type: 'DPC',
      number: `普人社特〔${addYears(d.at, -1).slice(0, 4)}〕${random.int(100, 900)}号`,
      authority: OFFICE,
      held: 'register',
      recorded: { 经营项目: hours.kind },
    },
    years: 1,
    expired: { 'M30-P06': '原许可到期后才申请' },
  })
  const end = d.form.rn_end as string
  d.typed({ hs_period: { from: addDays(end, 1), to: addYears(end, 1) } })
  d.typed({
    hs_report:
      '原许可期内按批准的岗位执行，做到集中工作、集中休息，职工工资和休息休假得到保障，没有劳动争议；岗位、人数没有大的变化。',
  })
  d.mayFail({
    id: 'report-empty',
    title: '没有写原许可执行情况',
    slot: '申请书',
    touches: 'hs_report',
    fails: { 'S071-P01': '没有说明原许可执行情况和岗位变化' },
    apply: (draft) => draft.answer('hs_report', '无'),
  })
  d.mayFail({
    id: 'gap-after-the-licence',
    title: '申请的期限与原许可之间有空档',
    slot: '申请书',
    touches: 'hs_period',
    fails: { 'M30-P06': '申请期限晚于原许可届满，有空档' },
    apply: (draft) => {
      const from = addDays(end, 45)
      const period = { from, to: addDays(addYears(from, 1), -1) }
      draft.form.hs_period = period
      draft.answer('hs_period', period)
    },
  })
  mayLeaveBlank(d, 'hs_plan')
}
