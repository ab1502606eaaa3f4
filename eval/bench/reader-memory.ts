import { readFileSync } from 'node:fs'
import { descendants, residentBytes } from './process-meter.ts'

/** Pages from one line of the log to the next. */
const EVERY = 100
const SAMPLE_MS = 200
const PROGRAM = 'reader-process'

/** Reader processes after so many pages: what each holds, the most one of them held since the last line, and how many were replaced. */
export interface ReaderMemory {
  pages: number
  bytes: number[]
  peakBytes: number
  replaced: number
}

/** What reader processes hold while pages are read, told anew after every hundred pages. */
export class ReaderLog {
  readonly rows: ReaderMemory[] = []
  readonly #sample: () => Map<string, number>
  readonly #seen = new Set<string>()
  #pages = 0
  #most = 0

  /** `sample` gives the bytes of every reader process by its id. */
  constructor(sample: () => Map<string, number> = readers) {
    this.#sample = sample
  }

  /** Looks at the processes now. */
  look(): number[] {
    const now = this.#sample()
    for (const pid of now.keys()) this.#seen.add(pid)
    const bytes = [...now.values()]
    this.#most = Math.max(this.#most, ...bytes)
    return bytes
  }

  /** One more page was read; returns a row after every hundredth. */
  page(): ReaderMemory | null {
    this.#pages += 1
    if (this.#pages % EVERY !== 0) return null
    const bytes = this.look()
    const row = { pages: this.#pages, bytes, peakBytes: this.#most, replaced: this.#seen.size - bytes.length }
    this.rows.push(row)
    this.#most = 0
    return row
  }

  /** Looks on its own until the function it returns is called. */
  watch(): () => void {
    const timer = setInterval(() => this.look(), SAMPLE_MS)
    return () => clearInterval(timer)
  }
}

function readers(): Map<string, number> {
  const own = descendants().filter((pid) => commandLine(pid).includes(PROGRAM))
  return new Map(own.map((pid) => [pid, residentBytes(pid)]))
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0)

/** A row as a person reads it, in MB (10⁶ bytes). */
export const formatMemory = ({ pages, bytes, peakBytes, replaced }: ReaderMemory): string =>
  `${pages} 页：读取进程现占 ${bytes.map(megabytes).join('、')} MB，这 ${EVERY} 页里单个最多 ${megabytes(peakBytes)} MB，换过 ${replaced} 个`
