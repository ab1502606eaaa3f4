import { addDays } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import type { Firm } from './firm.ts'

/** The fire brigade's opinion on a place open to the public; its number. */
export function fireOpinion(d: Draft, firm: Firm, o: { area: number; use: string; place?: string }): string {
  const random = d.random('fire')
  const date = addDays(d.at, -random.int(10, 90))
  const number = `普消安检字〔${date.slice(0, 4)}〕第${random.digits(4)}号`
  const office = `上海市${DISTRICT.name}示例消防救援支队`
  d.paper(
    '消防安全检查意见书',
    'FSC',
    {
      文书编号: number,
      场所名称: firm.name,
      地址: o.place ?? firm.address,
      使用性质: o.use,
      使用面积: o.area,
      检查结论: '符合消防安全要求，同意投入使用、营业',
      日期: date,
    },
    { variant: '消防安全检查意见书', marks: { 盖章: office, 承诺人签名: false } },
  )
  return number
}

/** What the district's map says of a place: not in a dwelling house, far from schools. */
export function mapPlace(d: Draft, place: string, school = d.random('school').int(320, 900)): void {
  d.record(
    '地理信息库',
    { address: place },
    {
      地址: place,
      房屋性质: '商业',
      居民楼内: false,
      地下层数: 0,
      最近中小学名称: `${DISTRICT.name}示例小学`,
      最近中小学距离: school,
      最近幼儿园距离: school + 60,
      区: DISTRICT.name,
      违法建筑: false,
      娱乐场所禁设情形: [],
    },
  )
}
