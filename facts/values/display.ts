import { isDateRange, isMoney, isRows } from './kinds.ts'
import { displayMoney } from './money.ts'
import type { Value, ValueType } from './value.ts'

function displayDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : iso
}

const PUNCTUATION: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' }
const AS_PRINTED: readonly ValueType[] = ['cnid', 'uscc', 'code', 'phone']

/** Half-width brackets and marks among Han characters back to the form they are printed in. */
function displayText(text: string): string {
  if (!/[(,;:]/.test(text) || !/\p{Script=Han}/u.test(text)) return text
  return text
    .replace(/\(([^()]*)\)/gu, '（$1）')
    .replace(/(?<=[\p{Script=Han}（）])[,;:](?!\d)|[,;:](?=\p{Script=Han})/gu, (c) => PUNCTUATION[c] ?? c)
}

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6, useGrouping: false })

/** A value as a person reads it in Chinese: 2024年3月5日, 2019年3月5日至长期, 100万元; empty string for null. */
export function display(type: ValueType, value: Value | null): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : plain.format(value)
  if (typeof value === 'string') {
    if (type === 'date') return displayDate(value)
    return AS_PRINTED.includes(type) ? value : displayText(value)
  }
  if (isMoney(value)) return displayMoney(value)
  if (isDateRange(value)) {
    if (value.from === null)
      return value.to === null ? '未写明' : value.to === '长期' ? '长期' : `至${displayDate(value.to)}`
    return `${displayDate(value.from)}${value.to === null ? '起' : `至${displayDate(value.to)}`}`
  }
  if (isRows(value))
    return value
      .map((row) =>
        Object.entries(row)
          .map(([k, v]) => `${k} ${display('text', v)}`)
          .join('，'),
      )
      .join('；')
  return value.map((item) => displayText(item)).join('、')
}
