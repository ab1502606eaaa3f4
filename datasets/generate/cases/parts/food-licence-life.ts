import { addDays, addYears } from '../../world/dates.ts'
import { person } from '../../world/people.ts'
import { address, premises } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import { cancel } from './cancel.ts'
import { change, issuedFor, type OwnChange } from './change.ts'
import type { Firm } from './firm.ts'
import { floorPlan } from './floor-plan.ts'
import { equipmentList, foodFirm, foodLicence, foodPapers } from './food-application.ts'
import { KITCHEN, kitchenZones } from './food-premises.ts'
import { type Held, holderOf, holdLicence } from './held-licence.ts'
import { lost } from './lost.ts'
import { renew } from './renew.ts'

const KIND = '餐饮服务经营者'

function oldFirm(d: Draft): Firm {
  const firm = foodFirm(d, { years: [6, 12] })
  d.known({ prem_addr: firm.address, fd_type: KIND })
  return firm
}

/** A licence given some years ago that still runs for one. */
function running(d: Draft, items: readonly string[]) {
  const until = addDays(addYears(d.at, d.random('running').int(1, 3)), d.random('running').int(20, 300))
  return foodLicence(d, { kind: KIND, items, issued: issuedFor(until, 5), until })
}

/** S004 变更 */
export function changed(d: Draft): void {
  const random = d.random('food-change')
  const firm = oldFirm(d)
  const items = ['热食类食品制售']
  const more = random.chance(0.35)
  const own: OwnChange | null = more
    ? { item: '经营项目', old: items.join('；'), now: [...items, '冷食类食品制售'].join('；') }
    : null
  const { held } = change(d, firm, {
    licence: running(d, items),
    kinds: firm.kind === '企业' ? ['名称', '法定代表人', '住所'] : ['名称'],
    own,
    moved: { 'S004-P02': '搬到新址，须重新申请' },
  })
  foodPapers(d, firm)
  d.known({ fd_contact: `${firm.legal.name} ${firm.legal.phone}` })
  d.typed({ fd_deliver: '窗口领取' })
  d.none('变更没有改食品安全管理人员', 'M01-P05')
  if (own) {
    moreItems(d, firm, [...items, '冷食类食品制售'])
    d.none('不是只变更登记事项', 'S004-P01')
  } else {
    d.none('没有变更经营项目', 'M01-P01', 'M01-P02', 'S004-P03', 'S004-P04')
    needlessPlan(d, firm, held)
  }
}

/** Cold dishes are added: plan with a room for them, equipment, the new list of 经营项目. */
function moreItems(d: Draft, firm: Firm, items: readonly string[]): void {
  d.typed({ fd_items: [...items] })
  const { area } = firm.place
  floorPlan(d, {
    name: firm.name,
    place: firm.address,
    area,
    zones: kitchenZones(area, true, d.random('zones')),
    entrances: '顾客出入口南侧，原料出入口北侧',
  })
  equipmentList(d, firm, KITCHEN)
  d.mayFail({
    id: 'new-items-without-equipment',
    title: '增加冷食类，没有附设备设施清单',
    slot: '设备设施清单',
    fails: { 'S004-P03': '增加冷食类而没有附设备清单' },
    apply: (draft) => draft.remove('设备设施清单'),
  })
  d.mayFail({
    id: 'new-items-without-plan',
    title: '增加冷食类，没有附平面图',
    slot: '平面图',
    fails: { 'IMG-P02': '变更经营项目没有交平面图', 'S004-P03': '增加冷食类而没有附平面图' },
    apply: (draft) => draft.remove('平面图'),
  })
  d.mayFail({
    id: 'items-against-kind',
    title: '变更后的业态选了食品销售，却做热食、冷食',
    slot: '申请书',
    touches: 'fd_type',
    fails: { 'S004-P04': '食品销售经营者不能做热食、冷食', 'M01-P02': '餐饮类项目须为餐饮服务经营者或者食堂' },
    apply: (draft) => draft.answer('fd_type', '食品销售经营者'),
  })
}

function needlessPlan(d: Draft, firm: Firm, held: Held): void {
  d.mayFail({
    id: 'needless-plan',
    title: '只变更登记事项，多交了平面图',
    slot: '平面图',
    fails: { 'S004-P01': '只变更登记事项，不用交图纸' },
    // Who also moves does not change registered items only.
    moot: (chosen) => chosen.includes('moved'),
    apply: (draft) =>
      void draft.paper('平面图', 'FLP', {
        单位名称: firm.name,
        地址: held.holder.place,
        总面积: firm.place.area,
        功能区: kitchenZones(firm.place.area, false, draft.random('zones')),
        比例尺: '1:100',
        出入口: '顾客出入口南侧',
      }),
  })
}

/** S005 延续 */
export function renewed(d: Draft): void {
  const random = d.random('food-renewal')
  const firm = oldFirm(d)
  const items = ['热食类食品制售', ...(random.chance(0.4) ? ['自制饮品制售'] : [])]
  const conditions = random.chance(0.25)
  const held = renew(d, firm, {
    licence: foodLicence(d, { kind: KIND, items, issued: d.at, until: d.at }),
    years: 5,
    changed: conditions,
    early: { 'S005-P01': '离届满超过 90 个工作日' },
    late: { 'S005-P01': '离届满不足 15 个工作日' },
    expired: { 'S005-P01': '有效期已届满', 'S005-P02': '有效期已届满，应重新申请' },
  })
  d.typed({ fd_items: items, fd_net: false, fd_chain: '否' })
  const staffn = random.int(3, 9)
  const manager = person(d.random('manager'), d.at, [24, 50])
  d.typed({ fd_staffn: staffn, fd_mgr: manager.name, fd_mgrid: manager.number })
  d.known({ fd_contact: `${firm.legal.name} ${firm.legal.phone}`, fd_years: 5 })
  d.typed({ fd_deliver: '窗口领取' })
  if (conditions) {
    const { area } = firm.place
    floorPlan(d, {
      name: firm.name,
      place: firm.address,
      area,
      zones: kitchenZones(area, false, d.random('zones')),
      entrances: '顾客出入口南侧，原料出入口北侧',
    })
    equipmentList(d, firm, KITCHEN)
    d.none('条件有变化，没有声明不变', 'RENEW-P04')
  } else declaration(d, firm)
  inspected(d, firm, held)
  foodPapers(d, firm)
}

/** 条件未变化声明 */
function declaration(d: Draft, firm: Firm): void {
  d.paper(
    '告知承诺书',
    'CMT',
    {
      事项名称: '食品经营许可（延续）',
      申请人: firm.name,
      法定代表人: firm.legal.name,
      告知内容版本: '2024年版',
      承诺内容: '经营场所布局、设备设施、经营项目等许可条件均未发生变化，所作声明真实，愿意承担不实声明的法律责任。',
      日期: addDays(d.at, -1),
      行政机关: '普陀区示例市场监督管理局',
    },
    { marks: { 盖章: firm.name, 签名: firm.legal.name, 公安机关盖章: false } },
  )
  d.mayFail({
    id: 'declaration-unsigned',
    title: '条件未变化声明没有签章',
    slot: '告知承诺书',
    fails: { 'S005-P03': '声明没有申请人签章' },
    apply: (draft) => draft.change('告知承诺书', {}, { 盖章: false, 签名: false }),
  })
  d.mayFail({
    id: 'declaration-missing',
    title: '条件没有变化，没有交声明',
    slot: '告知承诺书',
    fails: { 'IMG-P02': '没有交条件未变化声明' },
    silences: { 'S005-P03': '没有交条件未变化声明' },
    apply: (draft) => draft.remove('告知承诺书'),
  })
}

/** The last inspection, and one that found more than the licence allows. */
function inspected(d: Draft, firm: Firm, held: Held): void {
  const random = d.random('inspected')
  d.record(
    '监督检查库',
    { uscc: firm.code, number: held.number },
    {
      许可证编号: held.number,
      检查日期: addDays(d.at, -random.int(30, 300)),
      检查结论: '符合',
      超范围经营: false,
      经营面积: firm.place.area,
      已整改: true,
    },
  )
  d.mayFail({
    id: 'beyond-the-licence',
    title: '最近一次监督检查发现超范围经营',
    slot: '监督检查',
    fails: { 'S005-P04': '检查记录有超范围经营' },
    apply: (draft) =>
      draft.amend('监督检查库', {
        检查结论: '不符合',
        超范围经营: true,
        发现问题: ['超出许可的经营项目从事冷食类食品制售'],
        已整改: false,
      }),
  })
}

/** S006 补证 */
export function replaced(d: Draft): void {
  const firm = oldFirm(d)
  lost(d, firm, {
    licence: running(d, ['热食类食品制售']),
    title: '食品经营许可证',
    stale: { 'S006-P01': '法定代表人与证照库在册的不一致' },
  })
  foodPapers(d, firm)
  d.mayFail({
    id: 'replacement-other-place',
    title: '补证申请的经营场所与在册的不同',
    slot: '申请书',
    touches: 'prem_addr',
    fails: { 'S006-P01': '经营场所与证照库在册的不一致' },
    apply: (draft) => draft.answer('prem_addr', address(premises(draft.random('other-place'), false))),
  })
}

/** S007 注销 */
export function cancelled(d: Draft): void {
  const random = d.random('food-cancel')
  const firm = oldFirm(d)
  const items = ['热食类食品制售']
  const held = cancel(d, firm, { licence: running(d, items), title: '食品经营许可证' })
  if (random.chance(0.4)) {
    const place = address(premises(d.random('second-shop'), false))
    const until = addDays(d.at, random.int(200, 1500))
    const other = foodLicence(d, { kind: KIND, items, issued: issuedFor(until, 5), until, label: 'second' })
    holdLicence(d, holderOf(firm, place), { ...other, held: 'register' })
    if (d.of('原许可证').length === 0) d.typed({ cn_no: held.number, prem_addr: firm.address })
    d.mayFail({
      id: 'number-of-the-other-shop',
      title: '几家门店，填成了另一张证的编号',
      slot: '申请书',
      touches: 'cn_no',
      fails: { 'S007-P01': '填的编号是另一家门店的证' },
      apply: (draft) => draft.answer('cn_no', other.number),
    })
  } else d.none('只有一张许可证', 'S007-P01')
  foodPapers(d, firm)
}
