import { mod1110Check } from './iso7064.ts'
import { regionName } from './region.ts'
import { compact } from './text.ts'

/** 食品经营许可证编号: JY + 业态 + 6 region + 6 serial + check (GB/T 17710). */
export interface FoodLicenceNumber {
  number: string
  valid: boolean
  note: string | null
  business: '食品销售经营者' | '餐饮服务经营者' | '集中用餐单位食堂' | null
  region: string | null
}

const BUSINESS = { 1: '食品销售经营者', 2: '餐饮服务经营者', 3: '集中用餐单位食堂' } as const

/** Reads a 食品经营许可证编号, or a YB 备案编号 (format only: its check digit is not confirmed); never throws. */
export function readFoodLicenceNumber(raw: string): FoodLicenceNumber {
  const number = compact(raw).toUpperCase()
  const none = { number, valid: false, business: null, region: null }
  if (/^YB\d{14}$/u.test(number)) return { ...none, valid: true, note: '备案编号，校验位规则未证实' }
  if (!/^JY\d{14}$/u.test(number)) return { ...none, note: '应为JY加14位数字' }
  const business = BUSINESS[Number(number[2]) as 1 | 2 | 3] ?? null
  if (business === null) return { ...none, note: '业态代码应为1、2或3' }
  const facts = { ...none, business, region: regionName(number.slice(3, 9)) }
  if (mod1110Check(number.slice(2, 15)) !== number[15]) return { ...facts, note: '校验位不符' }
  return { ...facts, valid: true, note: null }
}
