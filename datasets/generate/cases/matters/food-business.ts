import { foodLicenceNumber } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { everywhere } from '../parts/applicant-firm.ts'
import { issuedFor } from '../parts/change.ts'
import type { Firm } from '../parts/firm.ts'
import { floorPlan, zonesOf } from '../parts/floor-plan.ts'
import {
  banned,
  business,
  equipmentList,
  foodFirm,
  foodLicence,
  foodPapers,
  offerAlreadyLicensed,
  rename,
} from '../parts/food-application.ts'
import { cancelled, changed, renewed, replaced } from '../parts/food-licence-life.ts'
import { areasOf, CANTEEN, FLOWS, FOOD_RULES, KITCHEN, kitchenZones, SHOP, shopZones } from '../parts/food-premises.ts'
import { premisesOf } from '../parts/premises.ts'
import { ruleBooks } from '../parts/rule-books.ts'
import { staffHealth, staffList, type Worker, workers } from '../parts/staff-health.ts'

/** M01 食品经营许可 */
export const SCENARIOS: MatterRecipe = {
  S001: restaurant,
  S002: shop,
  S003: canteen,
  S004: changed,
  S005: renewed,
  S006: replaced,
  S007: cancelled,
}

/** Where a piece of equipment stands, as the plan lists it. */
const place = (item: { 设备名称: string; 用途: string }) => `${item.设备名称}（${item.用途.split('，')[0]}）`

const POSTS = ['食品安全管理员', '厨师', '切配工', '服务员', '餐具清洗消毒员']

/** Management rules without two of the four that the law names. */
const RULES_WITHOUT = { titles: /进货查验|事故处置/u }

function manager(d: Draft, staff: readonly Worker[], listed: boolean): void {
  const [first] = staff
  if (!first) return
  const told = { fd_mgr: first.name, fd_mgrid: first.number, fd_staffn: staff.length }
  if (listed) d.known(told)
  else d.typed(told)
  banned(d, first, '食品安全管理人员', { 'M01-P05': '食品安全管理人员在禁入期内' })
  if (listed) return
  d.mayFail({
    id: 'manager-number-blank',
    title: '没有填食品安全管理人员的证件号码',
    slot: '申请书',
    touches: 'fd_mgrid',
    fails: { 'M01-P05': '没有填食品安全管理人员证件号码', 'FORM-P01': '没有填食品安全管理人员证件号码' },
    apply: (draft) => draft.answer('fd_mgrid', null),
  })
}

function alreadyLicensed(d: Draft, firm: Firm, kind: string, items: readonly string[]): void {
  const until = addDays(addYears(d.at, 2), d.random('already').int(10, 300))
  offerAlreadyLicensed(d, firm, foodLicence(d, { kind, items, issued: issuedFor(until, 5), until }))
}

function onlyPrepacked(d: Draft): void {
  d.mayFail({
    id: 'only-prepacked',
    title: '只卖预包装食品，却申请许可',
    slot: '申请书',
    touches: 'fd_items',
    refuse: true,
    fails: { 'M01-P01': '申请项目只有预包装食品销售，应办备案' },
    silences: {
      'S002-P01': '只申报预包装食品销售',
      'S002-P02': '只申报预包装食品销售',
      'S002-P03': '只申报预包装食品销售',
    },
    apply: (draft) => {
      draft.form.fd_items = ['预包装食品销售']
      draft.answer('fd_items', ['预包装食品销售'])
    },
  })
}

function restaurant(d: Draft): void {
  const random = d.random('restaurant')
  const cold = random.chance(0.3)
  const items = ['热食类食品制售', ...(cold ? ['冷食类食品制售'] : []), ...(random.chance(0.3) ? ['自制饮品制售'] : [])]
  const firm = foodFirm(d)
  const t = premisesOf(d, firm)
  d.known({ fd_type: '餐饮服务经营者' })
  business(d, firm, { items, flow: random.pick(FLOWS) })
  kitchen(d, firm, t.area, { cold, fails: { 'S001-P01': '平面图缺备餐区、更衣区' } })
  const staff = staffHealth(d, { name: firm.name, posts: POSTS, kind: '食品' })
  manager(d, staff, true)
  ruleBooks(d, {
    name: firm.name,
    titles: FOOD_RULES,
    responsible: firm.legal.name,
    without: { ...RULES_WITHOUT, fails: { 'S001-P06': '缺进货查验记录、食品安全事故处置制度' } },
  })
  equipmentList(d, firm, KITCHEN, {
    things: /油烟|油水/u,
    title: '设备设施清单没有油烟净化和隔油设施',
    fails: { 'S001-P05': '清单缺油烟净化、隔油设施' },
  })
  foodPapers(d, firm)
  alreadyLicensed(d, firm, '餐饮服务经营者', items)
  d.mayFail({
    id: 'wrong-kind',
    title: '主体业态选了食品销售，却做热食',
    slot: '申请书',
    touches: 'fd_type',
    fails: { 'M01-P02': '热食类制售须为餐饮服务经营者或者食堂' },
    silences: { 'S001-P03': '业态填成食品销售，不用填处理区和就餐面积' },
    apply: (draft) => draft.answer('fd_type', '食品销售经营者'),
  })
  d.mayFail({
    id: 'dining-area-too-large',
    title: '就餐场所面积填大了，两项合计超过总面积',
    slot: '申请书',
    touches: 'fd_dinearea',
    fails: { 'S001-P03': '食品处理区与就餐面积合计超过总面积' },
    apply: (draft) => draft.answer('fd_dinearea', t.area),
  })
}

/** Plan of a restaurant or canteen, its areas in the form, and cold dishes without a room for them. */
function kitchen(
  d: Draft,
  firm: Firm,
  area: number,
  o: { cold: boolean; fails?: Readonly<Record<string, string>> },
): void {
  const zones = kitchenZones(area, o.cold, d.random('zones'))
  floorPlan(d, {
    name: firm.name,
    place: firm.address,
    area,
    zones,
    entrances: '顾客出入口南侧，原料出入口北侧',
    equipment: KITCHEN.map(place),
    redrawn: (draft) => draft.known(areasOf(zonesOf(draft))),
    without: { zones: /备餐|更衣/u, fails: o.fails ?? {} },
  })
  d.known(areasOf(zones))
  if (!o.cold) d.none('没有申报冷食类、生食类、裱花类项目', 'S001-P02')
  if (!o.cold && d.hasPoint('S001-P02'))
    d.mayFail({
      id: 'cold-dishes-without-room',
      title: '申报冷食类，平面图没有专间和预进间',
      slot: '平面图',
      touches: 'fd_items',
      fails: { 'S001-P02': '申报冷食类而没有专间、预进间', 'PLAN-P02': '申报冷食类而没有专间' },
      apply: (draft) => {
        const items = [...(draft.form.fd_items as string[]), '冷食类食品制售']
        draft.form.fd_items = items
        draft.answer('fd_items', items)
      },
    })
}

function shop(d: Draft): void {
  const random = d.random('shop')
  const vending = random.chance(0.3)
  const loose = { dry: random.chance(0.5), cooked: random.chance(0.35) }
  const chilled = random.chance(0.6)
  const items = [
    chilled ? '预包装食品销售（含冷藏冷冻食品）' : '预包装食品销售',
    ...(loose.dry || !(loose.cooked || vending) ? ['散装食品销售'] : []),
    ...(loose.cooked ? ['散装食品销售（含散装熟食）'] : []),
    ...(vending ? ['自动售货设备销售'] : []),
  ]
  const firm = foodFirm(d, {
    trade: random.pick(['食品', '商贸', '食品贸易']),
    shop: { chance: 0.3, ending: random.pick(['食品店', '便利店', '熟食店']) },
  })
  const t = premisesOf(d, firm)
  d.known({ fd_type: '食品销售经营者' })
  business(d, firm, { items })
  floorPlan(d, {
    name: firm.name,
    place: firm.address,
    area: t.area,
    zones: shopZones(t.area, { dry: items.includes('散装食品销售'), cooked: loose.cooked }, d.random('zones')),
    equipment: SHOP.filter((item) => !item.设备名称.includes('防护')).map(place),
    ...(loose.cooked
      ? { without: { zones: /散装熟食专间/u, fails: { 'S002-P02': '散装熟食没有专间或者专柜' }, own: true } }
      : {}),
  })
  ruleBooks(d, {
    name: firm.name,
    titles: FOOD_RULES.slice(0, 6),
    responsible: firm.legal.name,
    without: RULES_WITHOUT,
  })
  equipmentList(
    d,
    firm,
    SHOP,
    chilled
      ? { things: /冷藏|冷冻/u, title: '申报冷藏冷冻食品，清单没有冷柜', fails: { 'S002-P01': '清单没有冷藏冷冻设备' } }
      : undefined,
  )
  const staff = workers(d, {
    name: firm.name,
    posts: ['食品安全管理员', '营业员', '收银员'],
    kind: '食品',
    count: [2, 4],
  })
  const listed = random.chance(0.6)
  if (listed) staffList(d, firm.name, staff)
  manager(d, staff, listed)
  foodPapers(d, firm)
  alreadyLicensed(d, firm, '食品销售经营者', items)
  onlyPrepacked(d)
  if (vending) vendingMachines(d, firm)
  if (!chilled) d.none('没有申报冷藏冷冻食品', 'S002-P01')
  if (!loose.cooked) d.none('没有申报散装熟食', 'S002-P02')
  if (!vending) d.none('不用自动售货设备', 'S002-P03')
  if (d.form.fd_net !== true) d.none('不通过网络经营', 'S002-P04')
  d.mayFail({
    id: 'made-on-the-spot',
    title: '现做现售的饮品归在食品销售里',
    slot: '申请书',
    touches: 'fd_items',
    fails: {
      'S002-P05': '自制饮品是现做现售，不是单纯的食品销售',
      'M01-P02': '自制饮品制售须为餐饮服务经营者',
      'PLAN-P02': '申报制售项目，图上没有加工、备餐等功能区',
    },
    apply: (draft) => draft.answer('fd_items', [...items, '自制饮品制售']),
  })
}

function vendingMachines(d: Draft, firm: Firm): void {
  const count = d.random('vending').int(1, 4)
  d.typed({ fd_vend: `${count}台，放置在${firm.address}门厅；机身张贴经营者名称、许可证编号和联系电话公示` })
  d.paper('产品合格证明', 'TST', {
    委托单位: firm.name,
    受检单位: firm.name,
    检测项目: ['制冷性能', '食品接触材料'],
    检测结论: '合格',
    设备种类: '自动售货设备',
  })
  d.mayFail({
    id: 'vending-place-missing',
    title: '自动售货设备没有写放置地点和公示方法',
    slot: '申请书',
    touches: 'fd_vend',
    fails: { 'S002-P03': '没有写放置地点、经营者信息公示方法' },
    apply: (draft) => draft.answer('fd_vend', `${count}台`),
  })
  d.mayFail({
    id: 'vending-certificate-missing',
    title: '自动售货设备没有附产品合格证明',
    slot: '产品合格证明',
    fails: { 'IMG-P02': '没有交自动售货设备的产品合格证明' },
    silences: { 'S002-P03': '没有交产品合格证明' },
    apply: (draft) => draft.remove('产品合格证明'),
  })
}

function canteen(d: Draft): void {
  const random = d.random('canteen')
  const school = random.chance(0.5)
  const firm = foodFirm(d, {
    kind: school ? '社会组织' : '企业',
    trade: school ? random.pick(['幼儿园', '实验学校']) : random.pick(['电子科技', '精密制造', '信息技术']),
    scope: school
      ? '学前教育、小学教育；食品经营（内部食堂餐饮服务）。'
      : '许可项目：食品经营（单位食堂餐饮服务）。一般项目：电子元器件制造；软件开发。',
  })
  d.withdraw('scope-does-not-cover')
  if (school) d.none('社会组织没有营业执照', 'M01-P03')
  const items = ['热食类食品制售', ...(random.chance(0.3) ? ['半成品制售'] : [])]
  const t = premisesOf(d, firm, { use: school ? '科教用地/教育' : '商务金融用地/办公', own: 0.6 })
  d.known({ fd_type: '集中用餐单位食堂' })
  business(d, firm, { items })
  const contract = random.chance(0.35)
  d.typed({ fd_people: random.int(60, 400), fd_contract: contract })
  kitchen(d, firm, t.area, { cold: false })
  const staff = staffHealth(d, { name: firm.name, posts: POSTS, kind: '食品' })
  manager(d, staff, true)
  ruleBooks(d, { name: firm.name, titles: FOOD_RULES, responsible: firm.legal.name, without: RULES_WITHOUT })
  equipmentList(d, firm, CANTEEN)
  foodPapers(d, firm)
  alreadyLicensed(d, firm, '集中用餐单位食堂', items)
  if (contract) contractor(d, firm)
  else d.none('自己经营，不委托承包', 'S003-P02')
  if (school) {
    d.mayFail({
      id: 'raw-food-at-school',
      title: '学校食堂申报了生食类',
      slot: '申请书',
      touches: 'fd_items',
      fails: { 'S003-P03': '学校（幼儿园）食堂不得申报生食类', 'PLAN-P02': '申报生食类，图上没有专间' },
      apply: (draft) => draft.answer('fd_items', [...items, '生食类食品制售']),
    })
  } else {
    d.none('不是学校食堂', 'S003-P03')
    d.mayFail({
      id: 'contractor-applies',
      title: '承包的餐饮公司以自己名义申请食堂',
      slot: '营业执照',
      touches: 'firm',
      refuse: true,
      fails: { 'S003-P01': '申请人是承包餐饮的公司，不是用餐单位' },
      apply: (draft) => {
        const scope = '许可项目：餐饮服务。一般项目：餐饮管理；单位后勤管理服务；食堂承包经营。'
        everywhere(draft, '营业执照', { 经营范围: scope }, ({ 键 }) => 键.uscc === firm.code)
        draft.form.subj_scope = scope
        rename(draft, firm.name, `上海${firm.brand}餐饮管理有限公司`)
      },
    })
  }
}

function contractor(d: Draft, firm: Firm): void {
  const random = d.random('contractor')
  const name = `上海${random.pick(['善膳', '家和', '味丰', '千禾'])}示例餐饮管理有限公司`
  const from = addDays(d.at, -random.int(10, 60))
  d.paper(
    '承包合同',
    'CTR',
    {
      发包方: firm.name,
      承包方: name,
      承包期限: { from, to: addDays(addYears(from, 2), -1) },
      签订日期: addDays(from, -6),
    },
    { marks: { 发包方盖章: firm.name, 承包方盖章: name } },
  )
  const issued = addDays(addYears(d.at, -2), -random.int(5, 300))
  const authority = '静安区示例市场监督管理局'
  d.paper(
    '承包方许可证',
    'FBL',
    {
      经营者名称: name,
      主体业态: '餐饮服务经营者',
      经营项目: '热食类食品制售；食品经营管理',
      许可证编号: foodLicenceNumber(random, DISTRICT.code),
      发证日期: issued,
      有效期至: addDays(addYears(issued, 5), -1),
      发证机关: authority,
    },
    { marks: { 盖章: authority } },
  )
  d.mayFail({
    id: 'contractor-not-licensed',
    title: '承包方的许可证只能销售食品',
    slot: '承包方许可证',
    fails: { 'S003-P02': '承包方没有餐饮服务类的许可' },
    apply: (draft) => draft.change('承包方许可证', { 主体业态: '食品销售经营者', 经营项目: '预包装食品销售' }),
  })
  d.mayFail({
    id: 'contract-missing',
    title: '委托承包经营，没有附承包合同',
    slot: '承包合同',
    fails: { 'IMG-P02': '没有交承包合同', 'S003-P02': '委托承包经营，没有附承包合同' },
    apply: (draft) => draft.remove('承包合同'),
  })
}
