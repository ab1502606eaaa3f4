import { addDays, addYears } from '../../world/dates.ts'
import { person } from '../../world/people.ts'
import type { Draft, Paper } from '../draft.ts'
import type { Firm } from './firm.ts'
import { yuan } from './kin.ts'

/** Social insurance of everybody who works at a firm. */
export function insured(d: Draft, firm: Firm, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const random = d.random(`employee-${i}`)
    const one = person(random, d.at, [23, 54])
    const months = random.int(8, 90)
    d.record(
      '社保库',
      { uscc: firm.code, cnid: one.number },
      {
        姓名: one.name,
        证件号码: one.number,
        参保单位: firm.name,
        单位统一社会信用代码: firm.code,
        参保状态: '在缴',
        参保身份: '单位职工',
        连续缴费月数: months,
      },
    )
  }
}

export interface Audit {
  slot: string
  key?: string
  /** Accounting year. */
  year: number
  /** Yuan. */
  revenue: number
  research: number
  /** City money received, when the report speaks of it. */
  received?: number
}

const OFFICES = ['上海申正示例会计师事务所', '上海众诚示例会计师事务所（普通合伙）', '上海沪江示例会计师事务所有限公司']

/** The audit report of one year, sealed by the auditors and their office. */
export function auditOf(d: Draft, firm: Firm, o: Audit): Paper | null {
  const random = d.random(`audit-${o.year}`)
  const office = d.random('auditors').pick(OFFICES)
  const [first, second] = [person(d.random('auditor-1'), d.at).name, person(d.random('auditor-2'), d.at).name]
  const latest = addDays(d.at, -6)
  const usual = `${o.year + 1}-0${random.int(2, 4)}-${random.int(10, 28)}`
  return d.paper(
    o.slot,
    'AUD',
    {
      报告文号: `沪示会审字（${o.year + 1}）第${random.digits(4)}号`,
      被审单位: firm.name,
      报告日期: usual < latest ? usual : latest,
      会计期间: { from: `${o.year}-01-01`, to: `${o.year}-12-31` },
      营业收入: yuan(o.revenue),
      研发费用: yuan(o.research),
      ...(o.received === undefined ? {} : { 市级资助到账: yuan(o.received) }),
      会计师事务所: office,
      防伪编码: `沪${String(o.year + 1).slice(2)}${random.digits(8)}`,
    },
    {
      ...(o.key ? { key: o.key } : {}),
      variant: '审计报告',
      marks: { 事务所盖章: office, 注册会计师签章: `${first} ${second}`, 清算组签章: false },
    },
  )
}

/** A high-tech certificate (高新技术企业证书). */
export interface HighTech {
  number: string
  issued: string
}

const AGENCIES = '上海市科学技术委员会、上海市财政局、国家税务总局上海市税务局'

/** A certificate that runs for three years from `issued`, in the register of projects. */
export function highTech(d: Draft, firm: Firm, issued: string, label = 'high-tech'): HighTech {
  const number = `GR${issued.slice(0, 4)}31${d.random(label).digits(6)}`
  d.record(
    '科技项目库',
    { uscc: firm.code },
    {
      类别: '高新技术企业',
      项目名称: '高新技术企业认定',
      项目编号: number,
      承担单位: firm.name,
      年度: Number(issued.slice(0, 4)),
      认定日期: issued,
      有效期限: { from: issued, to: addDays(addYears(issued, 3), -1) },
      状态: addYears(issued, 3) > d.at ? '有效' : '终止',
    },
  )
  return { number, issued }
}

/** The certificate on paper. */
export function highTechPaper(d: Draft, firm: Firm, { number, issued }: HighTech): void {
  d.paper(
    '高新技术企业证书',
    'HCX',
    { 企业名称: firm.name, 证书编号: number, 发证时间: issued, 有效期: '三年', 批准机关: AGENCIES },
    { marks: { 三部门章: '上海市科学技术委员会' } },
  )
}

/** Moves a certificate to other dates, wherever it stands. */
export function reissue(draft: Draft, { number }: HighTech, issued: string, state: '有效' | '终止' | '撤销'): void {
  draft.amend(
    '科技项目库',
    {
      认定日期: issued,
      年度: Number(issued.slice(0, 4)),
      有效期限: { from: issued, to: addDays(addYears(issued, 3), -1) },
      状态: state,
    },
    ({ 项目编号 }) => 项目编号 === number,
  )
  if (draft.of('高新技术企业证书').length > 0) draft.change('高新技术企业证书', { 发证时间: issued })
}
