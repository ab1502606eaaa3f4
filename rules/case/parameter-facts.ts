import type { Fact } from '../../facts/fact.ts'
import { type Parameter, parameterFactValue } from '../catalogue/parameter.ts'

/** 参数.* of a scenario. One that is declared and nowhere given a value is no fact: nobody knows it yet (依据待核). */
export function parameterFacts(parameters: ReadonlyMap<string, Parameter>): Fact[] {
  return [...parameters].flatMap(([name, parameter]): Fact[] => {
    if (parameter.value === undefined || parameter.from !== undefined) return []
    const [law] = parameter.basis ?? []
    const how = law ? `${law.law}${law.article}` : (parameter.note ?? '本事项的参数')
    return [
      {
        path: `参数.${name}`,
        value: parameterFactValue(parameter),
        confidence: 1,
        state: parameter.value === null ? 'absent' : 'ok',
        evidence: [{ kind: 'derived', from: [], how }],
      },
    ]
  })
}
