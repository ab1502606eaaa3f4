import { parseAddress } from '../../facts/values/address.ts'
import { currentDistrict } from '../../facts/values/region.ts'
import type { DocumentedFunctions } from './documented.ts'

const CITY = '上海'
const MUNICIPALITIES = new Set(['上海', '北京', '天津', '重庆'])

/** A district's name alone (普陀区) is taken as ours, as 属于区 does; a city's name alone settles it too. */
function here(address: string): boolean | null {
  const { province, city, district } = parseAddress(address)
  if (province !== null) return province === CITY
  if (city !== null) return city === CITY
  return district !== null && currentDistrict(district) !== null ? true : null
}

/** Same province and, outside the four municipalities, same city; null when either does not write them. */
function sameRegion(a: string, b: string): boolean | null {
  const [one, other] = [parseAddress(a), parseAddress(b)]
  if (one.province !== null && other.province !== null && one.province !== other.province) return false
  if (one.city !== null && other.city !== null) return one.city === other.city
  if (one.province === null || other.province === null) return null
  return MUNICIPALITIES.has(one.province) ? true : null
}

/** A door can be found by a number after a road, lane or estate. */
function hasDoor(address: string): boolean {
  const { road, lane, number, building } = parseAddress(address)
  return road !== null && (lane !== null || number !== null || building !== null)
}

/** Rule functions on provinces, cities and doors. */
export const regionFunctions: DocumentedFunctions = {
  属于本市: {
    params: ['text'],
    returns: 'boolean',
    run: here,
    doc: '地址在上海市；只写区名的按本市的区算；看不出省市的未知',
  },
  同省市: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: sameRegion,
    doc: '两个地址在同一个省的同一个市（直辖市看市）；有一个没写全的未知',
  },
  有门牌: {
    params: ['text'],
    returns: 'boolean',
    run: hasDoor,
    doc: '地址写到了路名（小区、村）和弄、号或幢，找得到门',
  },
}
