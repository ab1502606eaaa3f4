/** A value that was given: its confidence before calibration, and whether it was right. */
export interface Given {
  confidence: number
  right: boolean
}

/** Values of one group that a step of the curve rests on at least. */
const LEAST = 25
/** One-sided 90 % point of the normal distribution: a step promises what its values vouch for, little when they are few. */
const Z = 1.2816

/** Wilson's lower bound of a share. */
function lower(right: number, n: number): number {
  const share = right / n
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  return (share + (Z * Z) / (2 * n) - spread) / (1 + (Z * Z) / n)
}

/**
 * Isotonic regression (pool adjacent violators, Ayer et al. 1955) of "right" on confidence, over steps of at least 25 values:
 * knots [confidence, lower bound of the share right], rising in both, from 0 to 1.
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
  const share = ({ right, n }: { right: number; n: number }) => right / n
  const pooled: typeof steps = []
  for (const step of steps) {
    pooled.push({ ...step })
    for (;;) {
      const [before, last] = pooled.slice(-2)
      // Steps alike are one, too: together they vouch for more than each alone.
      if (!before || !last || share(before) < share(last)) break
      pooled.splice(-2, 2, { sum: before.sum + last.sum, right: before.right + last.right, n: before.n + last.n })
    }
  }
  const round = (value: number) => Math.round(value * 1000) / 1000
  let most = 0
  const inner = pooled.map((step): [number, number] => {
    most = Math.max(most, lower(step.right, step.n))
    return [round(step.sum / step.n), round(most)]
  })
  const top = inner.at(-1)?.[1] ?? 1
  return [[0, 0], ...inner.filter(([at]) => at > 0 && at < 1), [1, top]]
}
