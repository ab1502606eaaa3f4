import { addMonths, findDates } from '../../../facts/values/date.ts'
import { by, get, papers, param } from '../ask.ts'
import { blank, dateOf, endOf, fen, inForce, num, sameCode, sameText, text } from '../compare.ts'
import { type Checks, holds, none } from '../label.ts'
import { aboutFirm, allOf, bears, byEither } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

const REPORTS = '近三年审计报告'

/** One accounting year of the firm by its audit report; amounts in 分. */
interface Year {
  year: number
  revenue: number
  research: number
}

/** The years reported, oldest first; null figures count as none. */
function years(c: TrueCase): Year[] {
  const all = papers(c, REPORTS).map(({ fields }) => ({
    year: Number((endOf(fields.会计期间) ?? '').slice(0, 4)),
    revenue: fen(fields.营业收入) ?? 0,
    research: fen(fields.研发费用) ?? 0,
  }))
  const once = all.filter((one, at) => all.findIndex(({ year }) => year === one.year) === at && one.year > 0)
  return once.sort((a, b) => a.year - b.year)
}

const sum = (of: readonly Year[], key: 'revenue' | 'research') => of.reduce((total, one) => total + one[key], 0)

/** The latest recognition of the firm as 高新技术企业 on record. */
const recognised = (c: TrueCase) =>
  aboutFirm(c, '科技项目库')
    .filter((r) => get(r, '类别') === '高新技术企业')
    .sort((a, b) => text(get(a, '认定日期')).localeCompare(text(get(b, '认定日期'))))
    .at(-1)

/** The project of this application among those of 小巨人 on record. */
const giant = (c: TrueCase) =>
  c.records('科技项目库', (r) => {
    const ours = sameCode(get(r, '项目编号'), c.form('fd_no')) || sameText(get(r, '项目名称'), c.form('fd_project'))
    return ours && /小巨人/u.test(text(get(r, '类别')))
  })[0]

/** 科技小巨人工程区级配套 */
export const CHECKS: Checks = {
  'M26-P01': (c) =>
    by(c, REPORTS, () => {
      const last = years(c).slice(-3)
      const [first, , third] = last
      if (!first || !third) return none('近三年报告不全')
      const [spent, earned] = [sum(last, 'research'), sum(last, 'revenue')]
      const growth = first.revenue > 0 ? (Math.sqrt(third.revenue / first.revenue) - 1) * 100 : Infinity
      const [share, rate] = [num(param(c, '研发费用占比')), num(param(c, '复合增长率'))]
      const told = (key: string, value: number) => fen(c.form(key)) === null || fen(c.form(key)) === value
      return allOf(
        [told('gi_rd', spent), '研发费用合计与报表不一致'],
        [told('gi_rev', earned), '营业收入合计与报表不一致'],
        [share === null || (earned > 0 && (spent / earned) * 100 >= share - 1e-6), '研发费用占比不到门槛'],
        [rate === null || growth >= rate - 1e-6, '复合增长率不到门槛'],
      )
    }),
  'M26-P02': (c) =>
    by(c, REPORTS, () => {
      const [all, found] = [papers(c, REPORTS), years(c).map(({ year }) => year)]
      const run = found.length >= 3 && found.every((year, at) => at === 0 || year - (found[at - 1] ?? 0) === 1)
      return allOf(
        [run, '审计报告不是连续三年'],
        [(found.at(-1) ?? 0) >= Number(c.at.slice(0, 4)) - 2, '审计报告不是近三年的'],
        [all.every((p) => bears(p, '事务所盖章')), '审计报告没有事务所盖章'],
        [all.every((p) => bears(p, '注册会计师签章')), '审计报告没有注册会计师签章'],
        [all.every((p) => !blank(p.fields.防伪编码)), '审计报告没有防伪码'],
      )
    }),
  'M26-P03': (c) =>
    byEither(c, '高新技术企业证书', recognised(c), (fields) => {
      const kept = recognised(c)
      const since = dateOf(fields.发证时间)
      const printed = findDates(text(fields.有效期)).at(-1)?.iso ?? null
      const until = endOf(get(kept, '有效期限')) ?? printed ?? (since && addMonths(since, 36))
      return allOf(
        [inForce(until, c.at, true), '高企证书已过期'],
        [!/撤销|终止/u.test(text(get(kept, '状态'))), '高企资格已撤销'],
      )
    }),
  'M26-P04': (c) => {
    const [research, staff] = [num(c.form('gi_rdn')), num(c.form('gi_staff'))]
    const paid = num(get(aboutFirm(c, '税务库')[0], '个税申报人数'))
    if (research === null) return none('没有填研发人员数')
    return allOf(
      [paid === null || research <= paid, '研发人员数高于个税、社保人数'],
      [staff === null || research <= staff, '研发人员数高于职工总数'],
    )
  },
  'S064-P01': (c) =>
    byEither(c, '立项文件', giant(c), (fields) => {
      const said = ['文件名称', '项目名称', '等级'].map((name) => text(fields[name])).join('、')
      const kept = giant(c)
      const kinds = [said, text(get(kept, '类别'))].filter((one) => /小巨人|培育/u.test(one))
      return holds(kinds.length > 0 && kinds.every((one) => /培育/u.test(one)), '立项类别不是小巨人培育')
    }),
}
