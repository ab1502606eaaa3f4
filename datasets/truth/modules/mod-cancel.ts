import { chartered, firm, get, paper, papers, param } from '../ask.ts'
import { blank, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, none, pass, holds as yes } from '../label.ts'
import { held, holdings, holds, lapsed, original } from '../licence.ts'

export const CHECKS: Checks = {
  'CANCEL-P01': (c) => {
    if (param(c, '登记事项') === true) {
      const record = firm(c)
      if (!record) return none('法人库没有该主体的记录')
      return yes(sameName(get(record, '名称'), c.form('subj_name')), '申请人不是该主体')
    }
    const all = [original(c), held(c)].filter((one) => one !== undefined)
    if (all.length === 0) return fail('申请人名下没有这张证')
    return yes(
      all.every((one) => holds(c, one)),
      '申请人不是持证人',
    )
  },
  'CANCEL-P02': (c) => {
    const back = papers(c, param(c, '登记事项') === true ? '营业执照' : '原许可证')
    const copy = c.asked.slots.some(({ slot }) => slot === '许可证副本')
    if (paper(c, '遗失声明')) return pass
    if (back.length === 0) return fail('没有交回原证，也没有遗失声明')
    if (back.every(({ electronic, exempt }) => electronic || exempt)) return pass
    if (back.some(({ complete }) => !complete)) return fail('正副本没有交全')
    return yes(!copy || papers(c, '许可证副本').length > 0, '没有交回副本')
  },
  'CANCEL-P03': (c) => {
    const number = text(c.form('cn_no'))
    const keys = new Set([c.form('uscc'), chartered(c, '统一社会信用代码'), c.form('p_idno')].map(text))
    const [open] = c.records('在办案件库', (r) => {
      const own =
        Object.values(r.键).some((key) => key !== undefined && keys.has(key)) || sameCode(get(r, '许可证编号'), number)
      return own && get(r, '状态') === '在办' && get(r, '类别') !== '注销'
    })
    return yes(open === undefined, `有在办的${text(get(open, '类别'))}案件`)
  },
  'CANCEL-P04': (c) => {
    if (param(c, '登记事项') === true)
      return yes(!/注销|吊销|撤销/u.test(text(get(firm(c), '登记状态'))), '登记状态不能注销')
    const one = held(c) ?? original(c) ?? holdings(c)[0]
    if (!one) return none('缺原许可证')
    const why = lapsed(one, c.at)
    return why === null ? pass : fail(blank(one.state) ? why : `${why}，不用注销`)
  },
}
