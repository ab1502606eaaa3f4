import { readFileSync } from 'node:fs'
import type { Report } from '../report/report.ts'
import type { Comparable } from './compare.ts'

/** What of a report is kept as the baseline: one line a case, so that a change can be read. */
export function baselineOf({ identity, figures, cases }: Report): string {
  const lines = cases.map((one) => JSON.stringify(one))
  return `{"identity":${JSON.stringify(identity)},\n"figures":${JSON.stringify(figures)},\n"cases":[\n${lines.join(',\n')}\n]}\n`
}

/** A report or baseline to compare with. Throws a Chinese sentence on anything else. */
export function readComparable(path: string): Comparable {
  const found = JSON.parse(readFileSync(path, 'utf8')) as Partial<Comparable>
  const { identity, figures, cases } = found
  if (!identity || !figures || !Array.isArray(cases)) throw new Error(`${path} 不是评测报告，也不是基线`)
  return { identity, figures, cases }
}
