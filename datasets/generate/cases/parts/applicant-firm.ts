import type { CaseValue } from '../../../case-format.ts'
import type { Random } from '../../random.ts'
import { uscc } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { tradeName } from '../../world/names.ts'
import { person } from '../../world/people.ts'
import { address, DISTRICT, premises } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import type { Firm } from './firm.ts'
import { identityCard, register } from './identity.ts'
import { type OnPaper, offerOutdatedLicence } from './outdated-licence.ts'

export interface FirmOptions {
  /** Trade in its name: 上海 + 字号 + trade + 有限公司. */
  trade: string
  /** 经营范围 (业务范围), covering what is applied for. */
  scope: string
  /** A scope that does not cover it, for the defect; no such defect when missing. */
  otherScope?: string
  /** The matter's own points that such a scope fails. */
  scopeFails?: Readonly<Record<string, string>>
  kind?: Firm['kind']
  /** Chance that it is a 个体工商户, ending in this word. */
  shop?: { chance: number; ending: string }
  /** Years since it was founded. */
  years?: readonly [number, number]
  capital?: readonly number[]
  /** 业务主管单位 of a 社会组织. */
  overseer?: string
}

/** A firm with its register entry and licence; nothing is put into a case. */
export function makeFirm(
  random: Random,
  at: string,
  o: FirmOptions,
  place = premises(random.fork('place'), false),
): Firm {
  const shop = o.kind === '个体工商户' || (o.kind === undefined && o.shop !== undefined && random.chance(o.shop.chance))
  const kind = o.kind ?? (shop ? '个体工商户' : '企业')
  const [low, high] = o.years ?? [1, 8]
  const founded = addDays(addYears(at, -random.int(low, high)), -random.int(10, 300))
  const brand = tradeName(random)
  const name = shop
    ? `上海市${DISTRICT.name}${brand}${o.shop?.ending ?? '商店'}`
    : kind === '社会组织'
      ? `上海${DISTRICT.name}${brand}${o.trade}`
      : `上海${brand}${o.trade}有限公司`
  return {
    name,
    brand,
    code: uscc(random, DISTRICT.code, shop ? '92' : kind === '社会组织' ? '52' : '91'),
    type: shop
      ? '个体工商户'
      : kind === '社会组织'
        ? '民办非企业单位'
        : random.pick(['有限责任公司（自然人独资）', '有限责任公司（自然人投资或控股）']),
    kind,
    founded,
    address: address(place),
    place,
    scope: o.scope,
    legal: person(random.fork('legal'), at, [26, 58]),
  }
}

/** What stands on a firm's business licence. */
export function licenceOf(firm: Firm, at: string, capitalFen = 100000000): Record<string, CaseValue> {
  const company = firm.kind === '企业'
  return {
    统一社会信用代码: firm.code,
    名称: firm.name,
    类型: firm.type,
    法定代表人: firm.legal.name,
    ...(company
      ? {
          注册资本: { fen: capitalFen, currency: 'CNY' },
          营业期限: { from: firm.founded, to: addDays(addYears(firm.founded, 30), -1) },
        }
      : { 组成形式: '个人经营' }),
    成立日期: firm.founded,
    住所: firm.address,
    经营范围: firm.scope,
    登记机关: `${DISTRICT.name}示例市场监督管理局`,
    登记日期: addDays(firm.founded, 20) < at ? addDays(firm.founded, 20) : firm.founded,
  }
}

/** What stands on the certificate of a 社会组织, valid for the years around `at`. */
export function certificateOf(
  firm: Firm,
  at: string,
  overseer = `上海市${DISTRICT.name}示例教育局`,
): Record<string, CaseValue> {
  const issued = addDays(addYears(at, -1), -45)
  return {
    统一社会信用代码: firm.code,
    名称: firm.name,
    住所: firm.address,
    法定代表人: firm.legal.name,
    注册资本: { fen: 30000000, currency: 'CNY' },
    业务范围: firm.scope,
    业务主管单位: overseer,
    有效期限: { from: issued, to: addDays(addYears(issued, 4), -1) },
    发证机关: `上海市${DISTRICT.name}示例民政局`,
    发证日期: issued,
  }
}

/** What a firm's licence or certificate calls the scope of its business. */
const scopeName = (firm: Firm) => (firm.kind === '社会组织' ? '业务范围' : '经营范围')

/** The register's record of a firm. */
export function registerFirm(d: Draft, firm: Firm, more: Record<string, CaseValue> = {}): void {
  const social = firm.kind === '社会组织'
  const { 组成形式: _, 经营范围: __, ...printed } = licenceOf(firm, d.at)
  d.record(
    '法人库',
    { uscc: firm.code },
    {
      ...printed,
      ...(social ? { 登记机关: `上海市${DISTRICT.name}示例民政局` } : {}),
      主体类别: firm.kind,
      经营范围: firm.scope,
      法定代表人证件类型: '居民身份证',
      法定代表人证件号码: firm.legal.number,
      登记状态: '存续',
      联系电话: firm.legal.phone,
      ...more,
    },
  )
}

/** Sections of MOD-SUBJ and MOD-LREP: form, register, licence, identity card of the legal representative. */
export function firmApplicant(d: Draft, options: FirmOptions): Firm {
  const random = d.random('firm')
  const firm = makeFirm(random, d.at, options)
  const { legal } = firm
  d.applicant = { kind: 'organisation', name: firm.name, uscc: firm.code, phone: legal.phone }
  d.known({
    subj_name: firm.name,
    uscc: firm.code,
    subj_type: firm.type,
    subj_addr: firm.address,
    subj_scope: firm.scope,
    lrep_name: legal.name,
    lrep_idtype: '居民身份证',
    lrep_idno: legal.number,
    lrep_tel: legal.phone,
  })
  registerFirm(d, firm)
  register(d, legal)
  const licence = paperOf(d, firm, options)
  d.licence('营业执照', licence.type, { uscc: firm.code }, licence.fields, licence.more)
  d.licence('法定代表人身份证', 'ID', { cnid: legal.number }, identityCard(legal))
  offerDefects(d, firm, options)
  offerOutdatedLicence(d, firm, licence)
  offerOtherNumber(d, firm)
  return firm
}

function paperOf(d: Draft, firm: Firm, { overseer }: FirmOptions): OnPaper {
  if (firm.kind !== '社会组织')
    return {
      type: 'BL',
      fields: licenceOf(firm, d.at),
      more: { marks: { 盖章: `${DISTRICT.name}示例市场监督管理局` } },
    }
  return {
    type: 'SOC',
    fields: certificateOf(firm, d.at, overseer),
    more: { extra: { 标题: '民办非企业单位登记证书' }, marks: { 盖章: `上海市${DISTRICT.name}示例民政局` } },
  }
}

/** The register of firms does not tell the number, and somebody else's is typed. */
function offerOtherNumber(d: Draft, { code, legal }: Firm): void {
  const isOther = ({ id, reads }: { id: string; reads: readonly string[] }) =>
    !['LREP-P02', 'FORM-P05'].includes(id) && reads.includes('申请表.lrep_idno')
  if (!d.hasPoint('LREP-P02') || !d.hasSlot('法定代表人身份证') || d.scenario.points.some(isOther)) return
  const { number } = person(d.random('other-number'), d.at)
  d.mayFail({
    id: 'legal-number-of-another',
    title: '法定代表人的身份证号填成了另一个人的',
    slot: '法定代表人身份证',
    fails: { 'LREP-P02': '姓名和号码不是同一个人的', 'FORM-P05': '申请表的身份证号和身份证不一致' },
    apply: (draft) => {
      for (const record of draft.registry.法人库 ?? []) if (record.键.uscc === code) delete record.法定代表人证件号码
      const library = draft.registry.电子证照
      if (library) draft.registry.电子证照 = library.filter(({ 键 }) => 键.cnid !== legal.number)
      if (draft.of('法定代表人身份证').length === 0) draft.paper('法定代表人身份证', 'ID', identityCard(legal))
      draft.answer('lrep_idno', number)
    },
  })
}

function offerDefects(d: Draft, firm: Firm, { otherScope, scopeFails }: FirmOptions): void {
  const own = ({ 键 }: { 键: { uscc?: string | undefined } }) => 键.uscc === firm.code
  d.mayFail({
    id: 'firm-revoked',
    title: '营业执照已被吊销',
    slot: '营业执照',
    refuse: true,
    fails: { 'SUBJ-P03': '法人库登记状态为吊销' },
    apply: (draft) => draft.amend('法人库', { 登记状态: '吊销' }, own),
  })
  if (otherScope)
    d.mayFail({
      id: 'scope-does-not-cover',
      title: '经营范围里没有所申请的业务',
      slot: '营业执照',
      fails: { 'SUBJ-P04': '经营范围不包含所申请的业务', ...scopeFails },
      apply: (draft) => {
        draft.form.subj_scope = otherScope
        everywhere(draft, '营业执照', { [scopeName(firm)]: otherScope }, own)
      },
    })
  d.mayFail({
    id: 'legal-card-expired',
    title: '法定代表人身份证已过期',
    slot: '法定代表人身份证',
    fails: { 'LREP-P03': '身份证在受理日期已过期' },
    apply: (draft) => {
      const until = addDays(draft.at, -draft.random('expired').int(3, 200))
      const 有效期限 = { from: addYears(until, -20), to: until }
      const card = ({ 键 }: { 键: { cnid?: string | undefined } }) => 键.cnid === firm.legal.number
      draft.amend('人口库', { 身份证有效期限: 有效期限 }, card)
      everywhere(draft, '法定代表人身份证', { 有效期限 }, card)
    },
  })
}

/** Changes a licence wherever it is held: on paper, in the electronic library, in the register of firms. */
export function everywhere(
  draft: Draft,
  slot: string,
  fields: Record<string, CaseValue>,
  of: Parameters<Draft['amend']>[2],
): void {
  if (draft.of(slot).length > 0) draft.change(slot, fields)
  const types = draft.scenario.slots.find((one) => one.slot === slot)?.documentTypes ?? []
  for (const record of draft.registry.电子证照 ?? [])
    if (record.about !== undefined && types.includes(record.about) && of?.(record)) Object.assign(record, fields)
  const { 业务范围: scope, ...others } = fields
  if (slot === '营业执照') draft.amend('法人库', { ...others, ...(scope ? { 经营范围: scope } : {}) }, of)
}
