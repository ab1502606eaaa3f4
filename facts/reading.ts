import type { Box, FactState, Rival } from './fact.ts'
import type { Value } from './values/value.ts'

export type { Rival } from './fact.ts'

/** One recognised text line. `characters` and `xs` hold one confidence and one place (0–1 along the line) per UTF-16 unit of `text`. */
export interface Line {
  page: number
  box: Box
  text: string
  confidence: number
  characters?: number[]
  xs?: number[]
  /** What else the reader saw, by characters of `text`. */
  rivals?: Rival[]
}

/** A value read from a document; `state` is unreadable when the label is there and the value cannot be read. */
export interface ReadField {
  value: Value | null
  raw: string
  /** The printed label it was found by; empty when found without one. */
  label: string
  confidence: number
  state: FactState
  page: number
  box: Box | null
  /** Why the confidence is what it is, in Chinese, e.g. 校验位不符. */
  note?: string
  /** What else the reader saw, by characters of `raw`; missing when nothing. Not told of tables. */
  rivals?: Rival[]
}

/** Whether what was sealed is still what the file says: every digest matches, one does not, or it cannot be told. */
export type Integrity = 'intact' | 'changed' | 'unverified'

export const MARK_KINDS = [
  'seal',
  /** 私章: a person's own small square seal. */
  'personal-seal',
  /** 骑缝章: the part of a seal that the page's edge cuts off; it was stamped across sheets. */
  'cross-page-seal',
  'signature',
  /** The date beside a signature or seal. */
  'date',
  'checkbox',
  'qr',
  'photo',
] as const
export type MarkKind = (typeof MARK_KINDS)[number]

export const SEAL_SHAPES = ['round', 'oval', 'square', 'rectangle', 'triangle'] as const
export type SealShape = (typeof SEAL_SHAPES)[number]

/** A non-text mark. `present: false` says that its place was found and is blank. */
export interface Mark {
  kind: MarkKind
  /** The mark's name in the document type, e.g. 出租人盖章. */
  name?: string
  present: boolean
  page: number
  box: Box | null
  confidence: number
  text?: string
  colour?: 'red' | 'black'
  /** Outline of a seal. */
  shape?: SealShape
  /** The name on a round seal's ring, where it is legible. */
  ring?: { text: string; confidence: number }
  /** Place on the page in millimetres (x, y, width, height), where the file itself states it. */
  millimetres?: [number, number, number, number]
  /** Of an electronic seal: the state of the contents since sealing. The signer's certificate is not checked. */
  integrity?: Integrity
}

/** What may be wrong with a picture; screen: it is a photograph of a screen. */
export const QUALITY_ISSUES = ['blurred', 'dark', 'glare', 'cropped', 'small', 'tilted', 'screen', 'blank'] as const

export type QualityIssue = (typeof QUALITY_ISSUES)[number]

/** Photo quality of the worst page; scores 0 (unusable) – 1 (perfect). `advice` is the user's next step, in Chinese. */
export interface Quality {
  score: number
  issues: QualityIssue[]
  advice: string[]
}

/** One document found in a file (a file may hold several, a document several pages). */
export interface ReadDocument {
  /** Short Chinese name of the document type, or 其他. */
  documentType: string
  variant?: string
  confidence: number
  pages: number[]
  /** Sides found for two-sided cards, e.g. 人像面, 国徽面. */
  sides?: string[]
  fields: Record<string, ReadField>
  marks: Mark[]
  quality: Quality
  /** A black-and-white copy; missing when that cannot be told, or originals of the type may be black and white too. */
  copy?: boolean
  /** On a copy: words such as 与原件一致 are there; missing when strokes stand on it that nobody could read. */
  copyRemark?: boolean
  /** All its text came from the file itself (a text layer), none from pixels. */
  digital?: boolean
}

/** Size in pixels of one upright page. */
export interface PageSize {
  page: number
  width: number
  height: number
  /** Degrees clockwise that the reader turned the page, beyond EXIF and /Rotate, to stand it upright. */
  turned?: 0 | 90 | 180 | 270
}

/** An electronic signature or seal over the file, with the digests of its contents that were compared. */
export interface ElectronicSignature {
  kind: 'seal' | 'signature'
  /** Name of the seal, as the seal says. */
  name?: string
  integrity: Integrity
  digests: { matching: number; total: number }
  /** What the integrity means, in Chinese. */
  note: string
}

/** What a file carries beside its pages. Nothing of it is read as page text. */
export interface FileExtras {
  /** Values the file states in a form for machines (OFD CustomDatas). */
  structured?: { name: string; value: string }[]
  /** Files enclosed; their contents are not read. */
  attachments?: { name: string; type: string; bytes: number }[]
  /** Text of annotations that lie on a page without belonging to it. */
  annotations?: { page: number; kind: string; text: string }[]
  signatures?: ElectronicSignature[]
  /** What was left out of the reading and why, in Chinese. */
  notes?: string[]
}

/** The answer for one file: DESIGN §10. Either `error` or documents and lines. */
export interface Reading extends FileExtras {
  file: string
  /** What alone was asked for: of all else the reading says nothing. Missing: everything was. */
  only?: 'lines' | 'fields'
  /** Fields alone being asked for: lines that stand away from them and were looked at once only, however unclear they are. */
  glanced?: number
  error?: { code: string; message: string }
  documents: ReadDocument[]
  lines: Line[]
  pages: PageSize[]
}
