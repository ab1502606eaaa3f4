import type { Reading } from '../facts/reading.ts'
import type {
  Applicant,
  Finding,
  FormValue,
  MaterialStatus,
  Notice,
  SourceAnswer,
  SubmittedMaterial,
} from '../rules/results.ts'
import type { ScenarioDetail, ScenarioSummary } from './client.ts'

export interface UploadedFile {
  bytes: Uint8Array
  fileName: string
}

/** Perception as the service uses it: every decode happens outside the server process. */
export interface Reader {
  /** A file that cannot be read is a Reading with `error`; a broken machine throws. */
  read(
    file: UploadedFile,
    options?: { onProgress?: (progress: { pages: number; pagesRead: number }) => void },
  ): Promise<Reading>
  /** One upright page (from 1) as WebP for the viewer, at most `width` pixels wide. */
  raster(file: UploadedFile, page: number, options?: { width?: number }): Promise<Uint8Array>
  close(): Promise<void>
}

export interface JudgementInput {
  scenario: string
  at: string
  applicant: Applicant | null
  /** Form fields a person filled, by key. */
  answers: Record<string, unknown>
  materials: SubmittedMaterial[]
  sources: SourceAnswer[]
}

export interface Judged {
  form: FormValue[]
  findings: Finding[]
  notice: Notice
  materials: MaterialStatus[]
}

/** A shared source a scenario wants asked, and by which kind of key. */
export interface RequiredSource {
  source: string
  agency: string
  keys: ('cnid' | 'uscc')[]
}

/** Rules as the service uses them: pure, the date is an argument. */
export interface Judgement {
  readonly catalogue: string
  scenarios(): ScenarioSummary[]
  scenario(id: string): ScenarioDetail | null
  requiredSources(scenario: string): RequiredSource[]
  judge(input: JudgementInput): Judged
}
