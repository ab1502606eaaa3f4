import type { DatasetCase } from '../dataset/load-case.ts'
import type { Answer } from '../drive/answer.ts'
import { type Submission, submissionOf } from '../drive/submission.ts'
import type { FirstPass } from '../score/case-result.ts'
import { type Hint, hintFor, saysStop } from './hints.ts'
import { repaired } from './repair.ts'

/** Asks the service about a submission. */
export type Ask = (submission: Submission) => Promise<Answer>

/**
 * Plays one application: the applicant mends what was named, takes a picture again once where that was asked, hands in;
 * a reviewer who knows the truth accepts when no defect that counts is left. Only a picture taken again is looked at again
 * by the service. What no paper can mend is not handed in once it was named.
 */
export async function playFirstPass(one: DatasetCase, first: Answer, ask: Ask): Promise<FirstPass> {
  const { truth, folder } = one
  const counting = truth.defects.filter(({ points }) => points.some((point) => counts(point, first)))
  const hints = new Map(truth.defects.map((defect) => [defect.id, hintFor(defect, first, truth.pages)]))
  const acted = (): typeof truth.defects => truth.defects.filter(({ id }) => hints.get(id) !== 'none')
  if ([...hints.values()].includes('retake')) {
    const second = await ask(repaired(submissionOf(one), acted(), folder))
    for (const defect of truth.defects)
      if (hints.get(defect.id) === 'none') hints.set(defect.id, again(hintFor(defect, second, truth.pages)))
  }
  const told = counting.filter(({ id }) => hints.get(id) !== 'none')
  const left = counting.filter(({ id, repair }) => hints.get(id) === 'none' || repair === null)
  return {
    without: counting.length === 0,
    with: left.length === 0,
    withdrawn: told.some(({ repair }) => repair === null),
    heldBack: counting.length === 0 && first.findings.some(saysStop),
    left: left.map(({ id }) => id),
  }
}

/** A picture is taken again once; a second request goes unheard. */
const again = (hint: Hint): Hint => (hint === 'retake' ? 'none' : hint)

/** A point keeps the application from being accepted unless it only advises; of unknown points that is assumed. */
const counts = (point: string, { findings }: Answer): boolean =>
  findings.find((one) => one.point === point)?.severity !== 'advise'
