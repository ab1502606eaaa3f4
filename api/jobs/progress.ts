import { EventEmitter } from 'node:events'
import type { Progress } from '../client.ts'
import type { MaterialRow } from '../store/store.ts'

/** Tells open event streams of this process that a case moved; what they show is always read from the store. */
export interface ProgressBus {
  moved(caseId: string): void
  /** Returns the function that stops listening. */
  listen(caseId: string, onMove: () => void): () => void
}

export function progressBus(): ProgressBus {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  return {
    moved: (caseId) => void emitter.emit(caseId),
    listen(caseId, onMove) {
      emitter.on(caseId, onMove)
      return () => void emitter.off(caseId, onMove)
    },
  }
}

/** Pages read of pages; a file that was not opened yet counts as one page. */
export function progressOf(materials: readonly MaterialRow[]): Progress {
  const finished = (m: MaterialRow) => m.state === 'read' || m.state === 'failed'
  const pagesOf = (m: MaterialRow) => Math.max(1, m.pages)
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)
  const filesRead = materials.filter(finished).length
  return {
    pages: sum(materials.map(pagesOf)),
    pagesRead: sum(materials.map((m) => (finished(m) ? pagesOf(m) : Math.min(m.pagesRead, pagesOf(m))))),
    files: materials.length,
    filesRead,
    current: materials.find((m) => m.state === 'reading')?.fileName ?? null,
    done: filesRead === materials.length,
  }
}
