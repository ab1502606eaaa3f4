import type { Truth } from '../../datasets/case-format.ts'

type Labels = Truth['review']

/** How far two labellers agree beyond chance. */
export interface Agreement {
  n: number
  same: number
  /** Cohen's κ; null when nothing was labelled twice, or chance alone explains everything. */
  kappa: number | null
}

export interface InterLabeller extends Agreement {
  cases: number
  byPoint: Record<string, Agreement>
}

/** Cohen's κ (Cohen 1960) over the points that both labelled, all cases pooled and by point. */
export function interLabeller(pairs: readonly { first: Labels; second: Labels }[]): InterLabeller | null {
  if (pairs.length === 0) return null
  const all = pairs.flatMap(({ first, second }) =>
    Object.entries(first).flatMap(([point, { verdict }]) => {
      const other = second[point]?.verdict
      return other === undefined ? [] : [{ point, pair: [verdict, other] as const }]
    }),
  )
  const points = [...new Set(all.map(({ point }) => point))].sort()
  const of = (ones: typeof all) => agreement(ones.map(({ pair }) => pair))
  return {
    cases: pairs.length,
    ...of(all),
    byPoint: Object.fromEntries(points.map((point) => [point, of(all.filter((one) => one.point === point))])),
  }
}

function agreement(pairs: readonly (readonly [string, string])[]): Agreement {
  const n = pairs.length
  const same = pairs.filter(([a, b]) => a === b).length
  const share = (side: 0 | 1, label: string) => pairs.filter((pair) => pair[side] === label).length / n
  const labels = [...new Set(pairs.flat())]
  const chance = labels.reduce((sum, label) => sum + share(0, label) * share(1, label), 0)
  return { n, same, kappa: n === 0 || chance === 1 ? null : (same / n - chance) / (1 - chance) }
}
