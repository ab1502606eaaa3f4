import type { Finding, FormValue } from '../../api/client.ts'
import type { Truth } from '../../datasets/case-format.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Value, ValueType } from '../../facts/values/value.ts'

type Label = Truth['review'][string]['verdict']

/** A point with its label and what was given; `none`: labelled, but the service has no such point. */
export interface PointScore {
  point: string
  truth: Label
  verdict: Finding['verdict'] | 'none'
  severity: Finding['severity']
  automation: Finding['automation']
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
}

/** What the service said of one labelled case, against its truth. */
export interface CaseScore {
  points: PointScore[]
  /** Findings on points that the truth does not label. */
  unlabelled: string[]
  fields: FieldScore[]
  defects: DefectScore[]
}

type Said = Pick<Finding, 'point' | 'verdict' | 'severity' | 'automation' | 'confidence'>

const typedByPerson = (field: FormValue): boolean => field.evidence.some((e) => e.kind === 'person')

/** Scores one case by DESIGN §6: verdicts by point, defects by their points, prefill by typed equality. */
export function scoreCase(
  said: { findings: readonly Said[]; form: readonly FormValue[]; notice: { items: readonly { point: string }[] } },
  truth: Truth,
): CaseScore {
  const byPoint = new Map(said.findings.map((finding) => [finding.point, finding]))
  const noticed = new Set(said.notice.items.map(({ point }) => point))
  return {
    points: Object.entries(truth.review).map(([point, { verdict: label }]) => {
      const { verdict = 'none', severity = 'advise', automation = 'auto', confidence = 0 } = byPoint.get(point) ?? {}
      return { point, truth: label, verdict, severity, automation, confidence }
    }),
    unlabelled: said.findings.filter(({ point }) => truth.review[point] === undefined).map(({ point }) => point),
    fields: scoreForm(said.form, truth.form),
    defects: truth.defects.map(({ id, points }) => ({
      id,
      points,
      found: points.some((point) => byPoint.get(point)?.verdict === 'fail'),
      named: points.some((point) => noticed.has(point)),
    })),
  }
}

function scoreForm(form: readonly FormValue[], truth: Truth['form']): FieldScore[] {
  const byKey = new Map(form.map((field) => [field.key, field]))
  const filled = (field: FormValue | undefined): field is FormValue =>
    field?.asked === true && field.value !== null && !typedByPerson(field)
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
      right: filled(field) && label !== null && sameValue(field.type as ValueType, field.value, label),
      source: field?.source ?? '',
      confidence: field?.confidence ?? 0,
    }
  })
}
