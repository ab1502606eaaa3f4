import type { CaseResult } from '../score/case-result.ts'

/** One thing counted: `hit` puts it into the numerator, being there at all into the denominator. */
export interface Item {
  /** Unique within its case and figure: the same thing in another run has the same name. */
  name: string
  hit: boolean
}

/** One figure of DESIGN §6. Adding one: its object in this folder and a line in all-figures.ts. */
export interface Figure {
  id: string
  /** As a reader sees it, with its English name. */
  name: string
  /** What is counted of what, in Chinese. */
  meaning: string
  better: 'higher' | 'lower'
  /** Floor of the policy documents, as a share; null when they name none. */
  policy: number | null
  /** The project's own aim; null when there is none. */
  aim: number | null
  /** A count of everything there is, no sample: it has no interval. */
  census?: true
  items: (result: CaseResult) => Item[]
}
