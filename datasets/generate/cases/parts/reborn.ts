import { cnid } from '../../world/codes.ts'
import { addYears } from '../../world/dates.ts'
import { cards, type Person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import { bornYearsAgo } from './kin.ts'

/** Makes the applicant so many years old: birth, number and card, wherever they stand. */
export function reborn(draft: Draft, self: Person, years: number): void {
  const random = draft.random('older')
  const birth = bornYearsAgo(random, draft.at, years)
  const number = cnid(random, self.number.slice(0, 6), birth, self.sex)
  const validity = cards(birth, draft.at).findLast(({ to }) => to === '长期' || to > addYears(draft.at, 1)) ?? {
    from: null,
    to: null,
  }
  const change = (fields: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(fields)) {
      if (value === self.number) fields[name] = number
      else if (value === self.birth) fields[name] = birth
      else if (name === '身份证有效期限' || name === '有效期限') fields[name] = validity
    }
  }
  for (const { content } of draft.papers) change(content.fields)
  for (const record of Object.values(draft.registry).flat())
    if (record.键.cnid === self.number) {
      change(record)
      record.键 = { ...record.键, cnid: number }
    }
  change(draft.form)
  draft.applicant = { ...draft.applicant, idNumber: number }
}
