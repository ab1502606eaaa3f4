import type { Reading } from '../../facts/reading.ts'
import type { SourceAnswer } from '../../rules/results.ts'
import type { Service } from '../service.ts'
import type { CaseRow } from '../store/store.ts'
import type { KnownOfCase } from './case-keys.ts'
import { type NamedInCase, NOTHING_NAMED, namedInCase } from './named-in-case.ts'

/** What a case knows of people, firms and places, for the keys that its sources are asked by. */
export function knownOfCase(
  service: Service,
  row: CaseRow,
  readings: readonly Reading[],
  answers: readonly SourceAnswer[],
  filled: Readonly<Record<string, unknown>>,
): KnownOfCase {
  const { applicant, at } = row
  const wanted = service.judgement.requiredSources(row.scenario)
  const paths = wanted.flatMap(({ askedBy }) => askedBy.map(({ path }) => path))
  const byName = wanted.some(({ keys }) => keys.includes('name') || keys.includes('address'))
  const named = byName || paths.length > 0 ? inCase(service, row, readings, answers, filled, paths) : NOTHING_NAMED
  return { applicant, readings, answers, filled: Object.values(filled), named, at }
}

/** Named on the form as these readings and answers fill it, or on the files, each in the slot its document belongs to. */
function inCase(
  service: Service,
  row: CaseRow,
  readings: readonly Reading[],
  answers: readonly SourceAnswer[],
  filled: Readonly<Record<string, unknown>>,
  paths: readonly string[],
): NamedInCase {
  const materials = readings.map(({ documents }, i) => ({
    id: `reading-${i}`,
    slot: null,
    fileName: '',
    documents,
    error: null,
  }))
  const { scenario, at, applicant } = row
  const { form, facts } = service.judgement.judge({
    scenario,
    at,
    applicant,
    answers: { ...filled },
    materials,
    sources: [...answers],
  })
  return namedInCase(form, facts, paths)
}
