import { parseAddress } from '../../../facts/values/address.ts'
import { addDays, addMonths } from '../../../facts/values/date.ts'
import { has, paper, papers, param } from '../ask.ts'
import { dateOf, num, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { aboutMe, ageOf, held, inShanghai } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'

const FAMILY = ['配偶', '子女', '父母', '兄弟姐妹', '孙子女外孙子女']

/** Whether one of the family papers (户口簿, 结婚证, 出生医学证明) names both. */
function related(c: TrueCase, agent: string, old: string): boolean {
  const book = papers(c, '户口簿').flatMap(({ fields }) => [fields.姓名, fields.户主姓名])
  const others = [...papers(c, '结婚证'), ...papers(c, '出生医学证明')].map(({ fields }) => [
    ...[fields.男方姓名, fields.女方姓名, fields.持证人],
    ...[fields.新生儿姓名, fields.母亲姓名, fields.父亲姓名],
  ])
  return [book, ...others].some((names) => [agent, old].every((who) => names.some((name) => sameName(name, who))))
}

export const CHECKS: Checks = {
  'M47-P01': (c) => {
    const age = ageOf(c)
    if (age === null) return none('不知道出生日期')
    if (age < 60) return fail(`年龄${age}周岁，不满60周岁`)
    const insured = aboutMe(c, '医保库').some(
      (one) => ['职工医保', '居民医保'].includes(text(held(one, '险种'))) && held(one, '参保状态') === '正常',
    )
    return holds(insured, '没有参加本市职工或居民医保')
  },
  'M47-P02': (c) => {
    const kind = text(c.form('ch_type'))
    const last = [...aboutMe(c, '照护评估库')].sort((a, b) =>
      (dateOf(held(b, '评估日期')) ?? '').localeCompare(dateOf(held(a, '评估日期')) ?? ''),
    )[0]
    const [done, ends] = [dateOf(held(last, '评估日期')), dateOf(held(last, '有效期至'))]
    if (kind === '首次评估') return holds(ends === null || ends < c.at, '上次评估还没有到期')
    if (!last || done === null) return fail('没有上次评估')
    const limit = (name: string, otherwise: number) => num(param(c, name)) ?? otherwise
    if (kind === '期末评估')
      return holds(ends === null || c.at >= addDays(ends, -limit('期末提前天数', 60)), '离上次评估到期还早')
    if (kind === '状态变化评估')
      return holds(c.at >= addMonths(done, limit('状态变化间隔月数', 6)), '离上次评估间隔不够')
    return holds(c.at <= addDays(done, limit('复核期限天数', 30)), '已过复核期限')
  },
  'M47-P03': (c) => {
    const agent = text(c.form('ch_agent')) || text(c.form('ag_name'))
    if (agent === '') return none('本人申请')
    const letter = paper(c, '授权委托书')
    if (letter && sameName(letter.fields.受托人姓名, agent) && has(letter, '委托人签名')) return pass
    const family = FAMILY.includes(text(c.form('ch_rel')))
    return holds(family && related(c, agent, text(c.form('p_name'))), '代办人没有关系证明，也没有委托书')
  },
  'M47-P04': (c) => {
    const place = text(c.form('ch_place'))
    if (place === '') return none('没有填评估地点')
    if (!inShanghai(place)) return fail('评估地点不在本市')
    const { number, lane } = parseAddress(place)
    if (number === null && lane === null) return fail('评估地点没有门牌号')
    return holds(/^(?:1[3-9]\d{9}|(?:021-?)?\d{8})$/u.test(text(c.form('p_tel')).replace(/\s/gu, '')), '联系电话不对')
  },
  'S091-P01': () => person('由两名评估员上门评定'),
}
