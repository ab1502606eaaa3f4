import { wilson } from '../bench/interval.ts'
import type { CaseResult } from '../score/case-result.ts'
import { clusteredInterval } from './clustered-interval.ts'
import type { Figure } from './figure.ts'

/** `met` only if the whole interval clears the target, `missed` only if none of it does. */
export type TargetVerdict = 'met' | 'not shown' | 'missed'

/** A figure with its counts and 95 % interval; shares are 0–1, null when nothing was counted. */
export interface Measured {
  name: string
  value: number | null
  numerator: number
  denominator: number
  /** Cases that contribute to it. */
  cases: number
  low: number
  high: number
  /** The policy documents' floor and what is shown of it. */
  target: number | null
  verdict: TargetVerdict | null
  /** The project's own aim. */
  aim: number | null
  aimVerdict: TargetVerdict | null
  better: Figure['better']
}

/** Counts a figure over cases. */
export function measure(figure: Figure, results: readonly CaseResult[]): Measured {
  const tallies = results.map(figure.items).flatMap((items) => {
    const hits = items.filter(({ hit }) => hit).length
    return items.length > 0 ? [{ right: hits, n: items.length }] : []
  })
  const numerator = tallies.reduce((sum, { right }) => sum + right, 0)
  const denominator = tallies.reduce((sum, { n }) => sum + n, 0)
  const value = denominator === 0 ? null : numerator / denominator
  const single = tallies.every(({ n }) => n === 1)
  const [low, high] =
    figure.census && value !== null
      ? [value, value]
      : single
        ? wilson({ right: numerator, n: denominator })
        : clusteredInterval(tallies)
  const shown = (target: number | null) => verdictOn(target, figure.better, low, high, denominator)
  return {
    name: figure.name,
    ...{ value, numerator, denominator, cases: tallies.length, low, high },
    target: figure.policy,
    verdict: shown(figure.policy),
    aim: figure.aim,
    aimVerdict: shown(figure.aim),
    better: figure.better,
  }
}

function verdictOn(
  target: number | null,
  better: Figure['better'],
  low: number,
  high: number,
  n: number,
): TargetVerdict | null {
  if (target === null) return null
  if (n === 0) return 'not shown'
  if (better === 'higher') return low >= target ? 'met' : high < target ? 'missed' : 'not shown'
  return high <= target ? 'met' : low > target ? 'missed' : 'not shown'
}
