import type { ReadField } from '../../facts/reading.ts'
import { findDates } from '../../facts/values/date.ts'
import { readDateRange } from '../../facts/values/date-range.ts'
import { readMoney } from '../../facts/values/money.ts'
import type { DateRange, Money } from '../../facts/values/value.ts'

export const CODE = '统一社会信用代码'
export const SCOPE = '经营范围'

/** What is folded before texts are compared, on both sides; stands in the header of every report. */
export const FOLDED = [
  '文字：两边都作 NFKC（全角、半角括号等同）、去空白、去首尾填充的 *，其余标点照算，完全一致才算对',
  '日期、期限、金额：按值比较；老照注册资本与实收资本连写的取第一个',
  '类型：标注里的“个人经营、家庭经营”是印在组成形式栏的，归组成形式；其余归类型，各比各的',
  '注册号归统一社会信用代码；标注有误的五个代码（002、037、055、120、158）不计',
  'corrected：有更正的字段只按更正后的标注，其余按原标注',
]

/** A text as it is compared: what `FOLDED` says and no more. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^\*+|\*+$/gu, '')

/** The same without any punctuation: told beside the figure, never instead of it. */
export const letters = (text: string): string => folded(text).replace(/[\p{P}\p{S}]/gu, '')

const rangeText = (range: DateRange) => `${range.from ?? ''}/${range.to ?? ''}`
const moneyText = (money: Money) => `${money.fen} ${money.currency}`

/** Labels of old licences run 注册资本 and 实收资本 together: the first amount is the field. */
function labelledMoney(label: string): string {
  const first = /^.*?[元圆万](?:整|人民币|\(人民币\)|（人民币）)?(?![元圆万])/u.exec(label)?.[0] ?? label
  const { value } = readMoney(first)
  return value ? moneyText(value) : folded(label)
}

/** Whether a field was read as its label says, by type. */
export function sameValue(name: string, label: string, read: ReadField | undefined): boolean {
  const value = read?.value ?? null
  if (value === null) return false
  if (name === '成立日期') return value === (findDates(label)[0]?.iso ?? label)
  if (name === '营业期限') {
    const want = readDateRange(label.replace(/[*]/gu, '')).value
    return want !== null && rangeText(value as DateRange) === rangeText(want)
  }
  if (name === '注册资本') return moneyText(value as Money) === labelledMoney(label)
  return folded(String(value)) === folded(label)
}

/** Words that the labels put under 类型 although the licence prints them under 组成形式. */
const COMPOSITION = /个人经营|家庭经营/u

/** Labelled fields under the names a reading uses: the old 注册号 stands in the code's field. */
export function labelled(fields: Record<string, string>): Map<string, string> {
  const out = new Map<string, string>()
  for (const [name, label] of Object.entries(fields)) {
    if (name === '注册号') out.set(CODE, label)
    else if (name === SCOPE) out.set(name, label.replace(/^经营范围/u, ''))
    else if (name !== '类型') out.set(name, label)
    else {
      const composition = COMPOSITION.exec(label)?.[0]
      const type = label.replace(COMPOSITION, '')
      if (folded(type) !== '') out.set(name, type)
      if (composition) out.set('组成形式', composition)
    }
  }
  return out
}
