import { isValidBankCard } from '../../../facts/values/bank-card.ts'
import { applicant, get, paper } from '../ask.ts'
import { blank, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import type { TrueCase } from '../true-case.ts'

/** The account as the bank holds it: by its number, else of the applicant. */
function account(c: TrueCase) {
  const all = c.records('银行账户库')
  return all.find((r) => sameCode(get(r, '账号'), c.form('bk_no'))) ?? (blank(c.form('bk_no')) ? all[0] : undefined)
}

const digits = (v: string) => v.replace(/\D/gu, '')

export const CHECKS: Checks = {
  'BANK-P01': (c) => {
    const name = applicant(c)
    const given = paper(c, '银行账户材料')
    if (blank(c.form('bk_name')) && !given) return none('未填户名')
    if (!blank(c.form('bk_name')) && !sameName(c.form('bk_name'), name)) return fail('户名不是申请人')
    if (given && !blank(given.fields.户名) && !sameName(given.fields.户名, name))
      return fail('账户材料的户名不是申请人')
    const held = get(account(c), '户名')
    return holds(blank(held) || sameName(held, name), '银行登记的户名不是申请人')
  },
  'BANK-P02': (c) => {
    const number = text(c.form('bk_no'))
    const given = paper(c, '银行账户材料')
    if (number === '') return none('未填账号')
    const card =
      text(given?.fields.账户性质) === '个人' || (c.applicant.kind === 'person' && digits(number).length >= 16)
    if (card && !isValidBankCard(number)) return fail('卡号校验位不符')
    if (!card && !/^\d{8,32}$/u.test(number.replace(/[\s-]/gu, ''))) return fail('账号位数不对')
    return holds(
      !given || blank(given.fields.账号) || sameCode(digits(text(given.fields.账号)), digits(number)),
      '账号与卡面不一致',
    )
  },
  'BANK-P03': (c) => {
    const record = account(c)
    if (!record) return none('没有账户核验信息')
    const [state, kind] = [text(get(record, '账户状态')), text(get(record, '账户类别'))]
    if (state !== '' && state !== '正常') return fail(`账户${state}`)
    return holds(!/信用卡|二类|三类/u.test(kind), `账户是${kind}`)
  },
}
