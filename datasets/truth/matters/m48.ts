import { by, has, paper, papers } from '../ask.ts'
import { inForce, list, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { aboutMe, ageOf, benefits, held, hukouOf, inShanghai } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'

const asksFor = (c: TrueCase, kind: string) => list(c.form('cj_apply')).some((one) => one.includes(kind))

export const CHECKS: Checks = {
  'M48-P01': (c) =>
    by(c, '残疾人证', ({ fields }) => {
      const record = aboutMe(c, '残联库')[0]
      if (!record) return fail('残联没有这个人的记录')
      if (held(record, '证件状态') !== '有效' || !inForce(held(record, '有效期至'), c.at, true))
        return fail('残疾人证已过期、冻结或注销')
      const [kind, level] = [
        text(fields.残疾类别) || text(held(record, '残疾类别')),
        text(fields.残疾等级) || text(held(record, '残疾等级')),
      ]
      const kinds = list(held(record, '残疾类别'))
      if (!kinds.some((one) => one.includes(kind)) && !(kind === '多重' && kinds.length > 1))
        return fail('残疾类别与残联数据不一致')
      if (level !== text(held(record, '残疾等级'))) return fail('残疾等级与残联数据不一致')
      if (text(c.form('cj_class')) !== `${kind}${level}`) return fail('申请的残疾类别、等级与残疾人证不一致')
      if (!asksFor(c, '护理补贴') || ['一级', '二级'].includes(level)) return pass
      // 国发〔2015〕52号: places may extend it to further 智力, 精神 grades.
      const extended = level === '三级' && kinds.some((one) => /智力|精神/u.test(one))
      return extended ? person('三级智力、精神残疾是否发放看本市规定') : fail('护理补贴只发给一级、二级')
    }),
  'M48-P02': (c) => {
    if (!inShanghai(hukouOf(c))) return fail('不是本市户籍')
    const other = benefits(c, '机构集中供养', '特困供养', '残疾人两项补贴', '军休离休待遇')[0]
    if (other) return fail(`已享受${text(held(other, '类别'))}`)
    const injury = aboutMe(c, '社保库').some((one) => speaksOf(held(one, '享受待遇'), '护理费', '伤残津贴'))
    return holds(!injury, '已领工伤护理费')
  },
  'M48-P03': (c) => {
    if (!asksFor(c, '生活补贴')) return none('不申请生活补贴')
    const idle = aboutMe(c, '残联库').some((one) => held(one, '重残无业') === true)
    return holds(idle || benefits(c, '最低生活保障', '低收入困难家庭').length > 0, '没有有效的低保、低收入或重残无业')
  },
  'M48-P04': (c) => {
    const guard = text(c.form('cj_guard'))
    if (guard === '') {
      const age = ageOf(c)
      return age !== null && age < 18 ? fail('未成年人没有写监护人') : none('本人自主申请')
    }
    const named = (name: unknown) => typeof name === 'string' && name.length > 1 && guard.includes(name)
    const book = papers(c, '户口簿').some(({ fields }) => named(fields.姓名) || named(fields.户主姓名))
    const deed = paper(c, '公证书')
    const notarised =
      deed !== undefined && has(deed, '盖章') && (named(deed.fields.关系人) || named(deed.fields.申请人))
    return holds(book || notarised, '监护人没有户籍或公证的关系证明')
  },
}
