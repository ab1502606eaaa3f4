import { parseAddress } from '../../../facts/values/address.ts'
import { paper } from '../ask.ts'
import { dateOf, rangeOf, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { aboutMe, held, inShanghai } from '../persons.ts'

export const CHECKS: Checks = {
  'M40-P01': (c) => {
    const kind = text(c.form('yd_type'))
    if (kind === '') return none('没有填备案类型')
    if (kind === '异地长期居住')
      return holds(
        ['居住证', '户口簿', '个人承诺书'].some((slot) => paper(c, slot)),
        '长期居住没有居住证、户口簿或承诺书',
      )
    if (kind !== '异地转诊') return pass
    const referral = paper(c, '转诊证明')
    if (!referral) return fail('异地转诊没有转诊单')
    const [to, filed] = [parseAddress(text(referral.fields.转往地区)), parseAddress(text(c.form('yd_place')))]
    const elsewhere = (['province', 'city'] as const).some(
      (part) => to[part] !== null && filed[part] !== null && to[part] !== filed[part],
    )
    return holds(!elsewhere, '转诊单上的转往地区不是备案地')
  },
  'M40-P02': (c) =>
    text(c.form('yd_place')) === ''
      ? none('没有填备案地')
      : holds(!inShanghai(c.form('yd_place')), '备案地是参保地上海'),
  'M40-P03': (c) => {
    const asked = rangeOf(c.form('yd_start'))
    if (!asked) return none('没有填备案起止日期')
    const overlaps = aboutMe(c, '异地就医备案库').some((one) => {
      const span = rangeOf(held(one, '备案期间'))
      if (held(one, '状态') !== '有效' || !span) return false
      return (span.from ?? '') <= (asked.to ?? '长期') && (asked.from ?? '') <= (span.to ?? '长期')
    })
    return holds(!overlaps, '已有在册的备案，期间重叠')
  },
  'M40-P04': (c) => {
    const from = dateOf(rangeOf(c.form('yd_start'))?.from ?? null)
    if (from === null) return none('没有填备案起始日期')
    if (from >= c.at) return pass
    const spent = aboutMe(c, '医保结算库').some((one) => {
      const span = rangeOf(held(one, '就诊时间'))
      const [first, last] = [span?.from ?? span?.to ?? '', span?.to ?? span?.from ?? '']
      return span !== null && last >= from && first < c.at
    })
    return holds(!spent, '费用已经发生，备案起始日期倒填')
  },
}
