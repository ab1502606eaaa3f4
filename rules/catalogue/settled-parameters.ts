import { parameterFacts } from '../case/parameter-facts.ts'
import type { Knowledge } from '../engine/knowledge.ts'
import type { ReviewPoint } from './format.ts'
import type { ScenarioParts } from './resolve.ts'
import type { Scenario } from './scenario.ts'

const READ = /参数\.([\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9_]*)/gu

/**
 * Parameters that a point reads and that nobody has given this scenario a value of (依据待核): in it the point is never
 * both passed and failed, whatever values its tests try. “Known to have none” (`value: null`) is a value.
 */
export function awaitedParameters({ parameters }: Pick<ScenarioParts, 'parameters'>, point: ReviewPoint): string[] {
  const { reads, when, check, versions } = point
  const read = [...JSON.stringify({ reads, when, check, versions }).matchAll(READ)].map(([, name = '']) => name)
  return [...new Set(read)].filter((name) => {
    const parameter = parameters.get(name)
    return parameter === undefined || (parameter.value === undefined && parameter.from === undefined)
  })
}

/** Does a program decide the point in this scenario, once it knows what the applicant and the sources say? */
export function isAutomatic(parts: Pick<ScenarioParts, 'parameters'>, point: ReviewPoint): boolean {
  return point.automation !== 'manual' && awaitedParameters(parts, point).length === 0
}

/** Points that apply to no case of the scenario, because its parameters say so: 已填写(参数.须新办的变更项) where there is none. */
export function neverApplying(scenario: Scenario): string[] {
  const known = new Map(parameterFacts(scenario.parts.parameters).map((fact) => [fact.path, fact]))
  const nothing: Knowledge = {
    // Which day it is does not matter: a condition on the date is no matter of parameters.
    at: '1970-01-01',
    minConfidence: 0,
    fact: (path) => known.get(path),
    list: () => undefined,
    provided: () => null,
    recorded: () => null,
    asked: () => false,
  }
  return scenario.points
    .filter(({ versions }) => versions.every(({ when }) => when?.judge(nothing).result === false))
    .map(({ point }) => point.id)
}
