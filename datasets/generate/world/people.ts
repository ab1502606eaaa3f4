import type { DateRange } from '../../../facts/values/value.ts'
import type { Random } from '../random.ts'
import { cnid, mobile } from './codes.ts'
import { addDays, addYears } from './dates.ts'
import { personName } from './names.ts'

export interface Person {
  name: string
  sex: '男' | '女'
  people: string
  birth: string
  number: string
  address: string
  issuer: string
  validity: DateRange
  phone: string
}

/** Home districts: real region codes, house addresses and issuing offices fictional. */
const HOMES: readonly (readonly [code: string, place: string, office: string])[] = [
  ['310104', '上海市徐汇区', '上海市公安局徐汇示例分局'],
  ['310107', '上海市普陀区', '上海市公安局普陀示例分局'],
  ['310112', '上海市闵行区', '上海市公安局闵行示例分局'],
  ['320902', '江苏省盐城市亭湖区', '盐城市公安局亭湖示例分局'],
  ['330102', '浙江省杭州市上城区', '杭州市公安局上城示例分局'],
  ['340103', '安徽省合肥市庐阳区', '合肥市公安局庐阳示例分局'],
  ['410105', '河南省郑州市金水区', '郑州市公安局金水示例分局'],
  ['510104', '四川省成都市锦江区', '成都市公安局锦江示例分局'],
]
const STREETS = ['文昌路', '东风街', '育才路', '长宁巷', '桃园路', '新建路', '民生街', '河滨路']

/**
 * Every card a person of this birth date can hold or have held by `at`: ten years when issued at 16–25, twenty at 26–45,
 * perpetual from 46 (居民身份证法 第五条), issued some days after a birthday.
 */
export function cards(birth: string, at: string): { from: string; to: string }[] {
  const day = 40 + ((Number(birth.slice(8)) * 7) % 200)
  const issued = (age: number) => addDays(addYears(birth, age), day)
  return Array.from({ length: 70 }, (_, i) => i + 16)
    .map((age) => ({ from: issued(age), to: age >= 46 ? '长期' : addYears(issued(age), age < 26 ? 10 : 20) }))
    .filter(({ from }) => from < addDays(at, -30))
}

/** A fictional person whose identity card is valid on `at` with at least a year left. */
export function person(random: Random, at: string, age: readonly [number, number] = [22, 55]): Person {
  const named = personName(random)
  const years = random.int(age[0], age[1])
  const birth = addDays(addYears(at, -years), -random.int(20, 340))
  const [code, place, issuer] = random.pick(HOMES)
  const validity = random.pick(cards(birth, at).filter(({ to }) => to === '长期' || to > addYears(at, 1)))
  const house = `${random.pick(STREETS)}${random.int(12, 980)}号${random.int(1, 28)}幢${random.int(1, 6)}0${random.int(1, 4)}室`
  return {
    ...named,
    birth,
    number: cnid(random, code, birth, named.sex),
    address: place + house,
    issuer,
    validity,
    phone: mobile(random),
  }
}
