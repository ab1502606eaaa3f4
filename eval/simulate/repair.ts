import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { registrySchema, type Truth } from '../../datasets/case-format.ts'
import type { Submission } from '../drive/submission.ts'

type Defect = Truth['defects'][number]

/** The submission after the applicant did what repairs these defects; `folder`: of the case, repairs are relative to it. */
export function repaired(submission: Submission, defects: readonly Defect[], folder: string): Submission {
  const at = (file: string) => resolve(folder, file)
  const answers = { ...submission.answers }
  let { files, registry } = submission
  for (const { repair } of defects) {
    if (!repair) continue
    for (const { files: old, with: brought, slot } of repair.replace)
      files = replaced(files, old.map(at), brought.map(at), slot)
    files = [...files, ...repair.add.map(({ file, slot }) => ({ path: at(file), slot }))]
    Object.assign(answers, repair.answers)
    // Only the sources that answer otherwise need to be listed.
    if (repair.registry !== undefined) registry = { ...registry, ...readRegistry(at(repair.registry)) }
  }
  return { ...submission, answers, files, registry }
}

/** The new files stand where the old ones stood, in a slot only where the old ones were in one. */
function replaced(
  files: Submission['files'],
  old: readonly string[],
  brought: readonly string[],
  slot: string,
): Submission['files'] {
  const isOld = ({ path }: Submission['files'][number]) => old.includes(resolve(path))
  const place = files.findIndex(isOld)
  const slotted = place < 0 || files.some((one) => isOld(one) && one.slot !== undefined)
  const rest = files.filter((one) => !isOld(one))
  const added = brought.map((path) => (slotted ? { path, slot } : { path }))
  return rest.toSpliced(place < 0 ? rest.length : place, 0, ...added)
}

const readRegistry = (path: string): Submission['registry'] => registrySchema.parse(parse(readFileSync(path, 'utf8')))
