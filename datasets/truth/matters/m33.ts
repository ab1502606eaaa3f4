import { addMonths } from '../../../facts/values/date.ts'
import { by, param } from '../ask.ts'
import { blank, dateOf, inForce, num, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { aboutMe, ageOf, benefits, employmentRecords, held, sexOf } from '../persons.ts'

export const CHECKS: Checks = {
  'M33-P01': (c) => {
    const kind = text(c.form('jd_kind'))
    if (kind === '大龄失业人员') {
      const [age, man] = [ageOf(c), sexOf(c) === '男']
      const least = num(param(c, man ? '男大龄' : '女大龄')) ?? (man ? 50 : 40)
      return age === null ? none('不知道出生日期') : holds(age >= least, `年龄${age}周岁，不满${least}周岁`)
    }
    if (kind !== '长期失业人员') return pass
    const least = num(param(c, '长期失业月数')) ?? 12
    const long = employmentRecords(c, '失业登记').some((one) => {
      const [months, since] = [num(held(one, '失业月数')), dateOf(held(one, '登记日期'))]
      return months === null ? since !== null && addMonths(since, least) <= c.at : months >= least
    })
    return holds(long, `失业不满${least}个月`)
  },
  'M33-P02': (c) => {
    if (c.form('jd_kind') !== '残疾人') return none('不是按残疾申请')
    return by(c, '残疾人证', ({ fields, exempt }) => {
      const record = aboutMe(c, '残联库')[0]
      if (!record) return fail('残联没有这个人的记录')
      if (held(record, '证件状态') !== '有效' || !inForce(held(record, '有效期至'), c.at, true))
        return fail('残疾人证已过期、冻结或注销')
      const untold = exempt && blank(fields.残疾等级)
      return holds(untold || held(record, '残疾等级') === (fields.残疾等级 ?? null), '残疾等级与残联数据不一致')
    })
  },
  'M33-P03': (c) => {
    const kind = text(c.form('jd_kind'))
    if (kind === '最低生活保障家庭成员') return holds(benefits(c, '最低生活保障').length > 0, '低保不在有效状态')
    if (kind !== '零就业家庭成员') return none('不是低保、零就业类')
    const standing = aboutMe(c, '就业库').some(
      (one) =>
        speaksOf(held(one, '认定类别'), '零就业') &&
        held(one, '状态') === '有效' &&
        inForce(held(one, '有效期限'), c.at, true),
    )
    return holds(standing, '库里没有有效的零就业家庭认定')
  },
  'M33-P04': (c) => holds(employmentRecords(c, '失业登记').length > 0, '没有在登记期间的失业登记'),
}
