import { isValidCnid, readCnid } from '../../../facts/values/cnid.ts'
import type { CaseValue } from '../../case-format.ts'
import { field, get, hasAgent, paper, param } from '../ask.ts'
import { blank, inForce, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { inShanghai } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'
import { isPerson } from './mod-lrep.ts'

/** Household registration as the population register holds it, else as the household book or the form says. */
export function household(c: TrueCase): CaseValue {
  const number = text(c.form('p_idno'))
  const [one] = [...c.about('人口库', number), ...c.about('人口核验库', number)]
  const known = [get(one, '户籍地址'), field(c, '户口簿', '住址'), c.form('p_huji')]
  return known.find((value) => !blank(value)) ?? null
}

/** Registered in this city. */
export const isLocal = (c: TrueCase) => inShanghai(household(c))

/** Lives here with a residence permit in force or a valid entry in the register of actual residents. */
export function isResident(c: TrueCase): boolean {
  const number = text(c.form('p_idno'))
  const permit = c
    .about('居住证库', number)
    .some((r) => text(get(r, '状态')) === '正常' && inForce(get(r, '签注到期日'), c.at, true))
  const card = paper(c, '居住证')
  const shown =
    card !== undefined && c.about('居住证库', number).length === 0 && inForce(card.fields.有效期限, c.at, true)
  return permit || shown || c.about('实有人口库', number).some((r) => text(get(r, '登记状态')) === '有效')
}

const KINSHIP = ['户口簿', '结婚证', '出生医学证明', '公证书', '新生儿户口簿']

export const CHECKS: Checks = {
  'PERS-P01': (c) => {
    const [name, number] = [text(c.form('p_name')), text(c.form('p_idno'))]
    if (name === '' || number === '') return none('未填姓名或公民身份号码')
    if (!isValidCnid(number)) return fail('公民身份号码校验位不符')
    const { sex, birth } = readCnid(number)
    if (!blank(c.form('p_sex')) && sex !== null && c.form('p_sex') !== sex) return fail('性别与号码不一致')
    if (!blank(c.form('p_birth')) && birth !== null && c.form('p_birth') !== birth) return fail('出生日期与号码不一致')
    return holds(isPerson(c, name, number, '申请人身份证'), '姓名与号码核验不一致')
  },
  'PERS-P02': (c) => {
    const card = field(c, '申请人身份证', '有效期限')
    const [register] = c.about('人口库', text(c.form('p_idno')))
    const term = blank(card) ? get(register, '身份证有效期限') : card
    return blank(term) ? none('缺申请人身份证') : holds(inForce(term, c.at), '申请人身份证已过期')
  },
  'PERS-P03': (c) => {
    const need = text(param(c, '户籍要求'))
    if (need === '') return none('本事项没有户籍要求')
    if (isLocal(c)) return pass
    if (blank(household(c)) && need === '本市户籍') return none('没有户籍信息')
    return holds(
      need !== '本市户籍' && isResident(c),
      need === '本市户籍' ? '不是本市户籍' : '没有本市户籍，也没有有效的居住证或居住登记',
    )
  },
  'PERS-P04': (c) => {
    if (!hasAgent(c)) return none('本人办理')
    const name = c.applicant.agent?.name ?? text(c.form('ag_name'))
    const number = c.applicant.agent?.idNumber ?? text(c.form('ag_idno'))
    const card = paper(c, '受托人身份证')?.fields
    if (card && !(sameName(card.姓名, name) && sameCode(card.公民身份号码, number))) return fail('代办人与身份证不一致')
    if (name !== '' && number !== '' && !isPerson(c, name, number, '受托人身份证')) return fail('代办人身份核验不一致')
    const power = c.all('授权委托书')
    if (power.some(({ documentType }) => documentType === '授权委托书')) return none('凭授权委托书代办')
    const proof = power.length > 0 || KINSHIP.some((slot) => paper(c, slot) !== undefined)
    return holds(proof, '代办没有关系证明')
  },
}
