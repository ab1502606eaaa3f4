import { addMonths, daysBetween } from '../../../facts/values/date.ts'
import { by, has, param } from '../ask.ts'
import { blank, dateOf, fen, inForce, num, sameCode, sameName, text } from '../compare.ts'
import { bills, summed, treated } from '../fees.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { aboutMe, held } from '../persons.ts'

export const CHECKS: Checks = {
  'M37-P01': (c) =>
    by(c, '出院小结', ({ fields }) => {
      const admitted = dateOf(fields.入院日期)
      if (admitted === null) return none('出院小结没有入院日期')
      const covers = aboutMe(c, '职工互保库').filter(
        (one) => held(one, '状态') !== '失效' && inForce(held(one, '保障期间'), admitted, true),
      )
      if (covers.length === 0) return fail('住院日期不在保障期内')
      const waited = covers.some((one) => (dateOf(held(one, '等待期至')) ?? '') < admitted)
      return holds(waited, '等待期内住院')
    }),
  'M37-P02': (c) =>
    by(c, '出院小结', ({ fields }) => {
      const [from, to, told] = [dateOf(fields.入院日期), dateOf(fields.出院日期), num(c.form('gh_days'))]
      if (from === null || to === null || told === null) return none('没有写明住院日期或天数')
      if (told !== daysBetween(from, to)) return fail(`住院应为${daysBetween(from, to)}天，填的是${told}天`)
      const billed = treated(bills(c))
      return holds(billed === null || (billed.from === from && billed.to === to), '与票据的住院时间不一致')
    }),
  'M37-P03': (c) =>
    by(c, '出院小结', (given) => {
      if (given.electronic && given.signed) return holds(true, '')
      if (given.copy) return fail('出院小结是复印件')
      return holds(has(given, '盖章'), '出院小结没有医院盖章')
    }),
  'M37-P04': (c) =>
    by(c, '医疗收费票据', () => {
      const given = bills(c)
      const unsettled = given.find(
        ({ fields }) =>
          (fen(fields.医保统筹基金支付) ?? 0) === 0 &&
          (blank(fields.医保类型) || /自费|无/u.test(text(fields.医保类型))),
      )
      if (unsettled) return fail('票据没有经过医保结算')
      if (given.some(({ fields }) => blank(fields.住院号))) return fail('票据不是住院收据')
      const told = fen(c.form('gh_self'))
      return told === null
        ? none('没有填自负医疗费用')
        : holds(told === summed(given, '个人自付'), '自负医疗费用与票据的个人自付不一致')
    }),
  'M37-P05': (c) =>
    by(c, '出院小结', ({ fields }) => {
      const left = dateOf(fields.出院日期)
      const years = num(param(c, '给付时效年数')) ?? 2
      return left === null
        ? none('出院小结没有出院日期')
        : holds(c.at <= addMonths(left, years * 12), `出院已超过${years}年`)
    }),
  'M37-P06': (c) => {
    const same = aboutMe(c, '职工互保库').some(
      (one) => sameName(held(one, '参保单位'), c.form('gh_unit')) && sameCode(held(one, '参保编码'), c.form('gh_code')),
    )
    return holds(same, '参保单位或编码与职保系统不一致')
  },
}
