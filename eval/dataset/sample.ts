import { createHash } from 'node:crypto'
import type { SeenCase } from './load-case.ts'

const rank = (seed: string, id: string) => createHash('sha256').update(`${seed}/${id}`).digest('hex')

/** `n` cases spread evenly over the scenarios, in an order that depends on the seed and the ids only. */
export function sample<T extends Pick<SeenCase, 'id' | 'seen'>>(cases: readonly T[], n: number, seed: string): T[] {
  const byScenario = new Map<string, T[]>()
  for (const one of cases.toSorted((a, b) => (rank(seed, a.id) < rank(seed, b.id) ? -1 : 1)))
    byScenario.set(one.seen.scenario, [...(byScenario.get(one.seen.scenario) ?? []), one])
  const lanes = [...byScenario].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lane]) => lane)
  const rounds = Math.max(0, ...lanes.map((lane) => lane.length))
  const order = Array.from({ length: rounds }, (_, i) => lanes.flatMap((lane) => lane[i] ?? [])).flat()
  return order.slice(0, n).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
