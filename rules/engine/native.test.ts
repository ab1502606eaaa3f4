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
import { ASK_FEEL, compileNative } from './native.ts'

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

/** A value for each plain read, by the name under which FEEL gets it; null when a read is no single value. */
function readsOf(leaf: Leaf): { path: readonly string[]; values: readonly unknown[] }[] | null {
  const found = leaf.reads.map((read: LeafRead) => {
    const type = read.kind === 'fact' || read.kind === 'item' ? read.type : null
    if (read.kind === 'constant')
      return { path: [read.name], values: [toFeel('2026-06-01', { type: 'date', label: '' })] }
    if (!type || read.kind === 'list' || type.type === 'table') return null
    const words = [...leaf.code.matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? '')
    const values = (VALUES[type.type] ?? [...TEXTS, ...words, ...(type.values ?? [])]).map((one) => toFeel(one, type))
    if (read.kind === 'fact') return { path: read.as, values }
    if (read.kind !== 'item' || read.field === null) return null
    const names = read.field.split('.')
    return { path: read.variable.startsWith('[') ? names : [read.variable, ...names], values }
  })
  return found.some((one) => one === null) ? null : (found as NonNullable<(typeof found)[number]>[])
}

test('a plain leaf of the catalogue means to JavaScript what it means to FEEL', () => {
  let compared = 0
  const seen = new Set<string>()
  for (const { scenario, rule } of automaticPoints(catalogue)) {
    const evaluator = new LeafEvaluator(scenario.vocabulary, feelFunctions, rule.point.reads)
    const leaves = rule.versions.flatMap(({ when, check }) => [when, check].flatMap((one) => one?.parsed.leaves ?? []))
    for (const leaf of leaves) {
      const native = compileNative(leaf, feelFunctions, signal)
      const reads = readsOf(leaf)
      if (!native || !reads || seen.has(leaf.code)) continue
      seen.add(leaf.code)
      const picks = fc.sample(fc.array(fc.nat(), { minLength: reads.length, maxLength: reads.length }), {
        numRuns: 5,
        seed: 11,
      })
      for (const pick of picks) {
        const given = reads.map(({ path, values }, i) => ({
          path,
          value: values[(pick[i] ?? 0) % values.length],
          reads: [],
        }))
        signal.unknown = false
        const fast = native(given.map(({ value }) => value))
        if (fast === ASK_FEEL) continue
        const told = signal.unknown ? null : fast
        compared += 1
        expect({ leaf: leaf.code, value: told }).toEqual({ leaf: leaf.code, value: evaluator.interpreted(leaf, given) })
      }
    }
  }
  expect(compared).toBeGreaterThan(1_000)
}, 60_000)
