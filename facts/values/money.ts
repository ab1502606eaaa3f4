import type { Checked } from './checked.ts'
import { parseChineseNumber } from './chinese-number.ts'
import { isGrouped } from './number.ts'
import { compact } from './text.ts'
import type { Money } from './value.ts'

/** ISO 4217 code → Chinese unit; the first word is the one displayed. */
export const CURRENCIES: Readonly<Record<string, readonly string[]>> = {
  CNY: ['元', '人民币', 'RMB', 'CNY', '¥'],
  USD: ['美元', '美金', 'USD', 'US$'],
  HKD: ['港元', '港币', 'HKD', 'HK$'],
  EUR: ['欧元', 'EUR', '€'],
  JPY: ['日元', '日圆', 'JPY'],
  GBP: ['英镑', 'GBP', '£'],
  SGD: ['新加坡元', '新元', 'SGD'],
  TWD: ['新台币', '台币', 'TWD'],
  MOP: ['澳门元', '澳门币', 'MOP'],
  AUD: ['澳大利亚元', '澳元', 'AUD'],
  CAD: ['加拿大元', '加元', 'CAD'],
  KRW: ['韩元', 'KRW'],
}

const SCALES = { 亿: 100_000_000n, 億: 100_000_000n, 千万: 10_000_000n, 仟万: 10_000_000n, 百万: 1_000_000n } as const
const SMALL = { 万: 10_000n, 萬: 10_000n, 千: 1000n, 仟: 1000n, 百: 100n, 佰: 100n } as const
const UNIT: Readonly<Record<string, bigint>> = { ...SCALES, ...SMALL }
const DIGIT_AMOUNT = /(-?\d[\d,]*(?:\.\d+)?)(亿|億|千万|仟万|百万|万|萬|千|仟|百|佰)?/gu
/** 27.600.00: a number has one decimal point, so the other is a comma that was printed or read as a point. */
const GROUPED_BY_POINTS = /(?<![\d.,])[1-9]\d{0,2}(?=[\d,]*\.[\d,]*\.)(?:[.,]\d{3})+\.\d{2}(?![\d.,])/gu
const CN = '零〇一二两三四五六七八九十百千万亿壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟萬億廿'
const WRITTEN_AMOUNT = new RegExp(
  `(?<yuan>[${CN}]+)(?=[元圆圓块整正]|美|港|欧|日|英|新|台|澳|加|韩|人民币|$)[元圆圓块]?(?:零?(?<jiao>[${CN}])角)?(?:零?(?<fen>[${CN}])分)?[整正]?`,
  'gu',
)

function currencyOf(text: string): string {
  const upper = text.toUpperCase()
  for (const [code, words] of Object.entries(CURRENCIES)) {
    if (code !== 'CNY' && words.some((word) => upper.includes(word))) return code
  }
  return 'CNY'
}

/** 分 of digits and a scale word, exactly; null beyond safe integers or finer than 分. */
function digitsToFen(digits: string, unit: string | undefined): number | null {
  if (!isGrouped(digits) || /^-?0\d/u.test(digits)) return null
  const [whole = '0', fraction = ''] = digits.replace(/,/gu, '').split('.')
  const scaled = BigInt(whole + fraction) * (unit ? (UNIT[unit] ?? 1n) : 1n) * 100n
  const divisor = 10n ** BigInt(fraction.length)
  if (scaled % divisor !== 0n) return null
  const fen = Number(scaled / divisor)
  return Number.isSafeInteger(fen) ? fen : null
}

function writtenToFen(match: RegExpMatchArray): number | null {
  const yuan = parseChineseNumber(match.groups?.yuan ?? '')
  const jiao = match.groups?.jiao ? parseChineseNumber(match.groups.jiao) : 0
  const fen = match.groups?.fen ? parseChineseNumber(match.groups.fen) : 0
  return yuan === null || jiao === null || fen === null ? null : yuan * 100 + jiao * 10 + fen
}

/**
 * Reads an amount in 大写 or digits (壹佰万元整, 100万元人民币, ¥1,000,000.00, 50万美元) to integer 分.
 * Not valid: 大写 and digits that disagree, several different amounts, finer than 分, a point with nothing behind it.
 */
export function readMoney(raw: string): Checked<Money> {
  const text = compact(raw)
    .replace(/，/gu, ',')
    .replace(GROUPED_BY_POINTS, (amount) => {
      const whole = amount.slice(0, -3).replace(/[.,]/gu, '')
      return `${whole}.${amount.slice(-2)}`
    })
  const currency = currencyOf(text)
  const numeric = [...text.matchAll(DIGIT_AMOUNT)].map((m) => digitsToFen(m[1] ?? '', m[2]))
  const written = [...text.replace(DIGIT_AMOUNT, ' ').matchAll(WRITTEN_AMOUNT)].map(writtenToFen)
  const amounts = [...new Set([...numeric, ...written])]
  const [fen] = amounts
  if (amounts.length === 0 || fen === undefined) return { value: null, valid: false, note: '没有读出金额' }
  if (amounts.some((a) => a === null)) return { value: null, valid: false, note: '金额写法无法确认' }
  const value = { fen: fen ?? 0, currency }
  // 大写 always writes 壹拾: a bare 拾 has most likely lost its figure.
  if (/(?<![零壹贰叁肆伍陆柒捌玖佰仟])拾/u.test(text)) return { value, valid: false, note: '“拾”前没有数字' }
  // 19,538. of a picture has lost what stands behind its point.
  if (/\d\.$/u.test(text)) return { value, valid: false, note: '小数点后面没有读出数字' }
  if (amounts.length === 1) return { value, valid: true }
  const both = numeric.length === 1 && written.length === 1
  return { value, valid: false, note: both ? '大写与小写金额不一致' : '有多个不同的金额' }
}

/** 1,000,000.00 元 or 100 万元: how an amount is shown to a person. */
export function displayMoney({ fen, currency }: Money): string {
  const unit = CURRENCIES[currency]?.[0] ?? currency
  const wan = fen / 1_000_000
  const round = fen % 1_000_000 === 0 || (Math.abs(wan) >= 100 && fen % 10_000 === 0)
  if (fen !== 0 && round) return `${trim(wan)}万${unit}`
  return `${trim(fen / 100)}${unit}`
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })

function trim(n: number): string {
  return grouped.format(n)
}
