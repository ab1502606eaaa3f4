import { paper } from '../ask.ts'
import { sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { aboutMe, ageOf, benefits, held, hukouOf, inShanghai, myNumbers } from '../persons.ts'

export const CHECKS: Checks = {
  'M46-P01': (c) => {
    const age = ageOf(c)
    if (age === null) return none('不知道出生日期')
    if (age < 65) return fail(`年龄${age}周岁，不满65周岁`)
    return holds(inShanghai(hukouOf(c)), '不是本市户籍')
  },
  'M46-P02': (c) => {
    const people = [...aboutMe(c, '人口库'), ...aboutMe(c, '人口核验库')]
    const gone = people.map((one) => text(held(one, '人员状态'))).find((state) => state !== '' && state !== '正常')
    if (gone) return fail(`人口库：${gone}`)
    return holds(inShanghai(hukouOf(c)), '户籍不在本市')
  },
  'M46-P03': (c) => {
    const holder = paper(c, '银行账户材料')?.fields.户名 ?? paper(c, '社会保障卡')?.fields.姓名 ?? null
    if (holder === null) return none('缺银行账户材料和社会保障卡')
    if (!sameName(holder, c.form('p_name'))) return fail('发放账户不是本人的')
    const mine = myNumbers(c)
    const other = c
      .records(
        '银行账户库',
        (one) => sameCode(held(one, '账号'), c.form('lj_card')) || sameCode(held(one, '账号'), c.form('bk_no')),
      )
      .find((one) => text(held(one, '证件号码')) !== '' && !mine.includes(text(held(one, '证件号码'))))
    if (other) return fail('发放账户不是本人的')
    const [kind] = c.records('银行账户库', (one) => sameCode(held(one, '账号'), c.form('lj_card')))
    // Settled with the generator: a credit card or a restricted account is neither of the two cards.
    return holds(!kind || !/信用卡|二类|三类|对公/u.test(text(held(kind, '账户类别'))), '账户不是敬老卡、社保卡账户')
  },
  'M46-P04': (c) => {
    if (benefits(c, '军休离休待遇').length > 0) return fail('享受军休、离休待遇')
    const drawing = benefits(c, '老年综合津贴').length > 0
    return holds(c.form('lj_kind') === '卡变更' || !drawing, '已经在领老年综合津贴')
  },
}
