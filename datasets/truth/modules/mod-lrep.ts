import { isValidCnid } from '../../../facts/values/cnid.ts'
import { charter, chartered, field, get } from '../ask.ts'
import { blank, inForce, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import type { TrueCase } from '../true-case.ts'

/** Name and number belong together: as the population register says, else as the identity card handed in says. */
export function isPerson(c: TrueCase, name: string, number: string, slot: string): boolean {
  const [record] = [...c.about('人口核验库', number), ...c.about('人口库', number)]
  if (record) return sameName(get(record, '姓名'), name)
  const [cardName, cardNumber] = [field(c, slot, '姓名'), field(c, slot, '公民身份号码')]
  return blank(cardNumber) || (sameCode(cardNumber, number) && sameName(cardName, name))
}

export const CHECKS: Checks = {
  'LREP-P01': (c) => {
    if (blank(c.form('lrep_name'))) return none('未填法定代表人姓名')
    if (!charter(c)) return none('缺营业执照')
    return holds(sameName(c.form('lrep_name'), chartered(c, '法定代表人')), '法定代表人与营业执照不一致')
  },
  'LREP-P02': (c) => {
    const [name, number] = [text(c.form('lrep_name')), text(c.form('lrep_idno'))]
    if (name === '' || number === '') return none('未填法定代表人姓名或证件号码')
    if (!['', '居民身份证'].includes(text(c.form('lrep_idtype')))) return none('证件不是居民身份证')
    if (!isValidCnid(number)) return fail('身份证号码校验位不符')
    return holds(isPerson(c, name, number, '法定代表人身份证'), '姓名与号码核验不一致')
  },
  'LREP-P03': (c) => {
    const card = field(c, '法定代表人身份证', '有效期限')
    const [register] = c.about('人口库', text(c.form('lrep_idno')))
    const term = blank(card) ? get(register, '身份证有效期限') : card
    return blank(term) ? none('缺法定代表人身份证') : holds(inForce(term, c.at), '法定代表人身份证已过期')
  },
}
