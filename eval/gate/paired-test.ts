/** ln n!, by summing: exact enough for counts of items. */
function logFactorials(n: number): number[] {
  const logs = [0]
  for (let i = 1; i <= n; i += 1) logs.push((logs[i - 1] ?? 0) + Math.log(i))
  return logs
}

/**
 * McNemar's exact test: how likely it is that of `lost + gained` items that changed, as few as the smaller number (or
 * fewer) went one way, two-sided. 1 when nothing changed.
 */
export function mcNemar(lost: number, gained: number): number {
  const n = lost + gained
  if (n === 0) return 1
  const logs = logFactorials(n)
  const choose = (k: number) => (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0)
  let tail = 0
  for (let k = 0; k <= Math.min(lost, gained); k += 1) tail += Math.exp(choose(k) - n * Math.LN2)
  return Math.min(1, 2 * tail)
}

/** Holm's correction: p-values that may be held against one threshold although many were looked at, in the order given. */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p)
  const corrected = ps.map(() => 1)
  let most = 0
  for (const [rank, { p, i }] of order.entries()) {
    most = Math.max(most, Math.min(1, p * (ps.length - rank)))
    corrected[i] = most
  }
  return corrected
}
