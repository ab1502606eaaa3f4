import type { Draft } from '../draft.ts'

/** A required field that only the applicant knows is left blank; points about it can then not be asked. */
export function mayLeaveBlank(d: Draft, key: string, silences: Readonly<Record<string, string>> = {}): void {
  if (d.answers[key] == null) return
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
