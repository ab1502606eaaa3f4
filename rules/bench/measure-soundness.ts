import fc from 'fast-check'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { PointRule, Scenario } from '../catalogue/scenario.ts'
import type { Verdict } from '../results.ts'
import { reviewPoint } from '../review/review-points.ts'
import { complete, contextOf, dice, knowledgeOf, obscure, type World, world } from './worlds.ts'

export interface Soundness {
  points: number
  /** Verdicts given with something hidden. */
  verdicts: number
  /** Definite verdicts that are not the one given when nothing is hidden. */
  wrong: { point: string; scenario: string; said: Verdict; truly: Verdict }[]
  unsure: number
  /** Unsure, although every completion tried gives one and the same definite verdict. */
  unnecessary: { point: string; scenario: string }[]
}

/** Each automatic point of the catalogue once, in a scenario that has it. */
export function automaticPoints(catalogue: Catalogue): { id: string; scenario: Scenario; rule: PointRule }[] {
  const seen = new Set<string>()
  return [...catalogue.scenarios.values()].flatMap((scenario) =>
    scenario.points
      .filter(({ point, versions }) => versions.some(({ check }) => check) && !seen.has(point.id) && seen.add(point.id))
      .map((rule) => ({ id: rule.point.id, scenario, rule })),
  )
}

/** The verdict on a point in a world. */
export function verdictIn(catalogue: Catalogue, scenario: Scenario, rule: PointRule, one: World): Verdict {
  const knowledge = knowledgeOf(scenario, one, catalogue.policy.use[rule.point.severity])
  return reviewPoint(rule, contextOf(scenario, one), knowledge).verdict
}

const COMPLETIONS = 12

/** Judges every point in `runs` random worlds, whole and with something hidden, and counts what hiding did. */
export function measureSoundness(catalogue: Catalogue, runs: number, seed: number): Soundness {
  const points = automaticPoints(catalogue)
  const result: Soundness = { points: points.length, verdicts: 0, wrong: [], unsure: 0, unnecessary: [] }
  for (const { id, scenario, rule } of points) {
    const worlds = fc.sample(world(scenario, rule), { numRuns: runs, seed })
    const throws = fc.sample(dice, { numRuns: runs, seed: seed + 1 })
    const inWorld = (one: World) => verdictIn(catalogue, scenario, rule, one)
    for (const [index, full] of worlds.entries()) {
      const hidden = obscure(scenario, full, throws[index] ?? [])
      const [truly, said] = [inWorld(full), inWorld(hidden)]
      result.verdicts += 1
      if (said !== 'unsure') {
        if (said !== truly) result.wrong.push({ point: id, scenario: scenario.id, said, truly })
        continue
      }
      result.unsure += 1
      if (truly === 'unsure') continue
      const others = Array.from({ length: COMPLETIONS }, (_, i) => worlds[(index + 1 + i * 7) % worlds.length] ?? full)
      if (others.every((other) => inWorld(complete(hidden, other)) === truly)) {
        result.unnecessary.push({ point: id, scenario: scenario.id })
      }
    }
  }
  return result
}
