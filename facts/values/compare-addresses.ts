import { type Address, parseAddress } from './address.ts'
import { CHINESE_NUMERAL, parseChineseNumber } from './chinese-number.ts'
import { currentDistrict } from './region.ts'
import { comparable } from './text.ts'

export type AddressPart = keyof Address
type Relation = 'same' | 'different' | 'partial' | 'unknown'

/**
 * `partial`: what both write agrees, but one side is less exact, or one covers the other (101-103室 and 102室).
 * `unknown`: not written as an address that can be taken apart. `where` is the deciding part.
 */
export interface AddressComparison {
  relation: Relation
  where: AddressPart | null
  /** One Chinese sentence for the applicant. */
  explanation: string
}

const NAMES: Readonly<Record<AddressPart, string>> = {
  province: '省（市）',
  city: '市',
  district: '区',
  town: '街道（镇）',
  road: '路名',
  lane: '弄',
  number: '门牌号',
  building: '幢（楼）',
  unit: '单元',
  floor: '楼层',
  room: '室号',
  rest: '部位',
}
const REGION = ['province', 'city', 'district', 'town'] as const
const DETAIL = ['number', 'building', 'unit', 'floor', 'room'] as const
const SUFFIX: Partial<Record<AddressPart, string>> = {
  lane: '弄',
  number: '号',
  building: '幢',
  unit: '单元',
  floor: '层',
  room: '室',
}

function shown(part: AddressPart, value: string | null): string {
  return value === null ? '未写' : `${value}${SUFFIX[part] ?? ''}`
}

/** Single rooms or numbers named by 101-103、105; null when it is not a plain list (129-1 is one number). */
function members(text: string): Set<string> | null {
  const out = new Set<string>()
  for (const item of text.split('、')) {
    const range = /^([A-Z]?)(\d+)-\1(\d+)$/u.exec(item)
    const [from, to] = [Number(range?.[2]), Number(range?.[3])]
    if (range && to > from && to - from < 200 && range[2]?.length === range[3]?.length) {
      for (let i = from; i <= to; i++) out.add(`${range[1]}${i}`)
    } else out.add(item)
  }
  return out.size > 0 ? out : null
}

type Overlap = 'same' | 'first-covers' | 'second-covers' | 'overlap' | 'apart'

function overlap(a: string, b: string): Overlap {
  if (a === b) return 'same'
  if (!/[-、]/.test(a) && !/[-、]/.test(b)) return 'apart'
  const [x, y] = [members(a), members(b)]
  if (!x || !y) return 'apart'
  const common = [...x].filter((m) => y.has(m)).length
  if (common === 0) return 'apart'
  if (common === x.size && common === y.size) return 'same'
  return common === y.size ? 'first-covers' : common === x.size ? 'second-covers' : 'overlap'
}

const NUMERALS = new RegExp(`[${CHINESE_NUMERAL}]+`, 'gu')
const arabic = (text: string) => text.replace(NUMERALS, (c) => String(parseChineseNumber(c) ?? c))

/** Same length and one character different: a misreading as likely as another name. */
function oneCharacterApart(a: string, b: string): boolean {
  const [x, y] = [[...a], [...b]]
  return x.length === y.length && x.length > 1 && x.filter((c, i) => c !== y[i]).length === 1
}

function found(relation: Relation, part: AddressPart, a: string | null, b: string | null): AddressComparison {
  const words = `${shown(part, a)}与${shown(part, b)}`
  if (relation === 'different') return { relation, where: part, explanation: `${NAMES[part]}不同：${words}` }
  if (relation === 'unknown')
    return { relation, where: part, explanation: `${NAMES[part]}写法不同，须人工比对：${words}` }
  const how = a === null || b === null ? '只有一方写明' : '范围不同'
  return { relation, where: part, explanation: `${NAMES[part]}${how}：${words}` }
}

/** Names of places, of which either side may leave one out. */
function compareRegion(part: 'province' | 'city' | 'district' | 'town', a: string | null, b: string | null) {
  if (a === null || b === null || a === b) return null
  if (part === 'town') {
    // Towns merge and are renamed: with the same road and number a different one is a question, not another place.
    const bare = (town: string) => town.replace(/(街道|镇|乡)+$/u, '')
    return bare(a) === bare(b) ? null : found('unknown', part, a, b)
  }
  if (part === 'province') return found('different', part, a, b)
  // 卢湾区 became 黄浦区: an old paper may carry the old name of the same ground.
  const [x, y] = [currentDistrict(a), currentDistrict(b)]
  if (part === 'district' && x !== null && x === y) return null
  const misread = oneCharacterApart(a, b) && (x === null || y === null)
  return found(misread ? 'unknown' : 'different', part, a, b)
}

/** 富特西一路 = 富特西1路; one character apart, or 科技园科苑路 and 科苑路, is for a person. */
function compareRoad(a: string | null, b: string | null): AddressComparison | null {
  if (a === null || b === null) return a === b ? null : found('different', 'road', a, b)
  if (arabic(a) === arabic(b)) return null
  const [short = '', long = ''] = [a, b].sort((x, y) => x.length - y.length)
  const unsure = oneCharacterApart(a, b) || (short.length > 2 && long.endsWith(short))
  return found(unsure ? 'unknown' : 'different', 'road', a, b)
}

function compareDoor(part: (typeof DETAIL)[number], a: Address, b: Address): AddressComparison | null {
  const [x, y] = [a[part], b[part]]
  if (x === y) return null
  if (x === null || y === null) {
    // A room number settles the place: 3层302室 and 302室 are one.
    const settled = (part === 'floor' || part === 'unit') && a.room !== null && a.room === b.room
    return settled ? null : found('partial', part, x, y)
  }
  const how = overlap(x, y)
  return how === 'same' ? null : found(how === 'apart' ? 'different' : 'partial', part, x, y)
}

/** A building's name on one side only says nothing; other words on both sides, or a number we cannot place, do. */
function compareRest(a: string, b: string): AddressComparison | null {
  if (a === b) return null
  const bare = (text: string) => text.replace(/[\p{P}\p{S}]/gu, '')
  const [short = '', long = ''] = [bare(a), bare(b)].sort((x, y) => x.length - y.length)
  const agree = short === '' ? !/[\dA-Z]/u.test(long) : long.includes(short)
  if (agree) return null
  return found(oneCharacterApart(short, long) && short.length > 2 ? 'unknown' : 'partial', 'rest', a || null, b || null)
}

const SAME: AddressComparison = { relation: 'same', where: null, explanation: '地址一致' }

/** Compares two addresses part by part; a missing province, city, district or town is no difference. */
export function compareAddresses(first: string, second: string): AddressComparison {
  const same = comparable(first)
  if (same !== '' && same === comparable(second)) return SAME
  const [a, b] = [parseAddress(first), parseAddress(second)]
  if ((a.road === null && a.lane === null) || (b.road === null && b.lane === null))
    return { relation: 'unknown', where: 'road', explanation: '地址中没有认出路名，须人工比对' }
  // 海宁市 alone reads as a city, below 嘉兴市 as a county: the same place.
  const countyAlone = (x: Address, y: Address) => x.district === null && y.district === `${x.city}市`
  const regions = countyAlone(a, b) || countyAlone(b, a) ? (['province', 'town'] as const) : REGION
  const differences = [
    ...regions.map((part) => compareRegion(part, a[part], b[part])),
    compareRoad(a.road, b.road),
    a.lane === b.lane ? null : found('different', 'lane', a.lane, b.lane),
    ...DETAIL.map((part) => compareDoor(part, a, b)),
    compareRest(a.rest, b.rest),
  ]
  for (const relation of ['different', 'partial', 'unknown'] as const) {
    const first = differences.find((difference) => difference?.relation === relation)
    if (first) return first
  }
  return SAME
}

/** Whether `whole` takes in `part` (101-103室 ⊇ 102室, 100号 ⊇ 100号101室); null when it cannot be told. */
export function addressCovers(whole: string, part: string): boolean | null {
  const { relation } = compareAddresses(whole, part)
  if (relation === 'same') return true
  if (relation !== 'partial') return relation === 'different' ? false : null
  const [a, b] = [parseAddress(whole), parseAddress(part)]
  for (const key of DETAIL) {
    const [x, y] = [a[key], b[key]]
    if (x === y || x === null) continue
    if (y === null) return key === 'floor' || key === 'unit' ? null : false
    const how = overlap(x, y)
    if (how !== 'same' && how !== 'first-covers') return false
  }
  return true
}
