import type { Reading } from '../../facts/reading.ts'
import type { Applicant, SourceAnswer } from '../../rules/results.ts'
import type { DecisionView } from '../client.ts'

/** Who asked for a change: every change writes its audit row in the same transaction. */
export interface Act {
  requestId: string
  action: string
  /** Never personal data: ids, codes, counts. */
  detail?: Record<string, string | number | boolean | null>
}

export interface CaseRow {
  id: string
  scenario: string
  at: string
  applicant: Applicant | null
  answers: Record<string, unknown>
  /** Shared-source records brought with the case (sandbox only). */
  registry: unknown
  createdAt: number
}

export interface MaterialRow {
  id: string
  caseId: string
  sha256: string
  fileName: string
  mediaType: string
  bytes: number
  slot: string | null
  state: 'queued' | 'reading' | 'read' | 'failed'
  pages: number
  pagesRead: number
  error: { code: string; message: string } | null
  createdAt: number
}

export type NewMaterial = Pick<MaterialRow, 'id' | 'caseId' | 'sha256' | 'fileName' | 'mediaType' | 'bytes' | 'slot'>

export interface AddedMaterial {
  material: MaterialRow
  duplicate: boolean
  again: boolean
}

/** A claimed job. `attempt` is the fence: results of an older attempt are refused. */
export interface Job {
  id: number
  caseId: string
  materialId: string
  attempt: number
}

export interface FormEdit {
  field: string
  /** null clears what was typed. */
  value: unknown
  who: 'applicant' | 'staff'
  at: number
}

/** What one source answered to one question; `question` is a blind hash of the key asked by. */
export interface AskedSource {
  source: string
  question: string
  answers: SourceAnswer[]
  at: number
}

/** A decision as it is kept: `at` in milliseconds; whether it is live follows from those after it. */
export interface DecisionRow extends Omit<DecisionView, 'at' | 'live'> {
  at: number
}

export interface AuditRow {
  id: number
  caseId: string | null
  action: string
  requestId: string
  detail: string
  at: number
}

/** Everything durable, behind one interface; SQLite today, PostgreSQL when one machine is outgrown. */
export interface Store {
  createCase(row: Omit<CaseRow, 'createdAt'>, act: Act): Promise<void>
  case(id: string): Promise<CaseRow | null>
  /** Destroys the case's key and rows; the audit keeps a tombstone. False when there is no such case. */
  eraseCase(id: string, act: Act): Promise<boolean>

  /**
   * Material, file and reading job in one transaction; the earlier material when the same file is there already. What was read of
   * it stands unless there is nothing, or another version of the reader read it: then it is forgotten and read `again`.
   */
  addMaterial(row: NewMaterial, act: Act, reader?: string): Promise<AddedMaterial>
  materials(caseId: string): Promise<MaterialRow[]>
  material(caseId: string, id: string): Promise<MaterialRow | null>
  placeMaterial(caseId: string, id: string, slot: string | null, act: Act): Promise<boolean>
  /** Returns the content address whose bytes may now go, or null when there was no such material. */
  removeMaterial(caseId: string, id: string, act: Act): Promise<string | null>
  readings(caseId: string): Promise<Map<string, Reading>>

  /** The next due job with an attempt counted and a lease taken; jobs out of tries are buried on the way. */
  claimJob(owner: string, leaseMs: number): Promise<Job | null>
  /** Gives back what processes that no longer live had claimed. */
  releaseJobs(isAlive: (owner: string) => boolean): Promise<number>
  /** Extends the lease and notes pages; false when the job was taken by someone else. */
  reportJob(job: Job, leaseMs: number, progress?: { pages: number; pagesRead: number }): Promise<boolean>
  /** Stores the reading with the version of its `reader` and what sources answered to the keys it revealed; false when fenced off. */
  finishJob(job: Job, reading: Reading, asked: AskedSource[], reader?: string): Promise<boolean>
  /** Gives a job back unfinished without using up a try: the process is asked to stop, nothing went wrong. */
  returnJob(job: Job): Promise<void>
  /** Queues another try after `delayMs`, or buries the job when its tries are used up. */
  failJob(job: Job, reason: string, delayMs: number): Promise<'queued' | 'dead' | 'fenced'>

  editForm(caseId: string, edits: Record<string, unknown>, who: FormEdit['who'], act: Act): Promise<void>
  /** The edits that hold, latest per field. */
  formEdits(caseId: string): Promise<FormEdit[]>
  saveAnswers(caseId: string, asked: AskedSource[], act: Act): Promise<void>
  answers(caseId: string): Promise<AskedSource[]>
  decide(caseId: string, row: Omit<DecisionRow, 'at'>, act: Act): Promise<DecisionRow>
  decisions(caseId: string): Promise<DecisionRow[]>

  audit(caseId: string): Promise<AuditRow[]>
  /** Id of the first audit row that was changed or removed, or null when the chain holds. */
  checkAudit(): Promise<number | null>

  seal(caseId: string, content: Uint8Array, context: string): Promise<Buffer>
  unseal(caseId: string, sealed: Uint8Array, context: string): Promise<Buffer>
  close(): void
}

export const MAX_TRIES = 3
