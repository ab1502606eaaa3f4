import { accuracy, alwaysPass } from './accuracy.ts'
import { catalogueCoverage, decidedCoverage } from './coverage.ts'
import { blockingFalsePass, defectPrecision, defectRecall, noticeCompleteness } from './defects.ts'
import { evidencePlace } from './evidence-place.ts'
import type { Figure } from './figure.ts'
import { firstPassOfSubmitted, firstPassRate, firstPassWithout, heldBack } from './first-pass.ts'
import { prefillRatio, wrongPrefill } from './prefill.ts'
import { readingAccuracy } from './reading.ts'
import { straightThrough, straightThroughErrors } from './straight-through.ts'

/** Every figure, in the order of the report. */
export const FIGURES: readonly Figure[] = [
  prefillRatio,
  wrongPrefill,
  catalogueCoverage,
  decidedCoverage,
  accuracy,
  alwaysPass,
  defectRecall,
  defectPrecision,
  blockingFalsePass,
  firstPassRate,
  firstPassOfSubmitted,
  firstPassWithout,
  heldBack,
  noticeCompleteness,
  straightThrough,
  straightThroughErrors,
  readingAccuracy,
  evidencePlace,
]
