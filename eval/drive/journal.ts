import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a run was measured with: a journal goes on only under the same. */
export type JournalHead = Record<string, unknown>

/** Finished work by key, one JSON line each: a killed run loses at most the line it was writing. */
export interface Journal<T> {
  get(key: string): T | undefined
  put(key: string, value: T): void
}

/** Opens a journal: afresh, or (resume) with what is in it. Throws when it was begun with something else. */
export function openJournal<T>(path: string, head: JournalHead, resume: boolean): Journal<T> {
  mkdirSync(dirname(path), { recursive: true })
  const known = new Map<string, T>()
  if (resume && existsSync(path)) {
    const bytes = readFileSync(path)
    // What follows the last line feed was cut off while it was written.
    const whole = bytes.lastIndexOf(0x0a) + 1
    const [first, ...lines] = bytes.subarray(0, whole).toString('utf8').split('\n').filter(Boolean)
    if (first !== undefined && first !== JSON.stringify(head))
      throw new Error(`${path} 是用别的版本或数据集跑的，不能接着跑；不带 --resume 会从头来`)
    for (const line of lines) {
      const { key, value } = JSON.parse(line) as { key: string; value: T }
      known.set(key, value)
    }
    truncateSync(path, whole)
    if (first === undefined) writeFileSync(path, `${JSON.stringify(head)}\n`)
  } else writeFileSync(path, `${JSON.stringify(head)}\n`)
  return {
    get: (key) => known.get(key),
    put(key, value) {
      known.set(key, value)
      appendFileSync(path, `${JSON.stringify({ key, value })}\n`)
    },
  }
}
