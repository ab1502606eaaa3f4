import type { TrueCase } from './true-case.ts'

/** Truth of one review point, recomputed from the true values by its statement alone. */
export interface Label {
  verdict: 'pass' | 'fail' | 'not-applicable' | 'person'
  because?: string
}

/** Decides one review point. Pure. */
export type Check = (c: TrueCase) => Label

/** Checks by point id. */
export type Checks = Readonly<Record<string, Check>>

export const pass: Label = { verdict: 'pass' }

/** The statement does not hold; `because` is the reason a clerk would give. */
export const fail = (because: string): Label => ({ verdict: 'fail', because })

/** The statement asks nothing of this application. */
export const none = (because: string): Label => ({ verdict: 'not-applicable', because })

/** Only a person, on the spot or by judgement, can say. */
export const person = (because: string): Label => ({ verdict: 'person', because })

/** Pass when it holds, else a fail with the reason. */
export const holds = (yes: boolean, because: string): Label => (yes ? pass : fail(because))
