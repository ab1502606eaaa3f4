import { DAY } from './table-cells.ts'
import type { Atom, Dimension, Row, TableColumn } from './table-columns.ts'
import { tableColumns } from './table-columns.ts'

/** Two rows that both speak of one case, with the case in Chinese: 项目 乙，面积 50–100. */
export interface Overlap {
  first: number
  second: number
  where: string
  /** What follows is the same by both. */
  isSame: boolean
}

/** More cases than this are not gone through: a table of that size has been generated, not written. */
const MOST_CASES = 50_000

/** Rows of a decision table that speak of the same case. A row for 全部 beside one for a word is meant so. */
export function tableOverlaps(rows: readonly Row[], declared?: readonly TableColumn[]): Overlap[] {
  const { dimensions, results } = tableColumns(rows, declared)
  if (dimensions.length === 0 || results.length === 0) return []
  return rows.flatMap((row, second) =>
    rows.slice(0, second).flatMap((other, first) => {
      const shared = dimensions.map(({ rows: spoken, all }) => {
        if (all.has(first) !== all.has(second)) return []
        return [...(spoken[first] ?? [])].filter((atom) => spoken[second]?.has(atom))
      })
      if (shared.some((atoms) => atoms.length === 0)) return []
      const where = dimensions.map((one, i) => told(one, shared[i] ?? [])).join('，')
      return [{ first, second, where, isSame: results.every((name) => row[name] === other[name]) }]
    }),
  )
}

/** Cases of which no row of a decision table speaks, made of the values that occur: 项目 乙，面积 50–200. */
export function uncovered(rows: readonly Row[], declared?: readonly TableColumn[]): string[] {
  const { dimensions, results } = tableColumns(rows, declared)
  const cases = dimensions.reduce((count, { atoms }) => count * atoms.length, 1)
  if (dimensions.length === 0 || results.length === 0 || cases > MOST_CASES) return []
  // Neighbouring pieces of one column of bands are told as one.
  const last = dimensions.findLast(({ atoms }) => atoms[0]?.band) ?? dimensions.at(-1)
  if (!last) return []
  const others = dimensions.filter((one) => one !== last)
  return combinations(others).flatMap((chosen) => {
    const candidates = rows.flatMap((_, i) =>
      others.every((one, at) => one.rows[i]?.has(chosen[at] ?? -1)) ? [i] : [],
    )
    const missing = [...last.atoms.keys()].filter((atom) => !candidates.some((i) => last.rows[i]?.has(atom)))
    const before = others.map((one, at) => told(one, [chosen[at] ?? 0]))
    return runs(missing, last).map((run) => [...before, told(last, run)].join('，'))
  })
}

function combinations(dimensions: readonly Dimension[]): number[][] {
  return dimensions.reduce<number[][]>(
    (all, { atoms }) => all.flatMap((chosen) => [...atoms.keys()].map((atom) => [...chosen, atom])),
    [[]],
  )
}

/** Pieces that follow each other, together; words each alone. */
function runs(atoms: readonly number[], { atoms: all }: Dimension): number[][] {
  const found: number[][] = []
  for (const atom of atoms) {
    const run = found.at(-1)
    if (run && all[atom]?.band && run.at(-1) === atom - 1) run.push(atom)
    else found.push([atom])
  }
  return found
}

/** 项目 甲、乙；面积 50–100；面积 50. */
function told({ name, atoms }: Dimension, chosen: readonly number[]): string {
  const picked = chosen.flatMap((atom) => atoms[atom] ?? [])
  const [first, last] = [picked[0]?.band, picked.at(-1)?.band]
  if (!first || !last) return `${name} ${picked.map(({ word }) => word).join('、')}`
  return `${name} ${bandText(first, last)}`
}

function bandText(first: NonNullable<Atom['band']>, last: NonNullable<Atom['band']>): string {
  const isDay = first.unit === DAY
  const unit = isDay ? '' : first.unit
  const say = (at: number) => (isDay ? new Date(at * 86_400_000).toISOString().slice(0, 10) : String(at))
  if (first.from === last.to) return `${say(first.from)}${unit}`
  const without = [first.withFrom ? [] : [first.from], last.withTo ? [] : [last.to]].flat().filter(Number.isFinite)
  const open = without.length > 0 ? `（不含 ${without.map(say).join('、')}）` : ''
  if (!Number.isFinite(last.to)) return `${say(first.from)}${unit}${isDay ? '起' : '以上'}${open}`
  if (!Number.isFinite(first.from)) return `${say(last.to)}${unit}${isDay ? '止' : '以下'}${open}`
  return `${say(first.from)}–${say(last.to)}${unit}${open}`
}
