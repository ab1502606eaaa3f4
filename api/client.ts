/** The service's public vocabulary for clients (web, eval). Types only; paths are in the OpenAPI document. */
import type { Reading } from '../facts/reading.ts'
import type {
  Applicant,
  Eligibility,
  Finding,
  FormValue,
  GuideStep,
  MaterialStatus,
  Notice,
  Verdict,
} from '../rules/results.ts'

export type { Box, Evidence, FactState } from '../facts/fact.ts'
export type { Line, Mark, Quality, ReadDocument, ReadField, Reading } from '../facts/reading.ts'
export type { DateRange, Money, Row, Value } from '../facts/values/value.ts'
export type { Basis } from '../rules/catalogue/format.ts'
export type {
  Applicant,
  Blocker,
  ConditionOutcome,
  FactUse,
  Finding,
  FormValue,
  GuideStep,
  MaterialStatus,
  Mismatch,
  Notice,
  NoticeItem,
  Offer,
  Severity,
  TraceNode,
  Verdict,
} from '../rules/results.ts'

/** GET /api/matters */
export interface MatterSummary {
  id: string
  name: string
  category: string
  dept: string
  scenarios: ScenarioSummary[]
}

/** What identity and shared data are looked up with before a case is opened. */
export interface BeforeCase {
  at?: string
  applicant?: Applicant
  answers?: Record<string, unknown>
}

/** POST /api/matters/{id}/guide with the answers given so far, by question, counted from 0. */
export interface GuideRequest extends BeforeCase {
  given?: Record<string, number>
}

export interface GuideView {
  matter: string
  steps: GuideStep[]
  /** Why there is nothing to apply for here. */
  stop: string | null
  /** Form fields that the answers settled. */
  set: Record<string, string | number | boolean | string[]>
  /** What to ask next; null at the end. */
  next: { id: string; ask: string; hint: string | null; answers: string[] } | null
  scenario: ScenarioSummary | null
}

/** POST /api/scenarios/{id}/eligibility: 申请条件预检, with the personal material list. */
export interface EligibilityView extends Eligibility {
  materials: MaterialStatus[]
}

/** GET /api/scenarios */
export interface ScenarioSummary {
  id: string
  name: string
  matter: string
  category: string
  dept: string
  points: number
  automatic: number
}

export interface ScenarioSlot {
  slot: string
  documentTypes: string[]
  many: boolean
  required: 'required' | 'conditional'
  note: string | null
  exempt: string | null
}

/** GET /api/scenarios/{id} */
export interface ScenarioDetail extends ScenarioSummary {
  applicants: string[]
  materials: ScenarioSlot[]
  fields: {
    key: string
    name: string
    type: string
    values: string[]
    unit: string | null
    required: string
    hint: string | null
  }[]
  conditions: { id: string; text: string; mode: 'auto' | 'manual' }[]
}

/** POST /api/cases; `answers` are form fields only the applicant knows, by key. */
export interface NewCase {
  scenario: string
  at?: string
  applicant?: Applicant
  answers?: Record<string, unknown>
}

export interface MaterialView {
  id: string
  fileName: string
  mediaType: string
  bytes: number
  /** Slot chosen by the applicant or placed by document type. */
  slot: string | null
  state: 'queued' | 'reading' | 'read' | 'failed'
  pages: Reading['pages']
  pagesRead: number
  documents: Reading['documents']
  error: { code: string; message: string } | null
  /** Things the user should know now, e.g. 这份材料已上传过. */
  notes: string[]
}

/** POST /api/cases/{id}/materials (multipart: `files`, optional `slot`) answers {files: UploadOutcome[]}. */
export interface UploadOutcome {
  fileName: string
  outcome: 'accepted' | 'duplicate' | 'refused'
  /** Of accepted and duplicate files. */
  material?: MaterialView
  /** Of refused files. */
  problem?: Problem
}

export interface CaseView {
  id: string
  scenario: string
  scenarioName: string
  at: string
  applicant: Applicant | null
  state: 'draft' | 'reading' | 'ready' | 'decided'
  progress: Progress
  materials: MaterialView[]
  slots: MaterialStatus[]
  sources: {
    source: string
    agency: string
    /** `rejected`: what it answered was not taken (somebody else's record …); `not-covered`: its data lack the day asked about. */
    state:
      | 'ok'
      | 'absent'
      | 'denied'
      | 'unavailable'
      | 'stale'
      | 'not-asked'
      | 'not-connected'
      | 'rejected'
      | 'not-covered'
    message: string
  }[]
}

/** SSE event `progress` of GET /api/cases/{id}/events; `done` when nothing is left to read. */
export interface Progress {
  pages: number
  pagesRead: number
  files: number
  filesRead: number
  /** File being read, for the screen reader's live region. */
  current: string | null
  done: boolean
}

/** GET /api/cases/{id}/form · PATCH with {fields: {key: value}} */
export interface FormView {
  fields: FormValue[]
  prefilled: number
  asked: number
}

/** GET /api/cases/{id}/review (judged anew from the facts as they stand) */
export interface ReviewView {
  at: string
  catalogue: string
  findings: Finding[]
  notice: Notice
}

/** POST /api/cases/{id}/decisions: the clerk's word on one finding. */
export interface NewDecision {
  point: string
  decision: 'agree' | 'override' | 'correct' | 'undo'
  /** For override: 1 原件已核 2 OCR误识 3 规则不适用 4 容缺 5 其他 */
  reason?: 1 | 2 | 3 | 4 | 5
  note?: string
}

/** GET /api/cases/{id}/decisions; `live` is false once undone or followed by another. */
export interface DecisionView {
  point: string
  decision: NewDecision['decision']
  reason: number | null
  note: string
  /** The finding as the clerk saw it. */
  verdict: Verdict
  version: string
  at: string
  live: boolean
}

/** RFC 9457 problem; `code` is stable, `detail` says what happened and `fix` what to do, in Chinese. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  fix: string
  instance?: string
}
