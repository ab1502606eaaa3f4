import type { CaseValue } from '../../../case-format.ts'
import type { Random } from '../../random.ts'
import { person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import { oneDigitOff } from './kin.ts'

const BANKS = ['中国工商银行', '中国建设银行', '中国农业银行', '交通银行', '上海银行', '上海农商银行']
const BRANCHES = ['上海曹杨示例支行', '上海长寿路示例支行', '上海真如示例支行', '上海桃浦示例支行']

/** An account that money can be paid into. */
export interface Account {
  holder: string
  number: string
  bank: string
  branch: string
}

/** A debit card number of 19 digits that ends in its Luhn digit. */
function cardNumber(random: Random): string {
  const body = `62${random.pick(['1700', '2202', '2848', '2262'])}${random.digits(12)}`
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const twice = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return total + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return body + String((10 - (sum % 10)) % 10)
}

/**
 * MOD-BANK: where the money goes. A person has a bank card (or the account on a social security card, `social`), a firm
 * its basic account.
 */
export function bankAccount(
  d: Draft,
  holder: { name: string; key: { cnid?: string; uscc?: string } },
  o: { social?: boolean } = {},
): Account {
  const random = d.random('bank')
  const firm = holder.key.uscc !== undefined
  const account: Account = {
    holder: holder.name,
    number: firm ? `1001${random.digits(15)}` : cardNumber(random),
    bank: random.pick(BANKS),
    branch: random.pick(BRANCHES),
  }
  d.known({ bk_name: account.holder, bk_no: account.number, bk_bank: account.bank + account.branch })
  d.record('银行账户库', holder.key, {
    户名: account.holder,
    证件号码: holder.key.uscc ?? holder.key.cnid ?? '',
    账号: account.number,
    开户银行: account.bank,
    账户状态: '正常',
    账户类别: firm ? '对公账户' : o.social ? '社保卡金融账户' : '一类户',
  })
  d.paper(
    '银行账户材料',
    'BNK',
    {
      户名: account.holder,
      账号: account.number,
      开户银行: account.bank,
      支行: account.branch,
      账户性质: firm ? '基本户' : '个人',
    },
    {
      variant: firm ? '单位开户信息' : random.pick(['银行卡', '存折']),
      marks: { 银行章: firm ? account.bank : false },
    },
  )
  offerDefects(d, account, firm)
  return account
}

function offerDefects(d: Draft, account: Account, firm: boolean): void {
  const slot = '银行账户材料'
  const change = (draft: Draft, paper: Record<string, CaseValue>, record: Record<string, CaseValue>) => {
    draft.change(slot, paper)
    draft.amend('银行账户库', record)
  }
  d.mayFail({
    id: 'account-of-another',
    title: firm ? '交的是法定代表人个人的账户' : '交的是家里别人的账户',
    slot,
    fails: { 'BANK-P01': '户名不是申请人', 'M46-P03': '发放账户不是本人的' },
    apply: (draft) => {
      const other = person(draft.random('other-account'), draft.at).name
      change(draft, { 户名: other }, { 户名: other })
    },
  })
  d.mayFail({
    id: 'account-digit-wrong',
    title: '账号写错了一位',
    slot: '申请表',
    touches: slot,
    fails: { 'BANK-P02': '账号与所附卡面不一致' },
    silences: { 'BANK-P03': '这个账号查不到账户，无从核验' },
    apply: (draft) => draft.answer('bk_no', oneDigitOff(account.number)),
  })
  d.mayFail({
    id: 'account-closed',
    title: '账户已经注销',
    slot,
    fails: { 'BANK-P03': '账户状态为注销' },
    apply: (draft) => draft.amend('银行账户库', { 账户状态: '注销' }),
  })
  if (!firm)
    d.mayFail({
      id: 'account-of-second-class',
      title: '交的是信用卡或收款受限的账户',
      slot,
      fails: { 'BANK-P03': '账户类别受限', 'M46-P03': '账户不是敬老卡、社保卡账户' },
      apply: (draft) =>
        draft.amend('银行账户库', { 账户类别: draft.random('class').pick(['信用卡', '三类户', '二类户']) }),
    })
}
