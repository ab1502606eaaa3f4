import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureMisreads } from '../bench/measure-misreads.ts'
import { automaticPoints, verdictIn } from '../bench/measure-soundness.ts'
import { dice, obscure, world } from '../bench/worlds.ts'
import { loadCatalogue } from '../catalogue/load.ts'

/** A few worlds per point here; npm run soundness looks at many. */
const RUNS = 10
const catalogue = loadCatalogue()
const rules = automaticPoints(catalogue)

test.each(rules)('$id: hiding facts gives the same verdict or unsure, never another one', ({ scenario, rule }) => {
  fc.assert(
    fc.property(world(scenario, rule), dice, (full, rolls) => {
      const before = verdictIn(catalogue, scenario, rule, full)
      const after = verdictIn(catalogue, scenario, rule, obscure(scenario, full, rolls))
      expect([before, 'unsure']).toContain(after)
    }),
    { numRuns: RUNS, seed: 20260601 },
  )
})

test('one character of a name or address misread on a photograph never gives another definite verdict', () => {
  const { verdicts, wrong } = measureMisreads(catalogue, RUNS, 20260601)
  expect(wrong).toEqual([])
  expect(verdicts).toBeGreaterThan(300)
}, 120_000)

test('the random worlds decide most rules both ways, so that the property above says something', () => {
  const both = rules.filter(({ scenario, rule }) => {
    const verdicts = fc
      .sample(world(scenario, rule), { numRuns: 60, seed: 7 })
      .map((one) => verdictIn(catalogue, scenario, rule, one))
    return verdicts.includes('fail') && verdicts.some((one) => one !== 'fail' && one !== 'unsure')
  })
  expect(both.length / rules.length).toBeGreaterThan(0.6)
}, 120_000)
