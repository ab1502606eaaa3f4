import { uscc } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { address, DISTRICT, premises } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { alsoFails } from '../parts/also-fails.ts'
import { change, issuedFor } from '../parts/change.ts'
import { fireOpinion, mapPlace } from '../parts/fire.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { floorPlan } from '../parts/floor-plan.ts'
import type { LicenceOptions } from '../parts/held-licence.ts'
import { lost } from '../parts/lost.ts'
import { premisesOf } from '../parts/premises.ts'
import { ruleBooks } from '../parts/rule-books.ts'
import { type Qualified, staff } from '../parts/staff.ts'

/** M13 互联网上网服务营业场所经营许可 */
export const SCENARIOS: MatterRecipe = { S034: first, S035: changed, S036: replaced }

const OFFICE = `${DISTRICT.name}示例文化和旅游局`
const CAPITAL = { fen: 100000000, currency: 'CNY' } as const
const ZONES: readonly (readonly [string, number])[] = [
  ['收银前台', 0.06],
  ['休闲区', 0.1],
  ['机房', 0.05],
  ['卫生间', 0.05],
]

function cafe(d: Draft, old: boolean): Firm {
  const random = d.random('cafe')
  const { firm } = firmCase(
    d,
    {
      trade: random.pick(['网络科技', '网吧', '电子竞技']),
      scope: '许可项目：互联网上网服务；食品销售。一般项目：网络技术服务；日用百货销售。',
      otherScope: '一般项目：网络技术服务；日用百货销售；企业管理咨询。',
      kind: '企业',
      years: old ? [3, 9] : [0, 3],
    },
    '互联网上网服务营业场所经营许可',
  )
  mapPlace(d, firm.address)
  if (!old) offerShop(d, firm)
  return firm
}

/** It is an individual business that applies: name, code and licence are a shop's, wherever they stand. */
function offerShop(d: Draft, firm: Firm): void {
  d.mayFail({
    id: 'applicant-is-a-shop',
    title: '申请人是个体工商户',
    slot: '营业执照',
    refuse: true,
    fails: { 'M13-P01': '个体工商户不得申请' },
    apply: (draft) => {
      const code = uscc(draft.random('shop'), DISTRICT.code, '92')
      draft.rename(
        new Map([
          [firm.name, `上海市${DISTRICT.name}${firm.brand}网吧`],
          [firm.code, code],
        ]),
      )
      const change = (of: Record<string, unknown>) => {
        of.类型 = '个体工商户'
        delete of.注册资本
        delete of.营业期限
      }
      const electronic = (draft.registry.电子证照 ?? []).filter(({ about }) => about === '营业执照')
      const licences = [...draft.of('营业执照').map(({ content }) => content.fields), ...electronic]
      for (const licence of licences) Object.assign(licence, { 组成形式: '个人经营' })
      for (const one of [...licences, ...(draft.registry.法人库 ?? [])]) change(one)
      draft.amend('法人库', { 主体类别: '个体工商户' })
      draft.known({ subj_type: '个体工商户' })
    },
  })
}

function first(d: Draft): void {
  const random = d.random('first')
  const firm = cafe(d, false)
  const t = premisesOf(d, firm)
  const seats = Math.floor(t.area / random.between(2.4, 3.4))
  d.known({ ib_area: t.area, ib_pc: seats, ib_capital: CAPITAL })
  d.typed({ ib_ip: `示例宽带上海分公司，10.${random.int(10, 250)}.${random.int(1, 250)}.0/24` })
  const rest = ZONES.map(([name, share]) => ({ 名称: name, 面积: Math.round(t.area * share * 10) / 10 }))
  const used = rest.reduce((sum, zone) => sum + zone.面积, 0)
  floorPlan(d, {
    name: firm.name,
    place: firm.address,
    area: t.area,
    zones: [{ 名称: '上网营业区', 面积: Math.round((t.area - used) * 10) / 10 }, ...rest],
    entrances: '主入口南侧，安全出口北侧',
    more: { 机位数: seats, 安全标注: ['安全出口2处', '疏散通道', '监控摄像头6处', '灭火器箱'] },
    without: { zones: /上网营业区/u, fails: {} },
  })
  d.known({ ib_fire: fireOpinion(d, firm, { area: t.area, use: '互联网上网服务营业场所' }) })
  ruleBooks(d, {
    name: firm.name,
    titles: ['信息网络安全管理制度', '消防安全制度', '上网消费者身份登记制度', '营业场所巡查制度'],
    responsible: firm.legal.name,
    without: { titles: /消防/u },
  })
  charter(d, firm)
  staff(d, firm, {
    posts: [
      { post: '网络技术员', certificate: { trade: '网络与信息安全管理员', level: '四级/中级工', prefix: 'S31000' } },
      { post: '安全管理员', certificate: { trade: '信息网络安全专业技术人员', prefix: 'AQ310' } },
    ],
    short: { 'STAFF-P01': '没有配备安全管理员' },
    restated: (draft, all) => draft.known({ ib_mgr: managers(all) }),
  })
  promise(d, firm)
  firstDefects(d, seats, t.area)
}

const managers = (all: readonly Qualified[]) =>
  all.map((one) => ({ 姓名: one.name, 岗位: one.post, 证书编号: one.certificate?.number ?? null }))

function charter(d: Draft, firm: Firm): void {
  d.paper(
    '章程',
    'ART',
    {
      单位名称: firm.name,
      住所: firm.address,
      经营范围: firm.scope,
      注册资本: CAPITAL,
      法定代表人: firm.legal.name,
      签署日期: firm.founded,
    },
    { variant: '章程', marks: { 法定代表人签名: firm.legal.name, 盖章: firm.name } },
  )
}

/** 信息网络安全承诺书, confirmed by the police. */
function promise(d: Draft, firm: Firm): void {
  d.paper(
    '网络安全承诺书',
    'CMT',
    {
      事项名称: '信息网络安全承诺',
      申请人: firm.name,
      法定代表人: firm.legal.name,
      告知内容版本: null,
      承诺内容: '落实信息网络安全管理制度和安全技术措施，实名登记上网消费者，留存上网日志不少于六十日。',
      日期: addDays(d.at, -8),
      行政机关: `上海市公安局${DISTRICT.name.replace('区', '')}示例分局`,
    },
    {
      marks: {
        盖章: firm.name,
        签名: firm.legal.name,
        公安机关盖章: `上海市公安局${DISTRICT.name.replace('区', '')}示例分局`,
      },
    },
  )
  d.mayFail({
    id: 'promise-without-police',
    title: '信息网络安全承诺书没有公安机关确认',
    slot: '网络安全承诺书',
    fails: { 'S034-P01': '承诺书没有公安机关盖章确认' },
    apply: (draft) => draft.change('网络安全承诺书', {}, { 公安机关盖章: false }),
  })
}

function firstDefects(d: Draft, seats: number, area: number): void {
  nearSchool(d)
  alsoFails(
    d,
    'dwelling',
    { 'M13-P02': '在居民住宅楼内' },
    { afterwards: (draft) => draft.amend('地理信息库', { 房屋性质: '居住', 居民楼内: true }) },
  )
  d.mayFail({
    id: 'seats-too-close',
    title: '单机面积不足2平方米',
    slot: '平面图',
    touches: 'ib_pc',
    fails: { 'M13-P03': '单机面积不足2平方米' },
    apply: (draft) => {
      const many = Math.ceil(area / 1.6)
      draft.change('平面图', { 机位数: many })
      draft.known({ ib_pc: many })
    },
  })
  d.mayFail({
    id: 'seats-differ-from-the-plan',
    title: '平面图机位数与申报台数不同',
    slot: '申请书',
    touches: 'ib_pc',
    fails: { 'M13-P04': '机位数与申报台数不一致' },
    apply: (draft) => draft.answer('ib_pc', seats - 6),
  })
  d.mayFail({
    id: 'plan-without-cameras',
    title: '平面图没有标监控位置',
    slot: '平面图',
    fails: { 'M13-P04': '平面图没有标监控位置' },
    apply: (draft) => draft.change('平面图', { 安全标注: ['安全出口2处', '疏散通道'] }),
  })
  d.mayFail({
    id: 'fire-area-smaller',
    title: '消防检查的面积比申报面积小',
    slot: '消防安全检查意见书',
    fails: { 'S034-P02': '消防面积小于申报面积' },
    apply: (draft) => draft.change('消防安全检查意见书', { 使用面积: Math.round(area * 0.6) }),
  })
}

function nearSchool(d: Draft): void {
  d.mayFail({
    id: 'near-a-school',
    title: '场所离小学不到200米',
    slot: '场所',
    refuse: true,
    fails: { 'M13-P02': '距中小学校园不足200米' },
    apply: (draft) =>
      draft.amend('地理信息库', { 最近中小学距离: draft.random('near').int(60, 180), 最近幼儿园距离: 150 }),
  })
}

function licence(d: Draft, seats: number, area: number): LicenceOptions {
  const random = d.random('licence')
  const until = addDays(addYears(d.at, random.int(0, 2)), random.int(60, 300))
  return {
    type: 'NET',
    variant: '互联网上网服务营业场所',
    number: `普文网${issuedFor(until, 3).slice(0, 4)}${random.digits(4)}`,
    issued: issuedFor(until, 3),
    until,
    authority: OFFICE,
    recorded: { 计算机数量: seats },
    printed: { 经营范围: '互联网上网服务', 计算机数量: seats, 面积: area, 经济类型: '有限责任公司', 注册资本: CAPITAL },
  }
}

const seatsOf = (area: number) => Math.floor(area / 3)

function changed(d: Draft): void {
  const random = d.random('changed')
  const firm = cafe(d, true)
  const { area } = firm.place
  const seats = seatsOf(area)
  const more = random.chance(0.45)
  const now = more ? Math.floor(area / 2.4) : seats
  change(d, firm, {
    licence: licence(d, seats, area),
    kinds: ['名称', '法定代表人'],
    own: more ? { item: '计算机数量', old: `${seats}台`, now: `${now}台` } : null,
  })
  d.known({ prem_addr: firm.address, ib_capital: CAPITAL })
  d.none('没有提交平面图', 'M13-P04')
  d.none('没有变更经营场所', 'M13-P02')
  if (!more) {
    d.none('没有变更场所、面积、台数', 'S035-P01', 'M13-P03')
    if (d.registry.电子证照?.some(({ about }) => about === '网络文化经营许可证')) d.known({ ib_pc: seats })
    return
  }
  d.typed({ ib_pc: now, ib_area: area })
  d.known({ ib_fire: fireOpinion(d, firm, { area, use: '互联网上网服务营业场所' }) })
  d.mayFail({
    id: 'fire-opinion-missing',
    title: '增加机台没有附消防文件',
    slot: '消防安全检查意见书',
    fails: { 'IMG-P02': '没有交消防安全检查意见书' },
    silences: { 'S035-P01': '没有交消防文件' },
    apply: (draft) => draft.remove('消防安全检查意见书'),
  })
  d.mayFail({
    id: 'fire-check-failed',
    title: '消防检查结论是不合格',
    slot: '消防安全检查意见书',
    fails: { 'S035-P01': '消防检查不合格' },
    apply: (draft) => draft.change('消防安全检查意见书', { 检查结论: '不符合消防安全要求，不同意投入使用、营业' }),
  })
}

function replaced(d: Draft): void {
  const firm = cafe(d, true)
  const { area } = firm.place
  const seats = seatsOf(area)
  lost(d, firm, { licence: licence(d, seats, area), title: '网络文化经营许可证' })
  d.known({ prem_addr: firm.address })
  d.known({ ib_pc: seats })
  d.mayFail({
    id: 'replacement-other-seats',
    title: '补证填的台数和原证不同',
    slot: '申请书',
    touches: 'ib_pc',
    fails: { 'S036-P01': '台数与原许可不一致' },
    apply: (draft) => draft.answer('ib_pc', seats + 10),
  })
  d.mayFail({
    id: 'replacement-other-place',
    title: '补证申请的地址和原证不同',
    slot: '申请书',
    touches: 'prem_addr',
    fails: { 'S036-P01': '地址与原许可不一致' },
    apply: (draft) => draft.answer('prem_addr', address(premises(draft.random('other-place'), false))),
  })
}
