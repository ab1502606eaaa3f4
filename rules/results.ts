import type { Evidence, Fact, FactState } from '../facts/fact.ts'
import type { ElectronicSignature, ReadDocument } from '../facts/reading.ts'
import type { Value, ValueType } from '../facts/values/value.ts'
import type { Basis } from './catalogue/format.ts'

export type Verdict = 'pass' | 'fail' | 'unsure' | 'not-applicable'
export type Severity = 'block' | 'correct' | 'advise'

/** A fact as a finding read it. */
export interface FactUse {
  path: string
  /** Chinese words a clerk reads: 营业执照的名称. */
  label: string
  value: Value | null
  display: string
  state: FactState
  confidence: number
  evidence: Evidence[]
  /** From and until when the document that says it counts (ISO; 长期: for ever). */
  validity?: NonNullable<Fact['validity']>
}

/** What keeps a point from being decided, and what would settle it. */
export interface Blocker {
  path: string
  state: FactState | 'low-confidence' | 'manual'
  /** e.g. 身份证有效期限看不清 */
  missing: string
  /** e.g. 请重拍国徽面，避开反光 */
  settle: string
}

/** One node of the explanation: a clause of the check and what it came to (null = unknown). */
export interface TraceNode {
  text: string
  result: boolean | null
  reads: string[]
  children: TraceNode[]
}

/** 审查结论 on one review point. */
/** A paper that was not handed in, or the file of one that lacks a side or a page. */
export interface Lacking {
  slot: string
  file: string | null
}

export interface Finding {
  point: string
  version: string
  statement: string
  verdict: Verdict
  severity: Severity
  automation: 'auto' | 'auto_image' | 'manual'
  confidence: number
  /** Chinese; what is wrong, what is right or what is unknown. */
  message: string
  /** Chinese; how to fix it. Empty on pass and not-applicable. */
  fix: string
  basis: Basis[]
  /** True when the basis is missing or unsure: 依据待核, a person confirms. */
  basisUnconfirmed: boolean
  defect: string
  /** Slot the notice names. */
  material: string | null
  /** Of a point that says what is missing: each paper, which the notice names one by one. */
  lacking?: Lacking[]
  facts: FactUse[]
  evidence: Evidence[]
  /** Why not-applicable, e.g. the 缺件 point that already says it. */
  because: string | null
  blockers: Blocker[]
  trace: TraceNode | null
}

/** A source's offer for a form field that was not taken. */
export interface Offer {
  source: string
  value: Value | null
  display: string
  confidence: number
  state: FactState
  evidence: Evidence[]
}

/** One field of the application form with where its value comes from. */
export interface FormValue {
  key: string
  name: string
  type: string
  values: string[]
  /** Of a table, in their order. */
  columns?: { name: string; type: ValueType }[]
  unit: string | null
  required: boolean
  /** False when its condition does not hold. */
  asked: boolean
  value: Value | null
  display: string
  /** 法人库 · 营业执照 · 本人填写 · 推导 …; empty when not filled. */
  source: string
  confidence: number
  state: FactState
  /** Verified by an authority: shown locked, a conflict goes to a person. */
  locked: boolean
  evidence: Evidence[]
  /** Other sources that say something else. */
  conflicts: Offer[]
  /** Sources that could not be asked, e.g. 法人库没有连上. */
  unavailable: string[]
  /** Cells of a table that stand empty, e.g. 第 2 行缺有效期至. */
  gaps?: string[]
  hint: string | null
}

export interface MaterialStatus {
  slot: string
  documentTypes: string[]
  many: boolean
  need: 'required' | 'not-required' | 'unknown' | 'exempt'
  /** Why required, not required or exempt, in Chinese. */
  why: string
  status: 'provided' | 'missing' | 'wrong-document' | 'unreadable' | 'exempt' | 'not-required'
  materials: string[]
  /** Not a slot of the scenario: files that lie in no slot, listed under their type. */
  extra?: true | undefined
}

export interface NoticeItem {
  number: number
  point: string
  severity: Severity
  material: string | null
  problem: string
  fix: string
  basis: string
  evidence: Evidence[]
}

/** 一次性补正告知书 */
export interface Notice {
  scenario: string
  title: string
  applicant: string
  at: string
  items: NoticeItem[]
  /** Points a person still has to look at; not defects. */
  person: { point: string; statement: string; look: string }[]
  /** Statutory clock of a licence, 行政许可法第三十二条; of anything else that the time limit is to be confirmed. */
  clock: string
  basis: string
}

/** One uploaded file as judgement sees it. */
export interface SubmittedMaterial {
  id: string
  /** Slot chosen by the applicant; null: placed by document type. */
  slot: string | null
  fileName: string
  documents: ReadDocument[]
  /** Electronic signatures and seals over the file. */
  signatures?: readonly ElectronicSignature[]
  error: { code: string; message: string } | null
}

/**
 * Why what a source said was not taken for an answer: a record of somebody else, an answer of another source, one that
 * says nothing (no content, as of a day that cannot be), or its data do not cover the day asked about.
 */
export type Rejection = 'another' | 'elsewhere' | 'unusable' | 'uncovered'

/** Why a source did not answer: no answer in time, not allowed, (unconnected) this service does not have it, or rejected. */
export type Silence = 'unavailable' | 'denied' | 'unconnected' | Rejection

/** What a shared source answered for one record. */
export interface SourceAnswer {
  source: string
  /** For 电子证照 and 历史申报: which document type or scenario the record is about. */
  about: string | null
  state: 'ok' | 'absent' | 'denied' | 'unavailable' | 'stale'
  record: Record<string, Value | null>
  recordId: string
  asOf: string
  requestId: string
  /** False: this service has no such source (no connection, no data), so waiting does not help. */
  connected?: false
  /** Of an unavailable answer: something came back and was not taken. */
  rejected?: Rejection
  /** Numbers the source was asked about when it said this; what it says of nobody else is known. */
  asked?: string[]
  /** Per-field states that differ from the record's. */
  fieldStates?: Record<string, FactState>
}

/** Identity that was verified at sign-in (实名认证). */
export interface Applicant {
  kind: 'person' | 'organisation'
  name: string
  idNumber?: string
  uscc?: string
  phone?: string
  /** The person at the counter or the phone, when not the 法定代表人. */
  agent?: { name: string; idNumber: string; phone?: string }
}

/** Everything known of a case, flat by path, plus lists by slot. */
export interface CaseFacts {
  scenario: string
  at: string
  facts: ReadonlyMap<string, Fact>
  lists: ReadonlyMap<string, readonly ReadonlyMap<string, Fact>[]>
}

/** 申请条件 as identity and shared data decide it before anything is uploaded. */
export interface ConditionOutcome {
  id: string
  text: string
  /** `person`: only a person can tell, e.g. on site. */
  outcome: 'holds' | 'fails' | 'unknown' | 'person'
  facts: FactUse[]
  /** What is unknown and what would settle it. */
  blockers: Blocker[]
  basis: Basis[]
  basisUnconfirmed: boolean
  /** The scenario that fits whoever does not meet the condition. */
  otherwise: { id: string; name: string } | null
}

/** Why this is not the applicant's scenario or not this counter's: told before any condition. */
export interface Mismatch {
  kind: 'applicant' | 'district' | 'scenario'
  message: string
  fix: string
  /** Scenarios that fit better. */
  suggest: { id: string; name: string }[]
}

export interface Eligibility {
  scenario: string
  at: string
  mismatches: Mismatch[]
  conditions: ConditionOutcome[]
}

/** A question that is answered: by the registry with its facts, or by the person. */
export interface GuideStep {
  question: string
  ask: string
  /** What could be answered, and what was. */
  answers: string[]
  say: string
  by: 'registry' | 'person'
  facts: FactUse[]
}
