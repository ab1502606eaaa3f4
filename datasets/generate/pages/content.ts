import nzh from 'nzh'
import type { DateRange, Money, Row, Value } from '../../../facts/values/value.ts'
import type { Random } from '../random.ts'
import type { Sheet } from './primitives/sheet.ts'
import type { TextStyle } from './primitives/text.ts'

/** What a page says: fields by the document type's field names, and marks by its mark names. */
export interface Content {
  fields: Record<string, Value>
  /** Words of a seal or the name of a signer; `false` leaves the place blank. */
  marks: Record<string, string | false>
  /** Variant of the type, by name: it decides the heading. */
  variant?: string
  /** Printed things that are no fields of the type (furniture of a plan, clauses), by layout. */
  extra?: Record<string, string>
  /** How the values are written in by hand, its size as a multiple of the print's; they are printed when missing. */
  written?: TextStyle & { size: number }
}

/** Draws a document of one type; one sheet per page or card side. */
export type Layout = (content: Content, random: Random) => Sheet[]

/** What stands in a field; a field that a recipe emptied (null) prints nothing. */
export function text(content: Content, name: string): string {
  const value: Value | null | undefined = content.fields[name]
  return value === undefined || value === null ? '' : String(value)
}

export function rows(content: Content, name: string): Row[] {
  const value = content.fields[name]
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object') : []
}

export function list(content: Content, name: string): string[] {
  const value = content.fields[name]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

export function range(content: Content, name: string): DateRange {
  const value = content.fields[name]
  return typeof value === 'object' && 'from' in value ? (value as DateRange) : { from: null, to: null }
}

export function money(content: Content, name: string): Money {
  const value = content.fields[name]
  return typeof value === 'object' && 'fen' in value ? (value as Money) : { fen: 0, currency: 'CNY' }
}

/** How a value is set where print has `style`: so, or as the hand that filled the form in writes. */
export function filled({ written }: Content, style: TextStyle & { size: number }): TextStyle & { size: number } {
  return written ? { ...style, ...written, size: style.size * written.size } : style
}

/** The words a mark shows, or null when its place is blank. */
export function mark(content: Content, name: string): string | null {
  return content.marks[name] || null
}

export type DateStyle = 'han' | 'spaced' | 'dot' | 'plain' | 'dash' | 'numerals' | 'short'

/** 2019-03-12 → 2019年03月12日, 2019.03.12, 2019.3.12, or 二〇一九年三月十二日. */
export function printDate(iso: string | null, style: DateStyle = 'han'): string {
  if (iso === null || iso === '') return ''
  if (iso === '长期') return '长期'
  const [year = '', month = '', day = ''] = iso.split('-')
  if (style === 'short') return `${year}.${Number(month)}.${Number(day)}`
  if (style === 'dot') return `${year}.${month}.${day}`
  if (style === 'spaced') return `${year} 年 ${month} 月 ${day} 日`
  if (style === 'dash') return `${year}-${month}-${day}`
  if (style === 'numerals') {
    const digits = [...year].map((digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit).join('')
    const [han, dayHan] = [month, day].map((part) => nzh.cn.encodeS(Number(part), { tenMin: true }))
    return `${digits}年${han}月${dayHan}日`
  }
  if (style === 'plain') return `${year}年${Number(month)}月${Number(day)}日`
  return `${year}年${month}月${day}日`
}

/** Whole yuan in the capital numerals of a licence: 100000000 分 → 人民币壹佰万元整. */
export function printCapital(value: Money): string {
  return nzh.cn.toMoney(value.fen / 100, { outSymbol: true }).replace(/^人民币?/u, '人民币')
}

/** 3250000 分 → 32,500.00 */
export function printAmount(value: Money): string {
  return (value.fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
}
