import { parseAddress } from '../../../facts/values/address.ts'
import type { CaseValue } from '../../case-format.ts'
import { by, papers, param } from '../ask.ts'
import { blank, fen, inForce, sameCode, sameName, text } from '../compare.ts'
import { bills, feeDay } from '../fees.ts'
import { type Checks, fail, holds, pass } from '../label.ts'
import { aboutMe, held, inShanghai } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'

/** Whether a place lies in the region that was filed (江苏省南京市): what both name agrees. */
function liesIn(place: CaseValue, region: CaseValue): boolean {
  const [a, b] = [parseAddress(text(place)), parseAddress(text(region))]
  const clash = (['province', 'city', 'district'] as const).some(
    (part) => a[part] !== null && b[part] !== null && a[part] !== b[part],
  )
  const share = (['province', 'city', 'district'] as const).some((part) => a[part] !== null && a[part] === b[part])
  return !clash && share
}

const urgent = (c: TrueCase) =>
  /急诊|抢救/u.test(text(c.form('ls_reason'))) ||
  papers(c, '门急诊病历').some(({ fields }) => /急诊|抢救/u.test(text(fields.科室)))

/** The first sentence that says another has to pay: 第三人, 工伤, 公共卫生, 境外; negations (无第三方责任) do not count. */
function otherPays(told: string): string | null {
  const said = told
    .split(/[，,。；;、\n]/u)
    .filter(
      (part) =>
        !/(?:无|非|没有|不属于|不涉及|不是|否认|排除)[^，]{0,8}(?:第三|他人|工伤|责任|车祸|交通|外伤|境外)/u.test(part),
    )
  return (
    said.find((part) =>
      /第三(?:人|方|者)|车祸|交通事故|撞伤|被.{0,6}(?:撞|打|咬|砸|刺|推)|肇事|对方|他人(?:致|造成|打|责任)|斗殴|殴打|工伤|工作(?:中|时|期间)|上班(?:途中|时|期间)|下班途中|公共卫生|预防接种|疫苗|境外|国外|港澳|香港|澳门|台湾/u.test(
        part,
      ),
    ) ?? null
  )
}

export const CHECKS: Checks = {
  'M39-P01': (c) => {
    if (urgent(c)) return pass
    return by(c, '医疗收费票据', () => {
      for (const bill of bills(c)) {
        const name = bill.fields.收款单位 ?? c.form('mf_hosp')
        const hospital = c.records('医疗机构库', (one) => sameName(held(one, '名称'), name))[0]
        if (
          !hospital ||
          held(hospital, '医保定点') !== true ||
          !['有效', null].includes(held(hospital, '状态') as string | null)
        )
          return fail(`${text(name)}不是医保定点`)
        const place = held(hospital, '所在地区')
        const filed = aboutMe(c, '异地就医备案库').some(
          (one) =>
            held(one, '状态') === '有效' &&
            inForce(held(one, '备案期间'), feeDay(bill) ?? c.at, true) &&
            liesIn(place, held(one, '备案地')),
        )
        if (!blank(place) && !inShanghai(place) && !filed) return fail('外地医院，没有异地就医备案')
      }
      return pass
    })
  },
  'M39-P02': (c) =>
    by(c, '医疗收费票据', () => {
      const cover = aboutMe(c, '医保库').filter((one) => ['职工医保', '居民医保'].includes(text(held(one, '险种'))))
      const open = (status: CaseValue) => status === '正常'
      const bare = bills(c).find(
        (bill) =>
          !cover.some((one) => inForce(held(one, '参保期间'), feeDay(bill) ?? c.at, open(held(one, '参保状态')))),
      )
      return holds(bare === undefined, '费用发生时没有参保')
    }),
  'M39-P03': (c) => {
    if (!blank(c.form('ls_area')) && /境外|国外|香港|澳门|台湾/u.test(text(c.form('ls_area')))) return fail('境外就医')
    const told = [
      c.form('mf_injury'),
      ...papers(c, '门急诊病历').flatMap(({ fields }) => [
        fields.主诉 ?? null,
        fields.诊断 ?? null,
        fields.处理 ?? null,
      ]),
      ...papers(c, '出院小结').flatMap(({ fields }) => [fields.入院诊断 ?? null, fields.诊疗经过 ?? null]),
    ]
    const other = told.map((one) => otherPays(text(one))).find((one) => one !== null)
    return holds(other === undefined, `应由别人负担：${other}`)
  },
  'M39-P04': (c) =>
    by(c, '医疗收费票据', () => {
      const settled = aboutMe(c, '医保结算库').filter((one) => held(one, '结算方式') !== '零星报销')
      for (const { fields } of bills(c)) {
        if ((fen(fields.医保统筹基金支付) ?? 0) > 0) return fail('票据上已有医保统筹支付')
        if (settled.some((one) => sameCode(held(one, '票据号码'), fields.票据号码)))
          return fail('这笔费用已经联网结算或商保结算')
      }
      return pass
    }),
  'M39-P05': (c) =>
    by(c, '医疗收费票据', () => {
      const last = text(param(c, '次年截止')) || '06-30'
      const late = bills(c).find((bill) => {
        const day = feeDay(bill)
        return day !== null && c.at > `${Number(day.slice(0, 4)) + 1}-${last}`
      })
      return holds(late === undefined, '超过次年6月底的报销时限')
    }),
}
