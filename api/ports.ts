import type { DocumentType } from '../facts/document-type.ts'
import type {
  Applicant,
  CaseFacts,
  Finding,
  FormValue,
  MaterialStatus,
  Notice,
  SourceAnswer,
  SubmittedMaterial,
} from '../rules/results.ts'
import type { EligibilityView, GuideView, MatterSummary, ScenarioDetail, ScenarioSummary } from './client.ts'

import type { KeyKind } from './sources/connector.ts'

export type { Reader } from '../models/index.ts'

export interface UploadedFile {
  bytes: Uint8Array
  fileName: string
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
  facts: CaseFacts
}

/** A shared source a scenario wants asked, and by which kind of key. */
export interface RequiredSource {
  source: string
  agency: string
  keys: KeyKind[]
  /** Its records say whom they are about: asked about everyone the case names, not only its holder. */
  namesPeople: boolean
  /** Fact paths whose value rules ask it about, and as which kind of key. */
  askedBy: { path: string; kind: KeyKind }[]
}

/** Rules as the service uses them: pure, the date is an argument. */
export interface Judgement {
  readonly catalogue: string
  scenarios(): ScenarioSummary[]
  scenario(id: string): ScenarioDetail | null
  /** Document types that the rules speak of, checked with them. */
  documentTypes(): readonly DocumentType[]
  /** Every shared source the rules know. */
  sources(): RequiredSource[]
  requiredSources(scenario: string): RequiredSource[]
  judge(input: JudgementInput): Judged
  matters(): MatterSummary[]
  /** Sources that answer questions of a matter's guide; null when there is no such matter. */
  guideSources(matter: string): RequiredSource[] | null
  /** Follows the guide; `given` holds the chosen answer (from 0) by question. Throws RangeError on one that does not exist. */
  walkGuide(matter: string, given: Record<string, number>, known: KnownBefore): GuideView
  checkEligibility(scenario: string, known: KnownBefore): EligibilityView
}

/** What is known before any upload. */
export type KnownBefore = Pick<JudgementInput, 'at' | 'applicant' | 'answers' | 'sources'>
