import { papers } from './ask.ts'
import { dateOf, endOf, fen, rangeOf } from './compare.ts'
import type { TrueCase, TrueDocument } from './true-case.ts'

/** The medical bills handed in. */
export const bills = (c: TrueCase): readonly TrueDocument[] => papers(c, '医疗收费票据')

/** The day a bill's cost arose: the last day of treatment, else the day it was issued. */
export function feeDay(bill: TrueDocument): string | null {
  return dateOf(endOf(bill.fields.就诊时间)) ?? dateOf(bill.fields.开票日期)
}

/** Sum of a money field over the bills in 分; blank ones count nothing. */
export function summed(papers: readonly TrueDocument[], name: string): number {
  return papers.reduce((sum, one) => sum + (fen(one.fields[name]) ?? 0), 0)
}

/** First and last day of treatment over all bills; null when none says. */
export function treated(papers: readonly TrueDocument[]): { from: string; to: string } | null {
  const spans = papers.map((one) => rangeOf(one.fields.就诊时间))
  const from = spans.flatMap((one) => dateOf(one?.from ?? null) ?? []).sort()[0]
  const to = spans
    .flatMap((one) => dateOf(one?.to ?? null) ?? [])
    .sort()
    .at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}
