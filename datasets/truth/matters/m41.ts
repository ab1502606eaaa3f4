import { readCnid } from '../../../facts/values/cnid.ts'
import { findDates } from '../../../facts/values/date.ts'
import { papers } from '../ask.ts'
import { dateOf, num, rows, sameName, sameText, type TrueRow, text, yearsBetween } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { held, homeOf, hukouOf, inOurDistrict, married } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'

const couple = (c: TrueCase) => [...rows(c.form('hq_m')), ...rows(c.form('hq_f'))]

/** Birth day of one of the two: on the card that bears the name, else in the number. */
function bornOn(c: TrueCase, who: TrueRow): string | null {
  const cards = [...papers(c, '申请人身份证'), ...papers(c, '对方身份证')]
  const card = cards.find(({ fields }) => sameName(fields.姓名, who.姓名 ?? null))
  return dateOf(card?.fields.出生) ?? readCnid(text(who.证件号码 ?? null)).birth
}

const DAYS = '日一二三四五六'

/** Whether what was asked for (2026-06-15 上午) falls in what is offered (周一至周五 上午, 2026年6月15日 9:00-11:00). */
function offers(offered: string, wanted: string): boolean {
  if (sameText(offered, wanted)) return true
  const [a, b] = [findDates(offered)[0]?.iso ?? null, findDates(wanted)[0]?.iso ?? null]
  if (a !== null && b !== null && a !== b) return false
  const days = /(?:周|星期)([一二三四五六日])(?:[至到~-](?:周|星期)?([一二三四五六日]))?/u.exec(offered)
  if (a === null && b !== null && days?.[1]) {
    const at = new Date(`${b}T00:00:00Z`).getUTCDay() || 7
    const [from, to] = [DAYS.indexOf(days[1]) || 7, DAYS.indexOf(days[2] ?? days[1]) || 7]
    if (at < from || at > to) return false
  }
  const half = (said: string) => {
    const hour = /(\d{1,2})[:：时点]/u.exec(said)?.[1]
    return /上午/u.test(said)
      ? '上午'
      : /下午/u.test(said)
        ? '下午'
        : hour
          ? Number(hour) < 12
            ? '上午'
            : '下午'
          : null
  }
  const [x, y] = [half(offered), half(wanted)]
  return x === null || y === null || x === y
}

export const CHECKS: Checks = {
  'M41-P01': (c) => {
    if (couple(c).length < 2) return none('没有填双方')
    for (const [key, least] of [
      ['hq_m', 22],
      ['hq_f', 20],
    ] as const) {
      const who = rows(c.form(key))[0] ?? {}
      const birth = bornOn(c, who)
      if (birth !== null && yearsBetween(birth, c.at) < least) return fail(`${text(who.姓名 ?? null)}未满${least}周岁`)
    }
    return holds(!couple(c).some((who) => married(c, who.证件号码 ?? null)), '已经登记结婚')
  },
  'M41-P02': (c) => {
    if (couple(c).length < 2) return none('没有填双方')
    for (const who of couple(c)) {
      const number = text(who.证件号码 ?? null)
      const known = [...c.about('人口核验库', number), ...c.about('人口库', number)]
      if (known.length === 0) return fail(`人口库没有${text(who.姓名 ?? null)}的这个号码`)
      if (!known.every((one) => sameName(held(one, '姓名'), who.姓名 ?? null))) return fail('姓名与人口库不一致')
      if (c.form('hq_photo') === '用身份证照片' && known.some((one) => held(one, '照片可用') === false))
        return fail('身份证照片不可用')
    }
    return pass
  },
  'M41-P03': (c) => {
    const known = couple(c).flatMap((who) => {
      const number = text(who.证件号码 ?? null)
      const records = [...c.about('人口库', number), ...c.about('人口核验库', number), ...c.about('实有人口库', number)]
      return records.flatMap((one) => [held(one, '户籍地址'), held(one, '居住地址')])
    })
    const told = text(c.form('hq_huji')).split(/[；;，,。\n]|(?:男方|女方)/u)
    const places = [...known, hukouOf(c), homeOf(c), c.form('p_live'), ...told]
    return holds(
      places.some((one) => inOurDistrict(c, one) === true),
      '双方户籍和居住地都不在本区',
    )
  },
  'M41-P04': (c) => {
    const wanted = text(c.form('hq_date'))
    if (wanted === '') return none('没有填预约时段')
    const open = c
      .records('预约号源库')
      .filter(
        (one) =>
          offers(text(held(one, '时段')), wanted) &&
          (text(held(one, '服务')) === '' || /婚/u.test(text(held(one, '服务')))),
      )
    if (open.length === 0) return fail('预约时段不在服务时段内')
    return holds(
      open.some((one) => (num(held(one, '余号')) ?? 0) > 0),
      '预约时段已经没有号',
    )
  },
}
