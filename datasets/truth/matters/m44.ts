import { by, has, paper, papers } from '../ask.ts'
import { blank, dateOf, rows, sameCode, sameName, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { held } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'

const file = (c: TrueCase) =>
  c.records('出生登记库', (one) => sameCode(held(one, '出生医学证明编号'), c.form('ce_no')))[0]
const baby = (c: TrueCase) => rows(c.form('ce_baby'))[0]
const mother = (c: TrueCase) => rows(c.form('ce_mother'))[0]?.姓名 ?? null
const lost = (c: TrueCase) => ['遗失', '被盗'].includes(text(c.form('ce_reason')))

export const CHECKS: Checks = {
  'M44-P01': (c) => {
    const record = file(c)
    if (!record) return fail('签发档案里没有这个编号')
    if (!text(c.form('ce_hosp')).includes(text(held(record, '签发机构')))) return fail('签发机构与档案不一致')
    const filled = baby(c)
    if (dateOf(filled?.出生日期 ?? null) !== dateOf(held(record, '出生日期'))) return fail('出生日期与档案不一致')
    // Who asks for a correction fills in what is right, not what the file says.
    if (c.form('ce_reason') === '信息有误更正') return pass
    if (!sameName(filled?.姓名 ?? null, held(record, '新生儿姓名'))) return fail('新生儿姓名与档案不一致')
    return holds((filled?.性别 ?? null) === held(record, '性别'), '新生儿性别与档案不一致')
  },
  'M44-P02': (c) => {
    if (!lost(c)) {
      // Settled with the generator: the counterfoil is a paper of its own.
      return by(c, '原出生医学证明', ({ exempt }) => {
        const sheets = papers(c, '原出生医学证明').filter(({ complete }) => complete)
        const second = sheets.filter(({ variant }) => variant === '副页').length
        return holds(exempt || (second > 0 && second < sheets.length), '原证的正页、副页不齐')
      })
    }
    return by(c, '遗失声明', ({ fields }) => {
      const filed = c.records('出生登记库').some((one) => sameCode(held(one, '出生医学证明编号'), fields.证照编号))
      if (!filed && !sameCode(fields.证照编号, c.form('ce_no'))) return fail('遗失声明没有写编号或编号不对')
      const said = [fields.证照名称, fields.声明主体, fields.遗失经过].map((one) => text(one)).join('；')
      return holds(
        !blank(baby(c)?.姓名 ?? null) && said.includes(text(baby(c)?.姓名 ?? null)),
        '遗失声明没有写新生儿姓名',
      )
    })
  },
  'M44-P03': (c) => {
    if (c.form('ce_reason') !== '变更父母信息') return none('不变更父母信息')
    const basis = paper(c, '亲子关系文书')
    if (!basis) return fail('没有附亲子鉴定意见或法院文书')
    return holds(!/不支持|排除|不存在|不是|否定|驳回/u.test(text(basis.fields.结论)), '文书不支持亲子关系')
  },
  'M44-P04': (c) => {
    const record = file(c)
    const settled = held(record, '已落户') === true
    const page = paper(c, '新生儿户口簿')?.fields
    if (!settled && !page) return pass
    const registered = [settled ? held(record, '户籍姓名') : null, page?.姓名 ?? null].filter((one) => !blank(one))
    return holds(
      registered.every((name) => sameName(name, baby(c)?.姓名 ?? null)),
      '户籍上的姓名与出生医学证明不一致',
    )
  },
  'M44-P05': (c) => {
    const collector = blank(c.form('ag_name')) ? c.form('p_name') : c.form('ag_name')
    if (sameName(collector, mother(c))) return pass
    const letter = paper(c, '授权委托书')
    if (!letter) return fail('领证人不是母亲，没有母亲的委托书')
    if (!speaksOf(letter.fields.委托人, text(mother(c)))) return fail('委托人不是母亲')
    return holds(has(letter, '委托人签名'), '委托书没有母亲签字')
  },
}
