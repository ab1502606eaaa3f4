import { addDays, addMonths } from '../../../facts/values/date.ts'
import type { CaseValue } from '../../case-format.ts'
import { field, get, paper, papers, param } from '../ask.ts'
import { blank, dateOf, rows, sameCode, sameName, text } from '../compare.ts'
import { type Checks, holds, none } from '../label.ts'
import type { TrueCase } from '../true-case.ts'

/** One person's examination, from a certificate or from 健康体检库. */
export interface Examined {
  name: CaseValue
  id: CaseValue
  number: CaseValue
  kind: CaseValue
  on: string | null
  until: string | null
  register: boolean
}

/** Every certificate handed in, and every examination that the register holds of someone without one. */
export function examined(c: TrueCase): Examined[] {
  const given = papers(c, '健康证明').map(({ fields }) => ({
    name: fields.姓名 ?? null,
    id: fields.身份证号 ?? null,
    number: fields.证号 ?? null,
    kind: fields.体检类别 ?? null,
    on: dateOf(fields.体检日期),
    until: dateOf(fields.有效期至),
    register: false,
  }))
  const filed = c
    .records('健康体检库', (r) => get(r, '结果') !== '不合格')
    .map((r) => ({
      name: get(r, '姓名'),
      id: get(r, '身份证号'),
      number: null,
      kind: get(r, '体检类别'),
      on: dateOf(get(r, '体检日期')),
      until: dateOf(get(r, '有效期至')),
      register: true,
    }))
    .filter((one) => !given.some(({ id }) => sameCode(id, one.id)))
  return [...given, ...filed]
}

/** It counts on that day: a year after the examination it no longer does. */
export function stillGood({ on, until }: Examined, at: string): boolean {
  const year = on === null ? null : addDays(addMonths(on, 12), -1)
  const last = [year, until].filter((day) => day !== null).sort()[0]
  return last !== undefined && at <= last
}

const AWAY = /保安|财务|会计|出纳|行政|司机|文员/u

/** Those who must be examined: by the roster, else by the list on the form. */
function needed(c: TrueCase): { name: CaseValue; id: CaseValue; number: CaseValue }[] {
  const roster = rows(field(c, '人员名单', '人员')).filter((row) => !AWAY.test(text(row.岗位)))
  if (roster.length > 0)
    return roster.map((row) => ({ name: row.姓名 ?? null, id: row.证件号码 ?? null, number: null }))
  return rows(c.form('hl_list')).map((row) => ({ name: row.姓名 ?? null, id: null, number: row.证号 ?? null }))
}

const matches = (who: { name: CaseValue; id: CaseValue; number: CaseValue }, one: Examined) =>
  sameName(who.name, one.name) &&
  (blank(who.id) || blank(one.id) || sameCode(who.id, one.id)) &&
  (blank(who.number) || blank(one.number) || sameCode(who.number, one.number))

export const CHECKS: Checks = {
  'HEALTH-P01': (c) => {
    const all = examined(c)
    if (all.length === 0) return none('缺健康证明')
    const late = all.find((one) => !one.register && !stillGood(one, c.at))
    return holds(late === undefined, `${text(late?.name)}的健康证明已过期`)
  },
  'HEALTH-P02': (c) => {
    const kind = param(c, '从业类别')
    const given = examined(c).filter((one) => !one.register && !blank(one.kind))
    if (blank(kind)) return none('没有规定体检类别')
    if (given.length === 0) return none('缺健康证明')
    const other = given.find((one) => one.kind !== kind)
    return holds(other === undefined, `${text(other?.name)}的体检类别不是${text(kind)}`)
  },
  'HEALTH-P03': (c) => {
    const [who, all] = [needed(c), examined(c)]
    if (all.length === 0) return none('缺健康证明')
    if (who.length === 0) return none(paper(c, '人员名单') ? '名册上没有人员' : '缺人员名单')
    const without = who.find((one) => !all.some((exam) => matches(one, exam)))
    return holds(without === undefined, `${text(without?.name)}没有健康证明，或姓名证号对不上`)
  },
}
