/** Stops asking a source that keeps failing; lets one question through after the pause. */
export interface Breaker {
  readonly open: boolean
  succeeded(): void
  failed(): void
}

export function breaker(failuresToOpen: number, pauseMs: number, now: () => number): Breaker {
  let failures = 0
  let retryAt = 0
  return {
    get open() {
      return failures >= failuresToOpen && now() < retryAt
    },
    succeeded() {
      failures = 0
    },
    failed() {
      failures += 1
      if (failures >= failuresToOpen) retryAt = now() + pauseMs
    },
  }
}
