import type { CaseValue } from '../../../case-format.ts'
import { printCapital } from '../../pages/content.ts'
import type { Random } from '../../random.ts'
import { addDays } from '../../world/dates.ts'
import type { Person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, Paper } from '../draft.ts'
import { ageOn } from './kin.ts'
import { offerBillDefects } from './medical-bill-defects.ts'
import { type Bill, fen, type Hospital, settlement, type Visit, type VisitOptions } from './medical-visit.ts'

const HOSPITALS: readonly Hospital[] = [
  { name: '上海市普陀区长风示例医院', area: '上海市', grade: '二级' },
  { name: '上海真如示例中心医院', area: '上海市', grade: '三级' },
  { name: '上海曹杨示例医院', area: '上海市', grade: '二级' },
]
const WARDS = [
  ['普外科', '急性阑尾炎', '急性阑尾炎术后', '入院后完善检查，行腹腔镜阑尾切除术，术后恢复良好，切口愈合佳。'],
  ['心内科', '冠状动脉粥样硬化性心脏病', '冠心病 心功能II级', '入院后予抗血小板、调脂、扩冠治疗，症状好转。'],
  ['呼吸内科', '肺部感染', '社区获得性肺炎', '入院后予抗感染、化痰治疗，复查胸片炎症吸收。'],
  ['神经内科', '脑梗死', '脑梗死恢复期', '入院后予抗血小板、营养神经治疗，肢体肌力改善。'],
] as const
const OUTPATIENT = [
  ['内科', '咳嗽咳痰三天', '急性支气管炎', '口服药物治疗，一周后复诊'],
  ['内科', '头晕反复发作半月', '高血压病2级', '苯磺酸氨氯地平片5mg口服每日一次，共14天，两周后复诊'],
  ['骨科', '腰痛一周', '腰椎间盘突出症', '休息三天，布洛芬缓释胶囊口服7天，避免负重'],
] as const
const INJURY = {
  住院: ['骨科', '右桡骨远端骨折（外伤）', '右桡骨远端骨折（外伤）术后', '入院后行切开复位内固定术，术后恢复良好。'],
  门急诊: ['骨科急诊', '摔倒后右腕疼痛两小时', '右桡骨远端骨折（外伤）', '手法复位，石膏外固定，一周后复诊'],
} as const
const INPATIENT_ITEMS = ['床位费', '诊察费', '检查费', '化验费', '治疗费', '西药费', '护理费', '卫生材料费']
const OUTPATIENT_ITEMS = ['诊察费', '化验费', '检查费', '西药费', '中成药费']

/** Items of a bill that add up to its total. */
function items(random: Random, names: readonly string[], total: number): { name: string; fen: number }[] {
  const chosen = random.sample(names, Math.min(names.length, random.int(3, 6)))
  const shares = chosen.map(() => random.between(0.5, 2))
  const all = shares.reduce((sum, share) => sum + share, 0)
  const rows = chosen.map((name, i) => ({ name, fen: Math.floor((total * (shares[i] ?? 1)) / all / 100) * 100 }))
  const [first] = rows
  if (first) first.fen += total - rows.reduce((sum, row) => sum + row.fen, 0)
  return rows
}

/** MOD-MEDFEE: a stay in hospital or outpatient visits of `self`, with bills, lists, records, and how they go wrong. */
export function medicalVisit(d: Draft, self: Person, o: VisitOptions): Visit {
  const random = d.random('visit')
  const inpatient = o.way === '住院'
  const hospital = o.hospital ?? random.pick(HOSPITALS)
  const days = inpatient ? (o.days ?? random.int(4, 16)) : 0
  const start = addDays(d.at, -random.int(o.daysAgo[0], o.daysAgo[1]))
  const count = inpatient ? 1 : (o.bills ?? random.pick([1, 1, 2, 3]))
  const file = inpatient ? `ZY${random.digits(8)}` : `MZ${random.digits(8)}`
  const bills = Array.from({ length: count }, (_, i): Bill => {
    const total = inpatient ? random.int(480000, 2600000) : random.int(12000, 98000)
    const own = Math.round((total * random.between(0.04, 0.12)) / 100) * 100
    const self = o.settled ? Math.round(((total - own) * random.between(0.12, 0.28)) / 100) * 100 : total - own
    const from = addDays(start, i * 3)
    return { number: `00${random.digits(8)}`, total, self, own, from, to: inpatient ? addDays(from, days) : from }
  })
  const injured = !o.complaint && random.chance(0.15)
  if (injured)
    d.typed({ mf_injury: random.pick(['在家洗澡时滑倒，没有别人的责任', '下楼梯时自己踩空，没有别人的责任']) })
  const [department, complaint, diagnosis, treatment] = injured
    ? INJURY[o.way]
    : inpatient
      ? (([ward, entry, leaving, course]) => [ward, entry, leaving, course] as const)(random.pick(WARDS))
      : (o.complaint ?? random.pick(OUTPATIENT))
  const visit: Visit = {
    way: o.way,
    hospital,
    from: start,
    to: bills.at(-1)?.to ?? start,
    days,
    diagnosis,
    injured,
    bills,
    total: bills.reduce((sum, bill) => sum + bill.total, 0),
    self: bills.reduce((sum, bill) => sum + bill.self, 0),
  }
  if (!d.registry.医疗机构库?.some(({ 键 }) => 键.name === hospital.name)) recordHospital(d, hospital)
  bills.forEach((bill, i) => {
    billPapers(d, self, { ...o, hospital, bill, index: i, file, random: random.fork(`bill-${i}`) })
    if (o.settled)
      d.record('医保结算库', { cnid: self.number }, { ...settlement(self, hospital, bill), 结算方式: '联网结算' })
  })
  if (inpatient) dischargeSummary(d, self, visit, { file, department, complaint, treatment })
  else
    for (const [i, bill] of bills.entries())
      outpatientRecord(d, self, {
        hospital,
        bill,
        index: i,
        told: [department, complaint, diagnosis, treatment],
        variant: o.variant,
      })
  d.known({
    mf_total: fen(visit.total),
    mf_cnt: bills.length,
    mf_hosp: hospital.name,
    mf_date: visit.from,
    mf_self: fen(visit.self),
    mf_diag: inpatient ? diagnosis : bills.map(() => diagnosis).join('；'),
  })
  offerBillDefects(d, self, visit)
  return visit
}

/** The register's record of a hospital. */
export function recordHospital(d: Draft, hospital: Hospital, more: Record<string, CaseValue> = {}): void {
  d.record(
    '医疗机构库',
    { name: hospital.name },
    {
      名称: hospital.name,
      所在地区: hospital.area,
      等级: hospital.grade,
      医保定点: true,
      许可有效期限: { from: '2018-06-01', to: '2033-05-31' },
      状态: '有效',
      ...more,
    },
  )
}

function billPapers(
  d: Draft,
  self: Person,
  o: VisitOptions & { hospital: Hospital; bill: Bill; index: number; file: string; random: Random },
): void {
  const { bill, hospital, random, file, index } = o
  const inpatient = o.way === '住院'
  const rows = items(random, inpatient ? INPATIENT_ITEMS : OUTPATIENT_ITEMS, bill.total)
  const code = '31060126'
  const check = random.digits(6)
  const fund = o.settled ? bill.total - bill.self - bill.own : 0
  const account = o.settled ? Math.round((bill.self * 0.3) / 100) * 100 : 0
  d.paper(
    '医疗收费票据',
    'MRB',
    {
      票据代码: code,
      票据号码: bill.number,
      校验码: check,
      交款人: self.name,
      交款人证件号码: self.number,
      开票日期: bill.to,
      收费项目: rows.map((row) => ({ 项目名称: row.name, 数量: 1, 金额: fen(row.fen) })),
      金额合计大写: printCapital(fen(bill.total)).replace(/^人民币/u, ''),
      金额合计: fen(bill.total),
      业务流水号: random.digits(12),
      住院号: file,
      就诊时间: { from: bill.from, to: bill.to },
      医疗机构类型: `${hospital.grade}综合医院`,
      医保类型: o.insurance ?? (o.settled ? '职工医保' : '自费'),
      医保统筹基金支付: fen(fund),
      其他支付: fen(0),
      个人账户支付: fen(account),
      个人现金支付: fen(bill.self + bill.own - account),
      个人自付: fen(bill.self),
      个人自费: fen(bill.own),
      收款单位: hospital.name,
      复核人: '周敏',
      收款人: '何静',
    },
    {
      key: `医疗收费票据-${index}`,
      // A bill has too many entries for the layouts that set one to a line.
      layout: 'grid',
      variant: inpatient ? '住院票据' : '门诊票据',
      marks: { 财政监制章: '上海市财政票据监制章', 收款单位章: `${hospital.name}收费专用章` },
    },
  )
  d.record(
    '电子票据库',
    { cnid: self.number },
    {
      交款人: self.name,
      证件号码: self.number,
      票据代码: code,
      票据号码: bill.number,
      校验码: check,
      金额: fen(bill.total),
      开票日期: bill.to,
      状态: '有效',
    },
  )
  const needed = d.scenario.slots.find(({ slot }) => slot === '费用明细清单')?.required === 'required'
  if (needed || d.random('lists').chance(0.5))
    d.paper(
      '费用明细清单',
      'FDL',
      {
        费用明细: rows.map((row) => ({
          项目名称: row.name,
          医保类别: '乙',
          单价: fen(row.fen),
          数量: 1,
          金额: fen(row.fen),
        })),
        姓名: self.name,
        住院号: file,
        合计: fen(bill.total),
        日期: bill.to,
      },
      {
        key: `费用明细清单-${index}`,
        variant: inpatient ? '住院费用清单' : '门诊费用清单',
        marks: { 收费章: `${hospital.name}收费专用章` },
      },
    )
}

function dischargeSummary(
  d: Draft,
  self: Person,
  visit: Visit,
  o: { file: string; department: string; complaint: string; treatment: string },
): Paper | null {
  return d.paper(
    '出院小结',
    'DSM',
    {
      医院名称: visit.hospital.name,
      姓名: self.name,
      性别: self.sex,
      年龄: ageOn(self.birth, visit.from),
      住院号: o.file,
      科室: o.department,
      入院日期: visit.from,
      出院日期: visit.to,
      住院天数: visit.days,
      入院诊断: o.complaint,
      出院诊断: visit.diagnosis,
      诊疗经过: o.treatment,
      出院医嘱: '注意休息，低盐低脂饮食，两周后门诊复查，不适随诊。',
    },
    {
      variant: d.random('summary').pick(['出院小结', '出院记录']),
      marks: { 医师签名: '沈立', 盖章: `${visit.hospital.name}病史专用章` },
    },
  )
}

function outpatientRecord(
  d: Draft,
  self: Person,
  o: {
    hospital: Hospital
    bill: Bill
    index: number
    told: readonly [string, string, string, string]
    variant: string | undefined
  },
): void {
  const [department, complaint, diagnosis, treatment] = o.told
  d.paper(
    '门急诊病历',
    'CSE',
    {
      医院名称: o.hospital.name,
      姓名: self.name,
      就诊日期: o.bill.from,
      科室: department,
      主诉: complaint,
      诊断: diagnosis,
      处理: treatment,
    },
    {
      key: `门急诊病历-${o.index}`,
      variant: o.variant ?? '门急诊病历',
      marks: { 盖章: `${o.hospital.name}门急诊专用章`, 医师: '陆伟' },
    },
  )
}

/** Which medical insurance somebody has. */
export function insured(
  d: Draft,
  self: Person,
  kind: '职工医保' | '居民医保' | '社区医疗互助帮困',
  more: Record<string, CaseValue> = {},
): void {
  d.record(
    '医保库',
    { cnid: self.number },
    {
      姓名: self.name,
      证件号码: self.number,
      险种: kind,
      参保状态: '正常',
      参保期间:
        kind === '职工医保'
          ? { from: addDays(d.at, -d.random('insured').int(900, 4000)), to: '长期' }
          : { from: `${d.at.slice(0, 4)}-01-01`, to: `${d.at.slice(0, 4)}-12-31` },
      人员类别: kind === '职工医保' ? '在职' : '居民',
      定点医疗机构: [`上海市${DISTRICT.name}长风示例医院`],
      ...more,
    },
  )
}
