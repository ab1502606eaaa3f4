import { type Tally, wilson } from '../interval.ts'

/** Things there and found, found where none is, and there but not found. */
export interface Found {
  truePositive: number
  falsePositive: number
  falseNegative: number
}

/** F1 of what was found (0–1); 0 when nothing was there and nothing found. */
export function f1({ truePositive, falsePositive, falseNegative }: Found): number {
  return (2 * truePositive) / Math.max(1, 2 * truePositive + falsePositive + falseNegative)
}

/**
 * 95 % interval of F1: of the things there or found, the share that is both is a proportion (Jaccard) with Wilson's interval,
 * and F1 = 2J / (1 + J) rises with it.
 */
export function f1Interval({ truePositive, falsePositive, falseNegative }: Found): [number, number] {
  const both: Tally = { right: truePositive, n: truePositive + falsePositive + falseNegative }
  const [low, high] = wilson(both).map((share) => (2 * share) / (1 + share))
  return [low ?? 0, high ?? 1]
}

/** F1 as a person reads it: `.949 [.898–.990]`. */
export function formatF1(found: Found): string {
  const [low, high] = f1Interval(found)
  return `${f1(found).toFixed(3)} [${low.toFixed(3)}–${high.toFixed(3)}]`
}

/** Share of what was found that is there. */
export const precision = ({ truePositive, falsePositive }: Found): Tally => ({
  right: truePositive,
  n: truePositive + falsePositive,
})

/** Share of what is there that was found. */
export const recall = ({ truePositive, falseNegative }: Found): Tally => ({
  right: truePositive,
  n: truePositive + falseNegative,
})
