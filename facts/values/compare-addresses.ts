import { type Address, parseAddress } from './address.ts'
import { CHINESE_NUMERAL, parseChineseNumber } from './chinese-number.ts'
import { currentDistrict } from './region.ts'
import { comparable } from './text.ts'

export type AddressPart = keyof Address

/**
 * `partial`: what both write agrees, but one side is less exact, or one covers the other (101-103室 and 102室).
 * `unknown`: not written as an address that can be taken apart. `where` is the deciding part.
 */
export interface AddressComparison {
  relation: 'same' | 'different' | 'partial' | 'unknown'
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
const REGION = ['province', 'city', 'district'] as const
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
  const [x, y] = [members(a), members(b)]
  if (!x || !y) return 'apart'
  const common = [...x].filter((m) => y.has(m)).length
  if (common === 0) return 'apart'
  if (common === x.size && common === y.size) return 'same'
  return common === y.size ? 'first-covers' : common === x.size ? 'second-covers' : 'overlap'
}

function sameRegion(part: 'province' | 'city' | 'district', a: string, b: string): boolean {
  if (a === b) return true
  // 卢湾区 became 黄浦区: an old paper may carry the old name of the same ground.
  return part === 'district' && currentDistrict(a) !== null && currentDistrict(a) === currentDistrict(b)
}

const NUMERALS = new RegExp(`[${CHINESE_NUMERAL}]+`, 'gu')

/** 富特西一路 = 富特西1路. */
function sameRoad(a: string | null, b: string | null): boolean {
  const arabic = (text: string) => text.replace(NUMERALS, (c) => String(parseChineseNumber(c) ?? c))
  return a === b || (a !== null && b !== null && arabic(a) === arabic(b))
}

function different(part: AddressPart, a: string | null, b: string | null): AddressComparison {
  return { relation: 'different', where: part, explanation: `${NAMES[part]}不同：${shown(part, a)}与${shown(part, b)}` }
}

/** Compares two addresses part by part; a missing province, city, district or town is no difference. */
export function compareAddresses(first: string, second: string): AddressComparison {
  const [a, b] = [parseAddress(first), parseAddress(second)]
  if (comparable(first) === comparable(second) && comparable(first) !== '')
    return { relation: 'same', where: null, explanation: '地址一致' }
  if ((a.road === null && a.lane === null) || (b.road === null && b.lane === null))
    return { relation: 'unknown', where: 'road', explanation: '地址中没有认出路名，须人工比对' }
  // 海宁市 alone reads as a city, below 嘉兴市 as a county: the same place.
  const countyAlone = (x: Address, y: Address) => x.district === null && y.district === `${x.city}市`
  for (const part of REGION) {
    if (countyAlone(a, b) || countyAlone(b, a)) continue
    const [x, y] = [a[part], b[part]]
    if (x !== null && y !== null && !sameRegion(part, x, y)) return different(part, x, y)
  }
  if (!sameRoad(a.road, b.road)) {
    const [short, long] = [a.road ?? '', b.road ?? ''].sort((x, y) => x.length - y.length)
    // 科技园科苑路 and 科苑路: a place name stuck to the road, or another road.
    if (short && short.length > 2 && long?.endsWith(short))
      return { ...different('road', a.road, b.road), relation: 'unknown' }
    return different('road', a.road, b.road)
  }
  if (a.lane !== b.lane) return different('lane', a.lane, b.lane)
  return compareDetail(a, b)
}

function compareDetail(a: Address, b: Address): AddressComparison {
  let partial = differentTown(a, b)
  for (const part of DETAIL) {
    const [x, y] = [a[part], b[part]]
    // A room number settles the place: 3层302室 and 302室 are one.
    if (
      (x === null || y === null) &&
      x !== y &&
      (part === 'floor' || part === 'unit') &&
      a.room !== null &&
      a.room === b.room
    )
      continue
    if (x === null && y === null) continue
    if (x === null || y === null) {
      partial ??= {
        relation: 'partial',
        where: part,
        explanation: `${NAMES[part]}只有一方写明：${shown(part, x)}与${shown(part, y)}`,
      }
      continue
    }
    const how = overlap(x, y)
    if (how === 'apart') return different(part, x, y)
    if (how !== 'same')
      partial ??= {
        relation: 'partial',
        where: part,
        explanation: `${NAMES[part]}范围不同：${shown(part, x)}与${shown(part, y)}`,
      }
  }
  return partial ?? differentRest(a.rest, b.rest) ?? { relation: 'same', where: null, explanation: '地址一致' }
}

/** Towns merge and are renamed: with the same road and number a different one is a question, not another place. */
function differentTown(a: Address, b: Address): AddressComparison | null {
  const bare = (town: string) => town.replace(/(街道|镇|乡)+$/u, '')
  if (a.town === null || b.town === null || bare(a.town) === bare(b.town)) return null
  return { ...different('town', a.town, b.town), relation: 'partial' }
}

/** A building's name on one side only says nothing; other words on both sides, or a number we cannot place, do. */
function differentRest(a: string, b: string): AddressComparison | null {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const agree = short === '' ? !/[\dA-Z]/u.test(long) : long.includes(short)
  if (agree) return null
  return { ...different('rest', a || null, b || null), relation: 'partial' }
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
