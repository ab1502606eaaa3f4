import { NotAnswered, Refused } from './client.ts'
import type { Journal } from './journal.ts'
import type { Progress } from './progress-bar.ts'

/** What came of one piece of work: an answer, none (the service's fault or the network's), or a refusal (the case's). */
export type Outcome<T> =
  | { state: 'answered'; value: T }
  | { state: 'not-answered'; why: string }
  | { state: 'refused'; why: string }

/** So many in a row without an answer: the service is gone, and waiting for the rest would tell nothing new. */
const GONE_AFTER = 5

/**
 * Does the work of each item, `concurrency` at once; what the journal already knows is not done again. Only answers and
 * refusals are kept: what was not answered is asked anew by the next --resume.
 */
export async function driveCases<Item extends { id: string }, T>(
  items: readonly Item[],
  work: (item: Item) => Promise<T>,
  { journal, progress, concurrency, key }: DriveOptions<T>,
): Promise<Map<string, Outcome<T>>> {
  const outcomes = new Map<string, Outcome<T>>()
  const queue: Item[] = []
  for (const item of items) {
    const before = journal.get(key(item.id))
    if (!before) queue.push(item)
    else {
      outcomes.set(item.id, before)
      progress.known()
    }
  }
  let silent = 0
  async function one(item: Item): Promise<Outcome<T>> {
    if (silent >= GONE_AFTER) return { state: 'not-answered', why: '服务已经停止回答' }
    try {
      const outcome = { state: 'answered', value: await work(item) } as const
      silent = 0
      journal.put(key(item.id), outcome)
      return outcome
    } catch (error) {
      if (error instanceof Refused) {
        const outcome = { state: 'refused', why: error.message } as const
        journal.put(key(item.id), outcome)
        return outcome
      }
      if (!(error instanceof NotAnswered)) throw error
      silent += 1
      return { state: 'not-answered', why: error.message }
    }
  }
  async function lane(): Promise<void> {
    for (let item = queue.shift(); item; item = queue.shift()) {
      outcomes.set(item.id, await one(item))
      progress.done(item.id)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
  progress.end()
  return outcomes
}

export interface DriveOptions<T> {
  journal: Journal<Outcome<T>>
  progress: Progress
  /** Cases under way at once. */
  concurrency: number
  /** Names the work in the journal. */
  key: (id: string) => string
}
