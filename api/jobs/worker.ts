import { randomUUID } from 'node:crypto'
import type { Reading } from '../../facts/reading.ts'
import type { Log } from '../http/log.ts'
import type { Reader, UploadedFile } from '../ports.ts'
import type { AskedSource, Job, Store } from '../store/store.ts'
import type { ProgressBus } from './progress.ts'

export interface WorkerOptions {
  store: Store
  reader: Reader
  progress: ProgressBus
  log: Log
  /** The uploaded bytes of a job's material; null when they are gone. */
  open: (job: Job) => Promise<UploadedFile | null>
  /** Asks shared sources about the keys a reading reveals. */
  askAbout: (caseId: string, reading: Reading) => Promise<AskedSource[]>
  /** Files read at once; the pages of one file are read by one process, one after another. */
  concurrency: number
  leaseMs: number
  retryDelayMs: number
  idleMs: number
}

export interface Worker {
  /** Takes back jobs of processes that died, then works until stopped. */
  start(): Promise<void>
  /** There may be something to do. */
  wake(): void
  /** Takes no more, and gives back what is not finished soon: it goes on elsewhere or at the next start, no try used up. */
  stop(): Promise<void>
}

/** Runs reading jobs: at least once, fenced by attempt, three tries. */
export function createWorker(options: WorkerOptions): Worker {
  const { store, log, progress } = options
  const owner = `${process.pid}:${randomUUID()}`
  let running = 0
  let stopped = true
  let timer: NodeJS.Timeout | undefined
  const inFlight = new Map<Promise<void>, Job>()
  /** Given back by `stop`: whatever still comes of them is not written. */
  const returned = new Set<Job>()

  const isAlive = (other: string) => {
    if (other === owner) return true
    const pid = Number(other.split(':')[0])
    return pid !== process.pid && processLives(pid)
  }

  async function pump(): Promise<void> {
    while (!stopped && running < options.concurrency) {
      running += 1
      const job = await store.claimJob(owner, options.leaseMs).catch((error: unknown) => {
        log('claim-failed', { error: String(error) })
        return null
      })
      if (job === null || stopped) {
        running -= 1
        if (job) await handBack(job)
        return
      }
      const work = run(job).finally(() => {
        running -= 1
        inFlight.delete(work)
        void pump()
      })
      inFlight.set(work, job)
    }
  }

  async function run(job: Job): Promise<void> {
    progress.moved(job.caseId)
    const heartbeat = setInterval(() => void store.reportJob(job, options.leaseMs).catch(() => {}), options.leaseMs / 3)
    try {
      const file = await options.open(job)
      if (file === null) throw new Error('file is gone')
      const version = options.reader.version?.()
      const reading = await options.reader.read(file, { onProgress: (pages) => report(job, pages) })
      const asked = reading.error ? [] : await options.askAbout(job.caseId, reading)
      if (returned.has(job)) return
      await store.finishJob(job, reading, asked, version)
      log('read', { caseId: job.caseId, material: job.materialId, pages: reading.pages.length, attempt: job.attempt })
    } catch (error) {
      if (!returned.has(job)) await (stopped ? handBack(job) : giveBack(job, error))
    } finally {
      clearInterval(heartbeat)
      progress.moved(job.caseId)
    }
  }

  function report(job: Job, pages: { pages: number; pagesRead: number }): void {
    store
      .reportJob(job, options.leaseMs, { pages: pages.pages, pagesRead: pages.pagesRead })
      .then(() => progress.moved(job.caseId))
      .catch((error: unknown) => log('progress-failed', { error: String(error) }))
  }

  async function handBack(job: Job): Promise<void> {
    returned.add(job)
    await store.returnJob(job).catch((error: unknown) => log('return-failed', { error: String(error) }))
  }

  async function giveBack(job: Job, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error)
    const outcome = await store.failJob(job, reason, options.retryDelayMs * job.attempt).catch(() => 'fenced')
    log('read-failed', { caseId: job.caseId, material: job.materialId, attempt: job.attempt, reason, outcome })
  }

  return {
    async start() {
      stopped = false
      const released = await store.releaseJobs(isAlive)
      if (released > 0) log('jobs-resumed', { jobs: released })
      timer = setInterval(() => void pump(), options.idleMs)
      void pump()
    },
    wake: () => void pump(),
    async stop() {
      stopped = true
      clearInterval(timer)
      await Promise.race([
        Promise.allSettled(inFlight.keys()),
        new Promise((resolve) => setTimeout(resolve, options.leaseMs / 10).unref()),
      ])
      for (const job of inFlight.values()) await handBack(job)
    },
  }
}

function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
