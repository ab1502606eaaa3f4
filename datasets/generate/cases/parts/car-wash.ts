import { uscc } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import { alsoFails } from './also-fails.ts'
import type { Firm } from './firm.ts'
import { floorPlan } from './floor-plan.ts'
import { equipmentList } from './food-application.ts'
import { holderOf, holdLicence, lapse, restate } from './held-licence.ts'

const KINDS = [
  ['高压水枪清洗', '高压清洗机', 'GY-150'],
  ['蒸汽清洗', '蒸汽洗车机', 'ZQ-18'],
  ['自动清洗', '隧道式自动洗车机', 'SD-9'],
] as const

const round = (value: number) => Math.round(value * 10) / 10

/** Bays, tanks and rooms of a car wash; they add up to the area. */
function zonesOf(area: number, bays: number) {
  const bay = round(Math.min(24, (area * 0.5) / bays))
  const zones = [
    ...Array.from({ length: bays }, (_, i) => ({ 名称: `${i + 1}号清洗车位`, 面积: bay })),
    { 名称: '沉淀池', 面积: round(area * 0.09) },
    { 名称: '隔油池', 面积: round(area * 0.06) },
    { 名称: '循环水设备间', 面积: round(area * 0.08) },
  ]
  const used = zones.reduce((sum, { 面积 }) => sum + 面积, 0)
  return [...zones, { 名称: '等候区', 面积: round(area - used) }]
}

/** MOD-PLAN and M07-P04: the plan with bays, tanks, drain, recycling and ways in and out. */
export function washPlan(d: Draft, firm: Firm, area: number, bays: number): void {
  const equipment = ['排水口（场地北侧，接市政污水管）', '循环水设备（设备间内）']
  floorPlan(d, {
    name: firm.name,
    place: firm.address,
    area,
    zones: zonesOf(area, bays),
    entrances: '车辆进口南侧，出口北侧',
    equipment,
    without: { zones: /沉淀池/u, fails: { 'M07-P04': '平面图没有标沉淀池' } },
  })
  d.known({ cw_bays: bays, cw_area: area })
  alsoFails(d, 'plan-without-entrances', { 'M07-P04': '平面图没有标进出口' })
  d.mayFail({
    id: 'plan-without-drain',
    title: '平面图没有标排水口和循环水设备',
    slot: '平面图',
    fails: { 'M07-P04': '平面图没有标排水口、循环水设备' },
    apply: (draft) => draft.change('平面图', { 设备设施位置: ['高压清洗机', '灭火器'] }),
  })
}

/** The drainage permit, and the ways in which it does not cover the business (M07-P03). */
export function drainage(d: Draft, firm: Firm, days: readonly [number, number]): void {
  const random = d.random('drainage')
  const issued = addDays(d.at, -random.int(...days))
  const number = `普排许字第${issued.slice(0, 4)}${random.digits(4)}号`
  const way = `1号排水口，接入${firm.place.road}市政污水管`
  const held = holdLicence(d, holderOf(firm), {
    type: 'DRN',
    slot: '排水许可证',
    number,
    issued,
    until: addDays(addYears(issued, 5), -1),
    authority: `上海市${DISTRICT.name}示例水务局`,
    printed: {
      排水户类型: '一般排水户',
      排水口: way,
      排水量: random.int(4, 15),
      主要污染物: '悬浮物、石油类、阴离子表面活性剂',
    },
  })
  d.known({ cw_drain: `${way} ${number}` })
  d.mayFail({
    id: 'permit-of-former-tenant',
    title: '排水许可证是前一租户的',
    slot: '排水许可证',
    fails: { 'M07-P03': '排水户名称不是备案主体' },
    apply: (draft) => {
      lapse(draft, held, '注销')
      restate(draft, held, {
        持证人: '上海车管家示例汽车服务有限公司',
        统一社会信用代码: uscc(draft.random('former'), DISTRICT.code, '91'),
      })
    },
  })
  d.mayFail({
    id: 'permit-expired',
    title: '排水许可证已过有效期',
    slot: '排水许可证',
    fails: { 'M07-P03': '排水许可证已过期' },
    apply: (draft) => lapse(draft, held, '过期', addDays(draft.at, -draft.random('permit-expired').int(10, 300))),
  })
}

/** Equipment with models, and the report on what saves water (M07-P05). */
export function waterSaving(d: Draft, firm: Firm): void {
  const random = d.random('water')
  const [kind, machine, model] = random.pick(KINDS)
  const rate = random.pick([65, 70, 75, 80])
  const recycler = {
    设备名称: '洗车循环水处理设备',
    规格型号: `XH-500，回用率${rate}%`,
    数量: 1,
    用途: '处理后回用于底盘冲洗',
  }
  const tank = {
    设备名称: '三级沉淀池',
    规格型号: `${random.int(4, 8)}立方米，每月清掏一次`,
    数量: 1,
    用途: '污水沉淀',
  }
  const grease = { 设备名称: '隔油池', 规格型号: '2立方米，每月清掏一次', 数量: 1, 用途: '污水隔油' }
  equipmentList(d, firm, [
    { 设备名称: machine, 规格型号: model, 数量: random.int(1, 3), 用途: '清洗' },
    recycler,
    tank,
    grease,
    { 设备名称: '吸尘器', 规格型号: 'BF-585', 数量: 2, 用途: '内饰清洁' },
  ])
  const said = (one: { 设备名称: string; 规格型号: string }) => `${one.设备名称} ${one.规格型号}`
  d.known({ cw_type: kind, cw_recycle: said(recycler), cw_sed: `${said(tank)}；${said(grease)}` })
  const maker = '江苏清源示例环保设备有限公司'
  const tested = addDays(d.at, -random.int(90, 600))
  d.paper(
    '产品合格证明',
    'TST',
    {
      报告编号: `JS${tested.slice(0, 4)}${random.digits(5)}`,
      委托单位: maker,
      受检单位: maker,
      检验日期: tested,
      检测项目: ['循环水处理能力', '出水浊度', '外观和标识'],
      检测结论: '洗车循环水处理设备 XH-500，所检项目符合技术要求，合格',
      报告日期: addDays(tested, 6),
      签发人: '顾岩',
      受检地址: '江苏省无锡市惠山区示例路18号',
      CMA编号: `2310${random.digits(8)}`,
      制造单位: maker,
      检验机构: '江苏示例产品质量检验有限公司',
    },
    { marks: { 盖章: '江苏示例产品质量检验有限公司检验检测专用章' } },
  )
  const rewrite = (draft: Draft, change: (rows: (typeof recycler)[]) => (typeof recycler)[], told: string | null) => {
    const { fields } = draft.one('设备设施清单').content
    fields.设备 = change(fields.设备 as unknown as (typeof recycler)[]) as never
    if (told !== null) draft.form.cw_recycle = told
  }
  d.mayFail({
    id: 'no-recycler',
    title: '设备清单里没有循环用水、节水设备',
    slot: '设备设施清单',
    fails: { 'M07-P05': '没有循环用水、节水设备' },
    apply: (draft) => {
      rewrite(draft, (rows) => rows.filter(({ 设备名称 }) => !设备名称.includes('循环')), null)
      draft.answer('cw_recycle', '没有')
      draft.form.cw_recycle = '没有'
    },
  })
  d.mayFail({
    id: 'recycler-without-model',
    title: '循环用水设备没有写型号规格',
    slot: '设备设施清单',
    fails: { 'M07-P05': '循环用水设备没有型号规格' },
    apply: (draft) => {
      rewrite(
        draft,
        (rows) => rows.map((row) => (row.设备名称 === recycler.设备名称 ? { ...row, 规格型号: '' } : row)),
        null,
      )
      draft.answer('cw_recycle', said(recycler))
    },
  })
  d.mayFail({
    id: 'no-product-certificate',
    title: '循环用水设备没有附产品合格证明',
    slot: '产品合格证明',
    fails: { 'M07-P05': '没有附产品合格证明' },
    apply: (draft) => draft.remove('产品合格证明'),
  })
}
