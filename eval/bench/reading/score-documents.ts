import type { DocumentType } from '../../../facts/document-type.ts'
import type { Box } from '../../../facts/fact.ts'
import { marksOf } from '../../../facts/mark-facts.ts'
import type { MarkKind, QualityIssue, ReadDocument, Reading, SealShape } from '../../../facts/reading.ts'
import { sameValue } from '../../../facts/values/same-value.ts'
import type { ValueType } from '../../../facts/values/value.ts'
import type { Tally } from '../interval.ts'
import type { Found } from './f1.ts'
import type { LabelledDocument } from './load-documents.ts'
import { type RingOutcome, scoreRings } from './score-rings.ts'
import { scoreTicks, type TickOutcome, ticksRead } from './score-ticks.ts'

/** From here on a value is taken without a look (confidence, 0–1). */
export const CONFIDENT = 0.9

/** What became of one labelled field. */
export interface FieldOutcome {
  document: string
  file: string
  documentType: string
  layout: string
  level: string
  /** The hard slice of the document; `on`: what makes it hard lies on this field. */
  slice?: { name: string; strength: number; on: boolean }
  field: string
  type: ValueType
  outcome: 'right' | 'wrong' | 'none'
  confidence: number
  /** The reader itself says something against the value: its confidence is not calibrated. */
  doubted: boolean
  label: string
  read: string
  box: Box | null
}

export interface MarkOutcome {
  document: string
  kind: MarkKind
  name: string
  level: string
  present: boolean
  /** null: the reader could not tell, or did not find the place. */
  read: boolean | null
  /** Outline of a labelled seal that is there, and what it was read as. */
  shape?: { label: SealShape; read: SealShape | null }
}

export interface DocumentOutcome {
  document: string
  documentType: string
  layout: string
  level: string
  typeRight: boolean
  readAs: string
  /** What was said of its pictures. */
  issues: QualityIssue[]
}

export interface ReadingScore {
  documents: DocumentOutcome[]
  fields: FieldOutcome[]
  marks: MarkOutcome[]
  ticks: TickOutcome[]
  /** Boxes to tick that were read where none is. */
  extraTicks: number
  /** Names on the rings of labelled seals. */
  rings: RingOutcome[]
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

/** Scores the readings of one document's files against its truth: every labelled field, after typed normalisation. */
export function scoreDocument(
  truth: LabelledDocument,
  readings: readonly Reading[],
  types: ReadonlyMap<string, DocumentType>,
): ReadingScore {
  const type = types.get(truth.documentType)
  if (!type) throw new Error(`${truth.id}：没有文书类型 ${truth.documentType}`)
  const found = readings.flatMap(({ documents }, i) =>
    documents.map((document) => ({ document, file: truth.files[i] ?? '' })),
  )
  const own = found.filter(({ document }) => document.documentType === truth.documentType)
  const { documentType, layout, level, id, slice } = truth
  const about = { document: id, documentType, layout, level }
  const fields = Object.entries(truth.fields).flatMap(([field, label]): FieldOutcome[] => {
    const declared = type.fields.find(({ name }) => name === field)
    if (!declared) return []
    const read = best(own, field)
    const value = read?.field.value ?? null
    const outcome =
      value === null ? 'none' : sameValue(declared.type, value, label, declared.unordered) ? 'right' : 'wrong'
    const confidence = value === null ? 0 : (read?.field.confidence ?? 0)
    const file = read?.file ?? truth.files[0] ?? ''
    return [
      {
        ...about,
        ...(slice && {
          slice: { name: slice.name, strength: slice.strength, on: slice.fields?.includes(field) ?? true },
        }),
        file,
        field,
        type: declared.type,
        outcome,
        confidence,
        doubted: read !== undefined && (read.field.state !== 'ok' || read.field.note !== undefined),
        label: shown(label),
        read: shown(value),
        box: read?.field.box ?? null,
      },
    ]
  })
  const marks = marksOf(type).flatMap((mark): MarkOutcome[] => {
    const { name, kind } = mark
    const label = truth.marks[name]
    if (!label) return []
    const common = !type.marks.includes(mark)
    const seen = own.flatMap(({ document }) =>
      document.marks.filter((one) => one.name === name || (common && one.kind === kind)),
    )
    const read = seen.length === 0 ? null : seen.some(({ present }) => present)
    const shape = label.shape && { label: label.shape, read: seen.find(({ present }) => present)?.shape ?? null }
    return [{ document: id, kind, name, level, present: label.present, read, ...(shape && { shape }) }]
  })
  const typeRight = found.length > 0 && own.length === found.length
  const readAs = [...new Set(found.map(({ document }) => document.documentType))].join('、')
  const issues = [...new Set(found.flatMap(({ document }) => document.quality.issues))]
  const boxes = ticksRead(found.flatMap(({ document }) => document.marks))
  const { outcomes: ticks, extra: extraTicks } = scoreTicks({ document: id, level }, truth.ticks, boxes)
  const names = type.marks.flatMap(({ name, kind }) => {
    const label = truth.marks[name]
    return kind === 'seal' && label?.present && label.text ? [label.text] : []
  })
  const rings = scoreRings(
    { document: id, level },
    names,
    found.flatMap(({ document }) => document.marks),
  )
  return { documents: [{ ...about, typeRight, readAs, issues }], fields, marks, ticks, extraTicks, rings }
}

/** The surest reading of a field among the files of a document. */
function best(own: readonly { document: ReadDocument; file: string }[], name: string) {
  return own
    .flatMap(({ document, file }) => {
      const field = document.fields[name]
      return field && field.value !== null ? [{ field, file }] : []
    })
    .sort((a, b) => b.field.confidence - a.field.confidence)[0]
}

export function addScores(scores: readonly ReadingScore[]): ReadingScore {
  return {
    documents: scores.flatMap(({ documents }) => documents),
    fields: scores.flatMap(({ fields }) => fields),
    marks: scores.flatMap(({ marks }) => marks),
    ticks: scores.flatMap(({ ticks }) => ticks),
    rings: scores.flatMap(({ rings }) => rings),
    extraTicks: scores.reduce((sum, { extraTicks }) => sum + extraTicks, 0),
  }
}

/** Figures over a set of fields. */
export interface FieldFigures {
  exact: Tally
  /** Wrong with confidence ≥ .9, of all labelled fields. */
  wrongConfident: Tally
  /** Of the right ones, those with confidence ≥ .9. */
  confidentOfRight: Tally
}

export function fieldFigures(fields: readonly FieldOutcome[]): FieldFigures {
  const right = fields.filter(({ outcome }) => outcome === 'right')
  const sure = (one: FieldOutcome) => one.confidence >= CONFIDENT
  return {
    exact: { right: right.length, n: fields.length },
    wrongConfident: { right: fields.filter((one) => one.outcome === 'wrong' && sure(one)).length, n: fields.length },
    confidentOfRight: { right: right.filter(sure).length, n: right.length },
  }
}

/** Fields grouped by what `key` gives, largest group first. */
export function slices(fields: readonly FieldOutcome[], key: (one: FieldOutcome) => string): [string, FieldFigures][] {
  const groups = new Map<string, FieldOutcome[]>()
  for (const one of fields) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return [...groups].map(([name, group]) => [name, fieldFigures(group)])
}

/** One bin of the calibration curve: mean confidence and share right of the values given in it. */
export interface CalibrationBin {
  from: number
  confidence: number
  right: number
  n: number
}

/** Ten equal bins over values given (not over missing ones), and the expected calibration error (Guo et al. 2017). */
export function calibration(fields: readonly Pick<FieldOutcome, 'outcome' | 'confidence'>[]): {
  bins: CalibrationBin[]
  ece: number
} {
  const given = fields.filter(({ outcome }) => outcome !== 'none')
  const bins = Array.from({ length: 10 }, (_, i) => {
    const inside = given.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === i)
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, inside.length)
    return {
      from: i / 10,
      confidence: mean,
      right: inside.filter(({ outcome }) => outcome === 'right').length,
      n: inside.length,
    }
  })
  const ece = bins.reduce(
    (sum, { confidence, right, n }) => sum + (n === 0 ? 0 : Math.abs(right / n - confidence) * n),
    0,
  )
  return { bins, ece: given.length === 0 ? 0 : ece / given.length }
}

/** Present or absent marks of one kind; what the reader could not tell counts as not found when the mark is there. */
export interface MarkFigures extends Found {
  unknown: number
  /** Labelled places: with the mark, and left blank. */
  present: number
  absent: number
}

export function markFigures(marks: readonly MarkOutcome[]): MarkFigures {
  const count = (test: (mark: MarkOutcome) => boolean) => marks.filter(test).length
  const present = count((mark) => mark.present)
  return {
    truePositive: count(({ present, read }) => present && read === true),
    falsePositive: count(({ present, read }) => !present && read === true),
    falseNegative: count(({ present, read }) => present && read !== true),
    unknown: count(({ read }) => read === null),
    present,
    absent: marks.length - present,
  }
}
