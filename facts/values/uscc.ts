import { mod1110Check } from './iso7064.ts'
import { provinceOf } from './region.ts'
import { compact } from './text.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORG_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

export type UsccKind = '统一社会信用代码' | '注册号'

/** What a licence's number says. `number` is as printed (upper case, no spaces), whether or not it is valid. */
export interface Uscc {
  number: string
  kind: UsccKind | null
  valid: boolean
  /** Chinese; why it is not valid, or what about it is uncertain. */
  note: string | null
}

/** GB 32100 check character of the first 17 characters: weights 3^(i−1) mod 31; null for a foreign character. */
export function usccCheck(body: string): string | null {
  let sum = 0
  let weight = 1
  for (const c of body) {
    const value = ALPHABET.indexOf(c)
    if (value < 0) return null
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? null
}

/** GB 11714 check character of an 8-character 组织机构代码 body: 10 → X, 11 → 0; null for a foreign character. */
export function orgCodeCheck(body: string): string | null {
  let sum = 0
  for (const [i, c] of [...body].entries()) {
    const value = ORG_ALPHABET.indexOf(c)
    if (value < 0) return null
    sum += value * (ORG_WEIGHTS[i] ?? 0)
  }
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** Reads a 统一社会信用代码 (GB 32100) or a 15-digit 注册号 (GB/T 17710 check digit); never repairs, never throws. */
export function readUscc(raw: string): Uscc {
  const number = compact(raw).toUpperCase()
  if (/^\d{15}$/u.test(number)) {
    const valid = mod1110Check(number.slice(0, 14)) === number[14]
    return { number, kind: '注册号', valid, note: valid ? '15位旧注册号，应换领新版营业执照' : '注册号校验位不符' }
  }
  if (!/^[0-9A-Z]{18}$/u.test(number)) return { number, kind: null, valid: false, note: '应为18位数字或大写字母' }
  const kind = '统一社会信用代码'
  if (/[IOSVZ]/u.test(number)) return { number, kind, valid: false, note: '含有代码中不使用的字母I、O、S、V、Z' }
  if (usccCheck(number.slice(0, 17)) !== number[17]) return { number, kind, valid: false, note: '校验位不符' }
  if (provinceOf(number.slice(2)) === null && !number.startsWith('100000', 2))
    return { number, kind, valid: true, note: '登记管理机关行政区划未识别' }
  const org = number.slice(8, 17)
  const note = orgCodeCheck(org.slice(0, 8)) === org[8] ? null : '主体标识码（组织机构代码）校验位不符'
  return { number, kind, valid: true, note }
}

/** True for an 18-character 统一社会信用代码 whose characters and check character are right. */
export function isValidUscc(raw: string): boolean {
  const read = readUscc(raw)
  return read.valid && read.kind === '统一社会信用代码'
}
