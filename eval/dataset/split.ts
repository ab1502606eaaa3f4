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

/** Numbers of everyone in a case: who applies, who acts for them, and whom the shared sources know. */
function everyone({ seen: { applicant }, registry }: DatasetCase): string[] {
  const known = Object.values(registry ?? {}).flatMap((records) => (typeof records === 'string' ? [] : records))
  const numbers = known.flatMap(({ 键: { cnid, uscc } }) => [cnid, uscc])
  return [...new Set([applicant.uscc, applicant.idNumber, applicant.agent?.idNumber, ...numbers])].filter(
    (one): one is string => one !== undefined,
  )
}

/** Persons and firms whose cases lie in both splits: what was tuned on them would be scored on them. One line a case. */
export function sharedApplicants(cases: readonly DatasetCase[]): DatasetProblem[] {
  const first = new Map<string, { split: Split; folder: string }>()
  return cases.flatMap((one): DatasetProblem[] => {
    const split = splitOf(one)
    const shared = everyone(one).flatMap((number) => {
      const known = first.get(number)
      if (!known) first.set(number, { split, folder: one.folder })
      return known && known.split !== split ? [{ number, folder: known.folder }] : []
    })
    const [example] = shared
    if (!example) return []
    const message = `有人或单位同时出现在校准和计分两个部分：${example.number}（另见 ${example.folder}）${shared.length > 1 ? `等 ${shared.length} 个` : ''}`
    return [{ path: one.folder, message, fatal: false }]
  })
}
