import { by, param, table } from '../ask.ts'
import { blank, list, near, num, rows, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import type { TrueCase, TrueDocument } from '../true-case.ts'

/** Other names by which a room is drawn. */
const ALSO: Readonly<Record<string, string>> = {
  餐用具清洗消毒: '餐具清洗/餐具消毒/清洗消毒/洗消/洗碗/消毒间',
  备餐: '配餐/分餐/出餐/传菜',
  更衣: '更衣',
  仓储: '仓库/库房/储藏/贮存/储存/食品库/冷库',
  专间: '专用操作/冷食间/凉菜间/冷菜间/裱花间/生食间/熟食间',
  淋浴: '淋浴/浴室/冲淋',
  布草间: '布草/棉织品',
  清洗车位: '洗车位/洗车区/清洗区/清洗工位',
  沉淀池: '沉淀',
  大厅: '营业厅/营业区',
  卫生间: '厕所/洗手间/盥洗',
  通风: '排风/排气/新风/换气',
}

/**
 * A room with this name (or another name of it) is drawn on the plan, or a fitting stands somewhere.
 * Settled with the generator: a room that is only named as where a thing stands is not drawn.
 */
export function drawn(plan: TrueDocument, ...names: readonly string[]): boolean {
  const rooms = rows(plan.fields.功能区)
    .map((room) => text(room.名称))
    .concat(list(plan.fields.设备设施位置).map((thing) => thing.replace(/（[^）]*）$/u, '')))
  const wanted = names.flatMap((name) => name.split('/')).flatMap((name) => [name, ALSO[name] ?? name])
  return rooms.some((room) => speaksOf(room, ...wanted))
}

/** The floor area that the form declares: of the premises, else the first area that it asks for. */
export function declaredArea(c: TrueCase): number | null {
  const area = c.asked.fields.find(({ key, name }) => key === 'prem_area' || name.includes('面积'))
  return num(c.form('prem_area')) ?? (area ? num(c.form(area.key)) : null)
}

export const CHECKS: Checks = {
  'PLAN-P01': (c) =>
    by(c, '平面图', ({ fields }) => {
      if (blank(fields.单位名称) && blank(fields.地址)) return fail('平面图没有申请人或地址')
      if (num(fields.总面积) === null) return fail('平面图没有总面积')
      if (blank(fields.比例尺)) return fail('平面图没有比例或尺寸')
      return holds(!blank(fields.出入口), '平面图没有标出入口')
    }),
  'PLAN-P02': (c) =>
    by(c, '平面图', (plan) => {
      const rooms = rows(plan.fields.功能区)
      if (rooms.length === 0 || rooms.some((room) => blank(room.名称))) return fail('平面图没有标明功能区名称')
      const declared = param(c, '申报项目')
      const missing = table(c, '必备功能区').find(({ 项目, 功能区 }) => {
        const asked = 项目 === '全部' || speaksOf(declared, String(项目))
        return asked && !drawn(plan, String(功能区))
      })
      return holds(missing === undefined, `平面图缺${String(missing?.功能区)}`)
    }),
  'PLAN-P03': (c) =>
    by(c, '平面图', ({ fields }) => {
      const [whole, declared] = [num(fields.总面积), declaredArea(c)]
      const areas = rows(fields.功能区).map((room) => num(room.面积))
      const sum = areas.some((one) => one === null) ? null : areas.reduce<number>((total, one) => total + (one ?? 0), 0)
      const drawnArea = areas.length > 0 && sum !== null ? sum : whole
      if (drawnArea === null || (whole === null && declared === null)) return none('图上没有面积')
      if (whole !== null && !near(drawnArea, whole, 0.05)) return fail('分区面积合计不等于总面积')
      return holds(declared === null || near(drawnArea, declared, 0.05), '图上面积合计与申报面积不一致')
    }),
}
