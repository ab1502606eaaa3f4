import { by, get, param } from '../ask.ts'
import { dateOf, fen, num, sameCode, sameText, text } from '../compare.ts'
import { type Checks, none } from '../label.ts'
import { allOf, byEither } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

/** The funded project as the city keeps it. */
const project = (c: TrueCase) =>
  c.records('科技项目库', (r) => {
    const fund = /创新资金/u.test(text(get(r, '类别')))
    return fund && (sameCode(get(r, '项目编号'), c.form('fd_no')) || sameText(get(r, '项目名称'), c.form('fd_project')))
  })[0]

/** 上海市科技型中小企业技术创新资金区级配套 */
export const CHECKS: Checks = {
  'M25-P01': (c) =>
    byEither(c, '立项文件', project(c), (fields) => {
      const kept = project(c)
      const state = text(get(kept, '状态'))
      const accepted =
        state === '验收通过' ||
        (dateOf(get(kept, '验收日期')) ?? '9999') <= c.at ||
        (!kept && !!dateOf(fields.审批日期))
      const year = num(get(kept, '年度')) ?? num(text(fields.立项日期).slice(0, 4))
      const claimed = num(c.form('fd_year'))
      return allOf(
        [!/终止|撤销/u.test(state), `项目已${state}`],
        [year === null || claimed === null || year === claimed, '立项年度不一致'],
        [text(c.form('in_stage')) !== '验收' || accepted, '项目没有验收'],
      )
    }),
  'M25-P02': (c) =>
    by(c, '审计报告', ({ fields }) => {
      const [arrived, claimed, asked] = [fen(fields.市级资助到账), fen(c.form('in_due')), fen(c.form('fd_apply'))]
      const [ratio, cap] = [num(param(c, '配套比例')) ?? 1, fen(param(c, '配套上限'))]
      const due = Math.min(Math.round((arrived ?? 0) * ratio), cap ?? Infinity)
      return allOf(
        [arrived !== null && (claimed ?? arrived) === arrived, '市级资助与实际到账不一致'],
        [(asked ?? due) === due, '配套金额计算不对'],
      )
    }),
  'M25-P03': (c) => {
    const [staff, college, research] = [num(c.form('in_staff')), num(c.form('in_college')), num(c.form('in_rdn'))]
    if (staff === null || staff === 0) return none('没有填职工总数')
    const [revenue, spent] = [fen(c.form('in_rev')), fen(c.form('in_rd'))]
    // 国办发〔1999〕47号: at most 500 people, 30 % of them with college, 10 % in research, 3 % of sales spent on it.
    const said = allOf(
      [staff <= 500, '职工人数超过500人'],
      [college === null || college / staff >= 0.3, '大专以上职工不足30%'],
      [research === null || research / staff >= 0.1, '研发人员不足10%'],
      [!revenue || spent === null || spent / revenue >= 0.03, '研发费用不足3%'],
    )
    // Settled with the generator: without a figure that the form asks for nobody can say that all conditions hold.
    const untold = college === null || research === null
    return untold && said.verdict === 'pass' ? none('没有填大专以上职工人数或研发人员数') : said
  },
}
