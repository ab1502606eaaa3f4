/** So many right of so many. */
export interface Tally {
  right: number
  n: number
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964

/** Wilson's score interval of a proportion at 95 %, as shares of one; [0, 1] when nothing was counted. */
export function wilson({ right, n }: Tally): [number, number] {
  if (n === 0) return [0, 1]
  const share = right / n
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  const middle = share + (Z * Z) / (2 * n)
  const whole = 1 + (Z * Z) / n
  return [Math.max(0, (middle - spread) / whole), Math.min(1, (middle + spread) / whole)]
}

/** A proportion as a person reads it: `52/53 98.1% [90.1–99.7]`. */
export function proportion(tally: Tally): string {
  if (tally.n === 0) return '0/0 —'
  const percent = (share: number) => (100 * share).toFixed(1)
  const [low, high] = wilson(tally)
  return `${tally.right}/${tally.n} ${percent(tally.right / tally.n)}% [${percent(low)}–${percent(high)}]`
}
