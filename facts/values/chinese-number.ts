const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'0123456789'].map((d) => [d, Number(d)])),
  ...{ 〇: 0, 零: 0, '○': 0, '◯': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 貳: 2, 弐: 2, 叁: 3, 參: 3, 叄: 3, 肆: 4, 伍: 5, 陆: 6, 陸: 6, 柒: 7, 捌: 8, 玖: 9 },
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const BIG: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 }
const TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 卌: '四十' }

/** Character class of everything that may stand in a Chinese numeral, for use inside `[…]` of a regex. */
export const CHINESE_NUMERAL = '〇零○◯一二两三四五六七八九十百千万亿廿卅卌壹贰貳叁叄肆伍陆柒捌玖拾佰仟萬億'

/** A section below 10 000: 三百零五, 十二, 壹佰伍 (大写 may leave 零 out); null when not well formed. */
function parseSection(text: string): number | null {
  let total = 0
  let lastUnit = 10_000
  let pending: number | null = null
  let zero = false
  for (const c of text) {
    const unit = UNITS[c]
    const digit = DIGITS[c]
    if (unit !== undefined) {
      if (unit >= lastUnit || pending === 0) return null
      if (pending === null && !(unit === 10 && (total === 0 || zero))) return null
      total += (pending ?? 1) * unit
      lastUnit = unit
      pending = null
      zero = false
    } else if (digit === 0) {
      if (pending !== null) return null
      zero = true
    } else if (digit !== undefined) {
      if (pending !== null) return null
      pending = digit
    } else return null
  }
  if (pending === null) return total
  // 一百二 is spoken for 120: only 零 or 大写 digits make the last figure a unit.
  const spoken = lastUnit > 10 && lastUnit < 10_000 && !zero && /[一二两三四五六七八九]$/u.test(text)
  return spoken ? null : total + pending
}

/**
 * Integer value of a Chinese or Arabic numeral: 二〇二四 → 2024 (digit by digit), 一千二百万 → 12000000, 廿一 → 21;
 * null when it is not a well-formed numeral (own parser: nzh reads 二〇二四 as 224).
 */
export function parseChineseNumber(raw: string): number | null {
  const text = raw
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[廿卅卌]/gu, (c) => TENS[c] ?? c)
  if (text === '') return null
  const digits = [...text].map((c) => DIGITS[c])
  if (digits.every((d) => d !== undefined)) return Number(digits.join(''))
  if (/^\d+$/u.test(text)) return Number(text)
  let total = 0
  let rest = text
  for (const scale of [100_000_000, 10_000]) {
    const at = [...rest].findIndex((c) => BIG[c] === scale)
    if (at < 0) continue
    const head = rest.slice(0, at)
    const value = scale === 100_000_000 && /[万萬]/u.test(head) ? parseChineseNumber(head) : parseSection(head)
    if (value === null || value === 0) return null
    total += value * scale
    rest = rest.slice(at + 1)
  }
  if (rest === '') return total
  if (total > 0 && /^[一二两三四五六七八九]$/u.test(rest)) return null
  const tail = parseSection(rest)
  return tail === null ? null : total + tail
}
