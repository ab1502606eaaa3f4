import { readCnid } from '../../../facts/values/cnid.ts'
import { by, get, has } from '../ask.ts'
import { blank, fen, list, near, num, rows, sameName, speaksOf, text, yearsBetween } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import type { TrueCase } from '../true-case.ts'

/** Names of the grown members of the household, the applicant among them. */
function adults(c: TrueCase): string[] {
  const members = rows(c.form('fm_list')).filter(({ 证件号码 }) => {
    const { birth } = readCnid(text(证件号码))
    return birth !== null && yearsBetween(birth, c.at) >= 18
  })
  return [...new Set([text(c.form('p_name')), ...members.map((row) => text(row.姓名))])].filter((name) => name !== '')
}

export const CHECKS: Checks = {
  'ECON-P01': (c) =>
    by(c, '核对授权书', (page) => {
      const signed = list(page.fields.授权人)
      const without = adults(c).find((name) => !signed.some((one) => sameName(one, name)))
      if (without !== undefined) return fail(`${without}没有签名`)
      return holds(has(page, '签名'), '核对授权书没有签名')
    }),
  // Settled with the generator: what is saved counts among the property declared.
  'ECON-P02': (c) => {
    const [report] = c.about('经济核对库', text(c.form('p_idno')))
    if (!report) return none('没有核对报告')
    const [said, found] = [fen(c.form('ec_income')), fen(get(report, '家庭月人均收入'))]
    if (said !== null && found !== null && !near(said, found, 0.1)) return fail('申报收入与核对报告相差超过10%')
    const asset = c.form('ec_asset')
    if (blank(asset)) return pass
    if ((num(get(report, '车辆数')) ?? 0) > 0 && !speaksOf(asset, '车')) return fail('漏报车辆')
    if ((num(get(report, '房产套数')) ?? 0) > 0 && !speaksOf(asset, '房')) return fail('漏报房产')
    const [saved, held] = [/存款(?:约)?([\d.]+)万元/u.exec(text(asset))?.[1], fen(get(report, '货币财产'))]
    if (saved !== undefined && held !== null && !near(Number(saved) * 1e6, held, 0.1))
      return fail('存款与核对报告差别很大')
    return pass
  },
}
