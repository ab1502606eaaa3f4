import { CHINESE_NUMERAL, parseChineseNumber } from '../../facts/values/chinese-number.ts'
import { foldText } from '../../facts/values/text.ts'

const N = `([\\d${CHINESE_NUMERAL}两]+)`
const UNIT = '(天|日|周|星期|个月|月)'
const DAYS: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 个月: 30, 月: 30 }

/** ×30天, 30天量, 配药4周, 共14天 — and not 腹痛3天, 每日3次, 3天后复诊. */
const AMOUNTS = [
  new RegExp(`[×x*]${N}${UNIT}(?!后|内)`, 'giu'),
  new RegExp(`${N}${UNIT}(?:的?用?药?量|的药|用药)`, 'gu'),
  new RegExp(`(?:配药|配|开药|开|取药|续药|药量|用量|疗程|共)${N}${UNIT}(?!后|内|前)`, 'gu'),
]

/** The longest supply of a medicine that a doctor's note states, in days; null when it states none. */
export function dispensedDays(note: string): number | null {
  const text = foldText(note).replace(/\s+/gu, '')
  const days = AMOUNTS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, count = '', unit = '']) => {
      const number = parseChineseNumber(count.replace('两', '二'))
      return number === null ? 0 : number * (DAYS[unit] ?? 0)
    }),
  )
  return days.length > 0 ? Math.max(...days) : null
}
