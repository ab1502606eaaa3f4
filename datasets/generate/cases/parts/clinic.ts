import { addDays, addYears } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import type { Firm } from './firm.ts'
import { floorPlan } from './floor-plan.ts'
import { equipmentList } from './food-application.ts'
import { register } from './identity.ts'

/** What a clinic treats: its departments, and the category and scope of practice of the doctor who leads it. */
export interface Trade {
  word: string
  departments: readonly string[]
  category: '临床' | '口腔' | '中医'
  scope: string
  /** A scope that has nothing to do with it. */
  otherScope: string
  equipment: readonly (readonly [name: string, model: string, use: string])[]
}

export const TRADES: readonly Trade[] = [
  {
    word: '口腔诊所',
    departments: ['口腔科'],
    category: '口腔',
    scope: '口腔专业',
    otherScope: '内科专业',
    equipment: [
      ['牙科综合治疗机', 'S1-200', '诊疗'],
      ['口腔X射线机', 'RAY-98', '摄片'],
      ['压力蒸汽灭菌器', 'MJ-18', '器械灭菌'],
    ],
  },
  {
    word: '中医诊所',
    departments: ['中医科'],
    category: '中医',
    scope: '中医专业',
    otherScope: '口腔专业',
    equipment: [
      ['中药饮片柜', '80格', '饮片存放'],
      ['针灸治疗床', 'ZC-1', '诊疗'],
      ['紫外线消毒灯', 'ZW-30', '空气消毒'],
    ],
  },
  {
    word: '内科诊所',
    departments: ['内科'],
    category: '临床',
    scope: '内科专业',
    otherScope: '医学影像和放射治疗专业',
    equipment: [
      ['诊察床', 'ZCC-2', '诊疗'],
      ['心电图机', 'ECG-300', '检查'],
      ['紫外线消毒灯', 'ZW-30', '空气消毒'],
    ],
  },
  {
    word: '全科诊所',
    departments: ['全科医疗科', '内科'],
    category: '临床',
    scope: '全科医学专业',
    otherScope: '医学检验、病理专业',
    equipment: [
      ['诊察床', 'ZCC-2', '诊疗'],
      ['便携式血糖仪', 'GM-5', '检查'],
      ['压力蒸汽灭菌器', 'MJ-18', '器械灭菌'],
    ],
  },
]

const SEWAGE = { 设备名称: '医疗污水处理设备', 规格型号: 'WS-0.5', 数量: 1, 用途: '污水消毒处理后排入市政污水管网' }
const WASTE = ['上海示例固体废物处置有限公司', '上海申环示例医疗废物处置有限公司']
const ZONES: readonly (readonly [string, number])[] = [
  ['治疗室', 0.13],
  ['处置室', 0.09],
  ['消毒室', 0.07],
  ['候诊区', 0.2],
  ['医疗废物暂存间', 0.04],
  ['卫生间', 0.06],
]

export interface Practitioner {
  name: string
  cnid: string
  post: '医师' | '护士'
  /** Of the licence to practise. */
  number: string
}

/** A doctor's licence to practise, with the register's record of when he or she was first registered. */
export function doctor(
  d: Draft,
  one: Person,
  o: { key: string; trade: Trade; place: string; years: readonly [number, number] },
): Practitioner {
  const random = d.random(o.key)
  const first = addDays(addYears(d.at, -random.int(...o.years)), -random.int(20, 300))
  const number = `1${random.digits(14)}`
  register(d, one)
  d.record(
    '人员资格库',
    { cnid: one.number },
    {
      姓名: one.name,
      证件号码: one.number,
      资格名称: '医师执业证书',
      证书编号: number,
      专业: o.trade.scope,
      发证日期: first,
      状态: '有效',
      注册单位: o.place,
    },
  )
  const office = `上海市${DISTRICT.name}示例卫生健康委员会`
  d.paper(
    '医师执业证书',
    'DOCL',
    {
      姓名: one.name,
      公民身份号码: one.number,
      资格证书编码: `${addYears(first, -1).slice(0, 4)}31${random.digits(3)}${one.number}`,
      执业证书编码: number,
      执业类别: o.trade.category,
      执业范围: o.trade.scope,
      主要执业机构: o.place,
      执业地点: '上海市',
      签发日期: first,
    },
    { key: o.key, variant: '医师执业证书', marks: { 盖章: office } },
  )
  return { name: one.name, cnid: one.number, post: '医师', number }
}

/** A nurse's licence, in force. */
export function nurse(d: Draft, key: string): Practitioner {
  const random = d.random(key)
  const one = person(random, d.at, [23, 45])
  const renewed = addDays(d.at, -random.int(60, 900))
  const number = `20${random.int(10, 22)}31${random.digits(8)}`
  d.paper(
    '护士执业证书',
    'NUR',
    {
      姓名: one.name,
      性别: one.sex,
      出生日期: one.birth,
      护士执业证书编号: number,
      执业地点: '上海市',
      首次注册日期: renewed,
      注册有效期至: addDays(addYears(renewed, 5), -1),
      发证机关: `上海市${DISTRICT.name}示例卫生健康委员会`,
    },
    { key, marks: { 盖章: `上海市${DISTRICT.name}示例卫生健康委员会` } },
  )
  return { name: one.name, cnid: one.number, post: '护士', number }
}

/** What fails when the doctor who leads the clinic does not fit (M22-P01). */
export function offerHead(d: Draft, head: Practitioner, key: string, trade: Trade): void {
  const own = ({ 键 }: { 键: { cnid?: string | undefined } }) => 键.cnid === head.cnid
  const paper = (draft: Draft) => {
    const found = draft.papers.find((one) => one.key === key)
    if (!found) throw new Error(`${draft.seed}: no ${key}`)
    return found.content.fields
  }
  const fails = (because: string) => ({ 'M22-P01': because })
  d.mayFail({
    id: 'head-registered-lately',
    title: '主要负责人注册执业还不满五年',
    slot: '医师执业证书',
    refuse: true,
    fails: fails('主要负责人注册未满五年'),
    apply: (draft) => {
      const since = addDays(addYears(draft.at, -2), -draft.random('lately').int(10, 300))
      draft.amend('人员资格库', { 发证日期: since }, own)
      Object.assign(paper(draft), { 签发日期: since })
    },
  })
  d.mayFail({
    id: 'head-of-another-scope',
    title: '主要负责人的执业范围与诊疗科目不一致',
    slot: '医师执业证书',
    fails: fails('执业范围与诊疗科目不符'),
    apply: (draft) => {
      draft.amend('人员资格库', { 专业: trade.otherScope }, own)
      Object.assign(paper(draft), { 执业范围: trade.otherScope })
    },
  })
  d.mayFail({
    id: 'head-struck-off',
    title: '主要负责人的执业注册已经注销',
    slot: '医师执业证书',
    fails: fails('执业注册不在有效状态'),
    apply: (draft) => draft.amend('人员资格库', { 状态: '注销' }, own),
  })
}

/** M22-P03: plan with the rooms that a clinic has. */
export function clinicPlan(d: Draft, name: string, place: string, area: number): void {
  const zones = ZONES.map(([zone, share]) => ({ 名称: zone, 面积: Math.round(area * share * 10) / 10 }))
  const used = zones.reduce((sum, zone) => sum + zone.面积, 0)
  floorPlan(d, { name, place, area, zones: [{ 名称: '诊室', 面积: Math.round((area - used) * 10) / 10 }, ...zones] })
  d.known({ cl_area: area })
  d.mayFail({
    id: 'plan-without-treatment-rooms',
    title: '平面图没有标治疗室、处置室',
    slot: '平面图',
    fails: { 'M22-P03': '平面图缺治疗室、处置室' },
    apply: (draft) => {
      const { fields } = draft.one('平面图').content
      const kept = (fields.功能区 as unknown as { 名称: string; 面积: number }[]).filter(
        ({ 名称 }) => !/治疗室|处置室/u.test(名称),
      )
      const freed = area - kept.reduce((sum, { 面积 }) => sum + 面积, 0)
      fields.功能区 = kept.map((one, i) =>
        i === 0 ? { ...one, 面积: Math.round((one.面积 + freed) * 10) / 10 } : one,
      ) as never
    },
  })
}

/** Equipment, and the agreement on medical waste (M22-P04). */
export function clinicPapers(d: Draft, firm: Firm, trade: Trade): void {
  const random = d.random('clinic-papers')
  const rows = [
    ...trade.equipment.map(([设备名称, 规格型号, 用途]) => ({ 设备名称, 规格型号, 数量: random.int(1, 3), 用途 })),
    { 设备名称: '急救箱', 规格型号: '标准配置', 数量: 1, 用途: '急救' },
    SEWAGE,
  ]
  equipmentList(d, firm, rows)
  d.known({ cl_equip: rows.map(({ 设备名称 }) => 设备名称) })
  if (!d.hasSlot('医疗废物处置协议')) return
  const waste = random.pick(WASTE)
  const from = addDays(d.at, -random.int(5, 60))
  d.paper(
    '医疗废物处置协议',
    'ENT',
    {
      委托方: firm.name,
      受托方: waste,
      委托事项: '医疗废物收集、运输和处置',
      协议期限: { from, to: addDays(addYears(from, 1), -1) },
      签订日期: from,
    },
    { extra: { 标题: '医疗废物处置协议' }, marks: { 委托方盖章: firm.name, 受托方盖章: waste } },
  )
  d.known({ cl_waste: waste })
  d.mayFail({
    id: 'no-waste-agreement',
    title: '没有附医疗废物处置协议',
    slot: '医疗废物处置协议',
    fails: { 'M22-P04': '没有医疗废物处置协议', 'IMG-P02': '没有交医疗废物处置协议' },
    apply: (draft) => {
      draft.remove('医疗废物处置协议')
      draft.answer('cl_waste', waste)
    },
  })
  d.mayFail({
    id: 'waste-agreement-ended',
    title: '医疗废物处置协议已经到期',
    slot: '医疗废物处置协议',
    fails: { 'M22-P04': '医疗废物处置协议已到期' },
    apply: (draft) => {
      const to = addDays(draft.at, -draft.random('agreement').int(10, 200))
      const since = addDays(addYears(to, -1), 1)
      draft.change('医疗废物处置协议', { 协议期限: { from: since, to }, 签订日期: since })
    },
  })
  d.mayFail({
    id: 'no-word-on-sewage',
    title: '没有写医疗污水怎样排放',
    slot: '设备设施清单',
    fails: { 'M22-P04': '没有污水排放方式' },
    apply: (draft) => {
      const kept = rows.filter((row) => row !== SEWAGE)
      draft.change('设备设施清单', { 设备: kept })
      draft.form.cl_equip = kept.map(({ 设备名称 }) => 设备名称)
    },
  })
}
