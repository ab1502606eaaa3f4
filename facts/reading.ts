import type { Box, FactState } from './fact.ts'
import type { Value } from './values/value.ts'

/** One recognised text line. `characters` and `xs` hold one confidence and one place (0–1 along the line) per UTF-16 unit of `text`. */
export interface Line {
  page: number
  box: Box
  text: string
  confidence: number
  characters?: number[]
  xs?: number[]
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
}

export type MarkKind = 'seal' | 'signature' | 'checkbox' | 'qr' | 'photo'

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
}

export type QualityIssue = 'blurred' | 'dark' | 'glare' | 'cropped' | 'small' | 'tilted' | 'blank'

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
}

/** Size in pixels of one upright page. */
export interface PageSize {
  page: number
  width: number
  height: number
  /** Degrees clockwise that the reader turned the page, beyond EXIF and /Rotate, to stand it upright. */
  turned?: 0 | 90 | 180 | 270
}

/** The answer for one file: DESIGN §10. Either `error` or documents and lines. */
export interface Reading {
  file: string
  error?: { code: string; message: string }
  documents: ReadDocument[]
  lines: Line[]
  pages: PageSize[]
}
