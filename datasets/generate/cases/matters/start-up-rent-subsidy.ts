import type { CaseValue } from '../../../case-format.ts'
import { uscc } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { bankAccount } from '../parts/bank.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { yuan } from '../parts/kin.ts'
import { premisesOf } from '../parts/premises.ts'
import type { Tenancy } from '../parts/tenancy.ts'

/** M35 创业场地房租补贴 */
export const SCENARIOS: MatterRecipe = { S076: apply }

const SLOT = '租金发票'

function apply(d: Draft): void {
  const { firm } = firmCase(
    d,
    {
      trade: d.random('trade').pick(['文化创意', '信息科技', '服装设计']),
      scope: '一般项目：文艺创作；软件开发；服装服饰零售；日用百货销售。',
      shop: { chance: 0.3, ending: '工作室' },
      years: [1, 1],
    },
    '创业场地房租补贴',
  )
  d.amend('法人库', { 投资人: [firm.legal.name] }, ({ 键 }) => 键.uscc === firm.code)
  const t = premisesOf(d, firm, { own: 0 })
  bankAccount(d, { name: firm.name, key: { uscc: firm.code } })
  d.known({ ct_open: firm.founded, ct_place: t.place })
  founder(d, firm)
  workers(d, firm)
  rent(d, firm, t)
  offerDefects(d, firm, t)
}

/** Who set up the firm; somebody who was registered as jobless stands in the register. */
function founder(d: Draft, firm: Firm): void {
  const random = d.random('founder')
  if (random.chance(0.35)) {
    d.record(
      '就业库',
      { cnid: firm.legal.number },
      {
        姓名: firm.legal.name,
        证件号码: firm.legal.number,
        登记类别: '失业登记',
        登记日期: addDays(firm.founded, -random.int(60, 300)),
        终止日期: firm.founded,
        状态: '失效',
      },
    )
    d.known({ ct_founder: '失业人员' })
  } else d.typed({ ct_founder: random.pick(['高校毕业生', '退役军人', '返沪留学人员', '其他创业者']) })
}

/** People hired, each insured for longer than asked. */
function workers(d: Draft, firm: Firm): void {
  const random = d.random('workers')
  const rows = Array.from({ length: random.int(1, 4) }, (_, i) => {
    const one = person(random.fork(`worker-${i}`), d.at, [21, 50])
    const months = random.int(7, 12)
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
        累计缴费月数: months,
      },
    )
    return { 姓名: one.name, 证件号码: one.number, 连续缴费月数: months }
  })
  d.known({ ct_workers: rows })
  d.mayFail({
    id: 'insured-too-short',
    title: '吸纳的人员社保缴费月数不够',
    slot: '申请表',
    touches: 'ct_workers',
    fails: { 'M35-P03': '连续缴费不满规定的月数' },
    apply: (draft) => {
      const months = draft.random('months').int(1, 4)
      draft.amend('社保库', { 连续缴费月数: months, 累计缴费月数: months })
      draft.form.ct_workers = rows.map((row) => ({ ...row, 连续缴费月数: months }))
    },
  })
}

/** A quarter's rent on an invoice. */
interface Invoice {
  key: string
  fen: number
}

function rent(d: Draft, firm: Firm, t: Tenancy): Invoice[] {
  const random = d.random('rent')
  const lease = t.lease
  if (!lease) return []
  const quarter = Math.round(lease.rentFen / 4 / 100) * 100
  const days = Math.round((Date.parse(d.at) - Date.parse(lease.from)) / 86400000)
  const count = Math.max(1, Math.min(3, Math.floor(days / 91)))
  const invoices = Array.from({ length: count }, (_, i): Invoice => {
    const from = addDays(lease.from, i * 91)
    const dated = addDays(from, random.int(1, 9))
    d.paper(
      SLOT,
      'INV',
      {
        发票号码: `26312000000${random.digits(9)}`,
        开票日期: dated < d.at ? dated : addDays(d.at, -1),
        购买方名称: firm.name,
        购买方税号: firm.code,
        销售方名称: t.owner,
        销售方税号: uscc(random.fork('seller'), DISTRICT.code, '91'),
        项目名称: '*经营租赁*房屋租赁费',
        价税合计: { fen: quarter, currency: 'CNY' },
        备注: `${t.place}，租期${from}至${addDays(from, 90)}`,
      },
      { key: `rent-${i}`, variant: '数电票', marks: { 发票专用章: t.owner } },
    )
    return { key: `rent-${i}`, fen: quarter }
  })
  d.known({
    ct_rent: { fen: lease.rentFen, currency: 'CNY' },
    ct_paid: { fen: invoices.reduce((sum, { fen }) => sum + fen, 0), currency: 'CNY' },
  })
  offerInvoices(d, firm, lease.rentFen)
  return invoices
}

function offerInvoices(d: Draft, firm: Firm, yearly: number): void {
  const first = (fields: Record<string, CaseValue>) => (draft: Draft) => {
    const paper = draft.papers.find(({ key }) => key === 'rent-0')
    if (paper) Object.assign(paper.content.fields, fields)
  }
  d.mayFail({
    id: 'invoice-to-a-person',
    title: '租金发票的抬头是个人',
    slot: SLOT,
    fails: { 'M35-P02': '发票抬头不是申请人' },
    apply: first({ 购买方名称: firm.legal.name }),
  })
  d.mayFail({
    id: 'invoice-for-management',
    title: '交的是物业费发票',
    slot: SLOT,
    fails: { 'M35-P02': '发票项目是物业费，不是租金' },
    apply: first({ 项目名称: '*物业管理服务*物业费', 备注: '物业管理费' }),
  })
  d.mayFail({
    id: 'paid-by-contract',
    title: '已付租金按合同全年租金写了',
    slot: '申请表',
    touches: 'ct_paid',
    fails: { 'M35-P04': '按合同租金而不是实付租金算' },
    apply: (draft) => draft.answer('ct_paid', { fen: yearly, currency: 'CNY' }),
  })
}

function offerDefects(d: Draft, firm: Firm, t: Tenancy): void {
  d.mayFail({
    id: 'founded-long-ago',
    title: '成立已经超过三年',
    slot: '营业执照',
    touches: 'founded',
    refuse: true,
    fails: { 'M35-P01': '成立超过规定的年限' },
    apply: (draft) => {
      const founded = addYears(firm.founded, -4)
      draft.form.ct_open = founded
      const own = ({ 键 }: { 键: { uscc?: string | undefined } }) => 键.uscc === firm.code
      const more = firm.kind === '企业' ? { 营业期限: { from: founded, to: addDays(addYears(founded, 30), -1) } } : {}
      draft.amend('法人库', { 成立日期: founded, ...more }, own)
      if (draft.of('营业执照').length > 0) draft.change('营业执照', { 成立日期: founded, ...more })
      if (draft.registry.电子证照?.some((one) => one.about === '营业执照'))
        draft.amend('电子证照', { 成立日期: founded, ...more }, (one) => one.about === '营业执照')
    },
  })
  d.mayFail({
    id: 'asked-before',
    title: '同一场地已经享受过房租补贴',
    slot: '申请书',
    touches: 'asked-before',
    refuse: true,
    fails: { 'M35-P01': '不是首次申请' },
    apply: (draft) =>
      draft.record(
        '就业补贴库',
        { uscc: firm.code },
        {
          名称: firm.name,
          证件号码: firm.code,
          补贴项目: '创业场地房租补贴',
          期间: { from: addDays(draft.at, -300), to: addDays(draft.at, -120) },
          月数: 6,
          金额: yuan(6000),
          场地: t.place,
          状态: '已拨付',
        },
      ),
  })
  d.mayFail({
    id: 'rent-free-park',
    title: '园区已经给了租金补贴',
    slot: '申请书',
    touches: 'rent-free',
    refuse: true,
    fails: { 'M35-P05': '同一场地已享受园区租金补贴' },
    apply: (draft) =>
      draft.record(
        '财政资金库',
        { uscc: firm.code },
        {
          名称: firm.name,
          证件号码: firm.code,
          项目名称: '入园企业租金补贴',
          资金名称: `${DISTRICT.name}创业园区租金补贴`,
          项目编号: `PTZJ${draft.random('park').digits(6)}`,
          年度: Number(draft.at.slice(0, 4)),
          金额: yuan(8000),
          场地: t.place,
          状态: '已拨付',
        },
      ),
  })
}
