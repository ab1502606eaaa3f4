import { firm, get } from '../ask.ts'
import { list, num, sameCode, sameName, sameText, text } from '../compare.ts'
import { type Checks, fail, holds, pass, person } from '../label.ts'
import { aboutFirm, allOf, byEither, isSelf, matches } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

/** The prize as the city announced it. */
function announced(c: TrueCase) {
  const prizes = c.records('科技项目库', (r) => /科学技术奖/u.test(text(get(r, '类别'))))
  const names = [c.form('aw_name'), c.form('fd_project')]
  return prizes.find(
    (r) => names.some((one) => sameText(get(r, '项目名称'), one)) || sameCode(get(r, '项目编号'), c.form('fd_no')),
  )
}

/** 上海市科学技术奖区级奖励 */
export const CHECKS: Checks = {
  'M24-P01': (c) =>
    byEither(c, '立项文件', announced(c), () => {
      const prize = announced(c)
      if (!prize) return fail('市公告里查不到这个奖项')
      const [claimed, given] = [text(c.form('aw_kind')), text(get(prize, '奖种等级'))]
      return allOf(
        [
          given === '' || claimed === '' || sameText(given, claimed) || claimed.endsWith(given),
          '奖种、等级与公告不一致',
        ],
        [matches((a, b) => num(a) === num(b), get(prize, '单位排名'), c.form('aw_rank')), '单位排名与公告不一致'],
      )
    }),
  'M24-P02': (c) =>
    byEither(c, '立项文件', announced(c), (fields) => {
      const prize = announced(c)
      const unit = get(prize, '承担单位') ?? fields.承担单位 ?? null
      const rank = num(get(prize, '单位排名')) ?? num(c.form('aw_rank'))
      const former = list(get(firm(c), '曾用名')).some((one) => sameName(one, unit))
      if (!former && !isSelf(c, unit)) return fail('申请单位不是完成单位')
      // Which places the district still rewards is not published; the first is among them.
      return rank === null || rank <= 1 ? pass : person('区里的政策收到第几完成单位没有给出')
    }),
  'M24-P03': (c) => {
    const names = [c.form('aw_name'), c.form('fd_project')]
    const paid = aboutFirm(c, '财政资金库').filter(
      (r) => names.some((one) => sameText(get(r, '项目名称'), one)) || sameCode(get(r, '项目编号'), c.form('fd_no')),
    )
    return holds(
      paid.every((r) => get(r, '状态') === '追回'),
      '同一项目已获区级奖励',
    )
  },
}
