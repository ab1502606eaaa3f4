import { cnid } from '../../world/codes.ts'
import { addYears } from '../../world/dates.ts'
import { cards, type Person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import { bornYearsAgo } from './kin.ts'

/** Makes the applicant so many years old: birth, number and card, wherever they stand; `self` is changed too. */
export function reborn(draft: Draft, self: Person, years: number): void {
  const random = draft.random('older')
  const birth = bornYearsAgo(random, draft.at, years)
  const number = cnid(random, self.number.slice(0, 6), birth, self.sex)
  const validity = cards(birth, draft.at).findLast(({ to }) => to === '长期' || to > addYears(draft.at, 1)) ?? {
    from: null,
    to: null,
  }
  const old = { number: self.number, birth: self.birth }
  const changed = (value: unknown): unknown => {
    if (value === old.number) return number
    if (value === old.birth) return birth
    return Array.isArray(value) ? value.map((one) => (typeof one === 'object' ? replaced(one) : changed(one))) : value
  }
  const replaced = (fields: unknown): unknown =>
    fields === null
      ? null
      : Object.fromEntries(Object.entries(fields as object).map(([name, one]) => [name, changed(one)]))
  const change = (fields: Record<string, unknown>, own: boolean) => {
    for (const [name, value] of Object.entries(fields))
      fields[name] = own && /^(?:身份证)?有效期限$/u.test(name) ? validity : changed(value)
  }
  for (const { type, slot, content } of draft.papers) change(content.fields, type === 'ID' && slot === '申请人身份证')
  for (const [source, records] of Object.entries(draft.registry))
    for (const record of records)
      if (record.键.cnid === old.number) {
        change(record, source === '人口库')
        record.键 = { ...record.键, cnid: number }
      }
  change(draft.form, false)
  change(draft.answers, false)
  draft.applicant = { ...draft.applicant, idNumber: number }
  Object.assign(self, { birth, number, validity })
}
