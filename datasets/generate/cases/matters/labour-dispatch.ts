import type { CaseValue } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { everywhere } from '../parts/applicant-firm.ts'
import { change, issuedFor } from '../parts/change.ts'
import { commitment } from '../parts/commitment.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { equipmentList } from '../parts/food-application.ts'
import { type LicenceOptions, restate } from '../parts/held-licence.ts'
import { premisesOf } from '../parts/premises.ts'
import { renew } from '../parts/renew.ts'
import { ruleBooks } from '../parts/rule-books.ts'

/** M28 劳务派遣经营许可 */
export const SCENARIOS: MatterRecipe = { S066: first, S067: changed, S068: renewed }

const OFFICE = `${DISTRICT.name}示例人力资源和社会保障局`
const SCOPE =
  '许可项目：劳务派遣服务。（依法须经批准的项目，经相关部门批准后方可开展经营活动）一般项目：人力资源服务（不含职业中介活动、劳务派遣服务）；企业管理咨询。'
const RULES = [
  '劳动合同管理制度',
  '劳动报酬支付制度',
  '社会保险缴纳制度',
  '工作时间管理制度',
  '休息休假制度',
  '劳动纪律和奖惩制度',
]
const CLAUSES = [
  '派遣的工作岗位名称和岗位性质',
  '派遣人员数量（人数）',
  '派遣期限',
  '劳动报酬数额与支付方式',
  '社会保险费的数额与缴纳方式',
  '工作时间和休息休假',
  '被派遣劳动者工伤处理办法',
  '劳动安全卫生和培训',
  '违反协议的责任',
]
const OFFICE_THINGS = [
  { 设备名称: '办公桌椅', 规格型号: '1.4米', 数量: 8, 用途: '日常办公' },
  { 设备名称: '台式计算机', 规格型号: '商用', 数量: 6, 用途: '日常办公' },
  { 设备名称: '打印复印一体机', 规格型号: 'A3', 数量: 1, 用途: '文书打印' },
  { 设备名称: '人力资源信息管理系统', 规格型号: 'V3.2', 数量: 1, 用途: '派遣人员信息管理' },
  { 设备名称: '档案柜', 规格型号: '铁皮四门', 数量: 4, 用途: '劳动合同归档' },
]

const yuan = (amount: number) => ({ fen: amount * 100, currency: 'CNY' }) as const

function dispatcher(d: Draft): { firm: Firm; capital: number } {
  const random = d.random('dispatcher')
  const { firm } = firmCase(
    d,
    {
      trade: random.pick(['劳务派遣', '人力资源', '人力资源服务']),
      scope: SCOPE,
      otherScope: '一般项目：企业管理咨询；人力资源服务（不含职业中介活动、劳务派遣服务）；会议及展览服务。',
      scopeFails: { 'M28-P03': '经营范围没有劳务派遣' },
      kind: '企业',
      years: d.scenario.situation === '新办' ? [0, 3] : [4, 9],
    },
    '劳务派遣经营许可',
  )
  const capital = random.pick([2000000, 2000000, 3000000, 5000000])
  setCapital(d, firm, capital)
  return { firm, capital }
}

const own =
  (firm: Firm) =>
  ({ 键 }: { 键: { uscc?: string | undefined } }) =>
    键.uscc === firm.code

/** What the register, the licence and the form say of the firm's capital. */
function setCapital(d: Draft, firm: Firm, amount: number): void {
  everywhere(d, '营业执照', { 注册资本: yuan(amount) }, own(firm))
  d.known({ dp_cap: yuan(amount) })
}

function audit(d: Draft, firm: Firm, capital: number): void {
  const random = d.random('audit')
  const office = `上海${random.pick(['申信', '众立', '恒勤'])}示例会计师事务所（普通合伙）`
  const date = addDays(d.at, -random.int(15, 80))
  d.paper(
    '审计报告',
    'AUD',
    {
      报告文号: `${office.slice(2, 4)}会验字（${date.slice(0, 4)}）第${random.int(100, 990)}号`,
      被审单位: firm.name,
      报告日期: date,
      实收资本: yuan(capital),
      会计师事务所: office,
    },
    {
      marks: { 事务所盖章: office, 注册会计师签章: random.pick(['沈立群', '邵文斌', '贺敏华']), 清算组签章: false },
      variant: '验资报告',
    },
  )
  const wrong = (id: string, title: string, fields: Record<string, CaseValue>, marks: Record<string, false> = {}) =>
    d.mayFail({
      id,
      title,
      slot: '审计报告',
      fails: { 'M28-P02': title },
      apply: (draft) => draft.change('审计报告', fields, marks),
    })
  wrong('audit-of-another-firm', '验资报告是另一家单位的', { 被审单位: '上海启帆示例实业有限公司' })
  wrong('audit-unsigned', '验资报告没有注册会计师签章', {}, { 注册会计师签章: false })
  wrong('audit-unsealed', '验资报告没有事务所盖章', {}, { 事务所盖章: false })
  d.mayFail({
    id: 'capital-too-small',
    title: '注册资本不足200万元',
    slot: '审计报告',
    touches: 'capital',
    refuse: true,
    fails: { 'M28-P01': '注册资本100万元，不足200万元' },
    apply: (draft) => {
      setCapital(draft, firm, 1000000)
      draft.change('审计报告', { 实收资本: yuan(1000000) })
    },
  })
}

function rules(d: Draft, firm: Firm): void {
  ruleBooks(d, {
    name: firm.name,
    titles: RULES,
    responsible: firm.legal.name,
    field: 'dp_sys',
    without: { titles: /休息休假/u, fails: { 'M28-P05': '制度缺休息休假' } },
  })
}

function first(d: Draft): void {
  const { firm, capital } = dispatcher(d)
  const t = premisesOf(d, firm, { use: '办公', own: 0.2 })
  d.known({ dp_place: t.area, dp_equip: OFFICE_THINGS.map(({ 设备名称 }) => 设备名称), dp_sample: CLAUSES })
  audit(d, firm, capital)
  rules(d, firm)
  equipmentList(d, firm, OFFICE_THINGS)
  commitment(d, firm, { business: '劳务派遣经营许可', office: OFFICE })
  d.paper('劳务派遣协议样本', 'DPA', { 派遣单位: firm.name, 条款: CLAUSES })
  d.mayFail({
    id: 'agreement-without-injuries',
    title: '派遣协议样本没有工伤处理的条款',
    slot: '劳务派遣协议样本',
    fails: { 'M28-P04': '样本缺工伤处理条款' },
    apply: (draft) => {
      const left = CLAUSES.filter((clause) => !/工伤/u.test(clause))
      draft.change('劳务派遣协议样本', { 条款: left })
      draft.known({ dp_sample: left })
    },
  })
}

function licence(d: Draft, capital: number, until: string): LicenceOptions {
  const issued = issuedFor(until, 3)
  return {
    type: 'DPC',
    number: `310107${issued.slice(0, 4)}0${d.random('licence').digits(3)}`,
    issued,
    until,
    authority: OFFICE,
    printed: { 注册资本: yuan(capital), 许可经营事项: '劳务派遣' },
  }
}

function changed(d: Draft): void {
  const random = d.random('changed')
  const { firm, capital } = dispatcher(d)
  const more = random.chance(0.3)
  const before = more ? random.pick([2000000, 2500000].filter((one) => one !== capital)) : capital
  const until = addDays(d.at, random.int(120, 900))
  const say = (amount: number) => `${amount / 10000}万元`
  const { items } = change(d, firm, {
    licence: licence(d, before, until),
    kinds: ['名称', '法定代表人', '住所'],
    seat: true,
    own: more ? { item: '注册资本', old: say(before), now: say(capital) } : null,
  })
  d.none('没有提交派遣协议样本', 'M28-P04')
  d.none('没有提交管理制度', 'M28-P05')
  if (more) audit(d, firm, capital)
  else {
    d.none('没有变更注册资本', 'M28-P02')
  }
  if (items.includes('住所')) {
    const t = premisesOf(d, firm, { use: '办公', own: 0.2 })
    d.known({ dp_place: t.area })
  }
  if (more)
    d.mayFail({
      id: 'capital-reduced',
      title: '减资后注册资本低于200万元',
      slot: '审计报告',
      touches: 'capital',
      refuse: true,
      fails: { 'M28-P01': '减资后注册资本不足200万元', 'S067-P01': '减资后低于200万元' },
      apply: (draft) => {
        setCapital(draft, firm, 1500000)
        draft.change('审计报告', { 实收资本: yuan(1500000) })
        draft.form.chg_new = '150万元'
        draft.answer('chg_new', '150万元')
      },
    })
  if (more) d.withdraw('capital-too-small')
}

const REPORT =
  '三年来累计派遣劳动者{n}人，期末在派{m}人，分布在3家用工单位；与被派遣劳动者均订立两年以上固定期限劳动合同，合同订立率100%；依法缴纳社会保险；按月足额支付劳动报酬（工资），没有拖欠；用工单位为示例物业、示例物流、示例商超，均签有劳务派遣协议。'

function renewed(d: Draft): void {
  const random = d.random('renewed')
  const { firm, capital } = dispatcher(d)
  const held = renew(d, firm, {
    licence: licence(d, capital, addYears(d.at, 1)),
    years: 3,
    late: { 'S068-P01': '距有效期届满不足60日' },
    expired: { 'S068-P01': '有效期已届满' },
    stale: { 'RENEW-P04': '声明没有变化，法定代表人已变' },
  })
  rules(d, firm)
  const report = REPORT.replace('{n}', String(random.int(180, 420))).replace('{m}', String(random.int(60, 170)))
  d.typed({ dp_report: report })
  d.none('没有提交派遣协议样本', 'M28-P04')
  if (random.chance(0.4)) audit(d, firm, capital)
  else d.none('没有提交审计报告', 'M28-P02')
  const year = Number(d.at.slice(0, 4))
  for (const one of [year - 1, year - 2])
    d.record(
      '年度核验库',
      { uscc: firm.code },
      { 许可证编号: held.number, 年度: one, 结论: '合格', 核验日期: `${one + 1}-04-${random.int(10, 28)}` },
    )
  d.mayFail({
    id: 'report-without-headcount',
    title: '三年经营情况报告没有写派遣人数',
    slot: '申请书',
    touches: 'dp_report',
    fails: { 'S068-P02': '经营情况报告缺派遣人数' },
    apply: (draft) =>
      draft.answer(
        'dp_report',
        '三年来与被派遣劳动者均订立两年以上固定期限劳动合同；依法缴纳社会保险；按月足额支付工资；用工单位为示例物业、示例物流。',
      ),
  })
  d.mayFail({
    id: 'yearly-check-missed',
    title: '去年没有参加年度核验',
    slot: '年度核验',
    fails: { 'S068-P03': '上一年度核验未参加' },
    apply: (draft) => draft.amend('年度核验库', { 结论: '未参加' }, ({ 年度 }) => 年度 === year - 1),
  })
  d.mayFail({
    id: 'wages-unpaid',
    title: '三年内被列入欠薪失信名单',
    slot: '信用',
    touches: 'credit',
    fails: { 'S068-P03': '三年内有拖欠劳动报酬的重大违法记录' },
    apply: (draft) =>
      draft.record(
        '信用处罚库',
        { uscc: firm.code },
        {
          名称: firm.name,
          证件号码: firm.code,
          类别: '欠薪',
          事由: '拖欠被派遣劳动者劳动报酬，列入拖欠农民工工资失信联合惩戒对象名单',
          决定日期: addDays(addYears(draft.at, -1), 30),
          期限: { from: addDays(addYears(draft.at, -1), 30), to: addYears(draft.at, 2) },
          状态: '有效',
          部门: OFFICE,
        },
      ),
  })
  const former = `上海市${DISTRICT.name}真北路2180号3层305室`
  d.mayFail({
    id: 'seat-moved',
    title: '住所搬了，许可证没有办变更',
    slot: '原许可证',
    touches: 'licence-holder',
    fails: { 'RENEW-P03': '住所变了，没有办变更', 'RENEW-P04': '声明没有变化，住所已变' },
    apply: (draft) => restate(draft, held, { 住所: former, 经营场所: former }),
  })
}
