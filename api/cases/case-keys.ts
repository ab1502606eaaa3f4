import type { Reading } from '../../facts/reading.ts'
import { isValidCnid } from '../../facts/values/cnid.ts'
import { isValidUscc } from '../../facts/values/uscc.ts'
import type { Value } from '../../facts/values/value.ts'
import type { Applicant, SourceAnswer } from '../../rules/results.ts'
import type { RequiredSource } from '../ports.ts'
import type { SourceKey } from '../sources/connector.ts'
import type { NamedInCase } from './named-in-case.ts'

/** What a case knows of people and firms. */
export interface KnownOfCase {
  applicant: Applicant | null
  readings: readonly Reading[]
  /** What sources answered so far: the firm register names the legal representative. */
  answers: readonly SourceAnswer[]
  /** Form values that a person filled. */
  filled: readonly unknown[]
  /** Organisations, addresses and permit numbers on the form and on papers. */
  named: NamedInCase
  /** 受理日期, ISO. */
  at: string
}

/**
 * The keys a source is asked by: the holder's; a source whose records say whom they are about (a list of bans) is asked
 * about everyone the case names; one asked by name or address, about every one on the form; and each about what rules ask it.
 * Numbers that fail their check digit are never asked about.
 */
export function keysFor(source: RequiredSource, known: KnownOfCase): SourceKey[] {
  const uscc = holderUscc(known)
  const holder = holderCnid(known)
  const people = source.namesPeople ? [holder, ...everyone(known)] : [holder]
  const keys: SourceKey[] = []
  const { names, addresses, byPath } = known.named
  const asked = (kind: SourceKey['kind']) =>
    source.askedBy.flatMap((one) => (one.kind === kind ? (byPath.get(one.path) ?? []) : []))
  if (source.keys.includes('uscc') && uscc !== undefined) keys.push({ kind: 'uscc', value: uscc })
  if (source.keys.includes('cnid')) {
    const named = asked('cnid').filter(isValidCnid)
    for (const value of new Set([...people, ...named])) if (value !== undefined) keys.push({ kind: 'cnid', value })
  }
  const add = (kind: SourceKey['kind'], values: readonly string[]) => {
    for (const value of new Set(values)) keys.push({ kind, value })
  }
  if (source.keys.includes('name')) add('name', [...names, ...asked('name')])
  if (source.keys.includes('number')) add('number', asked('number'))
  if (source.keys.includes('address')) add('address', [...addresses, ...asked('address')])
  if (source.keys.includes('calendar')) add('calendar', [known.at, ...asked('calendar')])
  return keys
}

/** Of the verified applicant; where none is given, of the licence. */
function holderUscc({ applicant, readings }: KnownOfCase): string | undefined {
  if (applicant?.uscc) return applicant.uscc
  if (applicant?.kind === 'person') return undefined
  return documentsOf(readings, '营业执照')
    .map((document) => text(document.fields.统一社会信用代码?.value))
    .find((code) => code.length === 18 && isValidUscc(code))
}

/** Of the verified person; else of the legal representative, as the firm register or the matching identity card says. */
function holderCnid(known: KnownOfCase): string | undefined {
  return known.applicant?.idNumber ?? registeredPerson(known.answers) ?? printedPerson(known)
}

function registeredPerson(answers: readonly SourceAnswer[]): string | undefined {
  return answers
    .filter(({ source, state }) => source === '法人库' && state === 'ok')
    .map(({ record }) => text(record.法定代表人证件号码))
    .find(isValidCnid)
}

function printedPerson({ applicant, readings }: KnownOfCase): string | undefined {
  const representatives = documentsOf(readings, '营业执照').map((document) => text(document.fields.法定代表人?.value))
  const wanted = applicant ? [applicant.name, ...representatives] : representatives
  return documentsOf(readings, '居民身份证')
    .filter((document) => wanted.includes(text(document.fields.姓名?.value)))
    .map((document) => text(document.fields.公民身份号码?.value))
    .find(isValidCnid)
}

/** Every valid ID number on documents, in the last application or among the filled form values. */
function everyone({ applicant, readings, answers, filled }: KnownOfCase): string[] {
  const printed = readings
    .flatMap(({ documents }) => documents)
    .flatMap(({ fields }) => Object.values(fields).map(({ value }) => value))
  const earlier = answers.filter(({ source }) => source === '历史申报').flatMap(({ record }) => Object.values(record))
  return [applicant?.agent?.idNumber, registeredPerson(answers), ...printed, ...earlier, ...filled]
    .flatMap(cells)
    .filter((value): value is string => typeof value === 'string' && isValidCnid(value))
}

/** The cells of a table's rows; any other value is itself. */
const cells = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.flatMap((row) => (typeof row === 'object' && row ? Object.values(row) : [])) : [value]

const documentsOf = (readings: readonly Reading[], type: string) =>
  readings.flatMap((reading) => reading.documents).filter((document) => document.documentType === type)

const text = (value: Value | null | undefined): string => (typeof value === 'string' ? value : '')
