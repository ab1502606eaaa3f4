import { districtOf, parseAddress } from '../../facts/values/address.ts'
import { addressCovers, compareAddresses } from '../../facts/values/compare-addresses.ts'
import { currentDistrict } from '../../facts/values/region.ts'
import type { DocumentedFunctions } from './documented.ts'

function same(a: string, b: string): boolean | null {
  const { relation } = compareAddresses(a, b)
  return relation === 'unknown' ? null : relation === 'same'
}

/** Today's district name, 区 and 新区 completed; elsewhere as written. */
function district(address: string): string | null {
  return districtOf(address)
}

/** Whether an address lies in a Shanghai district, by today's name; null where it names none. */
export function belongs(address: string, wanted: string): boolean | null {
  const parsed = parseAddress(address)
  const found = district(address)
  if (parsed.province !== null && parsed.province !== '上海' && currentDistrict(wanted) !== null) return false
  return found === null ? null : found === (currentDistrict(wanted) ?? wanted)
}

/** Rule functions on addresses. */
export const addressFunctions: DocumentedFunctions = {
  地址一致: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: same,
    doc: '两个地址逐级比对（路、弄、号、幢、室）完全一致；缺省市区不算不同，少写室号算不同；认不出路名时未知',
  },
  地址覆盖: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: addressCovers,
    doc: '前一个地址包含后一个地址（整号包含其中的室，101-103室包含102室）；说不清时未知',
  },
  地址差异: {
    params: ['text', 'text'],
    returns: 'text',
    run: (a: string, b: string) => compareAddresses(a, b).explanation,
    doc: '两个地址差在哪一级，一句中文',
  },
  区: {
    params: ['text'],
    returns: 'text',
    run: district,
    doc: '地址所在的区，旧区名换成现名（卢湾区为黄浦区）；没写时未知',
  },
  属于区: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: belongs,
    doc: '地址属于这个区；地址没写区时未知',
  },
}
