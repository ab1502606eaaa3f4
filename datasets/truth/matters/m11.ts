import { addMonths } from '../../../facts/values/date.ts'
import { by, get, paper, papers } from '../ask.ts'
import { blank, dateOf, endOf, inForce, list, near, num, rangeOf, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { allOf, isSelf, tells, tellsAll } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

const PLAN = '交通组织方案'
const ALLOWED = ['建设工程施工', '沿街建筑维修', '经批准的重大活动']

const agreed = (c: TrueCase, by: RegExp) =>
  papers(c, '部门意见').some((p) => by.test(text(p.fields.出具单位)) && !/不同意|不予/u.test(text(p.fields.意见)))

/** The last day on which a road may not be dug up again: five years new, three years after an overhaul. */
function protectedUntil(c: TrueCase): string | null {
  const where = text(c.form('oc_road'))
  const roads = c.records('道路库', (r) => {
    const name = text(get(r, '道路名称')) || (r.键.address ?? '')
    return name !== '' && where.includes(name)
  })
  const ends = roads.flatMap((r) => {
    const [built, overhauled] = [dateOf(get(r, '新建竣工日期')), dateOf(get(r, '大修竣工日期'))]
    return [built && addMonths(built, 60), overhauled && addMonths(overhauled, 36)].filter((day) => day !== null)
  })
  return ends.sort().at(-1) ?? null
}

/** 占用、挖掘城市道路审批 */
export const CHECKS: Checks = {
  'M11-P01': (c) =>
    by(c, PLAN, ({ fields }) => {
      const [long, wide, area] = [num(fields.长度), num(fields.宽度), num(fields.面积)]
      const [claimed, period] = [num(c.form('oc_len')), rangeOf(c.form('oc_period'))]
      const planned = rangeOf(fields.期限)
      const computed = long === null || wide === null ? area : long * wide
      return allOf(
        [computed === null || area === null || near(computed, area, 0.005), '面积不等于长×宽'],
        [computed === null || claimed === null || near(computed, claimed, 0.005), '申请面积与方案不一致'],
        [period === null || (period.from ?? '') <= (period.to ?? '9999'), '期限起止颠倒'],
        [!planned || !period || (planned.from === period.from && planned.to === period.to), '期限与方案不一致'],
      )
    }),
  'M11-P02': (c) =>
    by(c, PLAN, ({ fields }) => {
      const told = tellsAll(fields.交通组织措施, {
        交通导行: /导行|疏导|导流|绕行|改道|引导|导改|分流|指挥/u,
        警示: /警示|警告|标志|标识|锥|警灯|反光/u,
        行人通道: /行人|人行/u,
      })
      if (told.verdict !== 'pass') return told
      const onCarriageway = tells(fields.占用位置, /车行道|机动车道|行车道/u)
      return holds(!onCarriageway || agreed(c, /公安|交警|交通警察/u), '影响交通安全，没有公安交警的意见')
    }),
  'M11-P03': (c) =>
    by(c, PLAN, ({ fields }) => {
      const works = c.records('企业资质库', (r) => sameName(get(r, '名称') ?? r.键.name ?? null, fields.施工单位))
      const valid = works.some((r) => get(r, '状态') === '有效' && inForce(get(r, '有效期限'), c.at, true))
      const builder = blank(fields.建设单位) ? !isSelf(c, fields.施工单位) : isSelf(c, fields.建设单位)
      return allOf([builder, '申请单位不是建设单位或使用单位'], [valid, '施工单位没有有效资质'])
    }),
  'S029-P01': (c) =>
    by(c, PLAN, ({ fields }) => {
      const told = [c.form('oc_proj'), fields.用途, fields.项目名称]
      const selling = told.some((one) => tells(one, /促销|展销|商业|摆摊|营销/u))
      const use = text(c.form('oc_use'))
      if (use === '') return none('没有填用途')
      return holds(ALLOWED.includes(use) && !selling, '事由不属可以占路的三类')
    }),
  'S029-P02': (c) => {
    const { from = null, to = null } = rangeOf(c.form('oc_period')) ?? {}
    if (from === null || to === null) return none('没有填起止日期')
    return holds(to <= addMonths(from, 3), '一次申请超过三个月')
  },
  'S029-P03': (c) =>
    by(c, PLAN, ({ fields }) => {
      const left = num(fields.剩余通行宽度)
      return left === null ? fail('没有标剩余人行道通行宽度') : holds(left >= 1.8, '剩余人行道不足1.8米')
    }),
  'S030-P01': (c) =>
    by(c, '原许可证', ({ fields }) => {
      const number = c.form('rn_no')
      const kept = c.records('占路许可库', (r) => sameCode(get(r, '许可文号'), number))[0]
      if (blank(number)) return none('没有填原许可文号')
      if (!kept) return fail('原许可文号查不到')
      const until = endOf(get(kept, '批准期限')) ?? endOf(fields.批准期限)
      return allOf(
        [blank(fields.许可文号) || sameCode(fields.许可文号, number), '文号与原许可不一致'],
        [get(kept, '状态') !== '撤销', '原许可已撤销'],
        [until !== null && c.at <= until && get(kept, '状态') !== '过期', '原批准已期满'],
        [get(kept, '已缴占路费') === true, '前期占路费没有缴'],
      )
    }),
  'S031-P01': (c) =>
    by(c, PLAN, ({ fields }) => {
      const parts = text(fields.图纸与附件)
      return allOf(
        [paper(c, '规划许可证') !== undefined, '缺规划许可证'],
        [/施工组织/u.test(parts), '缺施工组织设计'],
        [!blank(fields.交通组织措施) || /交通组织/u.test(parts), '缺交通组织方案'],
        [!blank(fields.恢复方案) || /修复|恢复/u.test(parts), '缺修复方案'],
      )
    }),
  'S031-P02': (c) => {
    const until = protectedUntil(c)
    const from = rangeOf(c.form('oc_period'))?.from ?? c.at
    if (until === null || until < from) return pass
    return holds(agreed(c, /市人民政府|市政府/u), '路段在限掘期内，没有市政府批准')
  },
  'S031-P03': (c) => {
    if (text(c.form('oc_use')) === '抢修') return pass
    const where = text(c.form('oc_road'))
    const planned = c.records('掘路计划库', (r) => {
      const road = text(get(r, '道路名称'))
      const here = (road !== '' && where.includes(road)) || r.键.address === where
      const ours = blank(get(r, '建设单位')) || isSelf(c, get(r, '建设单位'))
      return here && ours && get(r, '状态') === '有效'
    })
    return holds(planned.length > 0, '没有列入掘路计划')
  },
  'S031-P04': (c) =>
    by(c, PLAN, ({ fields }) =>
      holds(
        list(fields.图纸与附件).some((one) => /管线/u.test(one) && !/无|缺/u.test(one)),
        '没有地下管线交底资料',
      ),
    ),
}
