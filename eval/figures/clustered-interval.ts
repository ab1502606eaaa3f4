import { type Tally, wilson } from '../bench/interval.ts'

const ROUNDS = 2000
/** With fewer cases than this, drawing them again tells too little. */
const ENOUGH_CASES = 20

/** Park–Miller: the same cases give the same interval on every machine. */
function drawer(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

/**
 * 95 % percentile bootstrap of a ratio of sums, drawing whole cases with replacement: what goes wrong in one case goes
 * wrong together. Of few cases, or where all of them say the same, drawing again shows no spread: then Wilson's interval
 * with the number of cases as n.
 */
export function clusteredInterval(cases: readonly Tally[]): [number, number] {
  const right = cases.reduce((sum, one) => sum + one.right, 0)
  const n = cases.reduce((sum, one) => sum + one.n, 0)
  if (n === 0) return [0, 1]
  if (cases.length < ENOUGH_CASES || right === 0 || right === n)
    return wilson({ right: (right / n) * cases.length, n: cases.length })
  const draw = drawer(20261122)
  const shares = Array.from({ length: ROUNDS }, () => {
    let [hits, all] = [0, 0]
    for (let i = 0; i < cases.length; i += 1) {
      const one = cases[draw(cases.length)]
      hits += one?.right ?? 0
      all += one?.n ?? 0
    }
    return hits / all
  }).sort((a, b) => a - b)
  return [shares[Math.floor(ROUNDS * 0.025)] ?? 0, shares[Math.ceil(ROUNDS * 0.975) - 1] ?? 1]
}
