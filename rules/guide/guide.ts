import type { Matter } from '../catalogue/format.ts'
import type { Scenario } from '../catalogue/scenario.ts'
import { Check } from '../engine/check.ts'
import type { GuideAnswer, GuideQuestion } from './format.ts'

/** Questions from the first to the last on any path. */
export const MOST_QUESTIONS = 4

export interface GuideRule {
  question: GuideQuestion
  answers: { answer: GuideAnswer; when: Check | null }[]
}

/** The decision path of one matter, ending in one of its scenarios. */
export interface Guide {
  matter: Matter
  scenarios: readonly Scenario[]
  /** The first is asked first; a matter with one scenario may have none. */
  questions: readonly GuideRule[]
}

/** Compiles the questions over the words of the matter's first scenario. */
export function createGuide(
  matter: Matter,
  scenarios: readonly Scenario[],
  questions: readonly GuideQuestion[],
): Guide {
  const [first] = scenarios
  const compile = (when: string | undefined) =>
    when === undefined || !first ? null : new Check(when, first.vocabulary, first.functions)
  return {
    matter,
    scenarios,
    questions: questions.map((question) => ({
      question,
      answers: question.answers.map((answer) => ({ answer, when: compile(answer.when) })),
    })),
  }
}

/** Names of the shared sources that answer some question of the guide. */
export function guideSources({ questions, scenarios }: Guide): string[] {
  const paths = questions.flatMap(({ answers }) =>
    answers.flatMap(({ when }) => [...(when?.parsed.paths ?? []), ...(when?.parsed.sources ?? [])]),
  )
  const heads = new Set(paths.map((path) => path.split('.')[0]))
  return (scenarios[0]?.sources ?? []).map(({ name }) => name).filter((name) => heads.has(name))
}
