import type { Judgement } from './ports.ts'

/** A judgement that can be read anew while the service runs. */
export interface ReloadableJudgement {
  judgement: Judgement
  /** Takes the catalogue as it is now; throws when it is broken, and the last good one stays. */
  reload(): void
}

/** Every question goes to the judgement loaded last; a question under way ends with the one it began with. */
export function reloadableJudgement(load: () => Judgement): ReloadableJudgement {
  let current = load()
  return {
    judgement: new Proxy(current, { get: (_, name) => Reflect.get(current, name) }),
    reload() {
      current = load()
    },
  }
}
