import type { CaseValue } from '../../../case-format.ts'
import { addDays } from '../../world/dates.ts'
import { tradeName } from '../../world/names.ts'
import { type Person, person } from '../../world/people.ts'
import { address, DISTRICT, premises } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { alsoFails } from '../parts/also-fails.ts'
import { applicationForm } from '../parts/application.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { identityCard, register } from '../parts/identity.ts'
import { yuan } from '../parts/kin.ts'
import { premisesOf } from '../parts/premises.ts'
import { ending, offerPending } from '../parts/registration.ts'
import {
  type Agency,
  agencyArticles,
  boardOf,
  boardResolution,
  consent,
  FIELDS,
  offerAgencyName,
  offerLegal,
  offerMoney,
  offerShortLease,
  report,
} from '../parts/social-service.ts'
import { deedOf, leasePaper, recordTenancy, tenancy } from '../parts/tenancy.ts'

/** M51 社会服务机构（民办非企业单位）登记 */
export const SCENARIOS: MatterRecipe = { S098: setUp, S099: changed, S100: leave }

const BUSINESS = '社会服务机构登记'

function setUp(d: Draft): void {
  const random = d.random('agency')
  const field = random.pick(FIELDS)
  const self = person(d.random('founder'), d.at, [30, 60])
  const place = premises(d.random('place'), false)
  const one: Agency = {
    name: `上海${DISTRICT.name}${tradeName(random)}${field.ending}`,
    address: address(place),
    scope: field.scope,
    money: random.int(10, 50) * 10000,
    share: random.pick([100, 100, 100, 80, 70]),
    legal: self,
    overseer: field.overseer,
  }
  d.applicant = { kind: 'person', name: self.name, idNumber: self.number, phone: self.phone }
  register(d, self)
  agent(d, { name: self.name, signer: self.name, firm: false }, BUSINESS)
  applicationForm(d, { name: one.name, code: '', signer: self.name, firm: false })
  premisesOf(
    d,
    { name: self.name, code: self.number, address: one.address, place, legal: { name: self.name } },
    { person: true, own: 0 },
  )
  alsoFails(d, 'lease-ended', { 'M51-P02': '租约已经到期，不是有效的使用权证明' })
  d.licence('拟任法定代表人身份证', 'ID', { cnid: self.number }, identityCard(self))
  const board = boardOf(d, self)
  d.known({
    mf2_name: one.name,
    mf2_scope: one.scope,
    mf2_money: yuan(one.money),
    mf2_source: one.share,
    mf2_lrep: self.name,
    mf2_lrepid: self.number,
    mf2_org: one.overseer,
    mf2_addr: one.address,
  })
  d.typed({ mf2_board: board.rows as unknown as CaseValue, mf2_staff: random.int(4, 15) })
  const signed = addDays(d.at, -random.int(8, 25))
  agencyArticles(d, one, signed)
  boardResolution(
    d,
    one.name,
    `同意设立${one.name}，开办资金${one.money / 10000}万元，通过章程，选举${self.name}为法定代表人；住所由举办者${self.name}承租，筹备期间及成立后无偿提供给本机构使用`,
    signed,
    board.names,
  )
  consent(d, one, `关于同意成立${one.name}的批复`, addDays(d.at, -random.int(3, 7)))
  report(d, {
    slot: '审计报告',
    of: one.name,
    kind: '验资报告',
    date: addDays(d.at, -random.int(3, 20)),
    fields: { 实收资本: yuan(one.money), 非国有资产比例: one.share },
  })
  offerMoney(d, one)
  offerAgencyName(d, one.name)
  offerLegal(d, self, board.rows)
  offerShortLease(d)
  const without = (slot: string) =>
    d.mayFail({
      id: `${slot}-left-out`,
      title: `九项申请文件里缺${slot}`,
      slot,
      fails: { 'S098-P01': `没有交${slot}` },
      silences: slot === '审计报告' ? { 'M51-P03': '没有交验资报告', 'S098-P02': '没有交验资报告' } : {},
      apply: (draft) => {
        draft.remove(slot)
        if (slot === '审计报告') draft.answer('mf2_source', one.share)
        else draft.answer('mf2_org', one.overseer)
      },
    })
  without('业务主管单位批准文件')
  without('审计报告')
  mayLeaveBlank(d, 'mf2_staff')
}

interface Change {
  item: string
  old: string
  now: string
  agency: Partial<Agency>
}

/** An agency that is registered. */
function registered(d: Draft): { firm: Firm; one: Agency } {
  const field = d.random('registered').pick(FIELDS)
  const { firm } = firmCase(
    d,
    {
      trade: field.ending,
      kind: '社会组织',
      scope: field.scope,
      overseer: field.overseer,
      years: [2, 9],
    },
    BUSINESS,
  )
  return {
    firm,
    one: {
      name: firm.name,
      address: firm.address,
      scope: firm.scope,
      money: 300000,
      share: 100,
      legal: firm.legal,
      overseer: field.overseer,
    },
  }
}

function changed(d: Draft): void {
  const random = d.random('changed')
  const { firm, one } = registered(d)
  const next = person(d.random('successor'), d.at, [30, 60])
  const place = premises(d.random('new-place'), false)
  const scope = `${one.scope}、志愿者培训`
  const change = random.pick<Change>([
    {
      item: '名称',
      old: one.name,
      now: one.name.replace(firm.brand, `${firm.brand}新`),
      agency: { name: one.name.replace(firm.brand, `${firm.brand}新`) },
    },
    { item: '法定代表人（负责人）', old: firm.legal.name, now: next.name, agency: { legal: next } },
    { item: '法定代表人（负责人）', old: firm.legal.name, now: next.name, agency: { legal: next } },
    { item: '住所', old: one.address, now: address(place), agency: { address: address(place) } },
    { item: '业务范围', old: one.scope, now: scope, agency: { scope } },
    { item: '开办资金', old: '30万元', now: '50万元', agency: { money: 500000 } },
  ])
  const now: Agency = { ...one, ...change.agency }
  const decided = addDays(d.at, -random.int(12, 25))
  d.typed({ chg_item: [change.item], chg_old: change.old, chg_new: change.now, chg_date: decided })
  d.none('变更的就是登记证书，还没有新的登记可比', 'CHANGE-P02')
  const board = boardOf(d, now.legal)
  const words = `同意${change.item}由${change.old}变更为${change.now}`
  boardResolution(d, one.name, words, decided, board.names)
  consent(d, one, `关于同意${one.name}变更${change.item}的批复`, addDays(d.at, -random.int(3, 9)))
  const articled = change.item !== '法定代表人（负责人）'
  if (articled) agencyArticles(d, now, decided, `${words}，并相应修改章程`)
  itemPapers(d, firm, now, change, board.rows, place)
  notAsked(d, change.item)
  offerChange(d, one, change, articled)
}

/** What only this kind of change brings: form, papers, registers. */
function itemPapers(
  d: Draft,
  firm: Firm,
  now: Agency,
  { item }: Change,
  rows: Record<string, CaseValue>[],
  place: ReturnType<typeof premises>,
): void {
  const date = addDays(d.at, -d.random('report-date').int(3, 11))
  if (item === '名称') {
    d.known({ mf2_name: now.name })
    offerAgencyName(d, now.name)
  } else if (item === '业务范围') d.known({ mf2_scope: now.scope })
  else if (item === '开办资金') {
    d.known({ mf2_money: yuan(now.money), mf2_source: now.share })
    const fields = { 实收资本: yuan(now.money), 非国有资产比例: now.share }
    report(d, { slot: '审计报告', of: firm.name, kind: '验资报告', date, fields })
    offerMoney(d, now)
  } else if (item === '住所') {
    d.known({ mf2_addr: now.address })
    const t = tenancy(d, 'new-tenancy', {
      place: now.address,
      area: place.area,
      use: '商业服务/办公',
      tenant: firm.name,
      own: false,
    })
    recordTenancy(d, t, firm.name, { uscc: firm.code })
    d.paper('不动产权证书', 'RED', deedOf(d, t))
    leasePaper(d, t, { name: firm.name, signer: firm.legal.name, firm: true })
    offerShortLease(d)
  } else successor(d, firm, now.legal, rows, date)
}

/** The new head with identity card, and the audit of the one who leaves (S099-P02). */
function successor(d: Draft, firm: Firm, next: Person, rows: Record<string, CaseValue>[], date: string): void {
  register(d, next)
  d.known({ mf2_lrep: next.name, mf2_lrepid: next.number })
  d.typed({ mf2_board: rows as unknown as CaseValue })
  d.licence('拟任法定代表人身份证', 'ID', { cnid: next.number }, identityCard(next))
  report(d, { slot: '审计报告', of: firm.name, kind: '专项审计报告', date, fields: {} })
  offerLegal(d, next, rows)
  d.mayFail({
    id: 'no-audit-of-the-former',
    title: '换法定代表人没有附离任审计',
    slot: '审计报告',
    fails: { 'S099-P02': '没有离任审计报告' },
    apply: (draft) => draft.remove('审计报告'),
  })
}

const ASKED: Readonly<Record<string, readonly string[]>> = {
  名称: ['M51-P01', 'M51-P05', 'S099-P03'],
  '法定代表人（负责人）': ['M51-P04', 'S099-P02'],
  住所: ['M51-P02', 'M51-P05', 'S099-P03'],
  业务范围: ['M51-P05', 'S099-P03'],
  开办资金: ['M51-P03', 'M51-P05', 'S099-P03'],
}

function notAsked(d: Draft, item: string): void {
  const own = ['M51-P01', 'M51-P02', 'M51-P03', 'M51-P04', 'M51-P05', 'S099-P02', 'S099-P03']
  d.none(`变更的是${item}`, ...own.filter((id) => !ASKED[item]?.includes(id)))
}

function offerChange(d: Draft, one: Agency, { item, now }: Change, articled: boolean): void {
  d.mayFail({
    id: 'consent-too-old',
    title: '业务主管单位的同意文件超过三十日',
    slot: '业务主管单位批准文件',
    fails: { 'S099-P01': '同意文件超过三十日' },
    apply: (draft) => {
      const date = addDays(draft.at, -draft.random('old').int(40, 150))
      draft.change('业务主管单位批准文件', { 审批日期: date })
    },
  })
  if (item !== '开办资金')
    d.mayFail({
      id: 'change-old-wrong',
      title: '变更前内容与登记的不一致',
      slot: '申请表',
      touches: 'chg_old',
      fails: { 'CHANGE-P01': '变更前内容写的是新的，不是登记证书上原来的' },
      apply: (draft) => draft.answer('chg_old', now),
    })
  if (articled)
    d.mayFail({
      id: 'articles-not-amended',
      title: '没有附修改后的章程',
      slot: '章程',
      fails: { 'S099-P03': '章程没有修改' },
      silences: { 'M51-P05': '没有交章程' },
      apply: (draft) => {
        draft.remove('章程')
        if (item === '名称') draft.answer('mf2_name', now)
        if (item === '业务范围') draft.answer('mf2_scope', now)
        if (item === '住所') draft.answer('mf2_addr', now)
      },
    })
  d.mayFail({
    id: 'agency-revoked',
    title: '登记证书已被撤销',
    slot: '营业执照',
    refuse: true,
    fails: { 'SUBJ-P03': '登记状态为撤销', 'CHANGE-P05': '登记证书已被撤销' },
    apply: (draft) => draft.amend('法人库', { 登记状态: '撤销' }, (record) => record.名称 === one.name),
  })
  d.withdraw('firm-revoked')
}

function leave(d: Draft): void {
  const random = d.random('leave')
  const { firm } = registered(d)
  ending(d)
  const settled = addDays(d.at, -random.int(2, 13))
  d.known({ cn_no: firm.code, mf2_liqdate: settled })
  d.typed({ cn_reason: random.pick(['完成宗旨', '理事会决议解散']) })
  report(d, {
    slot: '清算报告',
    of: firm.name,
    kind: '清算报告',
    date: settled,
    fields: {
      实收资本: yuan(300000),
      清算完成日期: settled,
      债权债务处置: '债权债务已清理完毕，无遗留',
      印章凭证缴销: '公章、财务章和财务凭证已缴销',
    },
  })
  d.withdraw('firm-revoked')
  d.mayFail({
    id: 'agency-revoked',
    title: '登记证书已被撤销',
    slot: '营业执照',
    refuse: true,
    fails: { 'CANCEL-P04': '登记证书已被撤销，不用注销' },
    apply: (draft) => draft.amend('法人库', { 登记状态: '撤销' }, (record) => record.名称 === firm.name),
  })
  offerPending(d, firm)
  const slot = '清算报告'
  const change = (id: string, title: string, apply: (draft: Draft) => void) =>
    d.mayFail({ id, title, slot, fails: { 'S100-P01': title }, apply })
  change('report-without-liquidators', '清算报告没有清算组签章', (draft) =>
    draft.change(slot, {}, { 清算组签章: false }),
  )
  change('seals-kept', '公章、财务凭证没有缴销', (draft) =>
    draft.change(slot, { 印章凭证缴销: '公章遗失，财务凭证尚未缴销' }),
  )
  change('debts-open', '债权债务没有处置完毕', (draft) =>
    draft.change(slot, { 债权债务处置: '尚有应付房租8万元未清偿' }),
  )
  d.mayFail({
    id: 'settled-long-ago',
    title: '清算完成十五日以后才申请',
    slot,
    fails: { 'S100-P02': '清算完成之日起超过十五日' },
    apply: (draft) => {
      const late = addDays(draft.at, -draft.random('late').int(25, 120))
      draft.change(slot, { 清算完成日期: late, 报告日期: late })
      draft.form.mf2_liqdate = late
    },
  })
}
