import { isRealDate } from '../../facts/values/date.ts'
import { UNIT_PATTERN, unitOf } from './table-units.ts'

/** A stretch of numbers or days between two ends, each of them in it or not; ±Infinity where it is open. */
export interface Band {
  from: number
  to: number
  withFrom: boolean
  withTo: boolean
  /** As written; `DAY` when its numbers are days. */
  unit: string
}

/** The unit of a band between days: they are counted from 1970-01-01. */
export const DAY = '（日期）'
/** Words for a cell that speaks of every value. */
const ALL = ['', '全部', '不限', '任意', '-', '—']
const PERPETUAL = '长期'
const NUMBER = '-?(?:0|[1-9][\\d,]*|0(?=\\.))(?:\\.\\d+)?'
const QUANTITY = `(${NUMBER})\\s*(${UNIT_PATTERN})`
const DATE = '(\\d{4}-\\d{2}-\\d{2})'
const TO = '\\s*(?:[-–—−~〜至到]|\\.\\.)\\s*'
/** Not inside brackets: [0, 50) is one band. Not “、”: names of items have it. Not before three digits: 1,000. */
const SEPARATOR = /\s*(?:[/，]|,(?!\d{3}(?!\d)))\s*(?![^[(（]*[\])）])/u

const STRETCH = new RegExp(`^(?:[从自]\\s*)?${QUANTITY}${TO}${QUANTITY}$`, 'u')
const BRACKETS = new RegExp(
  `^([[(])\\s*(?:(${NUMBER})|-?∞)?\\s*(?:,|\\.\\.)\\s*(?:(${NUMBER})|\\+?∞)?\\s*([\\])])(${UNIT_PATTERN})$`,
  'u',
)
const UP = ['≥', '>=', '>', '超过', '大于', '高于', '多于', '至少', '不少于', '不低于', '不小于']
const DOWN = [
  '≤',
  '<=',
  '<',
  '最多',
  '至多',
  '不超过',
  '不大于',
  '不高于',
  '不多于',
  '不足',
  '不满',
  '未满',
  '小于',
  '低于',
  '少于',
]
const HOLDS = [
  '≥',
  '>=',
  '≤',
  '<=',
  '至少',
  '不少于',
  '不低于',
  '不小于',
  '最多',
  '至多',
  '不超过',
  '不大于',
  '不高于',
  '不多于',
]
const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')
const SIGN = longestFirst([...UP, ...DOWN])
const BEFORE = new RegExp(`^(${SIGN})\\s*${QUANTITY}$`, 'u')
const BEHIND = new RegExp(`^${QUANTITY}(以上|以下|以内)(\\(不含(?:本数)?\\)|\\(含(?:本数)?\\))?$`, 'u')
const ALONE = new RegExp(`^${QUANTITY}$`, 'u')
const DAYS = new RegExp(`^(?:[从自]\\s*)?${DATE}起?${TO}(?:${DATE}止?|(${PERPETUAL}))$`, 'u')
const ONE_DAY = new RegExp(`^${DATE}(起|止)?$`, 'u')

/** Looks like a stretch of numbers or days to a reader, whether it can be understood or not. */
const AS_STRETCH =
  /^(?:[从自]\s*)?-?\d[\d,.]*\s*[^\d\s号楼室弄幢]{0,4}?\s*[-–—−~〜至到]\s*-?\d[\d,.]*[^\d号楼室弄幢]{0,6}$/u
const AS_OPEN = new RegExp(
  `^(?:${SIGN})\\s*-?\\d.{0,12}$|^-?\\d.{0,12}(?:以上|以下|以内)(?:\\(.{1,4}\\))?$|^[[(]\\s*-?[\\d∞].*[\\])].{0,4}$`,
  'u',
)
const AS_DAYS = /^(?:[从自]\s*)?\d{4}-\d{2}-\d{2}\S{1,16}$/u
/** 021-5812, 05–12: numbers of things, not how many. */
const CODE = /^0\d/u

/** Full-width figures and signs as half-width ones. */
const plain = (text: string) =>
  text
    .replace(/㎡|m[²2]/gu, '平方米')
    .replace(/m[³3]/gu, '立方米')
    .normalize('NFKC')
    .trim()

const number = (text = '') => Number(text.replace(/,/g, ''))
export const dayNumber = (iso: string): number => Date.parse(iso) / 86_400_000

/** Does the cell speak of every value? One that is not written does too. */
export const isAll = (cell: unknown): boolean =>
  cell === undefined || (typeof cell === 'string' && ALL.includes(cell.trim()))

/** The alternatives of a cell: 甲/乙 or 甲, 乙. */
export const alternatives = (cell: unknown): string[] =>
  String(cell)
    .split(SEPARATOR)
    .map((one) => one.trim())

/** Would a reader take it for a stretch of numbers or days? */
export function looksLikeBand(text: string): boolean {
  const written = plain(text)
  return !CODE.test(written) && [AS_STRETCH, AS_OPEN, AS_DAYS].some((one) => one.test(written)) && !isSingleDay(written)
}

const isSingleDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/u.test(text)

/** Does it say two ends, the greater one first? */
export function isBackward(text: string): boolean {
  const band = stretchOf(plain(text), false)
  return band !== null && band.from > band.to
}

/**
 * The band that a text means: 0–50 and 0至50 hold their start and not their end (of whole numbers, `isWhole`, both),
 * [0, 50] and (0, 50) say so themselves, 50以上 ≥50 超过50 50以下 <50 不足50 are open at one side, 50以上不足100 at none,
 * 50 is that number; two days hold both. Null: it is no band.
 */
export function bandOf(cell: string, isWhole = false): Band | null {
  const text = plain(cell)
  const band = stretchOf(text, isWhole) ?? openOf(text) ?? bothSides(text)
  if (band) return band.from <= band.to ? band : null
  const [, at, unit = ''] = ALONE.exec(text) ?? []
  return at === undefined ? null : { from: number(at), to: number(at), withFrom: true, withTo: true, unit }
}

function stretchOf(text: string, isWhole: boolean): Band | null {
  const stretch = STRETCH.exec(text)
  if (stretch) {
    const [, from, first = '', to, last = ''] = stretch
    const ends = { withFrom: true, withTo: isWhole }
    if (first === '' || first === last) return { from: number(from), to: number(to), ...ends, unit: last }
    const [a, b] = [unitOf(first), unitOf(last === '' ? first : last)]
    return a.base === b.base
      ? { from: number(from) * a.factor, to: number(to) * b.factor, ...ends, unit: a.base }
      : null
  }
  const brackets = BRACKETS.exec(text)
  if (brackets) {
    const [, open, from, to, close, unit = ''] = brackets
    return {
      from: from === undefined ? Number.NEGATIVE_INFINITY : number(from),
      to: to === undefined ? Number.POSITIVE_INFINITY : number(to),
      ...{ withFrom: open === '[', withTo: close === ']', unit },
    }
  }
  const [, first, last, forever] = DAYS.exec(text) ?? []
  if (first === undefined || ![first, last ?? first].every(isRealDate)) return null
  const to = forever === undefined ? dayNumber(last ?? '') : Number.POSITIVE_INFINITY
  return { from: dayNumber(first), to, withFrom: true, withTo: true, unit: DAY }
}

/** Open at one side. */
function openOf(text: string): Band | null {
  const before = BEFORE.exec(text)
  if (before) {
    const [, sign = '', at, unit = ''] = before
    return (UP.includes(sign) ? upFrom : downTo)(number(at), HOLDS.includes(sign), unit)
  }
  const behind = BEHIND.exec(text)
  if (behind) {
    const [, at, unit = '', side, said = ''] = behind
    return (side === '以上' ? upFrom : downTo)(number(at), !said.includes('不含'), unit)
  }
  const [, day = '', side] = ONE_DAY.exec(text) ?? []
  if (!isRealDate(day)) return null
  if (side === '起') return upFrom(dayNumber(day), true, DAY)
  return side === '止'
    ? downTo(dayNumber(day), true, DAY)
    : { ...upFrom(dayNumber(day), true, DAY), to: dayNumber(day), withTo: true }
}

/** 50以上不足100, ≥50且<100: two open ones that say both ends. */
function bothSides(text: string): Band | null {
  for (let at = 2; at < text.length - 1; at++) {
    const [a, b] = [openOf(text.slice(0, at)), openOf(text.slice(at).replace(/^\s*[且并但、]?\s*/u, ''))]
    if (!a || !b || a.unit === DAY || b.unit === DAY) continue
    const [low, high] = Number.isFinite(a.from) ? [a, b] : [b, a]
    if (!Number.isFinite(low.from) || !Number.isFinite(high.to)) continue
    if (low.unit !== high.unit && low.unit !== '' && high.unit !== '') continue
    return { ...high, from: low.from, withFrom: low.withFrom, unit: high.unit || low.unit }
  }
  return null
}

const upFrom = (from: number, withFrom: boolean, unit: string): Band => ({
  ...{ from, withFrom, unit },
  ...{ to: Number.POSITIVE_INFINITY, withTo: false },
})
const downTo = (to: number, withTo: boolean, unit: string): Band => ({
  ...{ to, withTo, unit },
  ...{ from: Number.NEGATIVE_INFINITY, withFrom: false },
})
