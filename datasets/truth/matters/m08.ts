import { comparable } from '../../../facts/values/text.ts'
import { by, get, papers } from '../ask.ts'
import { inForce, num, sameCode, sameName, sameText, text, within } from '../compare.ts'
import { type Checks, fail, holds } from '../label.ts'
import { allOf, any, bears, matches } from '../matter.ts'

const PLAN = '处置方案'

/** 建筑垃圾（工程渣土）处置申报 */
export const CHECKS: Checks = {
  'M08-P01': (c) =>
    by(c, PLAN, () => {
      const [carrier, number] = [any(c, PLAN, '运输单位'), any(c, PLAN, '运输许可证号')]
      const kept = c.records('运输企业库', (r) => sameName(get(r, '名称'), carrier))
      const named = kept.find((r) => sameCode(get(r, '运输许可证号'), number)) ?? kept[0]
      if (!named) return fail('运输单位不在许可名录')
      return allOf(
        [text(number) === '' || sameCode(get(named, '运输许可证号'), number), '运输许可证号与名录不一致'],
        [get(named, '状态') === '有效', '运输许可不在有效状态'],
        [inForce(get(named, '有效期限'), c.at, true), '运输许可已到期'],
      )
    }),
  'M08-P02': (c) =>
    by(c, PLAN, () => {
      const [made, carried, taken] = ['产生量', '运输合同量', '消纳证明量'].map((name) => num(any(c, PLAN, name)))
      return holds(
        made !== null && made !== undefined && made === carried && made === taken,
        '产生量、运输合同量、消纳证明量不一致',
      )
    }),
  'M08-P03': (c) =>
    by(c, PLAN, () => {
      const place = any(c, PLAN, '消纳场所')
      const kept = c.records('消纳场所库', (r) => {
        const name = get(r, '名称') ?? r.键.name ?? null
        return sameName(name, place) || (text(name) !== '' && text(place).includes(text(name)))
      })[0]
      if (!kept) return fail('消纳场所没有备案')
      const [room, amount] = [num(get(kept, '剩余容量')), num(any(c, PLAN, '产生量')) ?? num(c.form('ws_qty'))]
      return allOf(
        [get(kept, '状态') === '有效', '消纳场所备案不在有效状态'],
        [room === null || amount === null || room >= amount, '消纳场所剩余容量不够'],
      )
    }),
  'M08-P04': (c) =>
    by(c, PLAN, () => {
      const all = papers(c, PLAN)
      const sealed = (mark: string, name: string) => all.some((p) => bears(p, mark, p.fields[name] ?? null))
      return allOf(
        [sealed('产生单位章', ''), '合同没有产生单位章'],
        [sealed('运输单位章', '运输单位'), '合同没有运输单位章'],
        [
          matches((term, dig) => within(dig, term), any(c, PLAN, '合同期限'), c.form('ws_period')),
          '合同期限没有覆盖出土期',
        ],
      )
    }),
  'M08-P05': (c) =>
    by(c, '施工许可证', ({ fields }) => {
      const wrote = comparable(text(c.form('ws_proj')))
      const named = [fields.工程名称, fields.编号].some((v) => text(v) !== '' && wrote.includes(comparable(text(v))))
      const planned = (name: string, same: typeof sameName) =>
        text(any(c, PLAN, name)) === '' || same(any(c, PLAN, name), fields[name])
      return allOf(
        [wrote === '' || named, '申请表的工程与施工许可证不一致'],
        [planned('工程名称', sameText), '工程名称与施工许可证不一致'],
        [planned('建设单位', sameName), '建设单位与施工许可证不一致'],
        [planned('施工单位', sameName), '施工单位与施工许可证不一致'],
      )
    }),
}
