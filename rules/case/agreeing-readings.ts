import type { DocumentType } from '../../facts/document-type.ts'
import type { ReadDocument, ReadField } from '../../facts/reading.ts'
import { comparable } from '../../facts/values/text.ts'
import type { Value, ValueType } from '../../facts/values/value.ts'
import type { Applicant, SourceAnswer, SubmittedMaterial } from '../results.ts'

/** Fewest characters of a value that nobody reads by chance where something else is printed, by value type; others are not compared. */
const LONG_ENOUGH: Partial<Record<ValueType, number>> = {
  name: 2,
  'org-name': 4,
  address: 4,
  uscc: 18,
  cnid: 18,
  code: 4,
  phone: 7,
}
/**
 * A doubtful value that comes out letter by letter as one that is known of this case beside its papers: of 64 such on the
 * development cases all were right, of 198 others one (lower end of the interval of the 64).
 */
const AGREED = 0.94

function textsIn(value: Value | null | undefined): string[] {
  if (typeof value === 'string') return [comparable(value)]
  if (Array.isArray(value))
    return value.flatMap((one) => (typeof one === 'string' ? [comparable(one)] : Object.values(one).flatMap(textsIn)))
  return []
}

/** What is known of the case without reading any paper: the records of shared sources, and whom the applicant says to be, which nobody verified where there is no sign-in. */
function knownTexts(sources: readonly SourceAnswer[], applicant: Applicant | null): Set<string> {
  const records = sources.filter(({ state }) => state === 'ok').flatMap(({ record }) => Object.values(record))
  const { name, idNumber, uscc, agent } = applicant ?? {}
  return new Set([...records, name, idNumber, uscc, agent?.name, agent?.idNumber].flatMap(textsIn))
}

/**
 * The materials with those doubtful readings made sure that agree with what is known of the case: a misreading
 * does not come out as the very name, number or address that is on record. What they say stays as it was read.
 */
export function withAgreement(
  materials: readonly SubmittedMaterial[],
  types: ReadonlyMap<string, DocumentType>,
  sources: readonly SourceAnswer[],
  applicant: Applicant | null,
): SubmittedMaterial[] {
  const known = knownTexts(sources, applicant)
  const byName = new Map([...types.values()].map((type) => [type.name, type]))
  const agrees = ({ value, state }: ReadField, type: ValueType | undefined) => {
    const least = type && LONG_ENOUGH[type]
    return state === 'ok' && least !== undefined && typeof value === 'string' && isKnown(value, least)
  }
  const isKnown = (value: string, least: number) => value.length >= least && known.has(comparable(value))
  const settled = (document: ReadDocument): ReadDocument => {
    const declared = new Map(byName.get(document.documentType)?.fields.map(({ name, type }) => [name, type]))
    const fields = Object.entries(document.fields).map(([name, read]): [string, ReadField] => [
      name,
      read.confidence < AGREED && agrees(read, declared.get(name)) ? { ...read, confidence: AGREED } : read,
    ])
    return { ...document, fields: Object.fromEntries(fields) }
  }
  return materials.map((material) => ({ ...material, documents: material.documents.map(settled) }))
}
