import type { CaseValue } from '../../../case-format.ts'
import { addDays } from '../../world/dates.ts'
import { tradeName } from '../../world/names.ts'
import { person } from '../../world/people.ts'
import { address, DISTRICT, premises } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { firmApplicant } from '../parts/applicant-firm.ts'
import { personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import type { Firm } from '../parts/firm.ts'
import { identityCard, register } from '../parts/identity.ts'
import { relative, yuan } from '../parts/kin.ts'
import { premisesOf } from '../parts/premises.ts'
import {
  cleared,
  ending,
  offerNames,
  offerOddScope,
  offerPending,
  offerRevoked,
  offerUncleared,
  offerUnverified,
  reservedName,
  scopeCatalogue,
  verified,
} from '../parts/registration.ts'
import { deedOf, leasePaper, recordTenancy, tenancy } from '../parts/tenancy.ts'

/** M20 个体工商户登记 */
export const SCENARIOS: MatterRecipe = { S049: setUp, S050: change, S051: leave }

const BUSINESS = '个体工商户登记'
const TRADES: readonly (readonly [ending: string, entries: readonly string[]])[] = [
  ['小吃店', ['餐饮服务', '食品销售（仅销售预包装食品）']],
  ['服装店', ['服装服饰零售', '日用百货销售']],
  ['花店', ['鲜花零售', '工艺美术品销售']],
  ['洗衣店', ['洗染服务']],
  ['文具店', ['文具用品零售', '日用百货销售']],
  ['维修部', ['日用电器修理']],
]
const DISTRICT_NAME = `上海市${DISTRICT.name}`

function setUp(d: Draft): void {
  const random = d.random('set-up')
  const self = personalApplicant(d, { age: [21, 58] })
  d.licence('经营者身份证', 'ID', { cnid: self.number }, identityCard(self))
  agent(d, { name: self.name, signer: self.name, firm: false }, BUSINESS)
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  const [ending, entries] = random.pick(TRADES)
  const name = `${DISTRICT_NAME}${tradeName(random)}${ending}`
  const place = premises(d.random('place'), false)
  const there = address(place)
  const tenant = { name: self.name, code: self.number, address: there, place, legal: { name: self.name } }
  premisesOf(d, tenant, { person: true })
  scopeCatalogue(d)
  reservedName(d, name)
  const family = random.chance(0.35)
  d.known({ gt_op: self.name, gt_opid: self.number, gt_place: there, gt_tel: self.phone })
  d.typed({
    gt_name: name,
    gt_form: family ? '家庭经营' : '个人经营',
    gt_scope: [...entries],
    gt_cap: yuan(random.int(1, 20) * 10000),
    gt_staff: family ? 2 : random.int(1, 3),
  })
  if (family) {
    const kin = relative(d.random('family'), d.at, self, {
      sex: self.sex === '男' ? '女' : '男',
      birth: addDays(self.birth, random.int(-900, 900)),
    })
    register(d, kin)
    d.typed({ gt_family: [{ 姓名: kin.name, 证件号码: kin.number, 与经营者关系: '配偶' }] })
    d.mayFail({
      id: 'family-not-listed',
      title: '家庭经营没有写参加经营的家庭成员',
      slot: '申请表',
      touches: 'gt_family',
      fails: { 'S049-P01': '家庭经营没有列明家庭成员' },
      apply: (draft) => draft.answer('gt_family', null),
    })
  } else d.none('个人经营，没有家庭成员', 'S049-P01')
  verified(d, self)
  offerUnverified(d, self, '经营者身份证', { 'M20-P01': '姓名和证件号码核验不一致' })
  offerNames(d, 'gt_name', name, DISTRICT_NAME, 'M20-P03')
  offerOddScope(d, 'gt_scope', entries, 'M20-P02')
  mayLeaveBlank(d, 'gt_cap', 'gt_staff')
}

function shop(d: Draft): { firm: Firm; entries: readonly string[] } {
  const [ending, entries] = d.random('shop').pick(TRADES)
  const firm = firmApplicant(d, {
    trade: '',
    kind: '个体工商户',
    shop: { chance: 1, ending },
    scope: `一般项目：${entries.join('；')}。`,
  })
  return { firm, entries }
}

function frame(d: Draft, firm: Firm): void {
  agent(d, { name: firm.name, signer: firm.legal.name, firm: true }, BUSINESS)
  applicationForm(d, { name: firm.name, code: firm.code, signer: firm.legal.name, firm: true })
}

type Item = '名称' | '经营者' | '经营场所' | '经营范围' | '资金数额' | '联系电话'

function change(d: Draft): void {
  const random = d.random('change')
  const { firm, entries } = shop(d)
  frame(d, firm)
  scopeCatalogue(d)
  const item = random.pick<Item>(['名称', '经营者', '经营场所', '经营场所', '经营范围', '资金数额', '联系电话'])
  const { old, now, form } = told(d, firm, item, entries)
  d.typed({ chg_item: [item], chg_old: old, chg_new: now, chg_date: addDays(d.at, -random.int(2, 20)), ...form })
  d.none('变更的就是营业执照，还没有新的登记可比', 'CHANGE-P02')
  const asked: Record<string, boolean> = {
    'M20-P01': item === '经营者',
    'M20-P02': item === '经营范围',
    'M20-P03': item === '名称',
    'S050-P01': item === '经营者',
    'S050-P02': item === '经营场所',
  }
  for (const [point, is] of Object.entries(asked)) if (!is) d.none(`变更的是${item}`, point)
  offerRevoked(d, firm, { 'SUBJ-P03': '登记状态为吊销', 'CHANGE-P05': '营业执照已被吊销' })
  d.mayFail({
    id: 'change-old-wrong',
    title: '变更前内容与登记的不一致',
    slot: '申请表',
    touches: 'chg_old',
    fails: { 'CHANGE-P01': '变更前内容与登记的不一致' },
    apply: (draft) => draft.answer('chg_old', item === '名称' ? `${old}铺` : now),
  })
  if (item === '资金数额' || item === '联系电话') d.withdraw('change-old-wrong')
  d.mayFail({
    id: 'change-late',
    title: '变更三十日以后才来申请',
    slot: '申请表',
    touches: 'chg_date',
    fails: { 'CHANGE-P03': '变更发生三十日以后才申请' },
    apply: (draft) => {
      const late = addDays(draft.at, -draft.random('late').int(45, 160))
      draft.form.chg_date = late
      draft.answer('chg_date', late)
    },
  })
}

interface Told {
  old: string
  now: string
  form: Record<string, CaseValue>
}

function told(d: Draft, firm: Firm, item: Item, entries: readonly string[]): Told {
  const random = d.random('told')
  if (item === '名称') {
    const now = firm.name.replace(firm.brand, `${firm.brand}新`)
    reservedName(d, now)
    offerNames(d, 'gt_name', now, DISTRICT_NAME, 'M20-P03')
    return { old: firm.name, now, form: { gt_name: now } }
  }
  if (item === '经营者') return { old: firm.legal.name, ...successor(d, firm) }
  if (item === '经营场所') return { old: firm.address, ...moving(d, firm) }
  if (item === '经营范围') {
    const more = random.pick(['会议及展览服务', '广告制作', '日用百货销售'].filter((one) => !entries.includes(one)))
    const scope = [...entries, more]
    offerOddScope(d, 'gt_scope', scope, 'M20-P02')
    return { old: firm.scope, now: `一般项目：${scope.join('；')}。`, form: { gt_scope: scope } }
  }
  if (item === '资金数额') return { old: '5万元', now: '20万元', form: { gt_cap: yuan(200000) } }
  const phone = person(random, d.at).phone
  return { old: firm.legal.phone, now: phone, form: { gt_tel: phone } }
}

/** The shop passes to somebody else. */
function successor(d: Draft, firm: Firm): Omit<Told, 'old'> {
  const one = person(d.random('successor'), d.at)
  register(d, one)
  verified(d, one)
  offerUnverified(d, one, '经营者身份证', { 'M20-P01': '姓名和证件号码核验不一致' })
  d.paper('经营者身份证', 'ID', identityCard(one))
  cleared(d, firm, d.random('taxes').pick(['已清税', '未涉税'] as const), DISTRICT.name)
  offerUncleared(d, { 'S050-P01': '税款还没有结清' })
  return { now: one.name, form: { gt_op: one.name, gt_opid: one.number } }
}

/** The shop moves to other premises of the district, and asks before it does. */
function moving(d: Draft, firm: Firm): Omit<Told, 'old'> {
  const place = premises(d.random('new-place'), false)
  const there = address(place)
  const t = tenancy(d, 'new-tenancy', {
    place: there,
    area: place.area,
    use: '商业服务/商业',
    tenant: firm.name,
    own: false,
  })
  recordTenancy(d, { ...t, lease: t.lease && { ...t.lease, filing: null } }, firm.name, { uscc: firm.code })
  d.paper('不动产权证书', 'RED', deedOf(d, t))
  leasePaper(d, t, { name: firm.name, signer: firm.legal.name, firm: true })
  d.mayFail({
    id: 'no-proof-of-place',
    title: '换经营场所没有交新场所的证明',
    slot: '房屋租赁合同',
    touches: 'new-place',
    fails: { 'S050-P02': '没有新经营场所的证明' },
    apply: (draft) => {
      draft.remove('房屋租赁合同')
      draft.remove('不动产权证书')
      draft.registry.不动产登记库 = []
      draft.form.gt_place = there
    },
  })
  d.mayFail({
    id: 'already-moved',
    title: '已经迁入新场所才来申请',
    slot: '申请表',
    touches: 'gt_move',
    fails: { 'S050-P02': '迁入以后才提出变更' },
    apply: (draft) => {
      const moved = addDays(draft.at, -draft.random('moved').int(6, 40))
      draft.form.gt_move = moved
      draft.answer('gt_move', moved)
    },
  })
  d.known({ gt_place: there })
  return { now: there, form: { gt_move: addDays(d.at, d.random('move').int(8, 40)) } }
}

function leave(d: Draft): void {
  const random = d.random('leave')
  const { firm } = shop(d)
  frame(d, firm)
  cleared(d, firm, random.pick(['已清税', '未涉税', '简易注销无异议'] as const), DISTRICT.name)
  d.known({ cn_no: firm.code })
  d.typed({ cn_reason: random.pick(['不再经营', '不再经营', '转为企业', '其他']) })
  offerUncleared(d, { 'S051-P01': '没有办清税' })
  offerPending(d, firm)
  offerRevoked(d, firm, { 'CANCEL-P04': '营业执照已被吊销' })
  ending(d)
}
