/** A stretch of numbers between two ends, each of them in it or not; ±Infinity where it is open. */
export interface Band {
  from: number
  to: number
  withFrom: boolean
  withTo: boolean
  unit: string
}

/** Words for a cell that speaks of every value. */
const ALL = ['', '全部', '不限', '任意', '-', '—']
const NUMBER = '-?\\d[\\d,]*(?:\\.\\d+)?'
const UNIT = '(平方米|㎡|万元|元|人|名|天|日|个月|月|年|岁|台|%)?'
/** Not inside brackets: [0, 50) is one band. Not “、”: names of items have it. Not before three digits: 1,000. */
const SEPARATOR = /\s*(?:[/，]|,(?!\d{3}(?!\d)))\s*(?![^[(（]*[\])）])/u

const STRETCH = new RegExp(`^(${NUMBER})${UNIT}\\s*(?:[-–—~～至到]|\\.\\.)\\s*(${NUMBER})${UNIT}$`, 'u')
const BRACKETS = new RegExp(`^([[(（])\\s*(${NUMBER})\\s*(?:,|，|\\.\\.)\\s*(${NUMBER})\\s*([\\])）])${UNIT}$`, 'u')
const BEFORE = new RegExp(`^(≥|>=|>|≤|<=|<|超过|大于|至少|最多|不足|不满|小于)\\s*(${NUMBER})${UNIT}$`, 'u')
const BEHIND = new RegExp(`^(${NUMBER})${UNIT}(以上|以下|以内)(（不含）)?$`, 'u')
const ALONE = new RegExp(`^(${NUMBER})${UNIT}$`, 'u')

const number = (text = '') => Number(text.replace(/,/g, ''))

/** Does the cell speak of every value? One that is not written does too. */
export const isAll = (cell: unknown): boolean =>
  cell === undefined || (typeof cell === 'string' && ALL.includes(cell.trim()))

/** The alternatives of a cell: 甲/乙 or 甲, 乙. */
export const alternatives = (cell: unknown): string[] =>
  String(cell)
    .split(SEPARATOR)
    .map((one) => one.trim())

/**
 * The band that a text means: 0–50 and 0至50 hold their start and not their end (of whole numbers, `isWhole`, both),
 * [0, 50] and (0, 50) say so themselves, 50以上 ≥50 超过50 50以下 <50 不足50 are open at one side, 50 is that number. Null:
 * it is no band.
 */
export function bandOf(text: string, isWhole = false): Band | null {
  const stretch = STRETCH.exec(text)
  if (stretch) {
    const [, from, first = '', to, unit = ''] = stretch
    return ordered({ from: number(from), to: number(to), withFrom: true, withTo: isWhole, unit: unit || first })
  }
  const brackets = BRACKETS.exec(text)
  if (brackets) {
    const [, open, from, to, close, unit = ''] = brackets
    return ordered({ from: number(from), to: number(to), withFrom: open === '[', withTo: close === ']', unit })
  }
  const before = BEFORE.exec(text)
  if (before) {
    const [, sign = '', at, unit = ''] = before
    const isUp = ['≥', '>=', '>', '超过', '大于', '至少'].includes(sign)
    const holds = ['≥', '>=', '≤', '<=', '至少', '最多'].includes(sign)
    return isUp ? upFrom(number(at), holds, unit) : downTo(number(at), holds, unit)
  }
  const behind = BEHIND.exec(text)
  if (behind) {
    const [, at, unit = '', side, without] = behind
    return side === '以上' ? upFrom(number(at), !without, unit) : downTo(number(at), !without, unit)
  }
  const [, at, unit = ''] = ALONE.exec(text) ?? []
  return at === undefined ? null : { from: number(at), to: number(at), withFrom: true, withTo: true, unit }
}

const ordered = (band: Band): Band | null => (band.from <= band.to ? band : null)
const upFrom = (from: number, withFrom: boolean, unit: string): Band => ({
  ...{ from, withFrom, unit },
  ...{ to: Number.POSITIVE_INFINITY, withTo: false },
})
const downTo = (to: number, withTo: boolean, unit: string): Band => ({
  ...{ to, withTo, unit },
  ...{ from: Number.NEGATIVE_INFINITY, withFrom: false },
})
