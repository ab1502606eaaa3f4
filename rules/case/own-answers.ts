import { isAboutAnother } from '../../facts/record-subject.ts'
import type { SharedSource } from '../../facts/shared-source.ts'
import { isValidCnid } from '../../facts/values/cnid.ts'
import { isValidUscc } from '../../facts/values/uscc.ts'
import type { Applicant, SourceAnswer } from '../results.ts'

/**
 * The answers with those put aside that are about somebody else than was asked about: the numbers an answer says it was
 * asked by; where it does not say, of a source with one record for each holder, the verified applicant.
 */
export function ownAnswers(
  answers: readonly SourceAnswer[],
  sources: readonly SharedSource[],
  applicant: Applicant | null,
): SourceAnswer[] {
  return answers.map((answer) => {
    const source = sources.find(({ name, id }) => name === answer.source || id === answer.source)
    const asked = answer.asked ?? (source && !source.many ? holder(source, applicant) : [])
    const kinds = asked.flatMap((number) => (kindOf(number) ? [[kindOf(number) ?? '', number] as const] : []))
    if (kinds.length === 0 || !kinds.every(([kind, number]) => isAboutAnother(kind, number, answer))) return answer
    return { ...answer, state: 'unavailable', record: {}, recordId: '', rejected: 'another' }
  })
}

const kindOf = (number: string) => (isValidCnid(number) ? 'cnid' : isValidUscc(number) ? 'uscc' : null)

/** Of a firm the person register is asked about its head, whom nobody verified. */
function holder({ key }: SharedSource, applicant: Applicant | null): string[] {
  const own = applicant?.kind === 'person' && key.includes('cnid') ? applicant.idNumber : undefined
  const firm = key.includes('uscc') ? applicant?.uscc : undefined
  return [own, firm].filter((number) => number !== undefined)
}
