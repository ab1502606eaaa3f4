import { addDays } from '../../../facts/values/date.ts'
import { comparable } from '../../../facts/values/text.ts'
import type { CaseValue } from '../../case-format.ts'
import { by, get, paper, papers } from '../ask.ts'
import { blank, dateOf, endOf, inForce, rows, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { allOf, byEither, isSelf, matches } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

const KINDS: Readonly<Record<string, RegExp>> = {
  锅炉: /锅炉|^G\d/u,
  压力容器: /压力容器|快开门|气瓶|^R\d/u,
  压力管道: /压力管道|^D\d/u,
  电梯: /电梯|^T\d?/u,
  起重机械: /起重|吊|^Q\d/u,
  客运索道: /索道|^S\d/u,
  大型游乐设施: /游乐|^Y\d/u,
  '场（厂）内专用机动车辆': /场内|厂内|\(厂\)|叉车|观光|^N\d/u,
}

/** The kinds of equipment that a certificate's trade names. */
const kindsOf = (trade: string) => Object.keys(KINDS).filter((kind) => KINDS[kind]?.test(comparable(trade)))

/** Certificates of the managers and operators on record. */
const recorded = (c: TrueCase) =>
  rows(c.form('tz_mgr')).flatMap((row) =>
    c.records('人员资格库', (r) => sameCode(get(r, '证书编号'), row.证书编号) && get(r, '状态') === '有效'),
  )

/** 特种设备使用登记 */
export const CHECKS: Checks = {
  'M19-P01': (c) =>
    by(c, '检测报告', ({ fields }) => {
      const result = text(fields.检测结论)
      // Settled with the generator: anybody may order an inspection; whose device it is stands under 受检单位.
      const user = [fields.受检单位, fields.委托单位].find((name) => !blank(name))
      return allOf(
        [/合格|符合/u.test(result) && !/不合格|不符合/u.test(result), '检验结论不合格'],
        [matches(sameCode, fields.设备代码, c.form('tz_code')), '设备代码不一致'],
        [matches(sameCode, fields.产品编号, c.form('tz_no')), '产品编号不一致'],
        [user === undefined || isSelf(c, user), '使用单位不一致'],
      )
    }),
  'M19-P02': (c) => {
    const used = dateOf(c.form('tz_used'))
    if (used === null) return none('还没有投用')
    return holds(c.at <= addDays(used, 30), '投用超过30日才登记')
  },
  'M19-P03': (c) =>
    by(c, '检测报告', ({ fields }) =>
      blank(fields.下次检验日期) ? none('没有下次检验日期') : holds(inForce(fields.下次检验日期, c.at), '检验已超期'),
    ),
  'M19-P04': (c) =>
    byEither(c, '职业资格证书', recorded(c)[0], () => {
      const cards = papers(c, '职业资格证书').map(({ fields }) => fields)
      const kept = recorded(c).map((r) => ({
        姓名: get(r, '姓名'),
        证书编号: get(r, '证书编号'),
        职业名称: `${text(get(r, '资格名称'))}${text(get(r, '专业'))}`,
        有效期至: endOf(get(r, '有效期限')),
      }))
      for (const row of rows(c.form('tz_mgr'))) {
        const mine = (one: { 姓名?: CaseValue; 证书编号?: CaseValue }) =>
          sameCode(one.证书编号, row.证书编号) || sameName(one.姓名, row.姓名)
        const card = cards.find(mine) ?? kept.find(mine)
        if (!card) return fail(`${text(row.姓名)}没有证书`)
        if (!inForce(card.有效期至, c.at, true)) return fail(`${text(row.姓名)}的证书已过期`)
        const named = kindsOf(text(card.职业名称))
        if (named.length > 0 && !blank(c.form('tz_kind')) && !named.includes(text(c.form('tz_kind'))))
          return fail(`${text(row.姓名)}的证书项目不符`)
      }
      return holds(
        cards.every((one) => inForce(one.有效期至, c.at, true)),
        '有证书已过期',
      )
    }),
  'M19-P05': (c) => {
    const owner = c.form('tz_owner')
    if (blank(owner) || isSelf(c, owner)) return none('设备是自己的')
    const deal = paper(c, '委托协议')?.fields
    if (!deal) return fail('没有委托（租赁）协议')
    const parties = [deal.委托方, deal.受托方]
    return allOf(
      [parties.some((name) => sameName(name, owner)), '协议不是和产权单位签的'],
      [parties.some((name) => isSelf(c, name)), '协议不是本单位签的'],
      [inForce(deal.协议期限, c.at, true), '协议不在期限内'],
    )
  },
}
