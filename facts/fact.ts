import type { Value } from './values/value.ts'

/**
 * ok: we know it · absent: we looked and there is none · unreadable: it is there but cannot be read ·
 * unavailable: its source did not answer · stale: the source's record is older than allowed · denied: the source refused.
 */
export type FactState = 'ok' | 'absent' | 'unreadable' | 'unavailable' | 'stale' | 'denied'

/** Four corners x1,y1…x4,y4 in pixels of the upright page, clockwise from top left. */
export type Box = readonly [number, number, number, number, number, number, number, number]

/** Where a fact was seen on a material. Pages count from 1. */
export interface MaterialEvidence {
  kind: 'material'
  material: string
  documentType: string
  page: number
  box: Box | null
  text: string
  /** Read from pixels, not from text of the file itself: a character may have been taken for another. */
  pictured?: true
}

/** Which record of a shared source (共享数据) answered. */
export interface SourceEvidence {
  kind: 'source'
  source: string
  agency: string
  record: string
  asOf: string
  requestId: string
}

/** Typed by a person into the form. */
export interface PersonEvidence {
  kind: 'person'
  who: 'applicant' | 'staff'
  field: string
}

/** Computed from other facts, e.g. 性别 from 公民身份号码. */
export interface DerivedEvidence {
  kind: 'derived'
  from: string[]
  how: string
}

export type Evidence = MaterialEvidence | SourceEvidence | PersonEvidence | DerivedEvidence

/** A character that the reader also saw at UTF-16 unit `at` of some text, and how likely it is there (0–1). */
export interface Rival {
  at: number
  text: string
  probability: number
}

/** One thing the service knows, with how it knows it. `value` is null unless state is ok or stale. */
export interface Fact {
  path: string
  value: Value | null
  raw?: string
  /** Of a value read from a picture: what else the reader saw, by characters of `raw`. */
  rivals?: Rival[]
  /** Calibrated probability 0–1 that `value` is right. */
  confidence: number
  state: FactState
  evidence: Evidence[]
  validity?: { from?: string; to?: string }
  /** What several papers say, when nobody can tell which of them counts; `value` is then null. */
  alternatives?: { value: Value; raw?: string; confidence: number; evidence: Evidence[] }[]
  /** Why it cannot be told and what would settle it, in Chinese, when that is more than a bad picture. */
  doubt?: { why: string; settle: string }
}
