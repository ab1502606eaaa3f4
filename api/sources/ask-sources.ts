import { randomUUID } from 'node:crypto'
import type { Rejection, SourceAnswer } from '../../rules/results.ts'
import { type Breaker, breaker } from './breaker.ts'
import { checkAnswers, RejectedAnswer } from './check-answers.ts'
import type { SourceConnector, SourceKey } from './connector.ts'

export interface SourcePoolOptions {
  connectors: SourceConnector[]
  /** Sources made unreachable on purpose, to see what a case does then. */
  down: ReadonlySet<string>
  deadlineMs: number
  failuresToOpen: number
  pauseMs: number
  now: () => number
  /** The last day, ISO, that a record can be as of. */
  today: () => string
}

export interface SourceQuestion {
  source: string
  key: SourceKey
}

/**
 * All connected sources; a source that fails in any way becomes an `unavailable` answer, never an exception. What is not
 * taken for an answer (somebody else's record, another source's) is `unavailable` too and says why.
 */
export interface SourcePool {
  has(source: string): boolean
  ask(questions: readonly SourceQuestion[]): Promise<Map<SourceQuestion, SourceAnswer[]>>
}

/** Asks in parallel, each source within the deadline, with one jittered retry and a breaker of its own. */
export function sourcePool(options: SourcePoolOptions): SourcePool {
  const bySource = new Map(options.connectors.map((connector) => [connector.source, connector]))
  const breakers = new Map<string, Breaker>(
    options.connectors.map(({ source }) => [source, breaker(options.failuresToOpen, options.pauseMs, options.now)]),
  )

  async function once(connector: SourceConnector, key: SourceKey, deadline: AbortSignal): Promise<SourceAnswer[]> {
    if (options.down.has(connector.source)) throw new Error('switched off')
    const expired = new Promise<never>((_, reject) => {
      deadline.addEventListener('abort', () => reject(new Error('deadline')), { once: true })
    })
    const answers = await Promise.race([connector.ask(key, deadline), expired])
    checkAnswers(connector.source, key, answers, options.today())
    return answers
  }

  async function ask({ source, key }: SourceQuestion): Promise<SourceAnswer[]> {
    const connector = bySource.get(source)
    const gate = breakers.get(source)
    if (!connector || !gate) return [{ ...unavailable(source, options.now()), connected: false }]
    if (gate.open) return [unavailable(source, options.now())]
    const deadline = AbortSignal.timeout(options.deadlineMs)
    let rejected: Rejection | undefined
    for (let attempt = 0; attempt < 2 && !deadline.aborted; attempt += 1) {
      try {
        const answers = await once(connector, key, deadline)
        gate.succeeded()
        return answers
      } catch (error) {
        rejected = error instanceof RejectedAnswer ? error.why : undefined
        if (attempt === 0) await pause(Math.random() * options.deadlineMs * 0.1)
      }
    }
    // Whoever answers about somebody else is there: other questions are still put to it.
    if (rejected === 'another') gate.succeeded()
    else gate.failed()
    return [{ ...unavailable(source, options.now()), ...(rejected && { rejected }) }]
  }

  return {
    has: (source) => bySource.has(source),
    async ask(questions) {
      const answers = await Promise.all(questions.map(ask))
      return new Map(questions.map((question, i) => [question, answers[i] ?? []]))
    },
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export function unavailable(source: string, now: number): SourceAnswer {
  const asOf = new Date(now).toISOString().slice(0, 10)
  return { source, about: null, state: 'unavailable', record: {}, recordId: '', asOf, requestId: randomUUID() }
}
