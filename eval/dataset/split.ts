import { createHash } from 'node:crypto'
import type { Truth } from '../../datasets/case-format.ts'
import type { DatasetCase, SeenCase } from './load-case.ts'
import type { DatasetProblem } from './problem.ts'

export type Split = 'scored' | 'calibration'

/** One applicant in five is for calibration, where the dataset itself does not say. */
const CALIBRATION_OF = 5

/** The person or firm that applies: by number, else by name. */
export const applicantOf = ({ seen: { applicant } }: Pick<SeenCase, 'seen'>): string =>
  applicant.uscc ?? applicant.idNumber ?? applicant.name

/** The split a case belongs to: as its recipe says (labels at hand), else by a hash of its applicant, so that nobody is in both. */
export function splitOf(one: Pick<SeenCase, 'seen'> & { truth?: Pick<Truth, 'recipe'> }): Split {
  const said = one.truth?.recipe?.split
  if (said) return said
  const hash = createHash('sha256').update(applicantOf(one)).digest()
  return hash.readUInt32BE(0) % CALIBRATION_OF === 0 ? 'calibration' : 'scored'
}

/** Applicants whose cases lie in both splits: what was tuned on them would be scored on them. */
export function sharedApplicants(cases: readonly DatasetCase[]): DatasetProblem[] {
  const first = new Map<string, { split: Split; folder: string }>()
  return cases.flatMap((one): DatasetProblem[] => {
    const [applicant, split] = [applicantOf(one), splitOf(one)]
    const known = first.get(applicant)
    if (!known) first.set(applicant, { split, folder: one.folder })
    if (!known || known.split === split) return []
    return [{ path: one.folder, message: `申请人同时出现在校准和计分两个部分（另见 ${known.folder}）`, fatal: false }]
  })
}
