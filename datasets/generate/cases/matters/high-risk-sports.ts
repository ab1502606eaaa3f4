import { addDays, addYears } from '../../world/dates.ts'
import { address, DISTRICT, premises } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { change, issuedFor } from '../parts/change.ts'
import { commitment } from '../parts/commitment.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { floorPlan, zonesOf } from '../parts/floor-plan.ts'
import type { LicenceOptions } from '../parts/held-licence.ts'
import { lost } from '../parts/lost.ts'
import { premisesOf } from '../parts/premises.ts'
import { renew } from '../parts/renew.ts'
import { ruleBooks } from '../parts/rule-books.ts'
import { type Post, staff } from '../parts/staff.ts'

/** M15 经营高危险性体育项目许可 */
export const SCENARIOS: MatterRecipe = { S038: first, S039: changed, S040: renewed, S041: replaced }

const OFFICE = `${DISTRICT.name}示例体育局`
const RULES = ['岗位责任制度', '安全操作规程', '溺水等突发事件应急预案', '设施设备安全检查制度', '水质管理制度']
const TITLE = '高危险性体育项目经营许可证'

interface Sport {
  item: '游泳' | '攀岩'
  guard: Post
  coach: Post
  /** Another trade that does not fit the guard. */
  other: string
}

const SWIMMING: Sport = {
  item: '游泳',
  guard: { post: '救生员', certificate: { trade: '游泳救生员', level: '五级/初级工', prefix: 'S3100' } },
  coach: {
    post: '游泳指导员',
    certificate: { trade: '社会体育指导员（游泳）', level: '五级/初级工', prefix: 'T3100' },
  },
  other: '健身教练',
}
const CLIMBING: Sport = {
  item: '攀岩',
  guard: { post: '攀岩救助员', certificate: { trade: '攀岩救助员', prefix: 'P3100' } },
  coach: {
    post: '攀岩指导员',
    certificate: { trade: '社会体育指导员（攀岩）', level: '五级/初级工', prefix: 'T3101' },
  },
  other: '健身教练',
}

const sportOf = (d: Draft): Sport => (d.random('sport').chance(0.7) ? SWIMMING : CLIMBING)

function club(d: Draft, years: readonly [number, number]): Firm {
  const random = d.random('club')
  return firmCase(
    d,
    {
      trade: random.pick(['体育发展', '健身管理', '体育文化']),
      scope: '许可项目：高危险性体育运动（游泳、攀岩）。一般项目：健身休闲活动；体育用品及器材零售；体育场地设施经营。',
      otherScope: '一般项目：健身休闲活动；体育用品及器材零售；企业管理咨询。',
      shop: { chance: 0.15, ending: '健身馆' },
      years,
    },
    '经营高危险性体育项目许可',
  ).firm
}

function insured(d: Draft): void {
  const random = d.random('insured')
  const until = addDays(d.at, random.int(60, 330))
  const policies = [
    { 险种: '公众责任险（场所责任险）', 保单号: `PZRZ${random.digits(14)}`, 到期日: until },
    { 险种: '体育意外伤害保险', 保单号: `PTYW${random.digits(14)}`, 到期日: until },
  ]
  d.typed({ sp_ins: policies })
  d.mayFail({
    id: 'policy-expired',
    title: '场所责任险保单过期',
    slot: '申请书',
    touches: 'sp_ins',
    fails: { 'M15-P06': '场所责任险已过期' },
    apply: (draft) => {
      const late = policies.map((one, i) => (i === 0 ? { ...one, 到期日: addDays(draft.at, -40) } : one))
      draft.form.sp_ins = late
      draft.answer('sp_ins', late)
    },
  })
}

/** People who guard and teach, with their certificates; the form lists them. */
function team(d: Draft, firm: Firm, sport: Sport, guards: number): void {
  const posts = [sport.coach, ...Array.from({ length: guards }, () => sport.guard)]
  staff(d, firm, {
    posts,
    otherTrade: sport.other,
    wrongTrade: sport === SWIMMING ? { 'M15-P02': '合格的救生员不够' } : {},
    expired: { 'M15-P03': '救生员证书已过期', ...(sport === SWIMMING ? { 'M15-P02': '合格的救生员不够' } : {}) },
    short: sport === SWIMMING ? { 'M15-P02': '救生员不够三名' } : { 'STAFF-P01': '没有配备救助员' },
    restated: (draft) => {
      const all = draft.of('职业资格证书').map(({ content: { fields } }) => fields)
      const of = (word: RegExp) =>
        all
          .filter(({ 职业名称 }) => word.test(String(职业名称)))
          .map((fields) => ({ 姓名: String(fields.姓名), 证书编号: String(fields.证书编号) }))
      draft.known({ sp_guard: of(/救/u), sp_coach: of(/指导/u) })
    },
  })
  d.mayFail({
    id: 'coach-of-another-sport',
    title: '指导员证是健身类的',
    slot: '职业资格证书',
    touches: 'certificate',
    fails: { 'M15-P03': '社会体育指导员（健身）与申报项目不对应' },
    apply: (draft) => {
      const trade = '社会体育指导员（健身）'
      const paper = draft.papers.find(({ key }) => key === 'certificate-0')
      if (!paper) return
      paper.content.fields.职业名称 = trade
      const { 证件号码 } = paper.content.fields
      draft.amend('人员资格库', { 资格名称: trade }, ({ 键 }) => 键.cnid === 证件号码)
    },
  })
}

/** 公共场所卫生许可证 of a swimming pool. */
function hygiene(d: Draft, firm: Firm): void {
  const from = addDays(addYears(d.at, -1), -d.random('hygiene').int(10, 300))
  d.licence(
    '卫生许可证',
    'HYG',
    { uscc: firm.code },
    {
      编号: `沪普卫公证字〔${from.slice(0, 4)}〕第${d.random('hygiene').digits(5)}号`,
      单位名称: firm.name,
      法定代表人: firm.legal.name,
      经营场所地址: firm.address,
      许可项目: '游泳场（馆）',
      有效期限: { from, to: addDays(addYears(from, 4), -1) },
      发证机关: `${DISTRICT.name}示例卫生健康委员会`,
      发证日期: from,
    },
    { marks: { 盖章: `${DISTRICT.name}示例卫生健康委员会` }, variant: '公共场所卫生许可证' },
  )
  if (d.of('卫生许可证').length === 0) return
  d.mayFail({
    id: 'hygiene-licence-expired',
    title: '卫生许可证已过期',
    slot: '卫生许可证',
    fails: { 'M15-P07': '卫生许可证已过期' },
    apply: (draft) => {
      const to = addDays(draft.at, -draft.random('hygiene-expired').int(10, 200))
      draft.change('卫生许可证', { 有效期限: { from: addDays(addYears(to, -4), 1), to } })
      const library = draft.registry.电子证照
      if (library) draft.registry.电子证照 = library.filter(({ about }) => about !== '公共场所卫生许可证')
    },
  })
}

function tested(d: Draft, firm: Firm, sport: Sport, place = firm.address): void {
  d.paper('设施检测报告', 'TST', {
    委托单位: firm.name,
    受检单位: firm.name,
    受检地址: place,
    检验日期: addDays(d.at, -40),
    报告日期: addDays(d.at, -30),
    检测项目:
      sport === SWIMMING
        ? ['池水水质', '水循环净化设备', '池壁防滑', '救生观察台', '深浅水区标志']
        : ['岩壁结构强度', '保护点拉拔力', '地面缓冲垫', '绳索和安全带'],
    检测结论: '符合 GB 19079 体育场所开放条件与技术要求',
  })
}

function first(d: Draft): void {
  const random = d.random('first')
  const sport = sportOf(d)
  const firm = club(d, [0, 4])
  const t = premisesOf(d, firm)
  d.typed({ sp_item: [sport.item], sp_season: random.pick(['全年开放，6:30至22:00', '5月至10月，9:00至21:00']) })
  insured(d)
  const pool = Math.round(t.area * 5) / 10
  const main = { 名称: sport === SWIMMING ? '游泳池' : '攀岩岩壁区', 面积: pool }
  const rest = [
    { 名称: '更衣淋浴区', 面积: Math.round(t.area * 18) / 100 },
    { 名称: '救护室', 面积: Math.round(t.area * 5) / 100 },
    { 名称: '前台和休息区', 面积: 0 },
  ]
  const used = main.面积 + rest.reduce((sum, one) => sum + one.面积, 0)
  const lobby = rest.at(-1)
  if (lobby) lobby.面积 = Math.round((t.area - used) * 100) / 100
  const water = (draft: Draft) =>
    Math.round(zonesOf(draft).reduce((sum, zone) => sum + (zone.名称.includes('池') ? zone.面积 : 0), 0) * 100) / 100
  floorPlan(d, {
    name: firm.name,
    place: firm.address,
    area: t.area,
    zones: [main, ...rest],
    entrances: '主出入口南侧，安全出口北侧',
    more: { 安全标注: ['安全出口2处', '救生观察台2处'] },
    redrawn: (draft) => draft.known(sport === SWIMMING ? { sp_pool: water(draft) } : {}),
    ...(sport === CLIMBING ? { without: { zones: /岩壁/u, fails: {} } } : {}),
  })
  if (sport === SWIMMING) {
    d.known({ sp_pool: pool })
    hygiene(d, firm)
  } else {
    d.typed({ sp_wall: random.int(4, 9) })
    d.none('不是游泳场所', 'M15-P02', 'M15-P07')
  }
  team(d, firm, sport, sport === SWIMMING ? 3 : 1)
  ruleBooks(d, {
    name: firm.name,
    titles: RULES,
    responsible: firm.legal.name,
    without: { titles: /应急预案/u, fails: { 'M15-P05': '缺溺水应急预案' } },
  })
  commitment(d, firm, { business: '经营高危险性体育项目许可', office: OFFICE })
  tested(d, firm, sport)
  d.mayFail({
    id: 'not-a-high-risk-sport',
    title: '婴幼儿水育馆不属高危险性体育项目',
    slot: '申请书',
    touches: 'sp_item',
    fails: { 'M15-P01': '婴幼儿水育不属许可的项目' },
    apply: (draft) => draft.answer('sp_item', [sport.item, '婴幼儿水育']),
  })
}

function licence(d: Draft, sport: Sport, until: string): LicenceOptions {
  const random = d.random('licence')
  return {
    type: 'SPT',
    number: `沪普体高危${issuedFor(until, 5).slice(0, 4)}${random.digits(3)}`,
    issued: issuedFor(until, 5),
    until,
    authority: OFFICE,
    printed: {
      许可经营的高危险性体育项目: sport.item,
      社会体育指导人员和救助人员规定数量: sport === SWIMMING ? '指导员1名，救生员3名' : '指导员1名，救助员1名',
    },
  }
}

const running = (d: Draft) => addDays(addYears(d.at, d.random('running').int(0, 3)), d.random('running').int(60, 300))
const electronic = (d: Draft) => d.registry.电子证照?.some(({ about }) => about === TITLE) === true

function changed(d: Draft): void {
  const random = d.random('changed')
  const sport = sportOf(d)
  const firm = club(d, [3, 9])
  const moves = random.chance(0.35)
  const old = address(premises(d.random('old-club'), false))
  const { items } = change(d, firm, {
    licence: licence(d, sport, running(d)),
    kinds: firm.kind === '企业' ? ['名称', '法定代表人'] : ['名称'],
    ...(moves ? { place: old, own: { item: '经营场所（搬迁）', old, now: firm.address } } : {}),
  })
  d.known({ prem_addr: moves ? old : firm.address })
  if (electronic(d)) {
    d.known({ sp_item: [sport.item] })
    d.typed(sport === SWIMMING ? { sp_pool: 220 } : { sp_wall: 6 })
  } else d.none('没有填经营项目', 'M15-P01')
  d.none('没有变更人员、设施、制度', 'M15-P02', 'M15-P03', 'M15-P05', 'M15-P06')
  if (!moves) {
    d.none('没有变更经营场所、项目', 'M15-P04', 'M15-P07')
    if (!items.some((item) => item.startsWith('法定代表人'))) d.none('没有变更场所、项目、负责人', 'S039-P01')
    return
  }
  tested(d, firm, sport)
  if (sport === SWIMMING && electronic(d)) hygiene(d, firm)
  else d.none('没有填经营项目，或者不是游泳场所', 'M15-P07')
  d.mayFail({
    id: 'moved-without-test',
    title: '换了场地，没有交新设施的检测材料',
    slot: '设施检测报告',
    fails: { 'IMG-P02': '没有交新设施的检测报告' },
    silences: { 'S039-P01': '没有交设施检测报告', 'M15-P04': '没有交设施检测报告' },
    apply: (draft) => draft.remove('设施检测报告'),
  })
}

function renewed(d: Draft): void {
  const sport = sportOf(d)
  const firm = club(d, [6, 12])
  renew(d, firm, {
    licence: licence(d, sport, d.at),
    years: 5,
    within: [4, 27],
    expired: { 'S040-P01': '许可期限已届满' },
    stale: { 'RENEW-P04': '声明没有变化，法定代表人已变' },
  })
  d.known({ prem_addr: firm.address })
  if (electronic(d)) d.known({ sp_item: [sport.item] })
  else d.typed({ sp_item: [sport.item] })
  insured(d)
  if (sport === SWIMMING) {
    d.typed({ sp_pool: 220 })
    hygiene(d, firm)
  } else {
    d.typed({ sp_wall: 6 })
    d.none('不是游泳场所', 'M15-P02', 'M15-P07')
  }
  team(d, firm, sport, sport === SWIMMING ? 3 : 1)
  commitment(d, firm, { business: '经营高危险性体育项目许可', office: OFFICE })
  d.none('延续，没有提交检测报告', 'M15-P04')
  d.none('延续，没有提交管理制度', 'M15-P05')
}

function replaced(d: Draft): void {
  const firm = club(d, [3, 9])
  lost(d, firm, { licence: licence(d, sportOf(d), running(d)), title: TITLE })
  d.known({ prem_addr: firm.address })
}
