import { caseKnowledge } from '../case/case-knowledge.ts'
import { type CaseInput, prepareCase } from '../case/prepare-case.ts'
import type { Scenario } from '../catalogue/scenario.ts'
import { decidingReads } from '../engine/explain.ts'
import type { Knowledge, Read } from '../engine/knowledge.ts'
import type { Truth } from '../engine/truth.ts'
import type { GuideStep } from '../results.ts'
import { factUse } from '../review/describe.ts'
import type { GuideAnswer, GuideQuestion } from './format.ts'
import type { Guide, GuideRule } from './guide.ts'

export interface GuideWalk {
  steps: GuideStep[]
  /** What to ask next; null at the end. */
  next: GuideQuestion | null
  /** The scenario the path ends in; null while questions are open, or when there is nothing to apply for. */
  scenario: string | null
  /** Why there is nothing to apply for here. */
  stop: string | null
  /** Form fields that the answers settled. */
  set: GuideAnswer['set']
}

/**
 * Follows a matter's guide from its first question: what the registry answers is not asked, what the person answered
 * (`given`: question id → index of the answer) wins. Pure. Throws RangeError on an answer that does not exist.
 */
export function walkGuide(
  guide: Guide,
  given: Readonly<Record<string, number>>,
  input: Omit<CaseInput, 'materials' | 'scenario'>,
): GuideWalk {
  const walk: GuideWalk = { steps: [], next: null, scenario: null, stop: null, set: {} }
  const [first] = guide.scenarios
  if (!first) return walk
  const knowledge = guideKnowledge(first, input)
  const start = guide.questions[0]
  if (!start) return { ...walk, scenario: first.id }
  for (let rule: GuideRule | null = start; rule; ) {
    const { question }: GuideRule = rule
    const chosen: number | undefined = given[question.id]
    const told: Told | null = chosen === undefined ? registryAnswer(rule, knowledge) : null
    const answer: GuideAnswer | undefined = chosen === undefined ? told?.answer : question.answers[chosen]
    if (chosen !== undefined && !answer) throw new RangeError(`question ${question.id} has no answer ${chosen}`)
    if (!answer) return { ...walk, next: question }
    walk.steps.push({
      question: question.id,
      ask: question.ask,
      answers: question.answers.map(({ say }) => say),
      say: answer.say,
      by: told ? 'registry' : 'person',
      facts: (told?.reads ?? []).map((read) => factUse(read, first.vocabulary)),
    })
    walk.set = { ...walk.set, ...answer.set }
    walk.scenario = answer.scenario ?? null
    walk.stop = answer.stop ?? null
    rule = guide.questions.find((one) => one.question.id === answer.next) ?? null
  }
  return walk
}

/** Identity and shared data as the questions of a guide read them. */
export function guideKnowledge(first: Scenario, input: Omit<CaseInput, 'materials' | 'scenario'>): Knowledge {
  const { assembled } = prepareCase({ ...input, scenario: first.id, materials: [] })
  return caseKnowledge(assembled, input.catalogue.policy.use.correct)
}

interface Told {
  answer: GuideAnswer
  reads: Read[]
}

/** The one answer that shared data gives: true, and every answer before it known to be false. */
export function registryAnswer({ answers }: GuideRule, knowledge: Knowledge): Told | null {
  for (const { answer, when } of answers) {
    const step = when?.judge(knowledge)
    const result: Truth = step?.result ?? null
    if (result === null) return null
    if (result && step) return { answer, reads: decidingReads(step).filter(({ path }) => path.includes('.')) }
  }
  return null
}
