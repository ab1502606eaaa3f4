import type { Truth } from '../../datasets/case-format.ts'
import type { CaseScore } from './score-case.ts'
import type { ReadingScore } from './score-reading.ts'

/** How the simulated applicant and the reviewer who knows the truth fared with one case. */
export interface FirstPass {
  /** Accepted when handed in as it first was, without any pre-check. */
  without: boolean
  /** Accepted after the hints were followed. */
  with: boolean
  /** Told of something no paper can mend, and so not handed in. */
  withdrawn: boolean
  /** Nothing was wrong, and yet something was said to be. */
  heldBack: boolean
  /** Counting defects that no hint named. */
  left: string[]
}

/** One case, scored: all that figures and slices are made of. */
export interface CaseResult {
  id: string
  /** Start of the SHA-256 of what was handed in: the same id with another hash is another case. */
  seen: string
  scenario: string
  category: string
  split: 'scored' | 'calibration'
  outcome: Truth['outcome']
  /** How badly its worst page was taken; null when that is not known. */
  level: string | null
  score: CaseScore
  /** Null with perfect reading and for cases without labelled pages. */
  reading: ReadingScore[] | null
  firstPass: FirstPass | null
  /** Review points of its scenario, and how many of them a program can decide. */
  catalogue: { points: number; automatic: number } | null
  latencyMs: number
}
