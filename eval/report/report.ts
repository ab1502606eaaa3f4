import type { DatasetProblem } from '../dataset/problem.ts'
import type { Evaluation } from '../evaluation.ts'
import { FIGURES } from '../figures/all-figures.ts'
import {
  type Calibration,
  calibration,
  type RiskStep,
  riskCoverage,
  valuesOf,
  verdictsOf,
} from '../figures/calibration.ts'
import { type Measured, measure } from '../figures/measure.ts'
import { type Slices, slice } from '../figures/slices.ts'
import { weaknesses } from '../figures/weaknesses.ts'
import { type InterLabeller, interLabeller } from '../score/agreement.ts'
import type { CaseResult } from '../score/case-result.ts'
import { type ErrorShown, errorsOf } from './errors.ts'
import type { RunIdentity } from './run-identity.ts'

/** report.json (DESIGN §10). Shares are 0–1, times milliseconds. */
export interface Report {
  identity: RunIdentity
  counts: { scored: number; notAnswered: number; refused: number; problems: number }
  figures: Record<string, Measured>
  slices: Slices
  /** Labels by verdicts, all points. */
  confusion: Record<string, Record<string, number>>
  riskCoverage: RiskStep[]
  calibration: { verdicts: Calibration; values: Calibration }
  latencyMs: { p50: number; p95: number }
  interLabeller: InterLabeller | null
  weaknesses: string[]
  notAnswered: { id: string; why: string }[]
  refused: { id: string; why: string }[]
  problems: DatasetProblem[]
  errors: ErrorShown[]
  cases: ReportedCase[]
}

/** What each figure counted in one case (1: in the numerator): enough to compare two runs item by item. */
export interface ReportedCase extends Pick<CaseResult, 'id' | 'seen' | 'scenario' | 'split' | 'outcome' | 'latencyMs'> {
  items: Record<string, Record<string, 0 | 1>>
}

/** Counts and not outcomes, or too many to be worth their place. */
const NOT_KEPT = new Set(['catalogueCoverage', 'alwaysPass', 'readingAccuracy'])

/** All figures over the scored cases. */
export function makeReport(evaluation: Evaluation, identity: RunIdentity): Report {
  const results = evaluation.scored.map(({ result }) => result)
  const points = results.flatMap(({ score }) => score.points)
  const figures = Object.fromEntries(FIGURES.map((figure) => [figure.id, measure(figure, results)]))
  const slices = slice(results)
  const second = evaluation.scored.flatMap(({ one: { truth, second: other } }) =>
    other ? [{ first: truth.review, second: other }] : [],
  )
  const applicable = points.filter(({ truth }) => truth !== 'not-applicable' && truth !== 'person').length
  const { notAnswered, refused, problems } = evaluation
  return {
    identity,
    counts: {
      scored: results.length,
      notAnswered: notAnswered.length,
      refused: refused.length,
      problems: problems.length,
    },
    figures,
    slices,
    confusion: confusionOf(points),
    riskCoverage: riskCoverage(verdictsOf(results), applicable),
    calibration: { verdicts: calibration(verdictsOf(results)), values: calibration(valuesOf(results)) },
    latencyMs: { p50: percentile(results, 0.5), p95: percentile(results, 0.95) },
    interLabeller: interLabeller(second),
    weaknesses: weaknesses(figures, slices, evaluation),
    ...{ notAnswered, refused, problems },
    errors: errorsOf(evaluation.scored),
    cases: results.map(reportedCase),
  }
}

function confusionOf(points: readonly { truth: string; verdict: string }[]): Report['confusion'] {
  const table: Report['confusion'] = {}
  for (const { truth, verdict } of points) {
    const row = table[truth] ?? {}
    table[truth] = row
    row[verdict] = (row[verdict] ?? 0) + 1
  }
  return table
}

function reportedCase(result: CaseResult): ReportedCase {
  const { id, seen, scenario, split, outcome, latencyMs } = result
  const items = FIGURES.filter((figure) => !NOT_KEPT.has(figure.id)).map((figure) => [
    figure.id,
    Object.fromEntries(figure.items(result).map(({ name, hit }) => [name, hit ? 1 : 0])),
  ])
  return { id, seen, scenario, split, outcome, latencyMs, items: Object.fromEntries(items) }
}

/** The time below which a share of the cases stayed (nearest rank). */
function percentile(results: readonly CaseResult[], share: number): number {
  const sorted = results.map(({ latencyMs }) => latencyMs).sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
