import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { DocumentType } from '../../facts/document-type.ts'
import type { IntakeCode } from '../intake/intake-error.ts'
import { IntakeError } from '../intake/intake-error.ts'
import type { Progress, Reply, Request, Task } from './messages.ts'

export interface PoolOptions {
  processes: number
  /** A process that shows no progress for so long is killed. */
  silenceMs: number
  /** A process that holds more memory is killed. */
  memoryBytes: number
  /** Pages after which a process is replaced, at the next file. */
  pagesPerProcess: number
  /** A process that has come to hold more memory than this is replaced, too, at the next file: what it grew by is given back. */
  retireBytes: number
  /** Tries of one file when the reader crashes or hangs. */
  tries: number
  /** The reader's program; tests bring others. */
  program: URL
}

const POOL_DEFAULTS: PoolOptions = {
  processes: 2,
  silenceMs: 60_000,
  memoryBytes: 2.5 * 1024 ** 3,
  pagesPerProcess: 300,
  retireBytes: 900 * 1024 ** 2,
  tries: 3,
  program: new URL('./reader-process.ts', import.meta.url),
}

const WATCH_MS = 200
/** A process that has not started after so long never will. */
const START_MS = 120_000
const JS_HEAP_MB = 1536
/**
 * glibc gives the networks' buffers back after every line and clears them anew: 5–10 % of the time. What is kept is kept
 * once: with an arena for every thread a process held 100 MB more on the same pages.
 */
const KEEP_MEMORY = {
  MALLOC_TRIM_THRESHOLD_: '1000000000',
  MALLOC_MMAP_THRESHOLD_: '1000000000',
  MALLOC_ARENA_MAX: '1',
}

type Answer = Extract<Reply, { kind: 'read' | 'raster' }>

interface Job {
  id: number
  task: Task
  tries: number
  onProgress: (progress: Progress) => void
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
}

interface Reader {
  child: ChildProcess
  job: Job | null
  ready: boolean
  /** Document types it was told; null: it takes those on disk. */
  types: readonly DocumentType[] | null
  pages: number
  /** Memory it held when it was last looked at. */
  bytes: number
  silentSince: number
  /** Why the pool itself ended it. */
  ended: 'silence' | 'memory' | 'abandoned' | 'retired' | null
}

/** Reader processes that may hang, crash or eat memory without harming this process. */
export class ReaderPool {
  readonly #options: PoolOptions
  readonly #readers = new Set<Reader>()
  readonly #waiting: Job[] = []
  #nextId = 1
  #watch: NodeJS.Timeout | null = null
  #closed = false
  #types: readonly DocumentType[] | null = null

  constructor(options: Partial<PoolOptions> = {}) {
    this.#options = { ...POOL_DEFAULTS, ...options }
  }

  /** Performs one task. Rejects with IntakeError when the file cannot be read, with AbortError when given up. */
  run(task: Task, { onProgress, signal }: { onProgress?: (p: Progress) => void; signal?: AbortSignal } = {}) {
    return new Promise<Answer>((resolve, reject) => {
      if (this.#closed) throw new Error('the reader pool is closed')
      signal?.throwIfAborted()
      const job: Job = { id: this.#nextId++, task, tries: 0, onProgress: onProgress ?? (() => {}), resolve, reject }
      signal?.addEventListener('abort', () => this.#abandon(job, signal.reason), { once: true })
      this.#waiting.push(job)
      this.#assign()
    })
  }

  /** Files given out from now on are understood by these types, in processes that start later too: what lies on disk may be broken. */
  useDocumentTypes(types: readonly DocumentType[]): void {
    this.#types = types
  }

  /** Ends all processes; waiting tasks are rejected. */
  async close(): Promise<void> {
    this.#closed = true
    const error = new Error('the reader pool is closed')
    for (const job of this.#waiting.splice(0)) job.reject(error)
    await Promise.all(
      [...this.#readers].map((reader) => {
        reader.job?.reject(error)
        reader.job = null
        return this.#end(reader, 'retired')
      }),
    )
    this.#stopWatch()
  }

  #assign() {
    while (this.#waiting.length > 0) {
      const idle = [...this.#readers].find(({ job, ended }) => !job && !ended)
      const alive = [...this.#readers].filter(({ ended }) => !ended).length
      const reader = idle ?? (alive < this.#options.processes ? this.#start() : null)
      const job = reader && this.#waiting.shift()
      if (!reader || !job) return
      reader.job = job
      reader.silentSince = performance.now()
      job.tries++
      reader.child.ref()
      if (this.#types && reader.types !== this.#types) {
        reader.child.send({ kind: 'types', types: this.#types } satisfies Request)
        reader.types = this.#types
      }
      reader.child.send({ ...job.task, id: job.id } satisfies Request)
      this.#startWatch()
    }
  }

  #start(): Reader {
    const child = fork(fileURLToPath(this.#options.program), {
      env: { ...process.env, ...KEEP_MEMORY },
      execArgv: ['--import', import.meta.resolve('tsx'), `--max-old-space-size=${JS_HEAP_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const reader: Reader = {
      child,
      job: null,
      ready: false,
      types: null,
      pages: 0,
      bytes: 0,
      silentSince: performance.now(),
      ended: null,
    }
    this.#readers.add(reader)
    child.on('message', (reply: Reply) => this.#hear(reader, reply))
    child.on('error', () => {})
    child.once('exit', () => this.#lost(reader))
    return reader
  }

  #hear(reader: Reader, reply: Reply) {
    reader.silentSince = performance.now()
    const { job } = reader
    if (reply.kind === 'ready') reader.ready = true
    if (reply.kind === 'ready' || !job || reply.id !== job.id) return
    if (reply.kind === 'progress') {
      if (reply.progress.pagesRead > 0) reader.pages++
      job.onProgress(reply.progress)
      return
    }
    reader.job = null
    reader.child.unref()
    if (reply.kind === 'refused') job.reject(new IntakeError(reply.code, { message: reply.message }))
    else if (reply.kind === 'broken') {
      console.error(reply.message)
      this.#again(job, 'reader-crashed')
    } else job.resolve(reply)
    const { pagesPerProcess, retireBytes } = this.#options
    if (reply.kind === 'broken' || reader.pages >= pagesPerProcess || reader.bytes > retireBytes)
      this.#end(reader, 'retired')
    if (![...this.#readers].some((other) => other.job)) this.#stopWatch()
    this.#assign()
  }

  /** A process is gone, by our hand or its own. */
  #lost(reader: Reader) {
    this.#readers.delete(reader)
    const { job } = reader
    reader.job = null
    if (job) {
      if (reader.ended === 'memory') job.reject(new IntakeError('reader-memory'))
      else this.#again(job, reader.ended === 'silence' ? 'reader-timeout' : 'reader-crashed')
    }
    if (!this.#closed) this.#assign()
  }

  #again(job: Job, code: IntakeCode) {
    if (job.tries >= this.#options.tries) job.reject(new IntakeError(code))
    else this.#waiting.unshift(job)
  }

  #abandon(job: Job, reason: unknown) {
    const waiting = this.#waiting.indexOf(job)
    if (waiting >= 0) this.#waiting.splice(waiting, 1)
    for (const reader of this.#readers) {
      if (reader.job !== job) continue
      reader.job = null
      this.#end(reader, 'abandoned')
    }
    job.reject(reason instanceof Error ? reason : new Error(String(reason)))
  }

  #end(reader: Reader, why: NonNullable<Reader['ended']>): Promise<void> {
    reader.ended = why
    const { child } = reader
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
    // An idle child does not keep this process alive; its end must be waited for.
    child.ref()
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGKILL')
    return gone
  }

  #startWatch() {
    this.#watch ??= setInterval(() => this.#look(), WATCH_MS)
  }

  #stopWatch() {
    if (this.#watch) clearInterval(this.#watch)
    this.#watch = null
  }

  async #look() {
    for (const reader of this.#readers) {
      if (!reader.job || reader.ended) continue
      const allowed = reader.ready ? this.#options.silenceMs : START_MS
      if (performance.now() - reader.silentSince > allowed) this.#end(reader, 'silence')
      else {
        reader.bytes = await residentBytes(reader.child.pid)
        if (reader.bytes > this.#options.memoryBytes) this.#end(reader, 'memory')
      }
    }
  }
}

/** Memory that a process holds, from Linux's /proc; 0 where there is none (the JavaScript heap is limited anyway). */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
}
