import type { CaseValue, RegistryRecord } from '../../../case-format.ts'
import { foodLicenceNumber } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import { agent } from './agent.ts'
import { type FirmOptions, firmApplicant } from './applicant-firm.ts'
import { applicationForm } from './application.ts'
import { OFFICE } from './change.ts'
import type { Firm } from './firm.ts'
import type { Equipment } from './food-premises.ts'
import { holderOf, type LicenceOptions } from './held-licence.ts'

const SCOPE =
  '许可项目：餐饮服务；食品销售。（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）'
const GENERAL = [
  '一般项目：餐饮管理；外卖递送服务；会议及展览服务。',
  '一般项目：餐饮管理；食用农产品零售；日用百货销售。',
  '一般项目：企业管理咨询；餐饮管理；礼仪服务。',
]

/** Sections that every application for a food licence begins with. */
export function foodFirm(d: Draft, o: Partial<FirmOptions> = {}): Firm {
  const random = d.random('food-firm')
  const firm = firmApplicant(d, {
    trade: random.pick(['餐饮管理', '餐饮服务', '餐饮']),
    scope: SCOPE + random.pick(GENERAL),
    otherScope: '一般项目：企业管理咨询；日用百货销售；会议及展览服务；礼仪服务。',
    scopeFails: { 'M01-P03': '经营范围不含食品经营、餐饮服务' },
    shop: { chance: 0.25, ending: random.pick(['小吃店', '餐馆', '面馆', '饭店']) },
    years: [1, 4],
    ...o,
  })
  if (d.hasPoint('M01-P04')) banned(d, firm.legal, '法定代表人', {})
  return firm
}

/** Sections that every application for a food licence ends with. */
export function foodPapers(d: Draft, firm: Firm): void {
  const person = { name: firm.name, signer: firm.legal.name, firm: true }
  agent(d, person, '食品经营许可', 0.35)
  applicationForm(d, { ...person, code: firm.code })
}

/** Somebody must not work in the trade for five years (食品安全法 第一百三十五条). */
export function banned(
  d: Draft,
  who: { name: string; number: string },
  role: '法定代表人' | '食品安全管理人员',
  fails: Readonly<Record<string, string>>,
): void {
  d.mayFail({
    id: role === '法定代表人' ? 'legal-banned' : 'manager-banned',
    title: `${role}在五年禁入期内`,
    slot: role === '法定代表人' ? '法定代表人身份证' : '人员名单',
    touches: `ban-${role}`,
    refuse: true,
    fails: { 'M01-P04': `行业禁入库有${role}未满五年的记录`, ...fails },
    apply: (draft) =>
      draft.record(
        '行业禁入库',
        { cnid: who.number },
        {
          姓名: who.name,
          证件号码: who.number,
          禁入期限: { from: addYears(draft.at, -2), to: addYears(draft.at, 3) },
          事由: '食品经营许可证被吊销',
          处罚日期: addYears(draft.at, -2),
        },
      ),
  })
}

/** The licence of a food business, as the counter of the district issued it. */
export function foodLicence(
  d: Draft,
  o: { kind: string; items: readonly string[]; issued: string; until: string; label?: string },
): LicenceOptions {
  const said = { 主体业态: o.kind, 经营项目: o.items.join('；') }
  return {
    type: 'FBL',
    number: foodLicenceNumber(d.random(o.label ?? 'licence-number'), DISTRICT.code),
    issued: o.issued,
    until: o.until,
    authority: OFFICE,
    printed: { ...said, 签发人: null },
    recorded: said,
  }
}

/** Somebody already holds a licence for these premises: a change was called for, not a new licence. */
export function offerAlreadyLicensed(d: Draft, firm: Firm, o: LicenceOptions): void {
  d.mayFail({
    id: 'already-licensed',
    title: '同一场所已有有效的许可证，却选了新办',
    slot: '申请书',
    touches: 'situation',
    refuse: true,
    fails: { 'FORM-P06': '名下同一场所已有有效许可证，应办变更或者延续' },
    apply: (draft) => {
      const holder = holderOf(firm)
      const record: Record<string, CaseValue> = {
        证照名称: '食品经营许可证',
        许可证编号: o.number,
        经营者名称: holder.name,
        统一社会信用代码: holder.code,
        法定代表人: holder.legal,
        住所: holder.home,
        经营场所: holder.place,
        ...o.recorded,
        有效期至: o.until,
        发证日期: o.issued,
        发证机关: o.authority,
        状态: '有效',
      }
      draft.record('许可证库', { uscc: firm.code, number: o.number }, record)
    },
  })
}

/** What the applicant tells about the business: by himself, or the service remembers it from an application withdrawn. */
export function business(d: Draft, firm: Firm, o: { items: readonly string[]; flow?: string }): void {
  const random = d.random('business')
  const network = random.chance(0.35)
  const platform = random.pick(['食里外卖平台', '邻味到家小程序', '云餐点单网'])
  const told: Record<string, CaseValue> = {
    fd_net: network,
    ...(network ? { fd_plat: platform } : {}),
    fd_chain: '否',
    fd_deliver: random.chance(0.3) ? '邮寄' : '窗口领取',
    ...(o.flow ? { fd_flow: o.flow } : {}),
  }
  const remembered = random.chance(0.4)
  if (remembered) remember(d, firm, told)
  else d.typed(told)
  d.typed({ fd_items: [...o.items] })
  d.known({ fd_contact: `${firm.legal.name} ${firm.legal.phone}`, fd_years: 5 })
  if (network && !remembered && d.hasPoint('S002-P04'))
    d.mayFail({
      id: 'platform-missing',
      title: '通过网络经营，没有填平台',
      slot: '申请书',
      touches: 'fd_plat',
      fails: { 'S002-P04': '没有填网络平台名称或者网址', 'FORM-P01': '没有填网络平台名称' },
      apply: (draft) => draft.answer('fd_plat', null),
    })
}

/** An application withdrawn some weeks ago: the form of this one knows what was told then. */
export function remember(d: Draft, firm: Firm, told: Readonly<Record<string, CaseValue>>, from = d.scenario.id): void {
  const random = d.random('remembered')
  const day = addDays(d.at, -random.int(20, 90))
  d.known(told)
  d.record(
    '历史申报',
    { uscc: firm.code },
    {
      办件编号: `PT${day.replaceAll('-', '')}${random.digits(4)}`,
      情形名称: d.scenario.name,
      申报日期: day,
      办件状态: '撤回',
      ...Object.fromEntries(Object.entries(told).filter(([key]) => d.hasField(key))),
    },
    from,
  )
}

/** 设备设施清单, and the equipment that is forgotten in it. */
export function equipmentList(
  d: Draft,
  firm: Firm,
  items: readonly Equipment[],
  without?: { things: RegExp; title: string; fails: Readonly<Record<string, string>> },
): void {
  d.paper(
    '设备设施清单',
    'EQP',
    { 单位名称: firm.name, 设备: items.map((item) => ({ ...item })) },
    { marks: { 盖章: firm.name } },
  )
  if (!without) return
  d.mayFail({
    id: 'equipment-incomplete',
    title: without.title,
    slot: '设备设施清单',
    fails: without.fails,
    apply: (draft) => {
      const { fields } = draft.one('设备设施清单').content
      fields.设备 = (fields.设备 as unknown as Equipment[]).filter(
        (item) => !without.things.test(item.设备名称 + item.用途),
      ) as never
    },
  })
}

/** Another name (and more) for the firm, wherever it stands. */
export function rename(draft: Draft, old: string, now: string): void {
  const other = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(old, now)) as T
  for (const paper of draft.papers) paper.content = other(paper.content)
  for (const [source, records] of Object.entries(draft.registry))
    draft.registry[source] = other(records) as RegistryRecord[]
  Object.assign(draft.form, other(draft.form))
  Object.assign(draft.answers, other(draft.answers))
  draft.applicant = other(draft.applicant)
}
