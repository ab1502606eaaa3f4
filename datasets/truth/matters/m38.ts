import { by, paper, papers, param } from '../ask.ts'
import { dateOf, fen, inForce, num, rangeOf, text } from '../compare.ts'
import { bills, feeDay, summed, treated } from '../fees.ts'
import { type Checks, fail, holds, none, person } from '../label.ts'
import { aboutMe, held } from '../persons.ts'

/** Days of medicine that a case history prescribes: 用药 30 天, ×14日. */
function daysGiven(text: string): number {
  const found = [...text.normalize('NFKC').matchAll(/(\d+)\s*[天日](?!后|内复)/gu)].map(([, days]) => Number(days))
  const months = [...text.normalize('NFKC').matchAll(/(\d+)\s*个月(?:的?用?量|药)/gu)].map(
    ([, count]) => Number(count) * 30,
  )
  return Math.max(0, ...found, ...months)
}

export const CHECKS: Checks = {
  'M38-P01': (c) => {
    const record = aboutMe(c, '征地养老库')[0]
    if (!record) return fail('征地养老名册里没有')
    if (held(record, '待遇状态') !== '正常') return fail('待遇已停发或注销')
    return holds(inForce(held(record, '生存认证有效期至'), c.at, true), '生存认证已过期')
  },
  'M38-P02': (c) =>
    by(c, '医疗收费票据', () => {
      const years = new Set(bills(c).map((bill) => feeDay(bill)?.slice(0, 4) ?? c.at.slice(0, 4)))
      if (years.size > 1) return fail('跨年度的票据混在一起')
      return holds(years.has(c.at.slice(0, 4)), '费用不在本年度报销期')
    }),
  'M38-P03': (c) => {
    const [record, asked] = [aboutMe(c, '征地养老库')[0], fen(c.form('zd_amount'))]
    if (asked === null || !record) return none('没有填金额或查不到已报累计')
    if (bills(c).length > 0 && asked > summed(bills(c), '金额合计')) return fail('申请金额超过票据合计')
    const [limit, drawn] = [fen(held(record, '年度限额')), fen(held(record, '年度已报金额')) ?? 0]
    return holds(limit === null || asked + drawn <= limit, '加上已报累计超过年度限额')
  },
  'S079-P01': (c) =>
    by(c, '医疗收费票据', () => {
      const histories = papers(c, '门急诊病历')
      if (histories.length === 0) return fail('没有附病历')
      const alone = bills(c).find(({ fields }) => {
        const days = histories.map((one) => dateOf(one.fields.就诊日期))
        return !days.some(
          (day) =>
            day !== null && ((rangeOf(fields.就诊时间) && inForce(fields.就诊时间, day)) || day === fields.开票日期),
        )
      })
      if (alone) return fail('有一张票据没有对应的病历')
      const most = num(param(c, '配药天数上限')) ?? 84
      return holds(
        histories.every(({ fields }) => daysGiven(text(fields.处理)) <= most),
        `一次配药超过${most}天`,
      )
    }),
  'S079-P02': () => person('处方和用量由人核对'),
  'S080-P01': (c) => {
    const summary = paper(c, '出院小结')
    if (!summary) return fail('没有附出院小结')
    const lists = papers(c, '费用明细清单')
    if (lists.length === 0 || bills(c).length === 0) return none('缺费用明细清单或医疗收费票据')
    const [from, to, billed] = [dateOf(summary.fields.入院日期), dateOf(summary.fields.出院日期), treated(bills(c))]
    if (billed && (billed.from !== from || billed.to !== to)) return fail('出院小结的日期与票据不一致')
    return holds(summed(lists, '合计') === summed(bills(c), '金额合计'), '费用清单的金额与票据不一致')
  },
}
