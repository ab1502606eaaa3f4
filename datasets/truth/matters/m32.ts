import { paper } from '../ask.ts'
import { dateOf, num, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { aboutMe, employmentRecords, held } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'
import { reasonOf } from '../unemployment.ts'

/** The largest figure that 社保库 holds for the applicant under a field; null when it holds none. */
function most(c: TrueCase, name: string): number | null {
  const figures = aboutMe(c, '社保库').flatMap((one) => num(held(one, name)) ?? [])
  return figures.length === 0 ? null : Math.max(...figures)
}

export const CHECKS: Checks = {
  'M32-P01': (c) => holds((most(c, '失业保险累计月数') ?? 0) >= 12, '累计缴纳失业保险费不满一年'),
  'M32-P02': (c) => {
    const told = [
      ...aboutMe(c, '退工备案库').map((one) => held(one, '终止原因')),
      paper(c, '解除劳动关系证明')?.fields.终止原因 ?? null,
      c.form('ui_reason'),
    ].filter((one) => text(one) !== '')
    if (told.length === 0) return none('没有写中断就业的原因')
    const own = told.find((one) => ['own-will', 'retired'].includes(reasonOf(one) ?? ''))
    return own === undefined ? pass : fail(`中断就业是本人意愿：${text(own)}`)
  },
  'M32-P03': (c) => {
    const standing = employmentRecords(c, '失业登记').filter((one) => (dateOf(held(one, '登记日期')) ?? c.at) <= c.at)
    return holds(standing.length > 0, '没有有效的失业登记')
  },
  'M32-P04': (c) => {
    const insured = aboutMe(c, '社保库')
    if (insured.some((one) => held(one, '参保状态') === '在缴' && (held(one, '参保身份') ?? '单位职工') === '单位职工'))
      return fail('已在单位参保，重新就业')
    if (employmentRecords(c, '就业登记').length > 0) return fail('已办就业登记')
    const pension = insured.some(
      (one) => held(one, '参保状态') === '退休' || speaksOf(held(one, '享受待遇'), '养老', '退休金'),
    )
    return holds(!pension, '已享受基本养老保险待遇')
  },
  'M32-P05': (c) => {
    const [paid, asked] = [most(c, '失业保险累计月数'), num(c.form('ui_months'))]
    if (paid === null || asked === null || paid < 12) return none('缴费不满一年或没有填月数')
    // 社会保险法 第四十六条
    const cap = paid < 60 ? 12 : paid < 120 ? 18 : 24
    const left = Math.max(0, cap - (most(c, '失业金已领月数') ?? 0))
    return holds(asked === left, `应享受${left}个月，填的是${asked}个月`)
  },
}
