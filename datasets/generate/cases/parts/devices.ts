import { addDays, addYears } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import type { FirmOptions } from './applicant-firm.ts'
import type { Firm } from './firm.ts'
import { firmCase } from './firm-case.ts'
import { floorPlan, zonesOf } from './floor-plan.ts'
import { equipmentList } from './food-application.ts'
import { ruleBooks } from './rule-books.ts'

const RULES = [
  '采购和供货者资质审核制度',
  '进货验收制度',
  '仓储贮存和养护制度',
  '销售和出库复核制度',
  '售后服务管理制度',
  '不良事件监测和报告制度',
  '产品追溯管理制度',
  '员工培训和健康管理制度',
  '不合格医疗器械管理制度',
  '医疗器械召回管理制度',
]
const EQUIPMENT = [
  { 设备名称: '货架', 规格型号: '2米四层', 数量: 6, 用途: '库房存放' },
  { 设备名称: '温湿度计', 规格型号: 'TH101', 数量: 2, 用途: '库房温湿度监测' },
  { 设备名称: '空调', 规格型号: '1.5匹', 数量: 2, 用途: '库房温度调节' },
  { 设备名称: '电脑和打印机', 规格型号: '商用', 数量: 2, 用途: '信息管理系统' },
  { 设备名称: '灭火器', 规格型号: 'MFZ/ABC4', 数量: 4, 用途: '消防' },
]
const SHARES: readonly (readonly [string, number])[] = [
  ['合格品区（绿色）', 0.3],
  ['待验区（黄色）', 0.1],
  ['不合格品区（红色）', 0.06],
  ['退货区（黄色）', 0.07],
  ['发货区（绿色）', 0.08],
]
const STUDIED = ['生物医学工程', '医疗器械工程', '药学', '护理学', '临床医学']

/** A firm that deals in medical devices, and what every such application begins with. */
export function deviceFirm(d: Draft, o: Pick<FirmOptions, 'scope' | 'otherScope' | 'years'>, business: string): Firm {
  const random = d.random('device-firm')
  return firmCase(d, { trade: random.pick(['医疗器械', '医疗科技', '健康科技']), kind: '企业', ...o }, business).firm
}

/** Rooms of a shop with a store room of five marked zones; they add up to the area. */
function deviceZones(area: number): { 名称: string; 面积: number }[] {
  const zones = SHARES.map(([name, share]) => ({ 名称: name, 面积: Math.round(area * share * 10) / 10 }))
  const used = zones.reduce((sum, zone) => sum + zone.面积, 0)
  return [...zones, { 名称: '营业办公区', 面积: Math.round((area - used) * 10) / 10 }]
}

/** Plan with the five zones of a store room; a defect forgets two of them. */
export function devicePlan(
  d: Draft,
  firm: Firm,
  o: { place: string; area: number; fails: Readonly<Record<string, string>> },
): void {
  floorPlan(d, { name: firm.name, place: o.place, area: o.area, zones: deviceZones(o.area) })
  mayForgetZones(d, /退货|不合格/u, '平面图没有标退货区、不合格品区', o.fails)
}

/** A plan that does not show some zones; the largest that is left takes their space. */
export function mayForgetZones(
  d: Draft,
  which: RegExp,
  title: string,
  fails: Readonly<Record<string, string>>,
  redrawn?: (draft: Draft) => void,
): void {
  if (d.of('平面图').length === 0) return
  d.mayFail({
    id: 'plan-zones-forgotten',
    title,
    slot: '平面图',
    fails,
    apply: (draft) => {
      const zones = zonesOf(draft).map((zone) => ({ ...zone }))
      const kept = zones.filter(({ 名称 }) => !which.test(名称))
      const freed = zones.filter(({ 名称 }) => which.test(名称)).reduce((sum, { 面积 }) => sum + 面积, 0)
      const [largest] = [...kept].sort((a, b) => b.面积 - a.面积)
      if (largest) largest.面积 = Math.round((largest.面积 + freed) * 10) / 10
      draft.one('平面图').content.fields.功能区 = kept as never
      redrawn?.(draft)
    },
  })
}

/** Rules and equipment of a dealer in devices. */
export function deviceBooks(d: Draft, firm: Firm, fails: Readonly<Record<string, string>>): void {
  ruleBooks(d, {
    name: firm.name,
    titles: RULES,
    responsible: firm.legal.name,
    without: { titles: /不良事件/u, fails },
  })
  equipmentList(d, firm, EQUIPMENT)
}

/** Somebody's diploma. */
export function diploma(d: Draft, one: Person, o: { subject: string; level: string; key: string }): void {
  const random = d.random(o.key)
  d.paper(
    '学历职称证书',
    'EDU',
    {
      姓名: one.name,
      性别: one.sex,
      学校: random.pick(['上海示例理工大学', '华东示例医药专科学校', '江南示例大学']),
      专业: o.subject,
      层次: o.level,
      证书编号: random.digits(18),
      毕业日期: addDays(addYears(one.birth, 22), 160),
    },
    { key: o.key, variant: '毕业证书' },
  )
}

/** 质量负责人: a relevant diploma, and not the head of the firm. */
export function qualityHead(d: Draft): { person: Person; subject: string; level: string; said: string } {
  const random = d.random('quality-head')
  const one = person(random, d.at, [28, 50])
  const subject = random.pick(STUDIED)
  const level = random.pick(['本科', '大学专科'])
  return { person: one, subject, level, said: `${one.name} ${level} ${subject}` }
}
