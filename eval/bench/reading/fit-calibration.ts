/** A value that was given: its confidence before calibration, and whether it was right. */
export interface Given {
  confidence: number
  right: boolean
}

/** Values of one group that a step of the curve rests on at least. */
const LEAST = 25
/** So many values' weight the confidence itself has in each step: a step of few values stays near it. */
const PRIOR = 8

/**
 * Isotonic regression (pool adjacent violators, Ayer et al. 1955) of "right" on confidence, over steps of at least 25 values:
 * knots [confidence, share right], rising in both, from 0 to 1.
 */
export function fitCalibration(given: readonly Given[]): [number, number][] {
  const sorted = given.toSorted((a, b) => a.confidence - b.confidence)
  const steps: { sum: number; right: number; n: number }[] = []
  for (let i = 0; i < sorted.length; ) {
    const step = { sum: 0, right: 0, n: 0 }
    const full = () => step.n >= LEAST && sorted.length - i >= LEAST
    while (i < sorted.length && !(full() && sorted[i]?.confidence !== sorted[i - 1]?.confidence)) {
      step.sum += sorted[i]?.confidence ?? 0
      step.right += sorted[i]?.right ? 1 : 0
      step.n += 1
      i += 1
    }
    steps.push(step)
  }
  const share = ({ sum, right, n }: { sum: number; right: number; n: number }) =>
    (right + PRIOR * (sum / n)) / (n + PRIOR)
  const pooled: typeof steps = []
  for (const step of steps) {
    pooled.push({ ...step })
    for (;;) {
      const [before, last] = pooled.slice(-2)
      if (!before || !last || share(before) <= share(last)) break
      pooled.splice(-2, 2, { sum: before.sum + last.sum, right: before.right + last.right, n: before.n + last.n })
    }
  }
  const round = (value: number) => Math.round(value * 1000) / 1000
  const inner = pooled.map((step): [number, number] => [round(step.sum / step.n), round(share(step))])
  const top = inner.at(-1)?.[1] ?? 1
  return [[0, 0], ...inner.filter(([at]) => at > 0 && at < 1), [1, top]]
}
