import type { Draft } from '../draft.ts'

/** A required field that only the applicant knows is left blank. Called when everything else of the form is there. */
export function mayLeaveBlank(d: Draft, ...keys: string[]): void {
  const typed = keys.filter((key) => d.answers[key] != null)
  if (typed.length === 0) return
  const key = d.random('left-blank').pick(typed)
  const name = d.scenario.fields.find((field) => field.key === key)?.name ?? key
  d.mayFail({
    id: 'field-left-blank',
    title: `申请表漏填${name}`,
    slot: '申请表',
    touches: `申请表/${key}`,
    fails: { 'FORM-P01': `漏填${name}` },
    apply: (draft) => draft.answer(key, null),
  })
}
