import type { CaseValue } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { tradeName } from '../../world/names.ts'
import { type Person, person } from '../../world/people.ts'
import { address, DISTRICT, premises } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { firmApplicant } from '../parts/applicant-firm.ts'
import { personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import {
  approval,
  articles,
  type Company,
  type Holder,
  holderRows,
  holdersOf,
  offerBanned,
  resolution,
} from '../parts/company-papers.ts'
import type { Firm } from '../parts/firm.ts'
import { identityCard, register } from '../parts/identity.ts'
import { yuan } from '../parts/kin.ts'
import { premisesOf } from '../parts/premises.ts'
import { cleared, ending, offerPending, offerRevoked, scopeCatalogue } from '../parts/registration.ts'

/** M21 公司登记（内资有限责任公司） */
export const SCENARIOS: MatterRecipe = { S052: setUp, S053: move, S054: change, S055: leave }

const BUSINESS = '公司登记'
const SCOPES: readonly (readonly [trade: string, entries: readonly string[]])[] = [
  ['信息技术', ['软件开发', '技术服务、技术开发、技术咨询']],
  ['企业管理咨询', ['企业管理咨询', '会议及展览服务']],
  ['商贸', ['日用百货销售', '服装服饰零售', '国内贸易代理']],
  ['广告', ['广告制作', '会议及展览服务']],
]

function setUp(d: Draft): void {
  const random = d.random('company')
  const self = personalApplicant(d, { age: [24, 60] })
  const [trade, entries] = random.pick(SCOPES)
  const place = premises(d.random('place'), false)
  const there = address(place)
  const holders = holdersOf(d, self)
  const company: Company = {
    name: `上海${tradeName(random)}${trade}有限公司`,
    address: there,
    entries,
    capital: random.pick([50, 100, 200, 500]) * 10000,
    holders,
    legal: self,
    paid: addDays(addYears(d.at, random.int(2, 4)), random.int(0, 200)),
  }
  agent(d, { name: self.name, signer: self.name, firm: false }, BUSINESS)
  applicationForm(d, { name: company.name, code: '', signer: self.name, firm: false })
  premisesOf(
    d,
    { name: self.name, code: self.number, address: there, place, legal: { name: self.name } },
    { person: true },
  )
  scopeCatalogue(d)
  d.licence('拟任法定代表人身份证', 'ID', { cnid: self.number }, identityCard(self))
  const supervisor = person(d.random('supervisor'), d.at)
  d.known({
    gs_name: company.name,
    gs_lrep: self.name,
    gs_lrepid: self.number,
    gs_cap: yuan(company.capital),
    gs_holder: holderRows(company) as unknown as CaseValue,
    gs_scope: [...entries],
    gs_addr: there,
  })
  d.typed({
    gs_link: d.applicant.agent ? `${d.applicant.agent.name} ${d.applicant.agent.phone}` : `${self.name} ${self.phone}`,
    gs_exec: [
      { 姓名: self.name, 职务: '董事、经理', 证件号码: self.number },
      { 姓名: supervisor.name, 职务: '监事', 证件号码: supervisor.number },
    ],
  })
  const signed = addDays(d.at, -random.int(3, 15))
  articles(d, company, signed)
  resolution(
    d,
    company,
    `设立${company.name}，注册资本${company.capital / 10000}万元，经营范围：${entries.join('；')}；选举${self.name}为董事、法定代表人`,
    signed,
  )
  offerBanned(d, self, '拟任法定代表人身份证')
  offerArticles(d, company)
}

function offerArticles(d: Draft, company: Company): void {
  d.mayFail({
    id: 'articles-incomplete',
    title: '章程缺出资期限和法定代表人的产生办法',
    slot: '章程',
    fails: { 'S052-P01': '章程缺法定应载明的事项' },
    apply: (draft) => {
      const { fields } = draft.one('章程').content
      fields.条款 = (fields.条款 as string[]).filter((one) => !/产生、变更|出资日期/u.test(one))
      delete fields.法定代表人产生办法
    },
  })
  const rows = (change: (row: Record<string, CaseValue>, i: number) => Record<string, CaseValue>) => (draft: Draft) => {
    const now = holderRows(company).map(change)
    draft.form.gs_holder = now as unknown as CaseValue
    draft.change('章程', { 股东: now.map((row) => ({ ...row, 出资方式: '货币' })) as unknown as CaseValue })
  }
  d.mayFail({
    id: 'paid-too-late',
    title: '出资期限写得超过五年',
    slot: '章程',
    fails: { 'S052-P02': '出资期限超过五年' },
    apply: rows((row) => ({ ...row, 出资期限: addYears(company.paid, 20) })),
  })
  d.mayFail({
    id: 'shares-do-not-add-up',
    title: '出资比例加起来不到百分之百',
    slot: '章程',
    fails: { 'S052-P02': '出资比例合计不足100%' },
    apply: rows((row, i) => (i === 0 ? { ...row, 出资比例: Number(row.出资比例) - 15 } : row)),
  })
  d.mayFail({
    id: 'articles-of-other-scope',
    title: '申请书的经营范围和章程、决议不一致',
    slot: '申请表',
    touches: 'gs_scope',
    fails: { 'M21-P03': '经营范围与决议、章程不一致' },
    apply: (draft) => draft.answer('gs_scope', ['日用电器修理', '洗染服务']),
  })
}

/** A company that is registered, with its shareholders in the register. */
function registered(d: Draft): { firm: Firm; entries: readonly string[]; holders: Holder[] } {
  const [trade, entries] = d.random('registered').pick(SCOPES)
  const firm = firmApplicant(d, { trade, scope: `一般项目：${entries.join('；')}。`, years: [2, 9] })
  const holders = holdersOf(d, firm.legal)
  d.amend('法人库', { 投资人: holders.map(({ who }) => who.name) }, ({ 键 }) => 键.uscc === firm.code)
  return { firm, entries, holders }
}

function frame(d: Draft, firm: Firm, signer = firm.legal.name): void {
  agent(d, { name: firm.name, signer: firm.legal.name, firm: true }, BUSINESS)
  applicationForm(d, { name: firm.name, code: firm.code, signer, firm: true }, { fields: { 法定代表人: signer } })
  offerRevoked(d, firm, { 'SUBJ-P03': '登记状态为吊销', 'CHANGE-P05': '营业执照已被吊销' })
}

interface Changed {
  item: string
  old: string
  now: string
  form: Record<string, CaseValue>
  /** What the resolution and the amended articles say. */
  words: string
}

function tell(d: Draft, company: Company, c: Changed): void {
  const decided = addDays(d.at, -d.random('decided').int(3, 22))
  d.typed({ chg_item: [c.item], chg_old: c.old, chg_new: c.now, chg_date: decided, ...c.form })
  d.none('变更的就是营业执照，还没有新的登记可比', 'CHANGE-P02')
  articles(d, company, decided, c.words)
  resolution(d, company, c.words, decided)
  d.mayFail({
    id: 'resolution-says-otherwise',
    title: '决议写的变更内容与申请书不同',
    slot: '股东会决议',
    fails: { 'M21-P03': '决议的变更内容与申请书不一致' },
    apply: (draft) => {
      const other = c.item === '住所' ? `上海市${DISTRICT.name}长寿路1398号301室` : '变更为广告制作；日用电器修理'
      draft.change('股东会决议', { 决议事项: `同意公司${c.item}由${c.old}变更为${other}` })
    },
  })
  d.mayFail({
    id: 'change-old-wrong',
    title: '变更前内容与登记的不一致',
    slot: '申请表',
    touches: 'chg_old',
    fails: { 'CHANGE-P01': '变更前内容与登记的不一致' },
    apply: (draft) => draft.answer('chg_old', c.item === '经营范围' ? '日用电器修理；洗染服务' : c.now),
  })
  d.mayFail({
    id: 'change-late',
    title: '变更决议作出三十日以后才来申请',
    slot: '申请表',
    touches: 'chg_date',
    fails: { 'CHANGE-P03': '作出决议三十日以后才申请' },
    apply: (draft) => {
      const late = addDays(draft.at, -draft.random('late').int(45, 160))
      draft.form.chg_date = late
      draft.answer('chg_date', late)
      for (const [slot, field] of [
        ['股东会决议', '会议日期'],
        ['章程', '签署日期'],
      ] as const)
        if (draft.of(slot).length > 0) draft.change(slot, { [field]: late })
    },
  })
}

function companyOf(
  firm: Firm,
  holders: readonly Holder[],
  entries: readonly string[],
  more: Partial<Company>,
): Company {
  return {
    name: firm.name,
    address: firm.address,
    entries,
    capital: 1000000,
    holders,
    legal: firm.legal,
    paid: addYears(firm.founded, 4),
    ...more,
  }
}

function move(d: Draft): void {
  const { firm, entries, holders } = registered(d)
  frame(d, firm)
  const place = premises(d.random('new-place'), false)
  const there = address(place)
  premisesOf(d, { ...firm, address: there, place })
  d.known({ gs_addr: there })
  tell(d, companyOf(firm, holders, entries, { address: there }), {
    item: '住所',
    old: firm.address,
    now: there,
    form: {},
    words: `同意公司住所由${firm.address}变更为${there}，并相应修改公司章程`,
  })
  offerBanned(d, firm.legal, '法定代表人身份证')
  d.none('在本区内搬迁，不是跨区迁移', 'S053-P01')
  d.mayFail({
    id: 'moving-out',
    title: '迁到别的区，却向迁出区申请',
    slot: '申请表',
    touches: 'gs_addr',
    refuse: true,
    fails: { 'S053-P01': '跨区迁移应当向迁入区申请', 'FORM-P07': '新住所不在本区' },
    apply: (draft) => elsewhere(draft, there, there.replace(`${DISTRICT.name}${place.road}`, '静安区江场路')),
  })
}

/** Writes another place wherever the new one stands. */
function elsewhere(draft: Draft, here: string, there: string): void {
  const turn = (values: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(values))
      if (typeof value === 'string') values[name] = value.replaceAll(here, there)
  }
  for (const { content } of draft.papers) turn(content.fields)
  for (const record of Object.values(draft.registry).flat()) turn(record)
  turn(draft.form)
  turn(draft.answers)
}

function change(d: Draft): void {
  const random = d.random('change')
  const { firm, entries, holders } = registered(d)
  const item = random.pick(['名称', '法定代表人（负责人）', '经营范围', '经营范围'])
  const next = person(d.random('successor'), d.at, [26, 58])
  frame(d, firm, item === '法定代表人（负责人）' ? next.name : firm.legal.name)
  scopeCatalogue(d)
  if (item !== '法定代表人（负责人）') {
    d.none(`变更的是${item}，不换法定代表人`, 'S054-P01')
    offerBanned(d, firm.legal, '法定代表人身份证')
  }
  if (item !== '经营范围') d.none(`变更的是${item}，经营范围不变`, 'S054-P02')
  const say = (old: string, now: string, form: Changed['form'], more: Partial<Company>) =>
    tell(d, companyOf(firm, holders, entries, more), {
      item,
      old,
      now,
      form,
      words: `同意公司${item}由${old}变更为${now}，并相应修改公司章程`,
    })
  if (item === '名称') {
    const now = firm.name.replace(firm.brand, `${firm.brand}新`)
    say(firm.name, now, { gs_name: now }, { name: now })
  } else if (item === '经营范围') {
    const licensed = random.chance(0.3)
    const scope = [...entries, licensed ? '烟花爆竹批发' : '餐饮服务']
    if (licensed) approval(d, firm)
    say(entries.join('；'), scope.join('；'), { gs_scope: scope }, { entries: scope })
  } else {
    successor(d, next)
    say(firm.legal.name, next.name, { gs_lrep: next.name, gs_lrepid: next.number }, { legal: next })
    if (d.of('申请书').length === 0) d.none('申请书由系统生成，提交时电子签名', 'S054-P01')
    else
      d.mayFail({
        id: 'signed-by-the-former',
        title: '申请书是原法定代表人签的',
        slot: '申请书',
        fails: { 'S054-P01': '应由新任法定代表人签署' },
        apply: (draft) => draft.change('申请书', {}, { 签名: firm.legal.name }),
      })
  }
}

function successor(d: Draft, next: Person): void {
  register(d, next)
  d.paper('拟任法定代表人身份证', 'ID', identityCard(next))
  offerBanned(d, next, '拟任法定代表人身份证')
}

function leave(d: Draft): void {
  const random = d.random('leave')
  const { firm, holders } = registered(d)
  frame(d, firm)
  offerRevoked(d, firm, { 'CANCEL-P04': '营业执照已被吊销', 'S055-P01': '被吊销的不能简易注销' })
  ending(d)
  cleared(d, firm, random.pick(['简易注销无异议', '已清税', '未涉税'] as const), DISTRICT.name)
  const to = addDays(d.at, -random.int(2, 17))
  d.record(
    '公示库',
    { uscc: firm.code },
    { 单位名称: firm.name, 公告类别: '简易注销公告', 公告期限: { from: addDays(to, -19), to }, 有异议: false },
  )
  d.known({ cn_no: firm.code })
  d.typed({ cn_reason: '决议解散' })
  const names = holders.map(({ who }) => who.name)
  d.paper(
    '全体投资人承诺书',
    'CMT',
    {
      事项名称: '公司简易注销登记',
      申请人: firm.name,
      法定代表人: firm.legal.name,
      告知内容版本: '简易注销全体投资人承诺书',
      承诺内容: '本企业未发生债权债务（已将债权债务清偿完结），全体投资人对承诺的真实性负责',
      签署人: names,
      日期: addDays(to, -22),
      行政机关: `${DISTRICT.name}示例市场监督管理局`,
    },
    { marks: { 盖章: firm.name, 签名: names.join(' '), 公安机关盖章: false } },
  )
  offerPending(d, firm, ['变更'])
  offerLeaving(d, firm, names)
  mayLeaveBlank(d, 'cn_reason')
}

function offerLeaving(d: Draft, firm: Firm, names: readonly string[]): void {
  d.mayFail({
    id: 'shares-frozen',
    title: '有不能简易注销的情形',
    slot: '申请书',
    touches: 'barred',
    refuse: true,
    fails: { 'S055-P01': '有股权冻结、出质或者对外投资' },
    apply: (draft) =>
      draft.record(
        '登记限制库',
        { uscc: firm.code },
        {
          事项: draft.random('barred').pick(['股权出质', '股权冻结', '对外投资', '立案调查']),
          登记日期: addDays(draft.at, -120),
          状态: '有效',
        },
      ),
  })
  const notice = (id: string, title: string, because: string, to: (at: string) => string) =>
    d.mayFail({
      id,
      title,
      slot: '公示',
      touches: 'notice',
      fails: { 'S055-P02': because },
      apply: (draft) => {
        const end = to(draft.at)
        draft.amend('公示库', { 公告期限: { from: addDays(end, -19), to: end } })
      },
    })
  notice('notice-still-running', '公示期还没有满就申请', '公示期未满二十日', (at) => addDays(at, 8))
  notice('notice-long-over', '公示期届满二十日以后才申请', '公示期届满超过二十日', (at) => addDays(at, -60))
  if (names.length > 1)
    d.mayFail({
      id: 'promise-not-by-all',
      title: '承诺书漏签一名股东',
      slot: '全体投资人承诺书',
      fails: { 'S055-P03': '承诺书不是全体投资人签署' },
      apply: (draft) =>
        draft.change('全体投资人承诺书', { 签署人: names.slice(0, -1) }, { 签名: names.slice(0, -1).join(' ') }),
    })
}
