import { daysBetween } from '../../../facts/values/date.ts'
import type { CaseValue } from '../../case-format.ts'
import { firm, get, isUnsettled, paper, param } from '../ask.ts'
import { blank, list, num, sameAddress, sameItems, sameName, speaksOf, text, workingDays } from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { held, type Licence, lapsed, original } from '../licence.ts'
import type { TrueCase } from '../true-case.ts'

/** Last day of the permit to be renewed: as held, else as printed, else as written on the form. */
export function lastDay(c: TrueCase): string | null {
  return held(c)?.until ?? original(c)?.until ?? (text(c.form('rn_end')) || null)
}

/** The permit's own words for a name or address against the form; a blank side says nothing. */
function differs(form: CaseValue, permit: CaseValue, same: (a: CaseValue, b: CaseValue) => boolean): boolean {
  return !blank(form) && !blank(permit) && !same(form, permit)
}

/** What the form says otherwise than the permit. */
export function changed(c: TrueCase, one: Licence): string | null {
  const items = param(c, '申报项目')
  const among = (a: CaseValue, b: CaseValue) =>
    sameItems(a, b) || (list(a).length === list(b).length && list(a).every((item) => speaksOf(b, item)))
  if (differs(c.form('subj_name'), one.holder, sameName)) return '名称'
  if (differs(c.form('lrep_name'), one.head, sameName)) return '法定代表人'
  if (differs(c.form('subj_addr'), one.home, sameAddress)) return '住所'
  if (differs(c.form('prem_addr'), one.place, sameAddress)) return '经营场所'
  return differs(items, one.items, among) ? '项目' : null
}

export const CHECKS: Checks = {
  'RENEW-P01': (c) => {
    const [early, late, end] = [num(param(c, '延续最早')), num(param(c, '延续最晚')), lastDay(c)]
    if (end === null) return none('缺原许可证')
    if (end === '长期') return none('原证长期有效')
    if (end < c.at) return fail('有效期届满后才申请')
    if (early === null && late === null)
      return isUnsettled(c, '延续最晚') ? person('申请期限依据待核') : none('没有规定申请期限')
    const left = param(c, '延续期限单位') === '工作日' ? workingDays(c.at, end) : daysBetween(c.at, end)
    if (late !== null && left < late) return fail(`离到期不足${late}${text(param(c, '延续期限单位'))}`)
    return holds(early === null || left <= early, `离到期还有${left}${text(param(c, '延续期限单位'))}，过早`)
  },
  'RENEW-P02': (c) => {
    const one = held(c) ?? original(c)
    const end = lastDay(c)
    if (!one && end === null) return none('缺原许可证')
    const why = one ? lapsed(one, c.at) : null
    return holds(why === null && (end === null || end === '长期' || end >= c.at), why ?? '原证有效期已过')
  },
  'RENEW-P03': (c) => {
    const one = held(c) ?? original(c)
    if (!one) return none('缺原许可证')
    const what = changed(c, one)
    return holds(what === null, `${what ?? ''}与原证不一致`)
  },
  'RENEW-P04': (c) => {
    if (c.form('rn_changed') === true) return none('已说明许可条件有变化')
    if (blank(c.form('rn_changed')) && !paper(c, '告知承诺书')) return none('没有声明')
    const one = held(c) ?? original(c)
    const record = firm(c)
    if (one && differs(get(record, '名称'), one.holder, sameName)) return fail('声明无变化，名称已变')
    if (one && differs(get(record, '法定代表人'), one.head, sameName)) return fail('声明无变化，法定代表人已变')
    const what = one ? changed(c, one) : null
    return what === null ? pass : fail(`声明无变化，${what}已变`)
  },
}
