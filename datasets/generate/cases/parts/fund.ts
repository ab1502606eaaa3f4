import type { CaseValue } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import type { Person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import { everywhere } from './applicant-firm.ts'
import type { Firm } from './firm.ts'
import { yuan } from './kin.ts'

/** A project or award of the city for which the district adds money. */
export interface Fund {
  /** 类别 in the register of projects. */
  kind: '科学技术奖' | '创新资金' | '科技小巨人' | '科技小巨人培育' | '高新技术企业'
  name: string
  number: string
  /** 文号 of the notice. */
  notice: string
  title: string
  variant: '通知' | '合同书' | '证书'
  authority: string
  level?: string
  /** 立项日期 */
  date: string
  /** City money in yuan, as the project file says and as it was paid. */
  granted: number
  /** Asked of the district, in yuan. */
  asked: number
  /** What else the register of projects says. */
  recorded: Readonly<Record<string, CaseValue>>
}

export interface FundOptions {
  /** The matter's own points that fail beside FUND-P05 when the money was had before. */
  twice?: Readonly<Record<string, string>>
  /** … and when the firm has moved away. */
  moved?: Readonly<Record<string, string>>
  /** … and when the project is another firm's. */
  stranger?: Readonly<Record<string, string>>
  agent: Person | null
}

const NOT_PUBLISHED = '本年度申报通知没有给出，只能由人核对'
const SLOT = '立项文件'

/** MOD-FUND: form, register of projects, the project file, taxes, credit and earlier money, and how they go wrong. */
export function fund(d: Draft, firm: Firm, project: Fund, o: FundOptions): void {
  const random = d.random('fund')
  const contact = o.agent ?? firm.legal
  const holder = random.chance(0.12) ? renamed(d, firm, project) : firm.name
  d.known({
    fd_project: project.name,
    fd_no: project.number,
    fd_amount: yuan(project.granted),
    fd_year: Number(project.date.slice(0, 4)),
  })
  const said = { fd_contact: `${contact.name} ${contact.phone}` }
  if (o.agent) d.known(said)
  else d.typed(said)
  // Without the year's rate nobody but the applicant knows how much to ask for.
  if (d.scenario.parameters.get('配套比例') === 1) d.known({ fd_apply: yuan(project.asked) })
  else d.typed({ fd_apply: yuan(project.asked) })
  d.record(
    '科技项目库',
    { uscc: firm.code },
    {
      类别: project.kind,
      项目名称: project.name,
      项目编号: project.number,
      文号: project.notice,
      承担单位: holder,
      年度: Number(project.date.slice(0, 4)),
      认定日期: project.date,
      资助金额: yuan(project.granted),
      状态: '有效',
      ...project.recorded,
    },
  )
  // The city shares its data of projects: the file need not be handed in, most do all the same.
  if (random.chance(0.75)) projectFile(d, holder, project)
  else d.none('市级立项数据核验免交立项文件', 'FUND-P07')
  surroundings(d, firm)
  d.person(NOT_PUBLISHED, 'FUND-P03', 'FUND-P04')
  offerProject(d, firm, project, o)
  offerFirm(d, firm, o)
}

/** The firm took another name after the project was granted; the register of firms says so, which proves it. Gives the old name. */
function renamed(d: Draft, firm: Firm, project: Fund): string {
  const earlier = firm.name.replace(firm.brand, `${firm.brand}原`)
  d.amend(
    '法人库',
    { 曾用名: [earlier], 最近变更日期: addDays(project.date, 20), 最近变更事项: ['名称'] },
    ({ 键 }) => 键.uscc === firm.code,
  )
  return earlier
}

function projectFile(d: Draft, holder: string, project: Fund): void {
  d.paper(
    SLOT,
    'APR',
    {
      文件名称: project.title,
      文号: project.notice,
      项目名称: project.name,
      项目编号: project.number,
      承担单位: holder,
      ...(project.level ? { 等级: project.level } : {}),
      资助金额: yuan(project.granted),
      立项日期: project.date,
      发文单位: project.authority,
      审批日期: project.date,
    },
    { marks: { 发文机关章: project.authority }, variant: project.variant },
  )
  d.mayFail({
    id: 'project-file-without-number',
    title: '立项文件上没有文号',
    slot: SLOT,
    touches: 'project-number',
    fails: { 'FUND-P07': '立项文件没有文号，没法核对' },
    apply: (draft) => {
      delete draft.one(SLOT).content.fields.文号
    },
  })
}

/** Where the firm pays taxes, what the district gave it before, and old trouble that is over. */
function surroundings(d: Draft, firm: Firm): void {
  const random = d.random('fund-surroundings')
  const key = { uscc: firm.code }
  d.record('税务库', key, {
    纳税人名称: firm.name,
    统一社会信用代码: firm.code,
    登记状态: '正常',
    主管税务机关: `国家税务总局上海市${DISTRICT.name}示例税务局`,
    所在区: DISTRICT.name,
    欠税金额: yuan(0),
    申报年度: Number(d.at.slice(0, 4)) - 1,
  })
  if (random.chance(0.25))
    d.record('财政资金库', key, {
      名称: firm.name,
      证件号码: firm.code,
      项目名称: '数字化车间改造项目',
      资金名称: '普陀区产业发展专项资金',
      项目编号: `PTCY${random.digits(6)}`,
      年度: Number(d.at.slice(0, 4)) - 2,
      金额: yuan(random.int(5, 30) * 10000),
      状态: '已拨付',
    })
  if (random.chance(0.15)) {
    const decided = addDays(addYears(d.at, -3), random.int(1, 200))
    d.record('信用处罚库', key, {
      名称: firm.name,
      证件号码: firm.code,
      类别: '经营异常名录',
      事由: '未按期公示年度报告',
      决定日期: decided,
      期限: { from: decided, to: addDays(decided, 60) },
      状态: '已移出',
      部门: `上海市${DISTRICT.name}示例市场监督管理局`,
    })
  }
}

function offerProject(d: Draft, firm: Firm, project: Fund, o: FundOptions): void {
  const own = (record: Readonly<Record<string, unknown>>) => record.项目编号 === project.number
  d.mayFail({
    id: 'project-of-another-firm',
    title: '立项文件的承担单位不是申请单位',
    slot: SLOT,
    touches: 'project-holder',
    fails: { 'FUND-P02': '承担单位与申请单位不一致，也没有更名', ...o.stranger },
    apply: (draft) => {
      const 承担单位 = `上海恒序示例${firm.brand.at(-1) ?? ''}技术有限公司`
      draft.amend('科技项目库', { 承担单位 }, own)
      if (draft.of(SLOT).length > 0) draft.change(SLOT, { 承担单位 })
    },
  })
  d.mayFail({
    id: 'money-twice',
    title: '同一项目已经享受过区级资金',
    slot: '申请书',
    touches: 'money-twice',
    refuse: true,
    fails: { 'FUND-P05': '同一项目已拨付过区级资金', ...o.twice },
    apply: (draft) =>
      draft.record(
        '财政资金库',
        { uscc: firm.code },
        {
          名称: firm.name,
          证件号码: firm.code,
          项目名称: project.name,
          资金名称: `${DISTRICT.name}科技发展专项资金`,
          项目编号: project.number,
          年度: Number(draft.at.slice(0, 4)),
          金额: yuan(project.asked),
          状态: draft.random('money-twice').pick(['已拨付', '已拨付', '在办']),
        },
      ),
  })
}

/** Another district of the city. */
const ELSEWHERE = '静安区'

function offerFirm(d: Draft, firm: Firm, o: FundOptions): void {
  const own = ({ 键 }: { 键: { uscc?: string | undefined } }) => 键.uscc === firm.code
  const taxes = (draft: Draft) =>
    draft.amend('税务库', { 所在区: ELSEWHERE, 主管税务机关: `国家税务总局上海市${ELSEWHERE}示例税务局` }, own)
  d.mayFail({
    id: 'taxes-elsewhere',
    title: '税务登记不在本区',
    slot: '营业执照',
    touches: 'where',
    refuse: true,
    fails: { 'FUND-P01': '税务登记在别的区' },
    apply: taxes,
  })
  d.mayFail({
    id: 'moved-out',
    title: '企业已经迁出本区',
    slot: '营业执照',
    touches: 'where',
    refuse: true,
    fails: { 'FUND-P01': '注册地和税务登记已迁出本区', 'FORM-P07': '住所不在本区', ...o.moved },
    apply: (draft) => {
      const there = firm.address.replace(`${DISTRICT.name}${firm.place.road}`, `${ELSEWHERE}江场路`)
      everywhere(draft, '营业执照', { 住所: there, 登记机关: `${ELSEWHERE}示例市场监督管理局` }, own)
      draft.form.subj_addr = there
      taxes(draft)
    },
  })
  d.mayFail({
    id: 'blacklisted',
    title: '有没有修复的严重失信、重大违法记录',
    slot: '申请书',
    touches: 'credit',
    refuse: true,
    fails: { 'FUND-P06': '有有效的严重失信、重大违法记录' },
    apply: (draft) => {
      const random = draft.random('blacklisted')
      const decided = addDays(draft.at, -random.int(60, 500))
      draft.record(
        '信用处罚库',
        { uscc: firm.code },
        {
          名称: firm.name,
          证件号码: firm.code,
          类别: random.pick(['严重违法失信名单', '失信被执行人']),
          事由: '有履行能力而拒不履行生效法律文书确定的义务',
          决定文号: `普示例失信〔${decided.slice(0, 4)}〕${random.int(12, 90)}号`,
          决定日期: decided,
          期限: { from: decided, to: addYears(decided, 3) },
          状态: '有效',
          部门: `上海市${DISTRICT.name}示例人民法院`,
        },
      )
    },
  })
}
