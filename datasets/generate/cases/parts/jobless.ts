import type { CaseValue } from '../../../case-format.ts'
import { addDays } from '../../world/dates.ts'
import type { Person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import { whose } from './kin.ts'

/** The record of a registration of unemployment `days` ago, still in force. */
export function registeredJobless(d: Draft, self: Person, days: number): { on: string; months: number } {
  const on = addDays(d.at, -days)
  const months = Math.floor(days / 30)
  d.record(
    '就业库',
    { cnid: self.number },
    { ...whose(self), 登记类别: '失业登记', 登记日期: on, 失业月数: months, 状态: '有效' },
  )
  return { on, months }
}

/** Whether a record of the employment register is of this kind. */
export const ofKind =
  (kind: string) =>
  (record: Record<string, unknown>): boolean =>
    record.登记类别 === kind

/** Takes the registration of unemployment away, or ends it. */
export function unregister(draft: Draft): void {
  const ended: Record<string, CaseValue> = { 状态: '失效', 终止日期: addDays(draft.at, -12), 终止原因: '重新就业' }
  if (draft.random('unregister').chance(0.5)) draft.amend('就业库', ended, ofKind('失业登记'))
  else draft.registry.就业库 = (draft.registry.就业库 ?? []).filter((record) => !ofKind('失业登记')(record))
}
