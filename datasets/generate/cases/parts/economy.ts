import { addDays } from '../../world/dates.ts'
import type { Person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import type { Household } from './family.ts'
import { ageOn, yuan } from './kin.ts'

/** What the check of a family's means found. */
export interface Means {
  /** Income a month and head, in whole yuan. */
  income: number
  savings: number
  homes: number
  cars: number
}

const wan = (savings: number) => Math.round(savings / 1000) / 10

/** How a person would put the family's means. */
export function tellMeans({ savings, homes, cars }: Means): string {
  return `存款${wan(savings)}万元，住房${homes}套，${cars > 0 ? `车${cars}辆` : '没有车'}`
}

/** MOD-ECON: the report of the income check, and the authorisation for it signed by every adult of the household. */
export function economy(d: Draft, self: Person, home: Household, means: Means, standard: number): void {
  const adults = home.members.map(({ person }) => person).filter(({ birth }) => ageOn(birth, d.at) >= 18)
  const names = adults.map(({ name }) => name)
  const random = d.random('economy')
  d.record(
    '经济核对库',
    { cnid: self.number },
    {
      报告编号: `HD${d.at.slice(0, 4)}${random.digits(6)}`,
      报告日期: addDays(d.at, -random.int(3, 25)),
      共同生活人数: home.members.length,
      家庭月人均收入: yuan(means.income),
      适用低保标准: yuan(standard),
      货币财产: yuan(means.savings),
      房产套数: means.homes,
      车辆数: means.cars,
      财产概况: tellMeans(means),
      财产符合规定: true,
    },
  )
  d.known({ ec_income: yuan(means.income), ec_auth: names, ec_asset: tellMeans(means) })
  d.paper(
    '核对授权书',
    'AF',
    {
      申请人: self.name,
      统一社会信用代码: self.number,
      申请事项: '居民家庭经济状况核对授权',
      申请日期: addDays(d.at, -random.int(1, 6)),
      授权人: names,
    },
    {
      variant: '核对授权书',
      layout: random.pick(['grid', 'certificate']),
      marks: { 签名: names.join('、'), 盖章: false },
    },
  )
  if (adults.length > 1)
    d.mayFail({
      id: 'adult-did-not-sign',
      title: '核对授权书漏签了一名成年家庭成员',
      slot: '核对授权书',
      fails: { 'ECON-P01': '有成年家庭成员没有签名' },
      apply: (draft) => {
        const signed = names.slice(0, -1)
        draft.change('核对授权书', { 授权人: signed }, { 签名: signed.join('、') })
        draft.form.ec_auth = signed
      },
    })
  d.mayFail({
    id: 'property-not-declared',
    title: '申报的财产少于核对报告',
    slot: '申请表',
    touches: '经济核对',
    fails: { 'ECON-P02': '申报的财产与核对报告差别很大' },
    apply: (draft) => {
      const more = { ...means, savings: means.savings + 180000 }
      draft.amend('经济核对库', { 货币财产: yuan(more.savings) })
      for (const record of draft.registry.经济核对库 ?? []) delete record.财产概况
      draft.answer('ec_asset', tellMeans(means))
      draft.form.ec_asset = tellMeans(more)
    },
  })
}
