import type { Draft } from '../draft.ts'

/** One of some required fields that only the applicant knows is left blank. */
export function mayLeaveBlank(d: Draft, ...keys: string[]): void {
  const typed = keys.filter((key) => d.answers[key] != null)
  if (typed.length > 0) leaveBlank(d, d.random('left-blank').pick(typed), {})
}

/** A required field on which other points rest is left blank: they can then not be asked. */
export function mayLeaveUnasked(d: Draft, key: string, silences: Readonly<Record<string, string>>): void {
  if (d.answers[key] != null) leaveBlank(d, key, silences)
}

function leaveBlank(d: Draft, key: string, silences: Readonly<Record<string, string>>): void {
  const name = d.scenario.fields.find((field) => field.key === key)?.name ?? key
  d.mayFail({
    id: 'field-left-blank',
    title: `申请表漏填${name}`,
    slot: '申请表',
    touches: `申请表/${key}`,
    fails: { 'FORM-P01': `漏填${name}` },
    silences,
    apply: (draft) => draft.answer(key, null),
  })
}
