import { addDays } from '../../world/dates.ts'
import type { Draft } from '../draft.ts'

export interface PlanOptions {
  /** Who applies. */
  name: string
  place: string
  area: number
  zones: readonly { 名称: string; 面积: number }[]
  entrances?: string
  equipment?: readonly string[]
  /** More fields of the type (机位数, 安全标注). */
  more?: Parameters<Draft['paper']>[2]
  /** After the plan changed: what the form takes from it. */
  redrawn?: (draft: Draft) => void
  /** Rooms that the matter asks for and that are forgotten by the defect, and the matter's own points that fail by it. `own`: only the matter's points ask for them. */
  without?: { zones: RegExp; fails: Readonly<Record<string, string>>; own?: true }
}

interface Zone {
  名称: string
  面积: number
}

const round = (value: number) => Math.round(value * 10) / 10

/** MOD-PLAN: the plan of the premises, and what is usually wrong with it. */
export function floorPlan(d: Draft, o: PlanOptions): void {
  if (!d.hasSlot('平面图')) return
  d.paper(
    '平面图',
    'FLP',
    {
      图名: `${o.name}平面布局图`,
      单位名称: o.name,
      地址: o.place,
      总面积: o.area,
      功能区: o.zones.map((zone) => ({ ...zone })),
      比例尺: '1:100，尺寸单位 mm',
      ...(o.equipment ? { 设备设施位置: [...o.equipment] } : {}),
      出入口: o.entrances ?? '主出入口南侧，后门北侧',
      绘制日期: addDays(d.at, -12),
      ...o.more,
    },
    { marks: { 盖章: false } },
  )
  if (!d.hasPoint('PLAN-P01')) return
  d.mayFail({
    id: 'plan-without-entrances',
    title: '平面图没有标出入口',
    slot: '平面图',
    fails: { 'PLAN-P01': '图上没有出入口' },
    apply: (draft) => {
      delete draft.one('平面图').content.fields.出入口
    },
  })
  d.mayFail({
    id: 'plan-without-scale',
    title: '平面图没有比例，也没有尺寸标注',
    slot: '平面图',
    fails: { 'PLAN-P01': '图上没有比例或者尺寸' },
    apply: (draft) => {
      delete draft.one('平面图').content.fields.比例尺
    },
  })
  const { without } = o
  if (without)
    d.mayFail({
      id: 'plan-without-zones',
      title: '平面图缺必备功能区',
      slot: '平面图',
      fails: without.own ? without.fails : { 'PLAN-P02': '平面图缺必备功能区', ...without.fails },
      apply: (draft) => redraw(draft, o, (zones) => forget(zones, without.zones)),
    })
  d.mayFail({
    id: 'plan-areas-do-not-add-up',
    title: '平面图各功能区面积合计与总面积不符',
    slot: '平面图',
    fails: { 'PLAN-P03': '各功能区面积合计比总面积少一成以上' },
    apply: (draft) => redraw(draft, o, (zones) => shrink(zones, o.area * 0.13)),
  })
}

/** Zones as the plan of a draft shows them. */
export function zonesOf(draft: Draft): Zone[] {
  return draft.one('平面图').content.fields.功能区 as unknown as Zone[]
}

function redraw(draft: Draft, o: PlanOptions, change: (zones: Zone[]) => Zone[]): void {
  draft.one('平面图').content.fields.功能区 = change(zonesOf(draft).map((zone) => ({ ...zone }))) as never
  o.redrawn?.(draft)
}

/** Some zones are not drawn; the largest that is left takes their space. */
function forget(zones: Zone[], which: RegExp): Zone[] {
  const kept = zones.filter(({ 名称 }) => !which.test(名称))
  const freed = zones.filter(({ 名称 }) => which.test(名称)).reduce((sum, { 面积 }) => sum + 面积, 0)
  const [largest] = [...kept].sort((a, b) => b.面积 - a.面积)
  if (largest) largest.面积 = round(largest.面积 + freed)
  return kept
}

function shrink(zones: Zone[], by: number): Zone[] {
  const [largest] = [...zones].sort((a, b) => b.面积 - a.面积)
  if (largest) largest.面积 = round(Math.max(1, largest.面积 - by))
  return zones
}
