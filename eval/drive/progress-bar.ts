/** Where the progress is shown; a terminal gets one moving line, anything else a line now and then. */
export interface Progress {
  done(told?: string): void
  /** One that an earlier run did: it says nothing of the pace. */
  known(): void
  end(): void
}

const BAR = 24
const QUIET_MS = 15_000

/** Seconds as a person says them: 45 秒, 12 分 30 秒, 1 小时 5 分. */
export function duration(seconds: number): string {
  const s = Math.round(seconds)
  if (s < 60) return `${s} 秒`
  if (s < 3600) return `${Math.floor(s / 60)} 分 ${s % 60} 秒`
  return `${Math.floor(s / 3600)} 小时 ${Math.floor((s % 3600) / 60)} 分`
}

/** `18/40 [████      ] 还要 3 分 5 秒`, by the mean pace of those done in this run; `known` of them were done before. */
export function progressLine(done: number, total: number, elapsedMs: number, known = 0): string {
  const filled = total === 0 ? BAR : Math.round((BAR * done) / total)
  const own = done - known
  const left = own === 0 ? '还要多久还不知道' : `还要 ${duration(((elapsedMs / own) * (total - done)) / 1000)}`
  return `${done}/${total} [${'█'.repeat(filled)}${' '.repeat(BAR - filled)}] ${left}`
}

/** Shows on standard error how many of `total` are done and how long the rest will take. */
export function progressBar(what: string, total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  const started = performance.now()
  let done = 0
  let before = 0
  let shown = started
  const show = (told: string) => {
    const line = `${what} ${progressLine(done, total, performance.now() - started, before)}${told ? `　${told}` : ''}`
    if (out.isTTY) out.write(`\r\u001B[2K${line}`)
    else if (performance.now() - shown >= QUIET_MS || done === total) {
      shown = performance.now()
      out.write(`${line}\n`)
    }
  }
  return {
    done(told = '') {
      done += 1
      show(told)
    },
    known() {
      done += 1
      before += 1
    },
    end: () => void (out.isTTY && out.write('\n')),
  }
}
