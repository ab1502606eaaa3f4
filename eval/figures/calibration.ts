import type { CaseResult } from '../score/case-result.ts'
import { judged } from './decided.ts'

/** A verdict or value with how sure the service was, and whether it was right. */
export interface Sure {
  confidence: number
  right: boolean
}

/** A tenth of the confidence scale. */
export interface Bin {
  from: number
  to: number
  n: number
  /** Mean confidence and share right; null in an empty bin. */
  confidence: number | null
  right: number | null
}

export interface Calibration {
  n: number
  /** Expected calibration error over ten equal bins, and Brier score; null when nothing was counted. */
  ece: number | null
  brier: number | null
  bins: Bin[]
}

/** One step of the risk–coverage curve: with only the surest `coverage` decided, `risk` of them are wrong. */
export interface RiskStep {
  coverage: number
  risk: number
  /** Lowest confidence among them. */
  confidence: number
}

const BINS = 10
const STEPS = 50

export const verdictsOf = (results: readonly CaseResult[]): Sure[] =>
  results.flatMap(({ score }) =>
    judged(score.points).map(({ confidence, truth, verdict }) => ({ confidence, right: truth === verdict })),
  )

export const valuesOf = (results: readonly CaseResult[]): Sure[] =>
  results.flatMap(({ reading }) =>
    (reading ?? []).flatMap(({ confidence, outcome }) =>
      outcome === 'missed' ? [] : [{ confidence, right: outcome === 'right' }],
    ),
  )

export function calibration(all: readonly Sure[]): Calibration {
  const bins = Array.from({ length: BINS }, (_, i): Bin => {
    const own = all.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === i)
    const mean = (of: (one: Sure) => number) =>
      own.length === 0 ? null : own.reduce((sum, one) => sum + of(one), 0) / own.length
    return {
      from: i / BINS,
      to: (i + 1) / BINS,
      n: own.length,
      confidence: mean((one) => one.confidence),
      right: mean((one) => Number(one.right)),
    }
  })
  const n = all.length
  const gap = bins.reduce((sum, bin) => sum + bin.n * Math.abs((bin.confidence ?? 0) - (bin.right ?? 0)), 0)
  const squares = all.reduce((sum, { confidence, right }) => sum + (confidence - Number(right)) ** 2, 0)
  return { n, ece: n === 0 ? null : gap / n, brier: n === 0 ? null : squares / n, bins }
}

/** Risk at each coverage when the least sure are left to a person first; `all`: everything that could be decided. */
export function riskCoverage(decided: readonly Sure[], all: number): RiskStep[] {
  const sorted = decided.toSorted((a, b) => b.confidence - a.confidence)
  let wrong = 0
  const each = sorted.map(({ confidence, right }, i) => {
    wrong += Number(!right)
    return { coverage: (i + 1) / all, risk: wrong / (i + 1), confidence }
  })
  // Verdicts that are equally sure stand or fall together: a step ends where the confidence changes.
  const whole = each.filter(({ confidence }, i) => each[i + 1]?.confidence !== confidence)
  const every = Math.max(1, Math.ceil(whole.length / STEPS))
  return whole.filter((_, i) => i % every === every - 1 || i === whole.length - 1)
}
