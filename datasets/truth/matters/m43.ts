import { addDays } from '../../../facts/values/date.ts'
import { by, param } from '../ask.ts'
import { blank, dateOf, num, rows, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { held, homeOf, hukouOf, inOurDistrict, married, naming } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'

const pair = (c: TrueCase) => [...rows(c.form('bd_w')), ...rows(c.form('bd_h'))]

export const CHECKS: Checks = {
  'M43-P01': (c) =>
    by(c, '结婚证', ({ fields, exempt }) => {
      const names = [fields.男方姓名, fields.女方姓名].filter((name) => !blank(name))
      if (names.length > 0 && !pair(c).every((who) => names.some((name) => sameName(name, who.姓名 ?? null))))
        return fail('结婚证上的人与夫妻双方不一致')
      if (!pair(c).some((who) => married(c, who.证件号码 ?? null))) return fail('婚姻登记库没有有效的婚姻登记')
      if (exempt && blank(fields.结婚证字号)) return pass
      const entry = pair(c)
        .flatMap((who) => naming(c, '婚姻登记库', who.证件号码 ?? null))
        .some(
          (one) =>
            sameCode(held(one, '字号'), fields.结婚证字号) && dateOf(held(one, '登记日期')) === dateOf(fields.登记日期),
        )
      return holds(entry, '结婚证与婚姻登记不一致')
    }),
  'M43-P02': (c) => {
    const known = pair(c).flatMap((who) => {
      const number = text(who.证件号码 ?? null)
      const records = [...c.about('人口库', number), ...c.about('人口核验库', number), ...c.about('实有人口库', number)]
      return records.flatMap((one) => [held(one, '户籍地址'), held(one, '居住地址')])
    })
    const places = [...known, hukouOf(c), homeOf(c), ...pair(c).map((who) => who.户籍地 ?? null)]
    // Settled with the generator: the district is known, the street office is not.
    return places.some((one) => inOurDistrict(c, one) === true)
      ? person('在本区；是不是属于本街镇由受理人员看')
      : fail('夫妻的户籍和居住地都不在本区')
  },
  'M43-P03': (c) => {
    const filled = num(c.form('bd_cnt'))
    if (filled === null) return none('没有填已有子女数')
    const ids = pair(c).map((who) => text(who.证件号码 ?? null))
    const births = ids.flatMap((id) => naming(c, '出生登记库', id))
    const services = ids.flatMap((id) => naming(c, '生育服务库', id))
    const numbers = new Set(births.map((one) => text(held(one, '出生医学证明编号'))))
    const figures = [
      ...births.map((one) => num(held(one, '子女数'))),
      ...services.map((one) => num(held(one, '已有子女数'))),
    ]
    const recorded = Math.max(numbers.size, ...figures.map((one) => one ?? 0))
    if (recorded !== filled) return fail(`已有子女数填${filled}个，登记的是${recorded}个`)
    const approved = services.some((one) => held(one, '登记状态') === '已审批')
    return holds(filled < 3 || approved, '已有三个子女，再生育要审批')
  },
  'M43-P04': (c) => {
    const due = dateOf(c.form('bd_preg'))
    if (due === null) return none('没有填预产期')
    const [term, over] = [num(param(c, '孕期天数')) ?? 280, num(param(c, '过期天数')) ?? 14]
    if (due > addDays(c.at, term)) return fail('按预产期算还没有怀孕')
    return holds(due >= addDays(c.at, -over), '预产期早已过去')
  },
}
