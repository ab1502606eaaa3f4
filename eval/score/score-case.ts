import type { Truth } from '../../datasets/case-format.ts'
import { normalise } from '../../facts/values/normalise.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Value, ValueType } from '../../facts/values/value.ts'
import type { Answer, SaidField, SaidPoint } from '../drive/answer.ts'

export type Label = Truth['review'][string]['verdict']

/** A point with its label and what was given; `none`: labelled, but the service has no such point. */
export interface PointScore {
  point: string
  truth: Label
  verdict: SaidPoint['verdict'] | 'none'
  severity: SaidPoint['severity']
  automation: SaidPoint['automation']
  confidence: number
}

/** A form field that has a true value, or that was filled; `right`: pre-filled with the true value. */
export interface FieldScore {
  key: string
  name: string
  type: string
  /** The applicant would otherwise fill it. */
  wanted: boolean
  filled: boolean
  right: boolean
  source: string
  confidence: number
}

/** A true defect: found when one of its points failed, named when the notice says one of them. */
export interface DefectScore {
  id: string
  points: string[]
  found: boolean
  named: boolean
  /** One of its points keeps the application from being accepted. */
  counts: boolean
}

/** What the service said of one labelled case, against its truth. */
export interface CaseScore {
  points: PointScore[]
  /** Findings on points that the truth does not label. */
  unlabelled: string[]
  fields: FieldScore[]
  defects: DefectScore[]
}

/**
 * Scores one case by DESIGN §6: verdicts by point, defects by their points, prefill by typed equality. `partialForm`: fields
 * without a label are left out instead of counted as filled for nothing.
 */
export function scoreCase(
  said: Pick<Answer, 'findings' | 'form' | 'noticed'>,
  truth: Pick<Truth, 'review' | 'form' | 'defects'>,
  { partialForm = false } = {},
): CaseScore {
  const byPoint = new Map(said.findings.map((finding) => [finding.point, finding]))
  return {
    points: Object.entries(truth.review).map(([point, { verdict: label }]) => {
      const { verdict = 'none', severity = 'advise', automation = 'auto', confidence = 0 } = byPoint.get(point) ?? {}
      return { point, truth: label, verdict, severity, automation, confidence }
    }),
    unlabelled: said.findings.filter(({ point }) => truth.review[point] === undefined).map(({ point }) => point),
    fields: scoreForm(said.form, truth.form).filter(({ key }) => !partialForm || key in truth.form),
    defects: truth.defects.map(({ id, points }) => ({
      id,
      points,
      found: points.some((point) => byPoint.get(point)?.verdict === 'fail'),
      named: points.some((point) => said.noticed.includes(point)),
      counts: points.some((point) => (byPoint.get(point)?.severity ?? 'correct') !== 'advise'),
    })),
  }
}

/** Whether a verdict says what the label says; a person's point is rightly left to a person. */
export const agrees = ({ truth, verdict }: Pick<PointScore, 'truth' | 'verdict'>): boolean =>
  truth === verdict || (truth === 'person' && (verdict === 'unsure' || verdict === 'not-applicable'))

function scoreForm(form: readonly SaidField[], truth: Truth['form']): FieldScore[] {
  const byKey = new Map(form.map((field) => [field.key, field]))
  const filled = (field: SaidField | undefined): field is SaidField =>
    field?.asked === true && field.value !== null && !field.typed
  const keys = new Set([
    ...Object.keys(truth).filter((key) => truth[key] !== null),
    ...form.filter(filled).map(({ key }) => key),
  ])
  return [...keys].map((key) => {
    const field = byKey.get(key)
    const label = (truth[key] ?? null) as Value | null
    return {
      key,
      name: field?.name ?? key,
      type: field?.type ?? '',
      wanted: label !== null,
      filled: filled(field),
      right: filled(field) && label !== null && isRight(field, label),
      source: field?.source ?? '',
      confidence: field?.confidence ?? 0,
    }
  })
}

/** Spreadsheets write every value as text: it is then read as the field's type. */
function isRight({ type, value }: SaidField, label: Value): boolean {
  const kind = type as ValueType
  const typed = typeof label === 'string' && typeof value !== 'string' ? normalise(kind, label).value : label
  return sameValue(kind, value, typed)
}
