import type { CaseValue } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import { alsoFails } from './also-fails.ts'
import { rename } from './food-application.ts'
import { yuan } from './kin.ts'

/** What a social service agency does, and who oversees it. */
export interface Field {
  /** 行（事）业领域 and 组织形式, the end of its name. */
  ending: string
  scope: string
  overseer: string
}

const overseer = (office: string) => `上海市${DISTRICT.name}示例${office}`

export const FIELDS: readonly Field[] = [
  { ending: '社区助老服务中心', scope: '社区老年人日间照料、助餐、生活服务', overseer: overseer('民政局') },
  { ending: '青少年体育俱乐部', scope: '青少年体育培训、体育赛事组织、体育交流', overseer: overseer('体育局') },
  { ending: '文化艺术交流中心', scope: '文化艺术展览、交流、公益演出', overseer: overseer('文化和旅游局') },
  { ending: '社会工作服务中心', scope: '社会工作服务、社区公益项目承办', overseer: overseer('民政局') },
]

/** An agency as its papers tell it. */
export interface Agency {
  name: string
  address: string
  scope: string
  /** Yuan. */
  money: number
  /** Share of the money that is not the state's, in percent. */
  share: number
  legal: Person
  overseer: string
}

/** 民办非企业单位登记管理暂行条例 第十条: what the articles must say. */
const ARTICLES = (one: Agency) => [
  `第一条 名称：${one.name}；住所：${one.address}`,
  `第二条 宗旨和业务范围：${one.scope}`,
  '第三条 组织管理制度：设理事会，理事会是决策机构',
  '第四条 法定代表人的产生、罢免程序：由理事会选举产生，经三分之二以上理事同意可以罢免',
  '第五条 资产管理和使用的原则',
  '第六条 章程的修改程序',
  '第七条 终止程序和终止后资产的处理',
  '第八条 其他事项',
]

/** How the articles of an agency are headed and call things: it is no company. */
const WORDING = {
  标题: '民办非企业单位章程',
  单位名称的标签: '本单位的名称',
  住所的标签: '本单位的住所',
  经营范围的标签: '本单位的业务范围',
  注册资本的标签: '开办资金',
}

/** The articles; `amended`: as they read after a change, with the note of what changed. */
export function agencyArticles(d: Draft, one: Agency, signed: string, amended?: string): void {
  d.paper(
    '章程',
    'ART',
    {
      单位名称: one.name,
      住所: one.address,
      经营范围: one.scope,
      注册资本: yuan(one.money),
      法定代表人产生办法: '由理事会选举产生和罢免',
      签署日期: signed,
      法定代表人: one.legal.name,
      条款: ARTICLES(one),
      ...(amended ? { 修正条款: amended } : {}),
    },
    { variant: '章程', extra: WORDING, marks: { 法定代表人签名: one.legal.name, 盖章: amended ? one.name : false } },
  )
  d.mayFail({
    id: 'articles-without-recall',
    title: '章程没有写法定代表人的产生、罢免程序',
    slot: '章程',
    fails: { 'M51-P05': '章程缺法定代表人的产生、罢免程序' },
    apply: (draft) => {
      const { fields } = draft.one('章程').content
      fields.条款 = (fields.条款 as string[]).filter((line) => !line.includes('罢免'))
      delete fields.法定代表人产生办法
    },
  })
}

/** People of the board and who oversees them, with the legal representative at the head. */
export function boardOf(d: Draft, legal: Person): { names: string[]; rows: Record<string, CaseValue>[] } {
  const posts = ['理事', '理事', '监事']
  const others = posts.map((post, i) => ({ post, who: person(d.random(`board-${i}`), d.at, [28, 62]) }))
  const all = [{ post: d.random('head').pick(['理事长', '副理事长']), who: legal }, ...others]
  return {
    names: all.filter(({ post }) => post !== '监事').map(({ who }) => who.name),
    rows: all.map(({ post, who }) => ({ 姓名: who.name, 职务: post, 证件号码: who.number })),
  }
}

/** The resolution of the board. */
export function boardResolution(d: Draft, name: string, matters: string, date: string, names: readonly string[]): void {
  d.paper(
    '理事会决议',
    'RES',
    {
      决议名称: `${name}理事会决议`,
      会议日期: date,
      表决比例: '到会理事全体同意',
      决议事项: matters,
      签署人: [...names],
    },
    { variant: '理事会决议', marks: { 股东签名: names.join(' '), 盖章: false } },
  )
}

/** What the overseeing office agreed to. */
export function consent(d: Draft, one: Agency, title: string, date: string): void {
  d.paper(
    '业务主管单位批准文件',
    'APR',
    {
      文件名称: title,
      文号: `普${one.overseer.slice(-3, -2)}〔${date.slice(0, 4)}〕${d.random('consent').int(5, 180)}号`,
      项目名称: title.replace(/^关于同意/u, '').replace(/的批复$/u, ''),
      承担单位: one.name,
      立项日期: null,
      发文单位: one.overseer,
      审批日期: date,
    },
    { variant: '通知', extra: { 标题: title, 承担单位的标签: '承担单位' }, marks: { 发文机关章: one.overseer } },
  )
}

const AUDITORS = ['上海正信示例会计师事务所', '上海沪江示例会计师事务所有限公司']

/** A report of accountants: on money paid in, on a head who leaves, on the end of an agency. */
export function report(
  d: Draft,
  o: {
    slot: string
    of: string
    kind: '验资报告' | '专项审计报告' | '清算报告'
    date: string
    fields: Record<string, CaseValue>
  },
): void {
  const random = d.random('report')
  const firm = random.pick(AUDITORS)
  d.paper(
    o.slot,
    'AUD',
    {
      报告文号: `沪正会${o.kind.slice(0, 1)}字（${o.date.slice(0, 4)}）第${random.digits(4)}号`,
      被审单位: o.of,
      报告日期: o.date,
      会计期间: null,
      营业收入: null,
      研发费用: null,
      市级资助到账: null,
      会计师事务所: firm,
      ...o.fields,
    },
    {
      variant: o.kind,
      marks: {
        事务所盖章: firm,
        注册会计师签章: '沈立 周正',
        清算组签章: o.kind === '清算报告' ? `${o.of}清算组` : false,
      },
    },
  )
}

/** Money of an agency (M51-P03, M51-P05, S098-P02): too little of it free, another sum in the articles, an unsealed report. */
export function offerMoney(d: Draft, one: Agency): void {
  d.mayFail({
    id: 'money-mostly-the-states',
    title: '开办资金里非国有资产不到三分之二',
    slot: '审计报告',
    fails: { 'M51-P03': '非国有资产占比低于三分之二' },
    apply: (draft) => {
      const share = draft.random('share').int(40, 60)
      draft.change('审计报告', { 非国有资产比例: share })
      draft.form.mf2_source = share
    },
  })
  d.mayFail({
    id: 'articles-of-another-sum',
    title: '章程的开办资金和申请的不一致',
    slot: '章程',
    fails: { 'M51-P05': '章程的开办资金与申请信息不一致' },
    apply: (draft) => {
      draft.change('章程', { 注册资本: yuan(one.money + 50000) })
      draft.answer('mf2_money', yuan(one.money))
    },
  })
  d.mayFail({
    id: 'report-unsealed',
    title: '验资报告没有会计师事务所盖章、会计师签章',
    slot: '审计报告',
    fails: { 'S098-P02': '验资报告没有事务所盖章、会计师签章' },
    apply: (draft) => draft.change('审计报告', {}, { 事务所盖章: false, 注册会计师签章: false }),
  })
  d.mayFail({
    id: 'report-of-another',
    title: '验资报告的被审单位是别家',
    slot: '审计报告',
    fails: { 'S098-P02': '验资报告不是本单位的' },
    apply: (draft) => draft.change('审计报告', { 被审单位: '上海普陀区和顺示例社区服务中心' }),
  })
}

/** Names that nobody may bear, and names that somebody bears already (M51-P01). */
export function offerAgencyName(d: Draft, name: string): void {
  d.record('名称库', { name }, { 名称: name, 状态: '可用' })
  d.mayFail({
    id: 'name-taken',
    title: '名称和已登记的社会组织重名',
    slot: '申请表',
    touches: 'mf2_name',
    fails: { 'M51-P01': '与已登记的社会组织重名' },
    apply: (draft) =>
      draft.amend('名称库', { 状态: '已登记', 说明: '已由其他社会组织登记使用' }, (record) => record.名称 === name),
  })
  d.mayFail({
    id: 'name-misleads',
    title: '名称用了“中国”“中华”的字样',
    slot: '申请表',
    touches: 'mf2_name',
    fails: { 'M51-P01': '名称含有误导性字样' },
    apply: (draft) => {
      const grand = draft.random('grand').pick(['中国', '中华'])
      const now = name.replace(`上海${DISTRICT.name}`, `上海${DISTRICT.name}${grand}`)
      rename(draft, name, now)
      for (const record of draft.registry.名称库 ?? []) record.键 = { name: now }
    },
  })
}

/** Who may not be the legal representative (M51-P04). */
export function offerLegal(d: Draft, legal: Person, rows: readonly Record<string, CaseValue>[]): void {
  d.mayFail({
    id: 'legal-is-supervisor',
    title: '由监事担任法定代表人',
    slot: '申请表',
    touches: 'mf2_board',
    fails: { 'M51-P04': '法定代表人是监事' },
    apply: (draft) => {
      const now = rows.map((row) => (row.姓名 === legal.name ? { ...row, 职务: '监事' } : row)) as unknown as CaseValue
      draft.form.mf2_board = now
      draft.answer('mf2_board', now)
    },
  })
  d.mayFail({
    id: 'legal-serves-a-sentence',
    title: '拟任法定代表人正在服刑',
    slot: '拟任法定代表人身份证',
    touches: 'sentence',
    refuse: true,
    fails: { 'M51-P04': '正在服刑' },
    apply: (draft) => {
      const from = addDays(draft.at, -draft.random('sentence').int(60, 300))
      draft.record(
        '信用处罚库',
        { cnid: legal.number },
        {
          名称: legal.name,
          证件号码: legal.number,
          类别: '刑事限制',
          事由: '正在执行刑罚',
          决定日期: from,
          期限: { from, to: addYears(from, 2) },
          状态: '有效',
        },
      )
    },
  })
}

/** A lease for less than a year, and a dwelling (M51-P02). */
export function offerShortLease(d: Draft): void {
  alsoFails(d, 'dwelling', { 'M51-P02': '房屋用途是居住，不适合' })
  d.mayFail({
    id: 'lease-of-half-a-year',
    title: '住所的租期不足一年',
    slot: '房屋租赁合同',
    fails: { 'M51-P02': '使用权证明不足一年' },
    apply: (draft) => {
      const from = addDays(draft.at, -draft.random('lease').int(5, 20))
      const 租赁期限 = { from, to: addDays(from, 181) }
      draft.change('房屋租赁合同', { 租赁期限 })
      if (draft.registry.租赁备案库) draft.amend('租赁备案库', { 租赁期限 })
      if (draft.form.prem_lease_end) draft.form.prem_lease_end = 租赁期限.to
    },
  })
}
