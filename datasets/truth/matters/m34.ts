import type { CaseValue, RegistryRecord } from '../../case-format.ts'
import { param } from '../ask.ts'
import { dateOf, num, rangeOf, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { aboutMe, employmentRecords, held, runsBusiness } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'

/** First and last month, counted from the year 0. */
interface Months {
  from: number
  to: number
}

const SPAN =
  /(\d{4})[年./-](\d{1,2})月?(?:[./-]?\d{1,2}日?)?(?:起|开始)?(?:至|到|~|—|–|-{1,2})(?:(\d{4})[年./-])?(\d{1,2})/u

const month = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))

/** The months named in 养老、医疗 2026年1月至2026年6月; null when none are. */
function monthsIn(v: CaseValue): Months | null {
  const [, y1, m1, y2, m2] = SPAN.exec(text(v).normalize('NFKC').replace(/\s+/gu, '')) ?? []
  if (y1 === undefined || m2 === undefined) return null
  return { from: Number(y1) * 12 + Number(m1), to: Number(y2 ?? y1) * 12 + Number(m2) }
}

/** Months in which a record of 社保库 was paid. */
function paid(c: TrueCase, record: RegistryRecord): Months {
  const [first, last] = [dateOf(held(record, '参保起始日期')), dateOf(held(record, '最近缴费月'))]
  return { from: first ? month(first) : 0, to: last ? month(last) : month(c.at) }
}

export const CHECKS: Checks = {
  'M34-P01': (c) => holds(employmentRecords(c, '就业困难人员认定').length > 0, '没有在有效期的就业困难人员认定'),
  'M34-P02': (c) => {
    const [asked, claimed] = [num(c.form('lh_month')), monthsIn(c.form('lh_pay'))]
    if (asked === null) return none('没有填申请补贴月份数')
    const own = aboutMe(c, '社保库').find((one) => held(one, '参保身份') === '灵活就业人员')
    if (!own) return fail('没有以灵活就业身份缴纳社保')
    const unbroken = num(held(own, '连续缴费月数')) ?? Number.POSITIVE_INFINITY
    if (claimed === null) return holds(unbroken >= asked, '缴费月份少于申请补贴月份')
    if (claimed.to - claimed.from + 1 !== asked) return fail('申请补贴月份数与所写的起止月不一致')
    const span = paid(c, own)
    const whole = span.from <= claimed.from && claimed.to <= span.to && unbroken >= span.to - claimed.from + 1
    return holds(whole, '申请的月份里有没缴费的月份')
  },
  'M34-P03': (c) => {
    if (runsBusiness(c)) return fail('名下有在营的企业或个体户')
    const claimed = monthsIn(c.form('lh_pay'))
    const overlaps = aboutMe(c, '社保库').some((one) => {
      if (held(one, '参保身份') !== '单位职工') return false
      const span = paid(c, one)
      return claimed === null ? held(one, '参保状态') === '在缴' : span.from <= claimed.to && claimed.from <= span.to
    })
    return holds(!overlaps, '申请的月份里有单位参保')
  },
  'M34-P04': (c) => {
    const drawn = aboutMe(c, '就业补贴库').filter(
      (one) => held(one, '补贴项目') === '灵活就业社会保险补贴' && held(one, '状态') !== '追回',
    )
    const before = drawn.reduce((sum, one) => sum + (num(held(one, '月数')) ?? 0), 0)
    const [most, asked] = [num(param(c, '补贴上限月数')) ?? 36, num(c.form('lh_month')) ?? 0]
    if (before + asked > most) return fail(`已补贴${before}个月，加上本次超过${most}个月`)
    const claimed = monthsIn(c.form('lh_pay'))
    const twice = drawn.some((one) => {
      const span = rangeOf(held(one, '期间'))
      if (!span?.from || !span.to || claimed === null) return false
      return month(span.from) <= claimed.to && claimed.from <= month(span.to)
    })
    return holds(!twice, '同一月份已经领过同类补贴')
  },
}
