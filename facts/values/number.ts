import type { Checked } from './checked.ts'
import { CHINESE_NUMERAL, parseChineseNumber } from './chinese-number.ts'
import { compact } from './text.ts'

const WORDS =
  '平方米|平方|平米|m2|立方米|立方|m3|米|人|名|位|台|套|个|座|张|间|项|层|辆|户|升|年|家|份|条|块|只|把|天|日'
const PLAIN = new RegExp(`^(?:约|共|计|合计|总计|大约|[:.])*(-?\\d[\\d,]*(?:\\.\\d+)?)(?:余|左右|${WORDS}){0,3}$`, 'iu')
const CHINESE = new RegExp(
  `^(?:约|共|计|合计)*([${CHINESE_NUMERAL}]+)(?:点([〇零一二三四五六七八九]+))?(?:${WORDS}){0,3}$`,
  'iu',
)

/** True when commas, if any, stand before every third digit: 1,00,000 may have lost one. */
export function isGrouped(digits: string): boolean {
  return !digits.includes(',') || /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits)
}

/** Reads one number with or without its unit (128.5㎡, 约120平方米, 一百二十人); `integer` refuses fractions. */
export function readNumber(raw: string, integer = false): Checked<number> {
  const text = compact(raw)
    .replace(/[（(][^（()）]*[)）]/gu, '')
    .replace(/[。;,]$/u, '')
  const plain = PLAIN.exec(text)
  const chinese = plain ? null : CHINESE.exec(text)
  if (plain && !isGrouped(plain[1] ?? '')) return { value: null, valid: false, note: '千分位写法无法确认' }
  const value = plain ? Number((plain[1] ?? '').replace(/,/gu, '')) : chinese ? chineseDecimal(chinese) : null
  if (value === null || !Number.isFinite(value)) return { value: null, valid: false, note: '没有读出数字' }
  if (integer && !Number.isInteger(value)) return { value, valid: false, note: '应为整数' }
  return { value, valid: true }
}

function chineseDecimal(match: RegExpExecArray): number | null {
  const whole = parseChineseNumber(match[1] ?? '')
  if (whole === null || !match[2]) return whole
  const digits = [...match[2]].map((c) => parseChineseNumber(c) ?? 0).join('')
  return Number(`${whole}.${digits}`)
}
