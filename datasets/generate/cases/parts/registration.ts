import type { CaseValue } from '../../../case-format.ts'
import { type Person, person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import type { Firm } from './firm.ts'

/** Entries of the catalogue of business scopes, with the approval that each takes. */
const ENTRIES: readonly (readonly [entry: string, approval: string, office?: string, paper?: string])[] = [
  ['餐饮服务', '后置许可', '市场监督管理部门', '食品经营许可证'],
  ['食品销售（仅销售预包装食品）', '无需许可'],
  ['日用百货销售', '无需许可'],
  ['服装服饰零售', '无需许可'],
  ['文具用品零售', '无需许可'],
  ['工艺美术品销售', '无需许可'],
  ['鲜花零售', '无需许可'],
  ['洗染服务', '无需许可'],
  ['理发服务', '后置许可', '卫生健康部门', '公共场所卫生许可证'],
  ['日用电器修理', '无需许可'],
  ['广告制作', '无需许可'],
  ['技术服务、技术开发、技术咨询', '无需许可'],
  ['软件开发', '无需许可'],
  ['企业管理咨询', '无需许可'],
  ['会议及展览服务', '无需许可'],
  ['国内贸易代理', '无需许可'],
  ['烟花爆竹批发', '前置许可', '应急管理部门', '烟花爆竹经营（批发）许可证'],
]

/** Puts the catalogue of business scopes (规范目录) into a case. */
export function scopeCatalogue(d: Draft): void {
  for (const [entry, approval, office, paper] of ENTRIES)
    d.record(
      '经营范围目录',
      {},
      { 条目: entry, 审批: approval, ...(office ? { 许可部门: office } : {}), ...(paper ? { 许可证件: paper } : {}) },
    )
}

/** A name that nobody else has. */
export function reservedName(d: Draft, name: string): void {
  d.record('名称库', { name }, { 名称: name, 状态: '可用' })
}

/** Names already taken, as somebody finds out who asks for one. */
export function offerNames(d: Draft, key: string, name: string, district: string, point: string): void {
  d.mayFail({
    id: 'name-taken',
    title: '名称和已登记的重名',
    slot: '申请表',
    touches: key,
    fails: { [point]: '名称已经被别人登记' },
    apply: (draft) => draft.amend('名称库', { 状态: '已登记', 说明: '已由其他主体登记使用' }),
  })
  d.mayFail({
    id: 'name-without-place',
    title: '名称缺少行政区划',
    slot: '申请表',
    touches: key,
    fails: { [point]: '名称没有行政区划' },
    apply: (draft) => {
      const short = name.replace(district, '')
      draft.form[key] = short
      draft.answer(key, short)
      draft.amend('名称库', { 名称: short })
      for (const record of draft.registry.名称库 ?? []) record.键 = { name: short }
    },
  })
}

/** The scope lists an entry that the catalogue does not have. */
export function offerOddScope(d: Draft, key: string, entries: readonly string[], point: string, more = {}): void {
  d.mayFail({
    id: 'scope-made-up',
    title: '经营范围用了自造的说法',
    slot: '申请表',
    touches: key,
    fails: { [point]: '有一条不是规范目录里的说法', ...more },
    apply: (draft) => {
      const now = [...entries, draft.random('made-up').pick(['网红打卡体验', '宇宙能量养生', '快乐搬砖服务'])]
      draft.form[key] = now
      draft.answer(key, now)
    },
  })
}

const own =
  (firm: Firm) =>
  ({ 键 }: { 键: { uscc?: string | undefined } }) =>
    键.uscc === firm.code

/** Ending a registration asks no longer whether it runs; CANCEL-P04 looks at its state. */
export function ending(d: Draft): void {
  d.none('办的就是注销登记，状态由可否注销一项看', 'SUBJ-P03')
  d.none('办的就是注销登记，不看经营期限', 'SUBJ-P05')
}

/** The register itself says that the firm is no longer in being. */
export function offerRevoked(d: Draft, firm: Firm, fails: Readonly<Record<string, string>>): void {
  d.withdraw('firm-revoked')
  d.mayFail({
    id: 'firm-revoked',
    title: '营业执照已被吊销',
    slot: '营业执照',
    refuse: true,
    fails,
    apply: (draft) => draft.amend('法人库', { 登记状态: '吊销' }, own(firm)),
  })
}

/** The taxes of a firm that is changing hands or leaving. */
export function cleared(d: Draft, firm: Firm, state: '已清税' | '未涉税' | '简易注销无异议', district: string): void {
  const since: Record<string, CaseValue> = state === '已清税' ? { 清税日期: d.at } : {}
  d.record(
    '税务库',
    { uscc: firm.code },
    {
      纳税人名称: firm.name,
      统一社会信用代码: firm.code,
      登记状态: '正常',
      主管税务机关: `国家税务总局上海市${district}示例税务局`,
      所在区: district,
      欠税金额: { fen: 0, currency: 'CNY' },
      清税状态: state,
      ...since,
    },
  )
}

/** Taxes are still owed. */
export function offerUncleared(d: Draft, fails: Readonly<Record<string, string>>): void {
  d.mayFail({
    id: 'taxes-not-cleared',
    title: '还没有办清税',
    slot: '申请书',
    touches: 'taxes',
    fails,
    apply: (draft) => {
      draft.amend('税务库', { 清税状态: '未清税', 欠税金额: { fen: 286000, currency: 'CNY' } })
      for (const record of draft.registry.税务库 ?? []) delete record.清税日期
    },
  })
}

/** A case that is still open against the licence. */
export function offerPending(d: Draft, firm: Firm, kinds: readonly string[] = ['变更', '处罚']): void {
  d.mayFail({
    id: 'case-pending',
    title: '还有在办的案件',
    slot: '营业执照',
    touches: 'pending',
    fails: { 'CANCEL-P03': '有在办的变更或处罚案件' },
    apply: (draft) => {
      const pending = draft.random('pending')
      draft.record(
        '在办案件库',
        { uscc: firm.code },
        {
          案件编号: `PT${draft.at.slice(0, 4)}${pending.digits(6)}`,
          类别: pending.pick(kinds),
          许可证编号: firm.code,
          立案日期: `${draft.at.slice(0, 4)}-01-15`,
          状态: '在办',
        },
      )
    },
  })
}

/** Somebody proved by a look at the face who he or she is (实名认证). */
export function verified(d: Draft, one: Person): void {
  d.record(
    '人口核验库',
    { cnid: one.number },
    { 姓名: one.name, 证件号码: one.number, 户籍地址: one.address, 照片可用: true, 人员状态: '正常' },
  )
}

/** The registers know another name under this number. */
export function offerUnverified(d: Draft, one: Person, slot: string, fails: Readonly<Record<string, string>>): void {
  d.mayFail({
    id: 'name-not-verified',
    title: '姓名和证件号码核验不一致',
    slot,
    touches: 'verified',
    fails,
    apply: (draft) => {
      const other = person(draft.random('other-name'), draft.at).name
      for (const source of ['人口库', '人口核验库'])
        if (draft.registry[source]) draft.amend(source, { 姓名: other }, ({ 键 }) => 键.cnid === one.number)
    },
  })
}
