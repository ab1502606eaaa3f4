import { isRealDate } from './date.ts'
import { mod112Check } from './iso7064.ts'
import { provinceOf, regionName } from './region.ts'
import { compact } from './text.ts'

export type CnidKind = '居民身份证' | '15位旧身份证' | '港澳台居民居住证' | '外国人永久居留身份证'

/** What a 公民身份号码 says. `number` is as printed (upper case, no spaces), whether or not it is valid. */
export interface Cnid {
  number: string
  kind: CnidKind | null
  valid: boolean
  /** Chinese; why it is not valid, or what about it is uncertain. */
  note: string | null
  /** ISO date. */
  birth: string | null
  sex: '男' | '女' | null
  /** 上海市卢湾区; only the province where counties are not held. */
  region: string | null
}

const iso = (ymd: string) => `${ymd.slice(0, 4)}-${ymd.slice(4, 6)}-${ymd.slice(6, 8)}`

function kindOf(number: string): CnidKind | null {
  if (/^\d{15}$/u.test(number)) return '15位旧身份证'
  if (/^[A-Z]{3}\d{12}$/u.test(number)) return '外国人永久居留身份证'
  if (!/^\d{17}[\dX]$/u.test(number)) return null
  if (/^8[123]0000/u.test(number)) return '港澳台居民居住证'
  return number.startsWith('9') ? '外国人永久居留身份证' : '居民身份证'
}

/** Reads a 公民身份号码 (GB 11643: region, real birth date, MOD 11-2 check) or one of its kin; never throws. */
export function readCnid(raw: string): Cnid {
  const number = compact(raw).toUpperCase()
  const kind = kindOf(number)
  const none = { number, kind, valid: false, birth: null, sex: null, region: null }
  if (kind === null) return { ...none, note: '应为18位数字，末位可为X' }
  if (/^[A-Z]{3}/u.test(number)) return { ...none, valid: true, note: '旧版外国人永久居留证号码，须与证件核对' }
  const old = number.length === 15
  const birth = old ? iso(`19${number.slice(6, 12)}`) : iso(number.slice(6, 14))
  const sexDigit = Number(number[old ? 14 : 16])
  // A 永居证 holds a place and a nationality code where a 身份证 holds the county.
  const region = kind === '外国人永久居留身份证' ? null : regionName(number.slice(0, 6))
  const facts = { ...none, sex: sexDigit % 2 === 1 ? '男' : '女', region } as const
  if (kind !== '外国人永久居留身份证' && provinceOf(number) === null)
    return { ...facts, note: `前两位${number.slice(0, 2)}不是有效的行政区划` }
  if (!isRealDate(birth)) return { ...facts, note: `出生日期${birth}不存在` }
  const dated = { ...facts, birth }
  if (!old && mod112Check(number.slice(0, 17)) !== number[17]) return { ...dated, note: '校验位不符' }
  return { ...dated, valid: true, note: old ? '15位旧号码，没有校验位' : null }
}

/** True for an 18-character number of any kind whose birth date is real and whose check character is right. */
export function isValidCnid(raw: string): boolean {
  const read = readCnid(raw)
  return read.valid && read.number.length === 18
}
