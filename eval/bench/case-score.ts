import type { FormValue, Verdict } from '../../api/client.ts'
import type { Truth } from '../../datasets/case-format.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Value, ValueType } from '../../facts/values/value.ts'

/** One point whose verdict is not the label's. */
export interface Difference {
  point: string
  truth: string
  verdict: string
}

/** What the service said of one labelled case, against its truth. Counts only; ratios are made when cases are pooled. */
export interface CaseScore {
  defects: number
  /** Defects of which at least one point failed. */
  found: number
  missed: string[]
  falseFails: string[]
  /** A true fail that was given pass. */
  falsePasses: string[]
  /** Points left to a person; manual ones included. */
  unsure: string[]
  differences: Difference[]
  /** Fields the applicant would otherwise fill. */
  fields: number
  prefilled: number
  prefilledRight: number
  wrongFields: string[]
}

const typedByPerson = (field: FormValue): boolean => field.evidence.some((e) => e.kind === 'person')

function scoreForm(
  form: readonly FormValue[],
  truth: Truth['form'],
): Pick<CaseScore, 'fields' | 'prefilled' | 'prefilledRight' | 'wrongFields'> {
  const byKey = new Map(form.map((field) => [field.key, field]))
  const wanted = Object.entries(truth).filter(([, value]) => value !== null)
  const filled = [...byKey.values()].filter((field) => field.asked && field.value !== null && !typedByPerson(field))
  const right = (field: FormValue) =>
    truth[field.key] !== undefined && sameValue(field.type as ValueType, field.value, truth[field.key] as Value | null)
  return {
    fields: wanted.length,
    prefilled: filled.length,
    prefilledRight: filled.filter(right).length,
    wrongFields: filled.filter((field) => !right(field)).map((field) => field.key),
  }
}

/** Scores one case by DESIGN §6: verdicts by point, defects by their points, prefill by typed equality. */
export function scoreCase(
  findings: readonly { point: string; verdict: Verdict }[],
  form: readonly FormValue[],
  truth: Truth,
): CaseScore {
  const verdicts = new Map(findings.map(({ point, verdict }) => [point, verdict]))
  const labels = Object.entries(truth.review)
  const pick = (label: (v: string) => boolean, given: Verdict) =>
    labels.filter(([point, { verdict }]) => label(verdict) && verdicts.get(point) === given).map(([point]) => point)
  const missed = truth.defects.filter(({ points }) => !points.some((point) => verdicts.get(point) === 'fail'))
  return {
    defects: truth.defects.length,
    found: truth.defects.length - missed.length,
    missed: missed.map(({ id }) => id),
    falseFails: pick((v) => v !== 'fail', 'fail'),
    falsePasses: pick((v) => v === 'fail', 'pass'),
    unsure: pick(() => true, 'unsure'),
    differences: labels
      .map(([point, { verdict }]) => ({ point, truth: verdict, verdict: verdicts.get(point) ?? 'no finding' }))
      .filter((d) => d.truth !== d.verdict && !(d.truth === 'person' && d.verdict === 'unsure')),
    ...scoreForm(form, truth.form),
  }
}
