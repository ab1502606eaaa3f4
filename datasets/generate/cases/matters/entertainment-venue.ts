import { uscc } from '../../world/codes.ts'
import { addDays } from '../../world/dates.ts'
import { person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { alsoFails } from '../parts/also-fails.ts'
import { fireOpinion, mapPlace } from '../parts/fire.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { floorPlan, zonesOf } from '../parts/floor-plan.ts'
import { equipmentList } from '../parts/food-application.ts'
import { premisesOf } from '../parts/premises.ts'

/** M14 娱乐场所经营许可（歌舞/游艺） */
export const SCENARIOS: MatterRecipe = { S037: first }

const GAMES = [
  { 设备名称: '环游赛车模拟机', 规格型号: 'HY-RC32', 数量: 4, 用途: '模拟驾驶' },
  { 设备名称: '投篮机', 规格型号: 'TL-200', 数量: 6, 用途: '体育竞技' },
  { 设备名称: '音乐节奏机', 规格型号: 'YJ-88', 数量: 2, 用途: '音乐体感' },
  { 设备名称: '亲子钓鱼机', 规格型号: 'DY-10', 数量: 3, 用途: '亲子游艺' },
]
const SONGS = { 设备名称: '歌曲点播系统', 规格型号: 'KT-9000', 数量: 1 }

function venue(d: Draft, songs: boolean): Firm {
  const random = d.random('venue')
  return firmCase(
    d,
    {
      trade: songs ? random.pick(['娱乐', '文化娱乐', '餐饮娱乐']) : random.pick(['游乐', '文化娱乐', '动漫科技']),
      scope: `许可项目：${songs ? '歌舞娱乐活动' : '游艺娱乐活动'}；食品销售。一般项目：组织文化艺术交流活动；日用百货销售。`,
      otherScope: '一般项目：组织文化艺术交流活动；日用百货销售；企业管理咨询。',
      shop: { chance: 0.2, ending: songs ? '歌城' : '游艺厅' },
      years: [0, 3],
    },
    '娱乐场所经营许可',
  ).firm
}

function first(d: Draft): void {
  const random = d.random('first')
  const songs = random.chance(0.5)
  const firm = venue(d, songs)
  const t = premisesOf(d, firm)
  mapPlace(d, firm.address)
  d.known({ en_kind: songs ? '歌舞娱乐场所' : '游艺娱乐场所', en_area: t.area })
  const rooms = songs
    ? Array.from({ length: random.int(3, 5) }, (_, i) => ({ 名称: `包间${i + 1}`, 面积: random.int(90, 150) / 10 }))
    : []
  const hall = { 名称: songs ? '大厅' : '游戏游艺大厅', 面积: 0 }
  const rest = [
    { 名称: '收银服务台', 面积: Math.round(t.area * 6) / 100 },
    { 名称: '卫生间', 面积: Math.round(t.area * 5) / 100 },
  ]
  const used = [...rooms, ...rest].reduce((sum, zone) => sum + zone.面积, 0)
  hall.面积 = Math.round((t.area - used) * 100) / 100
  const roomsOf = (draft: Draft) =>
    zonesOf(draft)
      .filter(({ 名称 }) => /包间/u.test(名称))
      .map((zone) => ({ ...zone }))
  floorPlan(d, {
    name: firm.name,
    place: firm.address,
    area: t.area,
    zones: [...rooms, hall, ...rest],
    entrances: '主出入口南侧，安全出口东侧、北侧',
    more: { 安全标注: ['安全出口2处', '疏散通道', '监控位置8处'] },
    ...(songs ? { redrawn: (draft: Draft) => draft.known({ en_rooms: roomsOf(draft) }) } : {}),
  })
  if (songs) d.known({ en_rooms: rooms })
  else {
    d.typed({ en_rooms: [{ ...hall }] })
    alsoFails(d, 'plan-areas-do-not-add-up', { 'M14-P03': '游戏游艺大厅的面积与申报不一致' })
  }
  fireOpinion(d, firm, { area: t.area, use: songs ? '歌舞娱乐场所' : '游艺娱乐场所' })
  investors(d, firm)
  if (songs) {
    d.typed({ en_equip: [SONGS] })
    d.none('不是游艺场所', 'M14-P04')
  } else games(d, firm)
  noise(d, firm)
  offerDefects(d, rooms)
}

/** Everybody who owes a declaration signs one. */
function investors(d: Draft, firm: Firm): void {
  const random = d.random('investors')
  const others =
    firm.kind === '企业'
      ? Array.from({ length: random.int(0, 2) }, (_, i) => person(random.fork(`${i}`), d.at).name)
      : []
  const all = [firm.legal.name, ...others]
  d.known({ en_inv: all })
  if (firm.kind === '企业') d.amend('法人库', { 投资人: all }, ({ 键 }) => 键.uscc === firm.code)
  for (const [i, name] of all.entries())
    d.paper(
      '无禁止情形声明',
      'CMT',
      {
        事项名称: '无《娱乐场所管理条例》第五条所列情形的书面声明',
        申请人: firm.name,
        法定代表人: firm.legal.name,
        告知内容版本: null,
        承诺内容: '本人声明没有《娱乐场所管理条例》第五条所列情形，所声明内容真实，愿承担不实声明的法律责任。',
        声明人: name,
        日期: addDays(d.at, -random.int(2, 12)),
        行政机关: null,
      },
      { key: `declaration-${i}`, marks: { 盖章: false, 签名: name, 公安机关盖章: false } },
    )
  if (all.length > 1)
    d.mayFail({
      id: 'declaration-of-an-investor-missing',
      title: '漏了一名投资人的声明',
      slot: '无禁止情形声明',
      fails: { 'M14-P01': `没有${all.at(-1)}的声明` },
      apply: (draft) => {
        draft.papers = draft.papers.filter(({ key }) => key !== `declaration-${all.length - 1}`)
      },
    })
  d.mayFail({
    id: 'declaration-unsigned',
    title: '声明没有本人签名',
    slot: '无禁止情形声明',
    fails: { 'M14-P01': '声明没有签名' },
    apply: (draft) => {
      const last = draft.of('无禁止情形声明').at(-1)
      if (last) last.content.marks.签名 = false
    },
  })
}

function games(d: Draft, firm: Firm): void {
  const random = d.random('games')
  const things = random.sample(GAMES, random.int(2, 4))
  equipmentList(d, firm, things)
  d.known({ en_equip: things.map(({ 设备名称, 规格型号, 数量 }) => ({ 设备名称, 规格型号, 数量 })) })
  for (const one of GAMES)
    d.record(
      '公开目录库',
      {},
      { 目录: '游戏游艺设备内容审核通过目录', 条目: one.设备名称, 编码: one.规格型号, 公布日期: addDays(d.at, -500) },
    )
  const seller = '中山示例动漫科技有限公司'
  const price = 480000
  const total = things.reduce((sum, one) => sum + one.数量 * price, 0)
  d.paper(
    '设备发票',
    'INV',
    {
      发票号码: random.digits(20),
      开票日期: addDays(d.at, -random.int(20, 120)),
      购买方名称: firm.name,
      购买方税号: firm.code,
      销售方名称: seller,
      项目名称: things.map(({ 设备名称 }) => `*娱乐设备*${设备名称}`).join('、'),
      价税合计: { fen: total, currency: 'CNY' },
    },
    { variant: '数电票', marks: { 发票专用章: seller } },
  )
  d.mayFail({
    id: 'games-invoice-of-another-firm',
    title: '游艺设备的发票不是申请人的',
    slot: '设备发票',
    fails: { 'M14-P04': '没有设备合法来源的发票' },
    apply: (draft) =>
      draft.change('设备发票', {
        购买方名称: '上海启帆示例商贸有限公司',
        购买方税号: uscc(draft.random('buyer'), DISTRICT.code, '91'),
      }),
  })
  d.mayFail({
    id: 'game-not-approved',
    title: '有一种游艺设备不在内容审核目录里',
    slot: '设备设施清单',
    fails: { 'M14-P04': '设备不在内容审核名录' },
    apply: (draft) => {
      const list = [...things.slice(1), { 设备名称: '幸运捕鱼机', 规格型号: 'BY-8', 数量: 2, 用途: '游艺' }]
      draft.change('设备设施清单', { 设备: list })
      draft.known({ en_equip: list.map(({ 设备名称, 规格型号, 数量 }) => ({ 设备名称, 规格型号, 数量 })) })
    },
  })
}

/** Noise at the boundary, measured now and then. */
function noise(d: Draft, firm: Firm): void {
  const random = d.random('noise')
  if (!random.chance(0.3)) return
  d.paper('噪声检测报告', 'TST', {
    委托单位: firm.name,
    受检单位: firm.name,
    受检地址: firm.address,
    检测项目: ['边界噪声（昼间）', '边界噪声（夜间）'],
    检测结论: '符合《社会生活环境噪声排放标准》2类区限值',
  })
}

function offerDefects(d: Draft, rooms: readonly { 名称: string; 面积: number }[]): void {
  alsoFails(
    d,
    'dwelling',
    { 'M14-P02': '位于居民楼内' },
    { afterwards: (draft) => draft.amend('地理信息库', { 房屋性质: '居住', 居民楼内: true }) },
  )
  d.mayFail({
    id: 'near-a-school-or-hospital',
    title: '场所在学校、医院周围的禁设范围里',
    slot: '场所',
    refuse: true,
    fails: { 'M14-P02': '在学校、医院周围的禁设地点' },
    apply: (draft) => draft.amend('地理信息库', { 娱乐场所禁设情形: ['学校周围'], 最近中小学距离: 60 }),
  })
  d.mayFail({
    id: 'second-basement',
    title: '场所在地下二层',
    slot: '场所',
    refuse: true,
    fails: { 'M14-P02': '在地下一层以下' },
    apply: (draft) => draft.amend('地理信息库', { 地下层数: 2 }),
  })
  if (rooms.length > 0)
    d.mayFail({
      id: 'room-larger-than-drawn',
      title: '申报的包间面积比平面图大',
      slot: '申请书',
      touches: 'en_rooms',
      fails: { 'M14-P03': '包间面积与平面图不一致' },
      apply: (draft) =>
        draft.answer(
          'en_rooms',
          rooms.map((room, i) => (i === 0 ? { ...room, 面积: Math.round(room.面积 * 15) / 10 } : room)),
        ),
    })
  d.mayFail({
    id: 'area-differs-from-the-plan',
    title: '申报的使用面积与平面图不同',
    slot: '申请书',
    touches: 'en_area',
    fails: { 'M14-P03': '总面积与平面图不一致' },
    apply: (draft) => draft.answer('en_area', Math.round(Number(draft.form.en_area) * 13) / 10),
  })
}
