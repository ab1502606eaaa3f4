import type { Reading } from '../../facts/reading.ts'
import type { SourceAnswer } from '../../rules/results.ts'
import type { Service } from '../service.ts'
import type { CaseRow } from '../store/store.ts'
import type { KnownOfCase } from './case-keys.ts'
import { type NamedOnForm, namedOnForm } from './named-on-form.ts'

/** What a case knows of people, firms and places, for the keys that its sources are asked by. */
export function knownOfCase(
  service: Service,
  row: CaseRow,
  readings: readonly Reading[],
  answers: readonly SourceAnswer[],
  filled: Readonly<Record<string, unknown>>,
): KnownOfCase {
  const { applicant, at } = row
  const wanted = service.judgement.requiredSources(row.scenario).flatMap(({ keys }) => keys)
  const byForm = wanted.includes('name') || wanted.includes('address')
  const named = byForm ? onForm(service, row, readings, answers, filled) : { names: [], addresses: [] }
  return { applicant, readings, answers, filled: Object.values(filled), named, at }
}

/** The form as these readings and answers fill it. Files lie where their document belongs: whose slot does not matter here. */
function onForm(
  service: Service,
  row: CaseRow,
  readings: readonly Reading[],
  answers: readonly SourceAnswer[],
  filled: Readonly<Record<string, unknown>>,
): NamedOnForm {
  const materials = readings.map(({ documents }, i) => ({
    id: `reading-${i}`,
    slot: null,
    fileName: '',
    documents,
    error: null,
  }))
  const { scenario, at, applicant } = row
  const { form } = service.judgement.judge({
    scenario,
    at,
    applicant,
    answers: { ...filled },
    materials,
    sources: [...answers],
  })
  return namedOnForm(form)
}
