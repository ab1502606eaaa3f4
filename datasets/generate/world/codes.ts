import { mod112Check, mod1110Check } from '../../../facts/values/iso7064.ts'
import { orgCodeCheck, usccCheck } from '../../../facts/values/uscc.ts'
import type { Random } from '../random.ts'

/** A 公民身份号码 that holds: region, birth date (ISO), odd 17th digit for men, check character. */
export function cnid(random: Random, region: string, birth: string, sex: '男' | '女'): string {
  const order = random.int(0, 49) * 2 + (sex === '男' ? 1 : 0)
  const body = `${region}${birth.replaceAll('-', '')}${random.int(1, 8)}${String(order).padStart(2, '0')}`
  return body + mod112Check(body)
}

const ORG = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A 统一社会信用代码 of a firm (91), 个体工商户 (92) or 民办非企业单位 (52) registered in `region`; both check characters hold. */
export function uscc(random: Random, region: string, kind: '91' | '92' | '52'): string {
  const serial = `MA1${Array.from({ length: 5 }, () => random.pick([...ORG])).join('')}`
  const body = `${kind}${region}${serial}${orgCodeCheck(serial) ?? ''}`
  return body + (usccCheck(body) ?? '')
}

/** A mobile number of a range that is not in public service (fictional subscribers). */
export function mobile(random: Random): string {
  return `1${random.pick(['36', '38', '39', '50', '58', '77', '86'])}0000${random.digits(4)}`
}

/** A 食品经营许可证编号 of a restaurant (JY2) in `region`; the MOD 11,10 check digit holds. */
export function foodLicenceNumber(random: Random, region: string): string {
  const body = `2${region}${random.digits(6)}`
  return `JY${body}${mod1110Check(body) ?? ''}`
}
