import { applicant, by, isSole, papers } from '../ask.ts'
import { blank, list, rows, sameCode, sameName, sameText, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { lacking } from '../modules/mod-sys.ts'
import type { TrueCase } from '../true-case.ts'

/** What an invoice bills: its lines, else its one heading. */
function billed(fields: Readonly<Record<string, unknown>>): { name: string; model: string }[] {
  const lines = rows(fields.项目明细 as never).map((row) => ({ name: text(row.项目名称), model: text(row.规格型号) }))
  return lines.length > 0 ? lines : [{ name: text(fields.项目名称 as never), model: '' }]
}

const buyers = (c: TrueCase) => [applicant(c), isSole(c) ? text(c.form('lrep_name')) : '']

export const CHECKS: Checks = {
  'M04-P01': (c) => {
    if (!isSole(c)) return none('不是个体工商户')
    const kind = text(c.form('pr_kind'))
    return kind === '' ? none('没有填印刷经营类别') : holds(!/出版物|包装装潢/u.test(kind), `个体工商户不得申请${kind}`)
  },
  'M04-P02': (c) => {
    const invoices = papers(c, '设备发票').map(({ fields }) => fields)
    if (invoices.length === 0) return none('没有设备发票')
    return by(c, '设备设施清单', ({ fields }) => {
      const foreign = invoices.find((one) => {
        const named = buyers(c).some((name) => sameName(name, one.购买方名称))
        return !named || (!blank(one.购买方税号) && !sameCode(one.购买方税号, c.form('uscc')))
      })
      if (foreign) return fail('设备发票的购买方不是申请人')
      const machines = rows(fields.设备)
      const lost = invoices.flatMap(billed).find(({ name, model }) => {
        const here = machines.filter((row) => model === '' || blank(row.规格型号) || sameText(row.规格型号, model))
        return !here.some((row) => model !== '' || name === '' || speaksOf(name, text(row.设备名称)))
      })
      return holds(lost === undefined, `发票上的${lost?.name ?? ''}${lost?.model ?? ''}不在设备清单上`)
    })
  },
  'M04-P03': (c) =>
    by(c, '管理制度', ({ fields }) => {
      const missing = lacking(list(fields.制度名称清单), [
        '承印验证',
        '承印登记',
        '印刷品保管',
        '印刷品交付',
        '残次品销毁',
      ])
      return holds(missing === undefined, `缺${missing ?? ''}制度`)
    }),
}
