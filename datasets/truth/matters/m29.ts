import { field, param } from '../ask.ts'
import { blank, list, num, rows, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { scopeOf } from '../modules/mod-subj.ts'
import { insuredBy } from '../persons.ts'

export const CHECKS: Checks = {
  'M29-P01': (c) => {
    const staff = new Map(rows(c.form('hr_staff')).map((one) => [text(one.证件号码 ?? null), one]))
    if (staff.size === 0) return none('没有填专职人员')
    const least = num(param(c, '专职人员最少人数')) ?? 3
    if (staff.size < least) return fail(`专职人员${staff.size}名，少于${least}名`)
    const elsewhere = [...staff.keys()].filter((id) => !insuredBy(c, id, c.form('uscc'), c.form('subj_name')))
    return holds(elsewhere.length === 0, `${elsewhere.length}名专职人员的社保不在本单位`)
  },
  // Settled with the generator: 法人库 and the form hold the scope also when the licence is missing.
  'M29-P02': (c) => {
    if (list(c.form('hr_items')).length === 0) return none('没有选服务范围')
    const scope = blank(scopeOf(c)) ? c.form('subj_scope') : scopeOf(c)
    if (blank(scope)) return none('缺营业执照')
    return holds(speaksOf(scope, '职业中介', '职业介绍', '人才中介'), '经营范围里没有职业中介')
  },
  'M29-P03': (c) => {
    const place = num(c.form('hr_place'))
    if (place === null) return none('没有填服务场所面积')
    if (place <= 0) return fail('服务场所面积应大于零')
    const whole = [num(c.form('prem_area')), num(field(c, '房屋租赁合同', '建筑面积'))].filter((one) => one !== null)
    return whole.every((one) => place <= one) ? pass : fail('服务场所面积超过场所总面积')
  },
}
