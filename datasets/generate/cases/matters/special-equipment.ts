import { addDays, addYears } from '../../world/dates.ts'
import { person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { register } from '../parts/identity.ts'

/** M19 特种设备使用登记 */
export const SCENARIOS: MatterRecipe = { S048: first }

/** What kinds of equipment firms register, and the certificates that their people need (TSG Z6001). */
interface Kind {
  kind: string
  /** 设备种类 on the inspection report. */
  printed: string
  code: string
  trade: string
  scope: string
  maker: string
  installed: boolean
  operator?: string
  /** Months until the next inspection. */
  months: number
}

const MANAGER = '特种设备安全管理（A）'
const KINDS: readonly Kind[] = [
  {
    kind: '电梯',
    printed: '曳引驱动乘客电梯',
    code: '3110',
    trade: '物业管理',
    scope: '一般项目：物业管理；停车场服务；园林绿化工程施工。',
    maker: '苏州示例电梯有限公司',
    installed: true,
    months: 12,
  },
  {
    kind: '场（厂）内专用机动车辆',
    printed: '场（厂）内专用机动车辆（叉车）',
    code: '5110',
    trade: '物流',
    scope: '一般项目：国内货物运输代理；装卸搬运；普通货物仓储服务。',
    maker: '安徽示例叉车股份有限公司',
    installed: false,
    operator: '叉车司机（N1）',
    months: 12,
  },
  {
    kind: '起重机械',
    printed: '起重机械（电动单梁起重机）',
    code: '4170',
    trade: '机电设备',
    scope: '一般项目：机械设备销售；通用设备制造；金属结构制造。',
    maker: '河南示例起重机械有限公司',
    installed: true,
    operator: '起重机司机（Q2）',
    months: 24,
  },
  {
    kind: '锅炉',
    printed: '承压蒸汽锅炉',
    code: '1100',
    trade: '洗涤服务',
    scope: '一般项目：洗染服务；专业保洁、清洗、消毒服务。',
    maker: '江苏示例锅炉有限公司',
    installed: true,
    operator: '工业锅炉司炉（G1）',
    months: 12,
  },
]

interface Machine {
  what: Kind
  code: string
  number: string
  made: string
  installer: string
  place: string
  inspector: string
  report: string
  inspected: string
  next: string
  owner: string | null
}

function first(d: Draft): void {
  const random = d.random('equipment')
  const what = random.pick([...KINDS, ...KINDS.slice(0, 2)])
  const { firm } = firmCase(d, { trade: what.trade, scope: what.scope, years: [1, 10] }, '特种设备使用登记')
  const machine = machineOf(d, firm, what)
  d.known({
    tz_kind: what.kind,
    tz_code: machine.code,
    tz_no: machine.number,
    tz_made: `${what.maker}，${machine.made}`,
    tz_inst: machine.installer,
    tz_place: machine.place,
    tz_insp: `${machine.inspector}，${machine.report}，${machine.next}`,
    ...(machine.owner ? { tz_owner: machine.owner } : {}),
  })
  const days = Math.round((Date.parse(d.at) - Date.parse(machine.inspected)) / 86400000)
  if (random.chance(0.6)) d.typed({ tz_used: addDays(d.at, -random.int(1, Math.min(24, days - 5))) })
  else d.none('设备还没有投入使用', 'M19-P02')
  report(d, firm, machine)
  people(d, firm, what)
  if (machine.owner) entrusted(d, firm, machine, machine.owner)
  else d.none('设备是自己的，不用委托协议', 'M19-P05')
  offerReport(d, machine)
  if (!what.installed) d.typed({ tz_inst: '无' })
  mayLeaveBlank(d, 'tz_inst')
}

function machineOf(d: Draft, firm: Firm, what: Kind): Machine {
  const random = d.random('machine')
  const inspected = addDays(d.at, -random.int(10, 70))
  const made = addDays(inspected, -random.int(60, 260))
  const year = made.slice(0, 4)
  const managed = what.kind === '电梯' && random.chance(0.6)
  const road = random.pick(DISTRICT.roads)
  return {
    what,
    code: `${what.code}1${random.digits(5)}${year}${random.digits(4)}`,
    number: `${random.pick(['DT', 'HX', 'SL'])}${year}${random.digits(5)}`,
    made,
    installer: what.installed ? `上海${random.pick(['申起', '浦安', '华固'])}示例机电安装有限公司` : '无',
    place: managed ? `上海市${DISTRICT.name}${road}${random.int(20, 900)}弄${random.int(1, 30)}号` : firm.address,
    inspector: '上海市示例特种设备监督检验技术研究院',
    report: `${what.code.slice(0, 2)}JD${inspected.slice(0, 4)}${random.digits(6)}`,
    inspected,
    next: addDays(addYears(inspected, what.months / 12), -1),
    owner: managed ? `上海${random.pick(['申浦', '长风', '曹杨'])}示例置业有限公司` : null,
  }
}

function report(d: Draft, firm: Firm, m: Machine): void {
  d.paper(
    '检测报告',
    'TST',
    {
      报告编号: m.report,
      委托单位: m.owner ?? firm.name,
      受检单位: firm.name,
      受检地址: m.place,
      检验日期: m.inspected,
      检测项目: ['技术资料', '安全保护装置', '运行试验'],
      检测结论: '合格',
      报告日期: addDays(m.inspected, 4),
      签发人: person(d.random('issuer'), d.at).name,
      设备代码: m.code,
      产品编号: m.number,
      设备种类: m.what.printed,
      制造单位: m.what.maker,
      制造日期: m.made,
      ...(m.what.installed ? { 安装单位: m.installer } : {}),
      检验机构: m.inspector,
      下次检验日期: m.next,
    },
    { marks: { 盖章: m.inspector } },
  )
}

/** The safety manager and, where it takes one, the operator: each with a certificate. */
function people(d: Draft, firm: Firm, what: Kind): void {
  const posts = [MANAGER, ...(what.operator ? [what.operator] : [])]
  const rows = posts.map((post, i) => {
    const random = d.random(`operator-${i}`)
    const one = person(random, d.at, [24, 55])
    const issued = addDays(addYears(d.at, -random.int(1, 2)), -random.int(10, 200))
    const until = addDays(addYears(issued, 4), -1)
    const number = one.number
    register(d, one)
    d.record(
      '人员资格库',
      { cnid: one.number },
      {
        姓名: one.name,
        证件号码: one.number,
        资格名称: post,
        证书编号: number,
        发证日期: issued,
        有效期限: { from: issued, to: until },
        状态: '有效',
        注册单位: firm.name,
      },
    )
    d.paper(
      '职业资格证书',
      'PRO',
      {
        姓名: one.name,
        证件号码: one.number,
        职业名称: post,
        证书编号: number,
        发证日期: issued,
        有效期至: until,
        评价机构: `上海市${DISTRICT.name}示例市场监督管理局`,
      },
      { key: `certificate-${i}`, variant: '作业人员证', marks: { 证书章: `${DISTRICT.name}示例市场监督管理局` } },
    )
    return { 姓名: one.name, 证书项目: post, 证书编号: number }
  })
  d.known({ tz_mgr: rows })
  const paper = (draft: Draft) => draft.papers.find(({ key }) => key === 'certificate-0')?.content.fields ?? {}
  const holder = rows[0]?.证书编号
  d.mayFail({
    id: 'manager-certificate-expired',
    title: '安全管理员的证书已过期',
    slot: '职业资格证书',
    fails: { 'M19-P04': '安全管理员证书已过有效期' },
    apply: (draft) => {
      const until = addDays(draft.at, -draft.random('certificate').int(10, 200))
      const issued = addDays(addYears(until, -4), 1)
      Object.assign(paper(draft), { 发证日期: issued, 有效期至: until })
      draft.amend(
        '人员资格库',
        { 发证日期: issued, 有效期限: { from: issued, to: until }, 状态: '过期' },
        ({ 键 }) => 键.cnid === holder,
      )
    },
  })
  d.mayFail({
    id: 'manager-certificate-other',
    title: '安全管理员的证书项目不对',
    slot: '职业资格证书',
    fails: { 'M19-P04': '证书项目与设备不匹配' },
    apply: (draft) => {
      const other = '熔化焊接与热切割作业'
      Object.assign(paper(draft), { 职业名称: other })
      draft.amend('人员资格库', { 资格名称: other }, ({ 键 }) => 键.cnid === holder)
      draft.form.tz_mgr = rows.map((row, i) => (i === 0 ? { ...row, 证书项目: other } : row))
    },
  })
}

function entrusted(d: Draft, firm: Firm, m: Machine, owner: string): void {
  const signed = addDays(d.at, -d.random('entrusted').int(60, 300))
  d.paper(
    '委托协议',
    'ENT',
    {
      委托方: owner,
      受托方: firm.name,
      委托事项: `${m.place}电梯的日常使用管理`,
      协议期限: { from: signed, to: addDays(addYears(signed, 3), -1) },
      签订日期: signed,
    },
    { marks: { 委托方盖章: owner, 受托方盖章: firm.name } },
  )
  d.mayFail({
    id: 'no-entrustment',
    title: '设备是业主的，没有交委托协议',
    slot: '委托协议',
    fails: { 'M19-P05': '使用单位与产权单位不一致，没有附委托协议' },
    apply: (draft) => draft.remove('委托协议'),
  })
  d.mayFail({
    id: 'entrustment-of-another',
    title: '委托协议委托的是另一家物业',
    slot: '委托协议',
    fails: { 'M19-P05': '委托协议的受托方不是使用单位' },
    apply: (draft) => {
      const other = '上海和顺示例物业管理有限公司'
      draft.change('委托协议', { 受托方: other }, { 受托方盖章: other })
    },
  })
}

function offerReport(d: Draft, m: Machine): void {
  const slot = '检测报告'
  d.mayFail({
    id: 'inspection-failed',
    title: '监督检验报告的结论是不合格',
    slot,
    fails: { 'M19-P01': '检验结论不合格' },
    apply: (draft) => draft.change(slot, { 检测结论: '不合格' }),
  })
  d.mayFail({
    id: 'product-number-wrong',
    title: '产品编号与检验报告不一致',
    slot: '申请表',
    touches: 'tz_no',
    fails: { 'M19-P01': '产品编号与检验报告不一致' },
    apply: (draft) => draft.answer('tz_no', `${m.number.slice(0, -1)}${(Number(m.number.at(-1)) + 3) % 10}`),
  })
  d.mayFail({
    id: 'inspected-for-another',
    title: '检验报告的使用单位是另一家',
    slot,
    fails: { 'M19-P01': '检验报告的使用单位不是申请人' },
    apply: (draft) => draft.change(slot, { 受检单位: '上海广富示例实业有限公司' }),
  })
  d.mayFail({
    id: 'inspection-run-out',
    title: '检验有效期已经届满',
    slot,
    touches: 'inspection-life',
    fails: { 'M19-P03': '下次检验日期已过' },
    apply: (draft) => {
      const next = addDays(draft.at, -draft.random('run-out').int(5, 90))
      const inspected = addDays(addYears(next, -1), 1)
      draft.change(slot, { 下次检验日期: next, 检验日期: inspected, 报告日期: addDays(inspected, 4) })
      draft.form.tz_insp = `${m.inspector}，${m.report}，${next}`
    },
  })
  d.mayFail({
    id: 'registered-late',
    title: '投用三十日以后才来登记',
    slot: '申请表',
    touches: 'inspection-life',
    fails: { 'M19-P02': '投入使用超过三十日才登记' },
    apply: (draft) => {
      const used = addDays(draft.at, -draft.random('late').int(40, 120))
      const inspected = addDays(used, -10)
      draft.change(slot, { 检验日期: inspected, 报告日期: addDays(inspected, 4) })
      draft.form.tz_used = used
      draft.answer('tz_used', used)
    },
  })
}
