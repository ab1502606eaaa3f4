import { districtOf } from '../../../facts/values/address.ts'
import { by, chartered, field, firm, get, param } from '../ask.ts'
import { blank, fen, list, num, sameCode, sameName, sameText, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { byEither } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'
import { isGrave, standing } from './mod-commit.ts'

const RUIN = /环境|环保|生态|污染|安全生产|安全事故|生产事故|重大|应急/u

/** The project as the city's register has it, which spares the file (数据核验免交). */
const project = (c: TrueCase) => c.records('科技项目库', (r) => sameCode(get(r, '项目编号'), c.form('fd_no')))[0]

export const CHECKS: Checks = {
  'FUND-P01': (c) => {
    const record = firm(c)
    const [tax] = c.about('税务库', text(c.form('uscc')))
    const seat = districtOf(text(get(record, '住所')) || text(chartered(c, '住所')))
    if (get(record, '登记状态') === '迁出') return fail('企业已迁出')
    if (seat !== null && seat !== c.asked.district) return fail('注册地不在本区')
    const [where, office] = [text(get(tax, '所在区')), text(get(tax, '主管税务机关'))]
    if (where !== '') return holds(where.includes(c.asked.district), '税务登记不在本区')
    return holds(office === '' || office.includes(c.asked.district), '税务登记不在本区')
  },
  'FUND-P02': (c) =>
    byEither(c, '立项文件', project(c), (fields) => {
      const holder = fields.承担单位 ?? get(project(c), '承担单位') ?? null
      if (sameName(holder, c.form('subj_name'))) return pass
      const former = list(get(firm(c), '曾用名'))
      return holds(
        former.some((one) => sameName(one, holder)),
        '承担单位不是申请单位',
      )
    }),
  'FUND-P03': (c) => {
    const [call, granted] = [param(c, '申报期间'), param(c, '立项期间')]
    if (blank(call) && blank(granted)) return person('本次申报通知依据待核')
    const inside = (range: typeof call, day: string) => {
      const { from, to } = (range ?? {}) as { from?: string | null; to?: string | null }
      return blank(range) || ((from ?? '') <= day && day <= (to ?? '9'))
    }
    if (!inside(call, c.at)) return fail('不在申报期内')
    return by(c, '立项文件', ({ fields }) => holds(inside(granted, text(fields.立项日期)), '立项年度不在申报范围'))
  },
  'FUND-P04': (c) => {
    const [asked, given] = [fen(c.form('fd_apply')), fen(c.form('fd_amount'))]
    const [share, cap] = [num(param(c, '配套比例')), fen(param(c, '配套上限'))]
    if (share === null && cap === null) return person('配套比例和上限依据待核')
    if (asked === null) return none('未填申请金额')
    const paid = fen(c.form('in_due')) ?? given
    const limit = share === null || paid === null ? null : Math.round(paid * share)
    if (limit !== null && asked > limit) return fail('申请金额超过按比例计算的数额')
    if (cap === null) return person('配套上限依据待核')
    return holds(asked <= cap, '申请金额超过上限')
  },
  'FUND-P05': (c) => {
    const number = blank(c.form('fd_no')) ? field(c, '立项文件', '项目编号') : c.form('fd_no')
    const [twice] = c.about('财政资金库', text(c.form('uscc'))).filter((r) => {
      const same = sameCode(get(r, '项目编号'), number) || sameText(get(r, '项目名称'), c.form('fd_project'))
      return same && get(r, '状态') !== '追回'
    })
    return holds(twice === undefined, `同一项目已有${text(get(twice, '资金名称'))}`)
  },
  'FUND-P06': (c) => {
    const [bad] = standing(c).filter(
      (r) =>
        isGrave(r) || (get(r, '类别') === '行政处罚' && RUIN.test(`${text(get(r, '事由'))}${text(get(r, '部门'))}`)),
    )
    return holds(bad === undefined, `有未修复的${text(get(bad, '类别'))}记录`)
  },
  'FUND-P07': (c) =>
    by(c, '立项文件', ({ fields }) => {
      const empty = ['文号', '项目编号', '发文单位'].find((name) => blank(fields[name]))
      return holds(empty === undefined, `立项文件没有${empty ?? ''}`)
    }),
}
