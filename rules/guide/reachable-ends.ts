import type { CaseInput } from '../case/prepare-case.ts'
import type { Guide, GuideRule } from './guide.ts'
import { guideKnowledge, registryAnswer } from './walk-guide.ts'

export interface GuideEnds {
  /** Scenarios that some answer of the person still leads to, in the order of the guide. */
  scenarios: string[]
  /** Why there is nothing to apply for, on the other ends. */
  stops: string[]
  /** Questions that the registry answered on the way. */
  told: { ask: string; say: string }[]
}

/** Where a guide can still end when the registry answers what it can and the person anything else. Pure. */
export function reachableEnds(guide: Guide, input: Omit<CaseInput, 'materials' | 'scenario'>): GuideEnds {
  const [first] = guide.scenarios
  const [start] = guide.questions
  if (!first || !start) return { scenarios: guide.scenarios.map(({ id }) => id), stops: [], told: [] }
  const knowledge = guideKnowledge(first, input)
  const scenarios = new Set<string>()
  const stops = new Set<string>()
  const told = new Map<string, GuideEnds['told'][number]>()
  const follow = (rule: GuideRule): void => {
    const { question } = rule
    const known = registryAnswer(rule, knowledge)?.answer
    if (known) told.set(question.id, { ask: question.ask, say: known.say })
    for (const { next, scenario, stop } of known ? [known] : question.answers) {
      if (scenario !== undefined) scenarios.add(scenario)
      if (stop !== undefined) stops.add(stop)
      const after = guide.questions.find((one) => one.question.id === next)
      if (after) follow(after)
    }
  }
  follow(start)
  return { scenarios: [...scenarios], stops: [...stops], told: [...told.values()] }
}
