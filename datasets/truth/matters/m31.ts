import { addMonths } from '../../../facts/values/date.ts'
import { paper, param } from '../ask.ts'
import { dateOf, num, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { aboutMe, birthOf, held, runsBusiness, sexOf } from '../persons.ts'
import { sameReason } from '../unemployment.ts'

const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))

/**
 * Day of retirement by the 2024 decision on 渐进式延迟: who reaches the old age from 2025-01 on works one month longer
 * for every `pace` months, up to `most` years.
 */
function retires(birth: string, old: number, pace: number, most: number): string {
  const late = months(birth) + old * 12 - months('2025-01')
  const longer = late < 0 ? 0 : Math.min(Math.floor(late / pace) + 1, (most - old) * 12)
  return addMonths(birth, old * 12 + longer)
}

export const CHECKS: Checks = {
  'M31-P01': (c) => {
    const birth = birthOf(c)
    if (birth === null) return none('不知道出生日期')
    if (c.at < addMonths(birth, 16 * 12)) return fail('未满16周岁')
    const limit = (name: string, otherwise: number) => num(param(c, name)) ?? otherwise
    const [men, menMost] = [limit('男退休年龄下限', 60), limit('男退休年龄上限', 63)]
    const [women, womenMost] = [limit('女退休年龄下限', 50), limit('女退休年龄上限', 58)]
    const man = sexOf(c) === '男'
    const earliest = man ? retires(birth, men, 4, menMost) : retires(birth, women, 2, 55)
    const latest = man ? earliest : retires(birth, 55, 4, womenMost)
    if (c.at >= latest) return fail('已到法定退休年龄')
    return c.at < earliest ? pass : person('女职工按岗位定退休年龄，要看档案')
  },
  'M31-P02': (c) => {
    const insured = aboutMe(c, '社保库').some(
      (one) => held(one, '参保状态') === '在缴' && held(one, '参保身份') !== '城乡居民',
    )
    if (insured) return fail('社保还在缴')
    return holds(!runsBusiness(c), '名下有在营的企业或个体户')
  },
  'M31-P03': (c) => {
    const filed = aboutMe(c, '退工备案库')
    const proof = paper(c, '解除劳动关系证明')?.fields
    const told = filed.map((one) => [held(one, '单位名称'), held(one, '终止日期'), held(one, '终止原因')] as const)
    if (told.length === 0 && proof) told.push([proof.单位名称 ?? null, proof.终止日期 ?? null, proof.终止原因 ?? null])
    if (told.length === 0) return fail('单位没有办退工备案，也没有退工证明')
    const left = told.find(([unit]) => sameName(unit, c.form('un_last'))) ?? told[0]
    if (dateOf(left?.[1] ?? null) !== dateOf(c.form('un_end'))) return fail('离职日期与退工备案不一致')
    return holds(sameReason(c.form('un_reason'), left?.[2] ?? null), `失业原因与退工备案（${text(left?.[2])}）不一致`)
  },
}
