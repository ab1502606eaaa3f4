import type { DocumentType } from '../../../../facts/document-type.ts'
import type { Row, Value } from '../../../../facts/values/value.ts'
import type { Random } from '../../random.ts'
import { type Content, type DateStyle, printAmount, printDate } from '../content.ts'

/** One printed label with its value, ready to be set by any layout. */
export interface Entry {
  name: string
  label: string
  text: string
  /** Worth a row of its own: it is long or runs over lines. */
  long: boolean
}

/** A printed table: its heading row and its rows, as text. */
export interface PrintedTable {
  name: string
  heads: string[]
  rows: string[][]
}

/** How one printing office writes: the same on a whole document. */
export interface House {
  date: DateStyle
  rangeWord: '至' | '—' | '-'
  money: 'amount' | 'yuan' | 'sign'
  colon: '：' | ''
  /** Two-character labels are spread to the width of four (名　　称). */
  spread: boolean
  box: readonly [ticked: string, open: string]
}

export function house(random: Random): House {
  return {
    date: random.pick(['han', 'spaced', 'dot', 'plain'] as const),
    rangeWord: random.pick(['至', '至', '—', '-'] as const),
    money: random.pick(['amount', 'yuan', 'sign'] as const),
    colon: random.chance(0.7) ? '：' : '',
    spread: random.chance(0.5),
    box: random.pick([['☑', '☐'] as const, ['■', '□'] as const, ['√', '□'] as const]),
  }
}

/** A heading that stands on this variant of the type, or the one the document brings (extra.标题). */
export function titleOf(type: DocumentType, { variant, extra }: Content, random: Random): string {
  if (extra?.标题) return extra.标题
  const own = type.variants.find(({ name }) => name === variant)?.titles ?? []
  const titles = own.length > 0 ? own : type.titles
  return titles.length > 0 ? random.pick(titles) : type.name
}

/** Fields of a document that print as label and value, in the order of the type's field list; `extra.X的标签` is how this paper calls X. */
export function entries(type: DocumentType, content: Content, style: House, side?: string): Entry[] {
  return type.fields.flatMap((field) => {
    const value: Value | null | undefined = content.fields[field.name]
    if (value === undefined || value === null || value === '' || field.type === 'table') return []
    if (side !== undefined && field.side !== undefined && field.side !== side) return []
    const text = printValue(field.type, value, style, field.unit)
    const label = spreadLabel(content.extra?.[`${field.name}的标签`] ?? field.labels[0] ?? field.name, style.spread)
    return [{ name: field.name, label: label + style.colon, text, long: field.multiline || [...text].length > 16 }]
  })
}

/** Tables of a document, columns by the type's own list. */
export function tables(type: DocumentType, content: Content, style: House): PrintedTable[] {
  return type.fields.flatMap((field) => {
    const rows = content.fields[field.name]
    if (field.type !== 'table' || !Array.isArray(rows)) return []
    const columns = field.columns ?? []
    return [
      {
        name: field.name,
        heads: columns.map(({ name, labels }) => labels[0] ?? name),
        rows: rows.map((row) =>
          columns.map(({ name, type: kind }) => {
            const cell = (row as Row)[name]
            return cell === undefined || cell === null ? '' : printValue(kind, cell as Value, style)
          }),
        ),
      },
    ]
  })
}

function spreadLabel(label: string, spread: boolean): string {
  const chars = [...label]
  if (!spread || chars.length > 3 || !chars.every((ch) => /\p{Script=Han}/u.test(ch))) return label
  return chars.length === 2 ? chars.join('　　') : chars.join(' ')
}

/** A value as the printing office sets it. */
export function printValue(type: string, value: Value, style: House, unit?: string): string {
  if (typeof value === 'boolean')
    return value ? `${style.box[0]}是 ${style.box[1]}否` : `${style.box[1]}是 ${style.box[0]}否`
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? item : '')).join('、')
  if (typeof value === 'object' && value !== null && 'fen' in value) {
    const amount = printAmount(value as { fen: number; currency: string })
    if (style.money === 'yuan') return `${amount.replaceAll(',', '').replace(/\.00$/, '')}元`
    return style.money === 'sign' ? `￥${amount}` : `${amount}元`
  }
  if (typeof value === 'object' && value !== null && 'from' in value) {
    const { from, to } = value as { from: string | null; to: string | null }
    return `${printDate(from, style.date)}${style.rangeWord}${printDate(to, style.date)}`
  }
  if (type === 'date') return printDate(String(value), style.date)
  return `${value}${unit ?? ''}`
}
