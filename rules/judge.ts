import { type CaseInput, prepareCase } from './case/prepare-case.ts'
import { writeNotice } from './notice/write-notice.ts'
import type { CaseFacts, Finding, FormValue, MaterialStatus, Notice } from './results.ts'
import { reviewPoints } from './review/review-points.ts'

export interface Judgement {
  facts: CaseFacts
  materials: MaterialStatus[]
  form: FormValue[]
  findings: Finding[]
  notice: Notice
}

/** Facts in, findings out: the one pure entry to judgement. Throws RangeError on an unknown scenario or a day that is none. */
export function judge(input: CaseInput): Judgement {
  const { assembled, context } = prepareCase(input)
  const findings = reviewPoints(context, assembled, input.catalogue.policy)
  const notice = writeNotice(context.scenario, input.at, input.applicant, context.form, findings)
  return {
    facts: assembled.caseFacts,
    materials: [...context.materials],
    form: [...context.form],
    findings,
    notice,
  }
}
