import { districtOf } from '../../../facts/values/address.ts'
import { addMonths } from '../../../facts/values/date.ts'
import { comparable } from '../../../facts/values/text.ts'
import type { RegistryRecord } from '../../case-format.ts'
import { firm, get, paper } from '../ask.ts'
import { blank, dateOf, endOf, inForce, sameCode, text } from '../compare.ts'
import { type Checks, holds, none } from '../label.ts'
import { aboutFirm, allOf, byEither, matches } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

/** Recognitions of the firm on record. */
const recognitions = (c: TrueCase) => aboutFirm(c, '科技项目库').filter((r) => get(r, '类别') === '高新技术企业')

const numbered = (c: TrueCase) =>
  recognitions(c).find((r) => [get(r, '项目编号'), get(r, '文号')].some((one) => sameCode(one, c.form('hi_no'))))

/** The recognition applied for. Settled with the generator: a slip in the number on the form does not hide it. */
function recognised(c: TrueCase) {
  const shown = paper(c, '高新技术企业证书')?.fields.证书编号
  const day = (r: RegistryRecord) => dateOf(get(r, '认定日期')) ?? ''
  const [latest] = [...recognitions(c)].sort((a, b) => day(b).localeCompare(day(a)))
  return numbered(c) ?? recognitions(c).find((r) => sameCode(get(r, '项目编号'), shown)) ?? latest
}

/** 高新技术企业认定区级奖励 */
export const CHECKS: Checks = {
  'M27-P01': (c) =>
    byEither(c, '高新技术企业证书', numbered(c), (fields) =>
      allOf(
        [blank(c.form('hi_no')) || /^GR\d{12}$/u.test(comparable(text(c.form('hi_no')))), '证书编号格式不对'],
        [blank(fields.证书编号) || matches(sameCode, fields.证书编号, c.form('hi_no')), '编号与证书不一致'],
        [blank(c.form('hi_no')) || numbered(c) !== undefined, '编号与公告名单不一致'],
      ),
    ),
  'M27-P02': (c) => {
    const since = dateOf(c.form('hi_date')) ?? c.at
    const earlier = recognitions(c).filter((r) => (dateOf(get(r, '认定日期')) ?? '9999') < since && r !== numbered(c))
    const kind = earlier.length > 0 ? '重新认定' : '首次认定'
    if (blank(c.form('hi_first'))) return none('没有填首次或重新认定')
    return holds(text(c.form('hi_first')) === kind, `应为${kind}`)
  },
  'M27-P03': (c) =>
    byEither(c, '高新技术企业证书', recognised(c), (fields) => {
      const [kept, company] = [recognised(c), firm(c)]
      const since = dateOf(fields.发证时间)
      const until = endOf(get(kept, '有效期限')) ?? (since && addMonths(since, 36))
      const district = districtOf(text(get(company, '住所')))
      return allOf(
        [inForce(until, c.at, true), '证书已过期'],
        [!/撤销|终止/u.test(text(get(kept, '状态'))), '认定已撤销'],
        [get(company, '登记状态') !== '迁出', '企业已迁出'],
        [district === null || c.asked.district === '' || district === c.asked.district, '企业已不在本区'],
      )
    }),
}
