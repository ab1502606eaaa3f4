import type { Tally } from '../bench/interval.ts'

const ROUNDS = 2000

function drawer(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

const ratio = (cases: readonly Tally[]): number => {
  const n = cases.reduce((sum, one) => sum + one.n, 0)
  return n === 0 ? 0 : cases.reduce((sum, one) => sum + one.right, 0) / n
}

/**
 * How likely a difference at least as large between two sets of different cases is when it does not matter which set a
 * case is in: whole cases are dealt anew, so that errors that come together stay together. Two-sided.
 */
export function permutationTest(before: readonly Tally[], now: readonly Tally[]): number {
  if (before.length === 0 || now.length === 0) return 1
  const seen = Math.abs(ratio(now) - ratio(before))
  const draw = drawer(20261122)
  const all = [...before, ...now]
  let asLarge = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = all.length - 1; i > 0; i -= 1) {
      const j = draw(i + 1)
      const [a, b] = [all[i], all[j]]
      if (a && b) [all[i], all[j]] = [b, a]
    }
    const gap = Math.abs(ratio(all.slice(before.length)) - ratio(all.slice(0, before.length)))
    if (gap >= seen - 1e-12) asLarge += 1
  }
  return (asLarge + 1) / (ROUNDS + 1)
}
