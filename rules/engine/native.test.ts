import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Value, ValueType } from '../../facts/values/value.ts'
import { automaticPoints } from '../bench/measure-soundness.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import { feelFunctions } from '../functions/index.ts'
import { toFeel } from './convert.ts'
import type { Leaf, LeafRead } from './expression.ts'
import { feelContext } from './functions.ts'
import { LeafEvaluator } from './leaf.ts'
import { compileNative } from './native.ts'
import { ASK_FEEL } from './native-builtins.ts'
import type { PathType, Vocabulary } from './vocabulary.ts'

const catalogue = loadCatalogue()
const { signal } = feelContext(feelFunctions)
const VALUES: Partial<Record<ValueType, readonly Value[]>> = {
  boolean: [true, false],
  number: [0, 1, 2.5, 100],
  integer: [0, 1, 12],
  date: ['2026-05-31', '2026-06-01', '长期'],
  'date-range': [
    { from: '2020-01-01', to: '2026-06-01' },
    { from: '2026-06-02', to: '长期' },
  ],
  money: [
    { fen: 0, currency: 'CNY' },
    { fen: 12_345, currency: 'CNY' },
  ],
  cnid: ['310107198503121023', '310107198503121024'],
  uscc: ['91330100799655058B', '9144030071526726XG'],
  list: [['食品', '其他'], []],
}
const TEXTS = ['食品', '其他', '有效', '上海市普陀区长安路18弄3号', '310107198503121023']

/** Values of a declared type as FEEL gets them, the words of the leaf among them. */
function valuesOf(leaf: Leaf, type: PathType): unknown[] {
  const words = [...leaf.code.matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? '')
  return (VALUES[type.type] ?? [...TEXTS, ...words, ...(type.values ?? [])]).map((one) => toFeel(one, type))
}

/** Lists of none, one and three rows with the columns that the leaf sees. */
function lists(leaf: Leaf, columns: ReadonlyMap<string, PathType>): unknown[] {
  const row = (nth: number) =>
    Object.fromEntries(
      [...columns].map(([name, type], i) => {
        const values = valuesOf(leaf, type)
        return [name, values[(nth * 7 + i) % values.length]]
      }),
    )
  return [[], [row(0)], [row(1), row(2), row(3)], [row(4), row(5), row(4)]]
}

const picked = <T>(
  all: ReadonlyMap<string, T>,
  { members, whole }: { members: ReadonlySet<string>; whole: boolean },
) => (whole ? all : new Map([...all].filter(([name]) => members.has(name))))

/** Values for each read; null when a read cannot be made up. */
function readsOf(leaf: Leaf, vocabulary: Vocabulary): (readonly unknown[])[] | null {
  const found = leaf.reads.map((read: LeafRead) => {
    if (read.kind === 'constant') return [toFeel('2026-06-01', { type: 'date', label: '' })]
    if (read.kind === 'list') {
      const fields = vocabulary.heads.get(read.list)?.fields ?? new Map<string, PathType>()
      return lists(leaf, picked(fields, read))
    }
    const { type } = read
    if (!type || (read.kind === 'item' && read.field === null)) return null
    const columns = new Map([...(type.columns ?? [])].map(([name, kind]) => [name, { type: kind, label: name }]))
    return type.type === 'table' ? lists(leaf, picked(columns, read)) : valuesOf(leaf, type)
  })
  return found.some((one) => one === null) ? null : (found as NonNullable<(typeof found)[number]>[])
}

test('a plain leaf of the catalogue means to JavaScript what it means to FEEL', () => {
  let [compared, overLists] = [0, 0]
  const seen = new Set<string>()
  for (const { scenario, rule } of automaticPoints(catalogue)) {
    const evaluator = new LeafEvaluator(scenario.vocabulary, feelFunctions, rule.point.reads)
    const leaves = rule.versions.flatMap(({ when, check }) => [when, check].flatMap((one) => one?.parsed.leaves ?? []))
    for (const leaf of leaves) {
      const native = compileNative(leaf, feelFunctions, signal)
      const reads = readsOf(leaf, scenario.vocabulary)
      if (!native || !reads || seen.has(leaf.code)) continue
      seen.add(leaf.code)
      const picks = fc.sample(fc.array(fc.nat(), { minLength: reads.length, maxLength: reads.length }), {
        numRuns: 8,
        seed: 11,
      })
      for (const pick of picks) {
        const given = reads.map((values, i) => values[(pick[i] ?? 0) % values.length])
        signal.unknown = false
        const fast = native(given)
        if (fast === ASK_FEEL) continue
        const told = signal.unknown ? null : fast
        compared += 1
        if (given.some(Array.isArray)) overLists += 1
        expect({ leaf: leaf.code, value: told }).toEqual({ leaf: leaf.code, value: evaluator.interpreted(leaf, given) })
      }
    }
  }
  expect(compared).toBeGreaterThan(1_000)
  expect(overLists).toBeGreaterThan(200)
}, 60_000)
