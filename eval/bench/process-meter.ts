import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100
const SAMPLE_MS = 200

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** All processes below this one (Linux). */
export function descendants(pid: number | string = process.pid): string[] {
  let threads: string[] = []
  try {
    threads = readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
  const children = threads.flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean))
  return [...children, ...children.flatMap(descendants)]
}

function cpuSeconds(pid: string): number {
  // Fields after the name in brackets: state is the first, utime the 12th, stime the 13th.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_PER_SECOND
}

/** Memory that a process holds; 0 when it is gone. */
export const residentBytes = (pid: string) =>
  Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024

export interface Usage {
  wallSeconds: number
  cpuSeconds: number
  peakBytes: number
  /** The largest single process. */
  peakProcessBytes: number
}

/** Starts measuring what all processes below this one use together; the function it returns stops and tells. */
export function startMeter(): () => Usage {
  const started = performance.now()
  const before = new Map(descendants().map((pid) => [pid, cpuSeconds(pid)]))
  const last = new Map<string, number>()
  let peakBytes = 0
  let peakProcessBytes = 0
  const sample = () => {
    const pids = descendants()
    for (const pid of pids) last.set(pid, cpuSeconds(pid))
    const held = pids.map(residentBytes)
    peakBytes = Math.max(
      peakBytes,
      held.reduce((sum, bytes) => sum + bytes, 0),
    )
    peakProcessBytes = Math.max(peakProcessBytes, ...held)
  }
  const timer = setInterval(sample, SAMPLE_MS)
  return () => {
    clearInterval(timer)
    sample()
    let cpu = 0
    for (const [pid, seconds] of last) cpu += seconds - (before.get(pid) ?? 0)
    return { wallSeconds: (performance.now() - started) / 1000, cpuSeconds: cpu, peakBytes, peakProcessBytes }
  }
}
