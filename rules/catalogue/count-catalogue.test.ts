import { expect, test } from 'vitest'
import { countCatalogue } from './count-catalogue.ts'
import { loadCatalogue } from './load.ts'
import { loadTestedPoints } from './load-tested-points.ts'

const catalogue = loadCatalogue()

test('a point without tests that reach pass and fail is not executable, nor is a manual one', () => {
  expect(countCatalogue(catalogue, new Set()).executable).toEqual({ unique: 0, expanded: 0 })
  const everything = new Set(
    [...catalogue.scenarios.values()].flatMap(({ points }) => points.map(({ point }) => point.id)),
  )
  const { points, executable } = countCatalogue(catalogue, everything)
  const manual = new Set(
    [...catalogue.scenarios.values()].flatMap((scenario) =>
      scenario.points.filter(({ point }) => point.automation === 'manual').map(({ point }) => point.id),
    ),
  )
  expect(manual.size).toBeGreaterThan(0)
  expect(executable.unique).toBe(points.unique - manual.size)
})

test('a shared point counts once as unique and once for every scenario that has it', () => {
  const counted = countCatalogue(catalogue, new Set(['IMG-P01']))
  const having = [...catalogue.scenarios.values()].filter(({ points }) =>
    points.some(({ point }) => point.id === 'IMG-P01'),
  )
  expect(counted.executable).toEqual({ unique: 1, expanded: having.length })
  expect(counted.perScenario.map(({ id }) => id)).toEqual([...catalogue.scenarios.keys()])
  for (const one of counted.perScenario) expect(one.prefillable).toBeLessThanOrEqual(one.requiredFields)
})

test('points count as tested by their own case files', () => {
  const tested = loadTestedPoints()
  expect(tested).toContain('IMG-P01')
  expect(tested).not.toContain('SITE-P01')
})

test('points without a basis and automatic points without tests are listed by their id', () => {
  const counted = countCatalogue(catalogue, new Set(['IMG-P01']))
  const bare = [...catalogue.scenarios.values()].flatMap((scenario) =>
    scenario.parts.points.filter(({ basis }) => basis.length === 0).map(({ part }) => `${part.id} ${scenario.id}`),
  )
  const listed = counted.withoutBasis.flatMap(({ id, scenarios }) => scenarios.map((scenario) => `${id} ${scenario}`))
  expect(bare.length).toBeGreaterThan(0)
  expect(listed.sort()).toEqual(bare.sort())
  expect(counted.untested).not.toContain('IMG-P01')
  expect(counted.untested).toContain('IMG-P02')
  expect(counted.untested).not.toContain('SITE-P01')
})
