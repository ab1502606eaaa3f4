import type { Reading } from '../../facts/reading.ts'
import { isValidCnid } from '../../facts/values/cnid.ts'
import { isValidUscc } from '../../facts/values/uscc.ts'
import type { Value } from '../../facts/values/value.ts'
import type { Applicant, SourceAnswer } from '../../rules/results.ts'
import type { KeyKind } from '../sources/connector.ts'

/** The numbers a case's sources are asked by; at most one firm and one person. */
export type CaseKeys = Partial<Record<KeyKind, string>>

/**
 * The verified applicant's numbers; where none is given, the credit code printed on the licence and then the number of
 * its legal representative, as the firm register or the matching identity card says. Codes that fail their check digit
 * are never asked about.
 */
export function caseKeys(
  applicant: Applicant | null,
  readings: readonly Reading[],
  answers: readonly SourceAnswer[],
): CaseKeys {
  const keys: CaseKeys = {}
  const uscc = applicant?.uscc ?? (applicant?.kind === 'person' ? undefined : printedUscc(readings))
  if (uscc !== undefined) keys.uscc = uscc
  const cnid = applicant?.idNumber ?? registeredPerson(answers) ?? printedPerson(readings, applicant)
  if (cnid !== undefined) keys.cnid = cnid
  return keys
}

const documentsOf = (readings: readonly Reading[], type: string) =>
  readings.flatMap((reading) => reading.documents).filter((document) => document.documentType === type)

function printedUscc(readings: readonly Reading[]): string | undefined {
  return documentsOf(readings, '营业执照')
    .map((document) => text(document.fields.统一社会信用代码?.value))
    .find((code) => code.length === 18 && isValidUscc(code))
}

function registeredPerson(answers: readonly SourceAnswer[]): string | undefined {
  return answers
    .filter(({ source, state }) => source === '法人库' && state === 'ok')
    .flatMap(({ record }) => Object.entries(record))
    .filter(([field]) => field.startsWith('法定代表人'))
    .map(([, value]) => text(value))
    .find(isValidCnid)
}

function printedPerson(readings: readonly Reading[], applicant: Applicant | null): string | undefined {
  const representatives = documentsOf(readings, '营业执照').map((document) => text(document.fields.法定代表人?.value))
  const wanted = applicant ? [applicant.name, ...representatives] : representatives
  return documentsOf(readings, '居民身份证')
    .filter((document) => wanted.includes(text(document.fields.姓名?.value)))
    .map((document) => text(document.fields.公民身份号码?.value))
    .find(isValidCnid)
}

const text = (value: Value | null | undefined): string => (typeof value === 'string' ? value : '')
