import { z } from 'zod'
import { isAboutAnother } from '../../facts/record-subject.ts'
import { isRealDate } from '../../facts/values/date.ts'
import type { Rejection, SourceAnswer } from '../../rules/results.ts'
import type { SourceKey } from './connector.ts'

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ fen: z.int(), currency: z.string() }),
  z.strictObject({ from: z.string().nullable(), to: z.string().nullable() }),
  z.array(z.string()),
  z.array(z.record(z.string(), z.unknown())),
])

const answerSchema = z.object({
  source: z.string(),
  about: z.string().nullable(),
  state: z.enum(['ok', 'absent', 'denied', 'unavailable', 'stale']),
  record: z.record(z.string(), value),
  recordId: z.string(),
  asOf: z.string(),
  requestId: z.string(),
  rejected: z.literal('uncovered').optional(),
})

/** Why what came back from a source is not taken for its answer. */
export class RejectedAnswer extends Error {
  readonly why: Rejection
  constructor(why: Rejection) {
    super(why)
    this.why = why
  }
}

/**
 * Passes answers that can be those of `source` to a question by `key`. Throws RejectedAnswer on one of another source, one
 * about somebody else, and one that is not well-formed: says it has a record and holds none, or is as of a day that never
 * was or is later than `latest` (ISO date).
 */
export function checkAnswers(source: string, key: SourceKey, answers: unknown, latest: string): void {
  const parsed = z.array(answerSchema).min(1).safeParse(answers)
  if (!parsed.success) throw new RejectedAnswer('unusable')
  for (const answer of parsed.data) {
    if (answer.source !== source) throw new RejectedAnswer('elsewhere')
    if (!isPossibleDay(answer.asOf, latest) || isEmpty(answer)) throw new RejectedAnswer('unusable')
    if (isAboutAnother(key.kind, key.value, answer)) throw new RejectedAnswer('another')
  }
}

/** A day, or a moment of a day. */
const isPossibleDay = (asOf: string, latest: string) =>
  /^\d{4}-\d{2}-\d{2}(?:$|[T ])/u.test(asOf) && isRealDate(asOf.slice(0, 10)) && asOf.slice(0, 10) <= latest

const isEmpty = ({ state, record }: Pick<SourceAnswer, 'state'> & { record: object }) =>
  state === 'ok' && Object.values(record).every((one) => one === null)
