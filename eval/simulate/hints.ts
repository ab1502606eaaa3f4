import type { Truth } from '../../datasets/case-format.ts'
import { sameFile } from '../dataset/load-case.ts'
import type { Answer, SaidPoint } from '../drive/answer.ts'

type Defect = Truth['defects'][number]

/** What the applicant does about a defect: mends it because it was named, takes the picture again, or knows nothing of it. */
export type Hint = 'named' | 'retake' | 'none'

/** The service says that something is wrong that keeps the application from being accepted. */
export const saysStop = ({ verdict, severity }: SaidPoint): boolean => verdict === 'fail' && severity !== 'advise'

/** What the service's answer tells the applicant of a true defect. */
export function hintFor(defect: Defect, answer: Answer, pages: Truth['pages']): Hint {
  const findings = answer.findings.filter(({ point }) => defect.points.includes(point))
  if (findings.some(saysStop)) return 'named'
  const asks = findings.filter(({ verdict }) => verdict === 'unsure').flatMap(({ blockers }) => blockers)
  // 缺件: asked for what is missing, a person brings it.
  if ((defect.repair?.add.length ?? 0) > 0 && asks.some(({ state }) => state === 'absent')) return 'named'
  return isPictureDefect(defect, pages) &&
    (asks.some(({ state }) => state === 'unreadable') || wasAdvised(defect, answer))
    ? 'retake'
    : 'none'
}

const replaced = (defect: Defect): string[] => (defect.repair?.replace ?? []).flatMap(({ files }) => files)

/** What is wrong is the picture, so that taking it again mends it; a paper that is wrong stays wrong on any picture. */
function isPictureDefect(defect: Defect, pages: Truth['pages']): boolean {
  return replaced(defect).some((file) =>
    pages.some(
      (page) => sameFile(page.file, file) && ((page.issues?.length ?? 0) > 0 || page.unreadable !== undefined),
    ),
  )
}

/** The service could not use the file, or gave advice on how to take it. */
const wasAdvised = (defect: Defect, { materials, refused }: Answer): boolean =>
  replaced(defect).some(
    (file) =>
      refused.some(({ path }) => path.endsWith(`/${file}`)) ||
      materials.some(
        ({ path, error, documents }) =>
          path.endsWith(`/${file}`) && (error !== null || documents.some(({ advice }) => advice.length > 0)),
      ),
  )
