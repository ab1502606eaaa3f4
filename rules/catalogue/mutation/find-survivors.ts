import { Check } from '../../engine/check.ts'
import type { Knowledge } from '../../engine/knowledge.ts'
import { lintExpression } from '../../engine/lint.ts'
import type { Verdict } from '../../results.ts'
import type { ReviewContext } from '../../review/obstacles.ts'
import { reviewPoint } from '../../review/review-points.ts'
import type { Catalogue } from '../catalogue.ts'
import { type PointCase, pointCaseContext, scenarioOf } from '../point-case.ts'
import type { PointRule, PointVersion, Scenario } from '../scenario.ts'
import { type Mutant, mutantsOf } from './mutants.ts'

/** A mistake that no test of its point notices. */
export interface Survivor {
  point: string
  scenario: string
  part: 'check' | 'when'
  what: string
}

export interface MutationResult {
  mutants: number
  survivors: Survivor[]
}

interface Target {
  scenario: Scenario
  rule: PointRule
  version: PointVersion
  trials: Trial[]
}

/** One case of the point, ready to be judged with each mutant in turn. */
interface Trial {
  rule: PointRule
  knowledge: Knowledge
  context: ReviewContext
  expect: Verdict
}

/**
 * Runs every test of a point against every mutant of its check and of its condition. Mutants that the lint refuses do not
 * count: they would never start.
 */
export function findSurvivors(catalogue: Catalogue, cases: readonly PointCase[]): MutationResult {
  const result: MutationResult = { mutants: 0, survivors: [] }
  for (const target of targets(catalogue, cases)) {
    for (const part of ['check', 'when'] as const) {
      const source = sourceOf(target, part)
      if (source === null) continue
      for (const mutant of [
        ...mutantsOf(source),
        ...(part === 'when' ? [{ what: '去掉适用条件', code: 'true' }] : []),
      ]) {
        const check = compile(target, mutant)
        if (check === null) continue
        result.mutants += 1
        if (killed(target, part, check)) continue
        const { point } = target.rule
        result.survivors.push({ point: point.id, scenario: target.scenario.id, part, what: mutant.what })
      }
    }
  }
  return result
}

/** Each version of each tested check once, with the cases of all scenarios where it reads the same. */
function targets(catalogue: Catalogue, cases: readonly PointCase[]): Target[] {
  const found = new Map<string, Target>()
  for (const one of cases) {
    const scenario = scenarioOf(one, catalogue)
    const rule = scenario?.points.find(({ point }) => point.id === one.point)
    if (!scenario || !rule) continue
    const version = rule.versions.find(
      ({ from, to }) => (from === null || from <= one.at) && (to === null || one.at <= to),
    )
    if (!version?.check) continue
    const key = `${one.point} ${version.version} ${version.check.source} ${version.when?.source ?? ''}`
    const target = found.get(key) ?? { scenario, rule, version, trials: [] }
    const { knowledge, context } = pointCaseContext(one, scenario, catalogue.policy)
    target.trials.push({ rule, knowledge: knowledge(rule.point.severity), context, expect: one.expect })
    found.set(key, target)
  }
  return [...found.values()]
}

const sourceOf = ({ version }: Target, part: 'check' | 'when') => version[part]?.source ?? null

function compile({ scenario, rule }: Target, mutant: Mutant): Check | null {
  const check = new Check(mutant.code, scenario.vocabulary, scenario.functions, rule.point.reads)
  const issues = lintExpression(mutant.code, check.parsed, scenario.vocabulary, scenario.functions, 'boolean')
  return issues.length > 0 ? null : check
}

function killed({ version, trials }: Target, part: 'check' | 'when', check: Check): boolean {
  return trials.some(({ rule, knowledge, context, expect }) => {
    const versions = rule.versions.map((one) => (one.version === version.version ? { ...one, [part]: check } : one))
    return reviewPoint({ ...rule, versions }, context, knowledge).verdict !== expect
  })
}
