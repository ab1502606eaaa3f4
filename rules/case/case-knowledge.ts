import type { Fact } from '../../facts/fact.ts'
import { comparable } from '../../facts/values/text.ts'
import type { Item, Knowledge } from '../engine/knowledge.ts'
import type { CaseFacts } from '../results.ts'

/** What is known of a case beside its facts. */
export interface Assembled {
  caseFacts: CaseFacts
  /** 已提供, by slot; null where a file that nobody could identify may be the paper. */
  provided: ReadonlyMap<string, boolean | null>
  /** 有记录, by source. */
  recorded: ReadonlyMap<string, boolean | null>
  /** 查过: comparable numbers that each source answered about. */
  asked: ReadonlyMap<string, ReadonlySet<string>>
}

/** A field that this scenario's form does not have is known not to be filled. */
export const notOnForm = (path: string): Fact => ({ path, value: null, confidence: 1, state: 'absent', evidence: [] })

/** The case as the engine reads it. `form` answers 申请表.* when given (while the form is being filled). */
export function caseKnowledge(
  assembled: Assembled,
  minConfidence: number,
  form: (path: string) => Fact | undefined = (path) => assembled.caseFacts.facts.get(path) ?? notOnForm(path),
): Knowledge {
  const { facts, lists, at } = assembled.caseFacts
  return {
    at,
    minConfidence,
    fact: (path) => (path.startsWith('申请表.') ? form(path) : facts.get(path)),
    list: (name) => lists.get(name) as readonly Item[] | undefined,
    provided: (slot) => {
      const known = assembled.provided.get(slot)
      return known === undefined ? false : known
    },
    recorded: (source) => assembled.recorded.get(source) ?? null,
    asked: (source, number) => assembled.asked.get(source)?.has(comparable(number)) ?? false,
  }
}
