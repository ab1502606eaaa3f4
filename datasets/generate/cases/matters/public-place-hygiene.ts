import { addDays, addYears } from '../../world/dates.ts'
import { address, DISTRICT, premises } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { cancel } from '../parts/cancel.ts'
import { change, issuedFor } from '../parts/change.ts'
import { commitment } from '../parts/commitment.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { floorPlan } from '../parts/floor-plan.ts'
import type { LicenceOptions } from '../parts/held-licence.ts'
import { PLACES, type Place, roomsOf } from '../parts/hygiene-places.ts'
import { lost } from '../parts/lost.ts'
import { premisesOf } from '../parts/premises.ts'
import { renew } from '../parts/renew.ts'
import { ruleBooks } from '../parts/rule-books.ts'
import { staffHealth } from '../parts/staff-health.ts'

/** M05 公共场所卫生许可 */
export const SCENARIOS: MatterRecipe = { S016: first, S017: changed, S018: renewed, S019: replaced, S020: cancelled }

const OFFICE = `上海市${DISTRICT.name}示例卫生健康委员会`
/** Items that the licence does not have, in an application to renew it. */
const MORE = {
  'S018-P03': '延续的项目比原证多',
  'RENEW-P03': '填报的项目与原证不一致',
  'RENEW-P04': '声明没有变化，项目已经变了',
}

const TITLE = '公共场所卫生许可证'

function open(d: Draft, years: readonly [number, number]): { place: Place; firm: Firm } {
  const place = d.random('place').pick(PLACES)
  const { firm } = firmCase(
    d,
    {
      trade: place.trade,
      scope: place.scope,
      otherScope: '一般项目：企业管理咨询；翻译服务；礼仪服务。',
      scopeFails: { 'M05-P02': `经营范围没有${place.items[0] ?? ''}服务` },
      shop: { chance: 0.35, ending: place.ending },
      years,
    },
    TITLE.replace(/证$/u, ''),
  )
  if (!place.items.includes('生活美容')) d.none('没有医疗美容、母婴保健等字样', 'M05-P03')
  return { place, firm }
}

/** What the place is and does; the form asks a new place for its seats and water too. */
function business(d: Draft, place: Place, area: number, staff: number): { conditioned: boolean } {
  const random = d.random('hygiene')
  const conditioned = random.chance(0.35)
  d.known({ hy_type: place.type, hy_item: [...place.items], hy_area: area, hy_staff: staff })
  const seats = random.int(...place.seats)
  const tank = random.chance(0.3)
  d.typed({ hy_ac: conditioned, hy_disinf: '自行清洗消毒' })
  if (d.scenario.situation === '新办') d.typed({ hy_seats: seats, hy_water: tank })
  d.mayFail({
    id: 'no-public-place',
    title: '饭馆不用办公共场所卫生许可',
    slot: '申请书',
    touches: 'hy_type',
    refuse: true,
    fails: { 'M05-P01': '饭馆、咖啡馆不属许可范围' },
    apply: (draft) => draft.answer('hy_type', '饭馆、咖啡馆、酒吧、茶座'),
  })
  if (place.items.includes('生活美容')) {
    d.none('没有医疗美容、母婴保健等字样', 'M05-P03')
    d.mayFail({
      id: 'medical-beauty',
      title: '生活美容里混入医疗美容',
      slot: '申请书',
      touches: 'hy_item',
      fails: { 'M05-P03': '医疗美容要另行许可', ...MORE },
      apply: (draft) => draft.answer('hy_item', [...place.items, '医疗美容']),
    })
  }
  return { conditioned }
}

/** Reports of hygiene tests within the last year; where central air conditioning is used, one more. */
function reports(
  d: Draft,
  firm: Firm,
  place: Place,
  conditioned: boolean,
  points: { date: string; result: string; air: string },
): void {
  const random = d.random('reports')
  const tested = addDays(d.at, -random.int(20, 280))
  const report = (key: string, items: readonly string[], kind: string) =>
    d.paper(
      '卫生检测报告',
      'TST',
      {
        报告编号: `HJ${tested.slice(0, 4)}-${random.digits(5)}`,
        委托单位: firm.name,
        受检单位: firm.name,
        受检地址: firm.address,
        检验日期: tested,
        检测项目: [...items],
        检测结论: `所检${kind}项目均符合卫生标准要求，合格`,
        报告日期: addDays(tested, 9),
        CMA编号: `2309${random.digits(8)}`,
        检验机构: '上海普陀示例卫生检测有限公司',
      },
      { key, marks: { 盖章: '上海普陀示例卫生检测有限公司检验检测专用章' } },
    )
  report('report', place.tests, '')
  if (conditioned)
    report('report-air', ['集中空调通风系统（送风中可吸入颗粒物、细菌总数、风管积尘量）'], '集中空调通风系统')
  const change = (id: string, title: string, point: string, fields: Record<string, string>, because: string) =>
    d.mayFail({
      id,
      title,
      slot: '卫生检测报告',
      fails: { [point]: because },
      apply: (draft) => draft.change('卫生检测报告', fields),
    })
  const old = addDays(addYears(d.at, -1), -d.random('old-report').int(20, 200))
  change(
    'report-old',
    '卫生检测报告超过一年',
    points.date,
    { 检验日期: old, 报告日期: addDays(old, 9) },
    '检测报告超过一年',
  )
  change(
    'report-bad',
    '卫生检测结论不合格',
    points.result,
    { 检测结论: '所检项目中细菌总数超标，不合格' },
    '检测结论不合格',
  )
  if (points.date === 'S016-P03')
    change(
      'report-of-another',
      '卫生检测报告的受检单位是别家',
      points.date,
      { 受检单位: '上海悦来示例酒店有限公司' },
      '受检单位不是申请人',
    )
  if (conditioned)
    d.mayFail({
      id: 'air-report-missing',
      title: '用集中空调，没有附集中空调的检测报告',
      slot: '卫生检测报告',
      fails: { [points.air]: '没有集中空调通风系统的检测报告' },
      apply: (draft) => {
        draft.papers = draft.papers.filter(({ key }) => key !== 'report-air')
      },
    })
}

const RULES = [
  '从业人员健康管理制度',
  '公共用品用具更换、清洗、消毒制度',
  '卫生检测制度',
  '传染病和健康危害事故应急处置预案',
  '卫生设施设备维护制度',
]

function people(d: Draft, firm: Firm, place: Place) {
  const staff = staffHealth(d, {
    name: firm.name,
    posts: place.posts,
    count: [3, place.posts.length],
    kind: '公共场所',
    missing: { 'S016-P06': '持健康合格证的人数少于申报的服务人数' },
  })
  const [manager] = staff
  if (manager) d.known({ hy_mgr: `${manager.name} ${manager.phone}` })
  return staff
}

function first(d: Draft): void {
  const { place, firm } = open(d, [0, 2])
  const t = premisesOf(d, firm)
  const staff = people(d, firm, place)
  const { conditioned } = business(d, place, t.area, staff.length)
  const places = place.equipment.map(([name, , , use]) => `${name}（${use.split('，')[0]}）`)
  floorPlan(d, {
    name: firm.name,
    place: firm.address,
    area: t.area,
    zones: roomsOf(place, t.area, d.random('rooms')),
    equipment: [...places, '机械通风排气口（各房间外墙）'],
    without: {
      zones: place.forgotten,
      fails: { 'S016-P01': '平面图缺清洗消毒、布草、更衣等房间' },
      ...(place.listed ? {} : { own: true as const }),
    },
  })
  ruleBooks(d, {
    name: firm.name,
    titles: RULES,
    responsible: firm.legal.name,
    without: { titles: /公共用品用具/u, fails: { 'S016-P07': '没有公共用品用具清洗消毒制度' } },
  })
  d.paper(
    '设备设施清单',
    'EQP',
    {
      单位名称: firm.name,
      设备: place.equipment.map(([name, model, count, use]) => ({
        设备名称: name,
        规格型号: model,
        数量: count,
        用途: use,
      })),
    },
    { marks: { 盖章: firm.name } },
  )
  if (place.type === '游泳场所') d.none('不是住宿、沐浴、美容美发场所', 'S016-P02')
  else
    d.mayFail({
      id: 'no-disinfection',
      title: '自行清洗消毒，清单里没有消毒设备',
      slot: '设备设施清单',
      fails: { 'S016-P02': '设备清单没有消毒设备' },
      apply: (draft) => {
        const { fields } = draft.one('设备设施清单').content
        fields.设备 = (fields.设备 as { 设备名称: string; 用途: string }[]).filter(
          (item) => !/消毒/u.test(item.设备名称 + item.用途),
        ) as never
      },
    })
  const now = d.random('report-now').chance(0.6)
  const promise = '已知晓公共场所卫生许可的条件和要求，经营场所符合卫生规范，所填内容真实，违反承诺愿意承担法律责任。'
  const later = '卫生检测报告自取得许可之日起三十日内补交。'
  commitment(d, firm, {
    business: '公共场所卫生许可（新办）',
    promise: now ? promise : promise + later,
    office: OFFICE,
  })
  if (now) d.none('材料已经交齐，没有后补的', 'COMMIT-P04')
  else
    d.mayFail({
      id: 'commitment-without-later-papers',
      title: '告知承诺书没有列明以后补交的材料',
      slot: '告知承诺书',
      fails: { 'COMMIT-P04': '没有列明后补的检测报告' },
      apply: (draft) => draft.change('告知承诺书', { 承诺内容: promise }),
    })
  if (now) {
    reports(d, firm, place, conditioned, { date: 'S016-P03', result: 'S016-P04', air: 'S016-P05' })
    if (!conditioned) d.none('不用集中空调', 'S016-P05')
    d.mayFail({
      id: 'report-incomplete',
      title: '卫生检测漏检了公共用品用具',
      slot: '卫生检测报告',
      fails: { 'S016-P04': '漏检公共用品用具' },
      apply: (draft) => {
        const { fields } = draft.one('卫生检测报告').content
        fields.检测项目 = place.tests.filter((one) => !one.includes('公共用品用具'))
      },
    })
  } else d.none('承诺后补交检测报告', 'S016-P03', 'S016-P04', 'S016-P05')
}

function licence(d: Draft, place: Place, o: { issued: string; until: string }): LicenceOptions {
  const items = place.items.join('、')
  return {
    type: 'HYG',
    number: `普卫公证字〔${o.issued.slice(0, 4)}〕第${DISTRICT.code}${d.random('hygiene-number').digits(6)}号`,
    issued: o.issued,
    until: o.until,
    authority: OFFICE,
    printed: { 许可项目: items },
    recorded: { 经营项目: items },
  }
}

function running(d: Draft, place: Place): LicenceOptions {
  const until = addDays(addYears(d.at, d.random('running').int(1, 2)), d.random('running-days').int(20, 300))
  return licence(d, place, { issued: issuedFor(until, 4), until })
}

/** S017 变更 */
function changed(d: Draft): void {
  const { place, firm } = open(d, [5, 10])
  const renumbered = d.random('renumbered').chance(0.35)
  const before = renumbered
    ? firm.address.replace(/(\d+)号/u, (_, number: string) => `${Number(number) + 6}号`)
    : firm.address
  change(d, firm, {
    licence: running(d, place),
    place: before,
    kinds: firm.kind === '企业' ? ['名称', '法定代表人'] : ['名称'],
    own: renumbered ? { item: '经营场所（门牌重编）', old: before, now: firm.address } : null,
    moved: { 'S017-P01': '迁址须重新申请' },
  })
  d.known({ prem_addr: before, hy_type: place.type, hy_item: [...place.items] })
  d.none('没有医疗美容、母婴保健等字样', 'M05-P03')
  if (!renumbered) {
    d.none('门牌没有重编', 'S017-P02')
    return
  }
  const office = '上海市公安局普陀示例分局'
  d.paper(
    '门牌证明',
    'DNC',
    { 原地址: before, 现地址: firm.address, 出具单位: office, 日期: addDays(d.at, -20) },
    { marks: { 盖章: office } },
  )
  d.mayFail({
    id: 'door-proof-missing',
    title: '门牌重编没有附门牌证明',
    slot: '门牌证明',
    fails: { 'IMG-P02': '没有交门牌证明', 'S017-P02': '门牌变化没有附公安、民政的证明' },
    apply: (draft) => draft.remove('门牌证明'),
  })
  d.mayFail({
    id: 'door-proof-of-another',
    title: '门牌证明是另一处房屋的',
    slot: '门牌证明',
    fails: { 'S017-P02': '门牌证明的新旧地址对不上' },
    apply: (draft) => {
      const there = premises(draft.random('another-door'), false)
      draft.change('门牌证明', { 原地址: address(there), 现地址: address({ ...there, number: '2号' }) })
    },
  })
}

/** S018 延续 */
function renewed(d: Draft): void {
  const { place, firm } = open(d, [6, 12])
  renew(d, firm, {
    licence: licence(d, place, { issued: addYears(d.at, -4), until: d.at }),
    years: 4,
    late: { 'S018-P01': '离到期不足三十日' },
    expired: { 'S018-P01': '有效期已过，应重新申请' },
  })
  d.known({ prem_addr: firm.address })
  const staff = people(d, firm, place)
  const { conditioned } = business(d, place, firm.place.area, staff.length)
  commitment(d, firm, { business: '公共场所卫生许可（延续）', office: OFFICE })
  d.none('材料已经交齐，没有后补的', 'COMMIT-P04')
  reports(d, firm, place, conditioned, { date: 'S018-P02', result: 'S018-P02', air: 'S018-P02' })
  d.mayFail({
    id: 'more-items',
    title: '延续时多报了原证没有的项目',
    slot: '申请书',
    touches: 'hy_item',
    fails: { ...MORE, 'M05-P02': '经营范围没有多报的项目' },
    apply: (draft) => draft.answer('hy_item', [...place.items, place.items.includes('游泳') ? '住宿' : '游泳']),
  })
}

/** S019 补证 */
function replaced(d: Draft): void {
  const { place, firm } = open(d, [5, 10])
  lost(d, firm, {
    licence: running(d, place),
    title: TITLE,
    expired: { 'S019-P01': '有效期已过，没有办延续' },
    revoked: { 'S019-P01': '原证已被吊销，不是有效状态' },
  })
  d.known({ prem_addr: firm.address })
  d.none('补证不填许可项目', 'M05-P01', 'M05-P02', 'M05-P03')
}

/** S020 注销 */
function cancelled(d: Draft): void {
  const { place, firm } = open(d, [5, 10])
  cancel(d, firm, { licence: running(d, place), title: TITLE })
  d.known({ prem_addr: firm.address })
  d.none('注销不填许可项目', 'M05-P01', 'M05-P02', 'M05-P03')
  d.mayFail({
    id: 'other-place',
    title: '填的场所地址与证载地址不一致',
    slot: '申请书',
    touches: 'prem_addr',
    fails: { 'S020-P01': '场所地址与证载地址不一致' },
    apply: (draft) => draft.answer('prem_addr', address(premises(draft.random('other-place'), false))),
  })
}
