import { addDays, addYears } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { bankAccount } from '../parts/bank.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { type Fund, fund } from '../parts/fund.ts'
import { yuan } from '../parts/kin.ts'
import { auditOf, type HighTech, highTech, highTechPaper, insured, reissue } from '../parts/tech-firm.ts'

/** M26 科技小巨人工程区级配套 */
export const SCENARIOS: MatterRecipe = {
  S063: (d) => apply(d, '科技小巨人'),
  S064: (d) => apply(d, '科技小巨人培育'),
}

const SLOT = '近三年审计报告'

/** Revenue and research costs of one year, in yuan. */
interface Year {
  year: number
  revenue: number
  research: number
}

function apply(d: Draft, kind: '科技小巨人' | '科技小巨人培育'): void {
  const random = d.random('giant')
  const { firm, agent } = firmCase(
    d,
    {
      trade: random.pick(['智能科技', '医疗科技', '新材料科技']),
      scope: '一般项目：技术服务、技术开发、技术咨询、技术转让；软件开发；新材料技术研发；仪器仪表制造。',
      years: [5, 14],
    },
    d.scenario.matter.name,
  )
  fund(d, firm, projectOf(d, kind), { agent })
  bankAccount(d, { name: firm.name, key: { uscc: firm.code } })
  const staff = random.int(14, 24)
  insured(d, firm, staff)
  const years = accounts(d)
  d.amend('税务库', { 上年度营业收入: yuan(years[2]?.revenue ?? 0), 个税申报人数: staff })
  for (const one of years) auditOf(d, firm, { slot: SLOT, key: keyOf(one), ...one })
  const certificate = highTech(d, firm, addDays(addYears(d.at, -random.int(1, 2)), -random.int(20, 200)))
  if (random.chance(0.6)) highTechPaper(d, firm, certificate)
  const patents = property(d, firm)
  d.known({ ...sums(years), gi_staff: staff, gi_ip: patents })
  d.typed({ gi_rdn: Math.ceil(staff * random.between(0.35, 0.6)) })
  offerAccounts(d, years)
  // The lower threshold of 培育 is not published: failing the higher one decides nothing there.
  if (kind === '科技小巨人培育') d.withdraw('growth-too-low', 'research-too-low')
  offerOthers(d, certificate, staff, kind)
  mayLeaveBlank(d, 'fd_apply')
}

const keyOf = ({ year }: Year) => `audit-${year}`

const sums = (years: readonly Year[]) => ({
  gi_rd: yuan(years.reduce((sum, { research }) => sum + research, 0)),
  gi_rev: yuan(years.reduce((sum, { revenue }) => sum + revenue, 0)),
})

function projectOf(d: Draft, kind: '科技小巨人' | '科技小巨人培育'): Fund {
  const random = d.random('project')
  const date = addDays(d.at, -random.int(60, 320))
  const year = date.slice(0, 4)
  const granted = (kind === '科技小巨人' ? random.pick([120, 150]) : random.pick([60, 80, 100])) * 10000
  const level = kind === '科技小巨人' ? '科技小巨人企业' : '科技小巨人培育企业'
  return {
    kind,
    name: random.pick(['工业视觉检测平台研发', '高端医用耗材国产化', '低碳建材中试线建设', '城市管网感知终端研发']),
    number: `${year.slice(2)}HX11${random.digits(5)}`,
    notice: `沪科合〔${year}〕${random.int(3, 29)}号`,
    title: `关于公布${year}年度上海市${level}立项名单的通知`,
    variant: '通知',
    authority: '上海市科学技术委员会',
    level,
    date,
    granted,
    asked: granted,
    recorded: { 有效期限: { from: date, to: addYears(date, 2) } },
  }
}

/** Three years of accounts that grow well above what is asked. */
function accounts(d: Draft): Year[] {
  const random = d.random('accounts')
  const last = Number(d.at.slice(0, 4)) - 1
  const share = random.between(0.08, 0.13)
  let revenue = random.int(1800, 5200) * 10000
  return [last - 2, last - 1, last].map((year) => {
    const one = { year, revenue, research: Math.round((revenue * share) / 1000) * 1000 }
    revenue = Math.round((revenue * random.between(1.26, 1.45)) / 1000) * 1000
    return one
  })
}

function property(d: Draft, firm: Firm): number {
  const random = d.random('property')
  const kinds = ['发明专利', '实用新型', '软件著作权'] as const
  const count = random.int(4, 9)
  for (let i = 0; i < count; i += 1) {
    const kind = random.pick(kinds)
    d.record(
      '知识产权库',
      { uscc: firm.code },
      {
        权利人: firm.name,
        类别: kind,
        名称: `一种${random.pick(['检测', '装配', '封装', '传感'])}${random.pick(['装置', '方法', '系统'])}${i + 1}`,
        编号: kind === '软件著作权' ? `2024SR${random.digits(7)}` : `ZL2023${random.digits(9)}`,
        授权日期: addDays(d.at, -random.int(100, 1000)),
        状态: '有效',
      },
    )
  }
  return count
}

/** Says other figures of one year, on its report and in the sums of the form. */
function restated(draft: Draft, years: readonly Year[], change: (one: Year) => Year): void {
  const now = years.map(change)
  for (const one of now) {
    const paper = draft.papers.find(({ key }) => key === keyOf(one))
    if (paper) Object.assign(paper.content.fields, { 营业收入: yuan(one.revenue), 研发费用: yuan(one.research) })
  }
  Object.assign(draft.form, sums(now))
}

function offerAccounts(d: Draft, years: readonly Year[]): void {
  const [first, middle, last] = years
  if (!first || !middle || !last) return
  d.mayFail({
    id: 'growth-too-low',
    title: '收入增长达不到门槛',
    slot: SLOT,
    touches: 'accounts',
    refuse: true,
    fails: { 'M26-P01': '复合增长率达不到门槛' },
    apply: (draft) =>
      restated(draft, years, (one) =>
        one === last
          ? { ...one, revenue: Math.round(first.revenue * 1.1), research: Math.round(first.revenue * 0.1) }
          : one,
      ),
  })
  d.mayFail({
    id: 'research-too-low',
    title: '研发费用占比达不到门槛',
    slot: SLOT,
    touches: 'accounts',
    refuse: true,
    fails: { 'M26-P01': '研发费用占比达不到门槛' },
    apply: (draft) => restated(draft, years, (one) => ({ ...one, research: Math.round(one.revenue * 0.022) })),
  })
  d.mayFail({
    id: 'audit-of-one-year-missing',
    title: '缺一年的审计报告',
    slot: SLOT,
    touches: 'accounts',
    fails: { 'M26-P02': `缺${middle.year}年度的审计报告` },
    silences: { 'M26-P01': '缺一年的审计报告，算不出三年的数' },
    apply: (draft) => {
      draft.papers = draft.papers.filter(({ key }) => key !== keyOf(middle))
    },
  })
  d.mayFail({
    id: 'audit-not-sealed',
    title: '审计报告没有注册会计师签章',
    slot: SLOT,
    touches: 'accounts',
    fails: { 'M26-P02': '审计报告没有注册会计师签章' },
    apply: (draft) => {
      const paper = draft.papers.find(({ key }) => key === keyOf(last))
      if (paper) paper.content.marks.注册会计师签章 = false
    },
  })
}

function offerOthers(d: Draft, certificate: HighTech, staff: number, kind: string): void {
  d.mayFail({
    id: 'high-tech-ended',
    title: '高新技术企业证书已过有效期',
    slot: '高新技术企业证书',
    fails: { 'M26-P03': '高新技术企业证书已过三年有效期' },
    apply: (draft) => {
      const issued = addDays(addYears(draft.at, -3), -draft.random('ended').int(20, 200))
      reissue(draft, certificate, issued, '终止')
    },
  })
  d.mayFail({
    id: 'more-researchers-than-insured',
    title: '研发人员数比参保人数还多',
    slot: '申请表',
    touches: 'gi_rdn',
    fails: { 'M26-P04': '研发人员数高于参保人数' },
    apply: (draft) => draft.answer('gi_rdn', staff + draft.random('researchers').int(4, 12)),
  })
  if (kind === '科技小巨人培育')
    d.mayFail({
      id: 'giant-not-nursery',
      title: '立项的是小巨人企业，选成了培育企业',
      slot: '立项文件',
      touches: 'kind',
      refuse: true,
      fails: { 'S064-P01': '立项文件是科技小巨人企业，不是培育企业' },
      apply: (draft) => {
        const level = '科技小巨人企业'
        draft.amend('科技项目库', { 类别: '科技小巨人' }, ({ 类别 }) => 类别 === '科技小巨人培育')
        if (draft.of('立项文件').length > 0) {
          const { fields } = draft.one('立项文件').content
          draft.change('立项文件', { 等级: level, 文件名称: String(fields.文件名称).replace('培育企业', '企业') })
        }
      },
    })
}
