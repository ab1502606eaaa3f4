import { addMonths } from '../../../facts/values/date.ts'
import { by, paper, papers, param } from '../ask.ts'
import { dateOf, inForce, num, rangeOf, sameCode, sameMoney, sameName, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { aboutMe, held, inShanghai, myNumbers, naming, sexOf } from '../persons.ts'
import type { TrueCase, TrueDocument } from '../true-case.ts'

const HARD = '剖宫/产钳/胎头吸引/胎吸/难产/臀牵引/臀助产'

/** What a paper says in words, all its texts together; what was before this birth left out. */
const told = (paper: TrueDocument) =>
  Object.values(paper.fields)
    .filter((one): one is string => typeof one === 'string')
    .join('；')
    .split(/[，,。；;\n]/u)
    .filter((part) => !/既往|前次|曾经?|史$/u.test(part))
    .join('；')

/** Days of leave for a birth: 98 + 60, 15 more when hard, 15 more for every further child. */
function birthDays(c: TrueCase, children: number): number {
  const days = (name: string, otherwise: number) => num(param(c, name)) ?? otherwise
  const kind = text(c.form('sy_type'))
  const hard = kind.includes('难产') ? days('难产增加天数', 15) : 0
  const more = kind.includes('多胞胎') ? Math.max(1, children - 1) * days('多胞胎增加天数', 15) : 0
  return days('产假天数', 98) + days('生育假天数', 60) + hard + more
}

/** 女职工劳动保护特别规定 第七条: 15 days before the fourth month is full, 42 after; a birth from the 28th week. */
const lossDays = (weeks: number) => (weeks < 16 ? 15 : weeks < 28 ? 42 : 98)

const WEEKS = /(?:孕|妊娠|停经|宫内)[^，。；]{0,8}?(\d{1,2})\s*(?:\+\s*\d)?\s*周/u
const WEEKS_BEFORE = /(\d{1,2})\s*(?:\+\s*\d)?\s*周[^，。；]{0,6}(?:孕|妊娠|流产|人流|引产)/u

const history = (c: TrueCase) => [...papers(c, '手术病历'), ...papers(c, '出院小结')]

export const CHECKS: Checks = {
  'M42-P01': (c) => {
    const [born, least] = [dateOf(c.form('sy_date')), num(param(c, '产前缴费月数')) ?? 9]
    if (born === null) return none('没有填生产日期')
    const record = aboutMe(c, '生育保险库')[0]
    if (!record) return fail('没有生育保险参保记录')
    const span = rangeOf(held(record, '参保期间'))
    if (!inForce(span, born, held(record, '参保状态') === '正常')) return fail('生产时没有参保')
    if (held(record, '参保状态') !== '正常') return fail('生育保险已中断或停保')
    const full = !span?.from || addMonths(span.from, least) <= born
    return holds((num(held(record, '连续缴费月数')) ?? 0) >= least && full, `生产前缴费不满${least}个月`)
  },
  'M42-P02': (c) => {
    if (c.scenario === 'S084' && !paper(c, '出院小结')) return none('缺出院小结')
    const [written, filled] = [history(c)[0]?.fields.医院名称 ?? null, text(c.form('sy_hosp'))]
    const hospital = c.records('医疗机构库', (one) => {
      const name = held(one, '名称')
      return written === null ? filled.includes(text(name)) : sameName(name, written)
    })[0]
    const place = hospital ? held(hospital, '所在地区') : written
    const away = hospital ? text(place) !== '' && !inShanghai(place) : !/上海/u.test(text(written) || filled)
    if (away) return holds(paper(c, '外省市生产证明') !== undefined, '在外省市生产没有附证明')
    return holds(held(hospital, '医保定点') === true, '生产医院不是定点医疗机构')
  },
  'M42-P03': (c) => {
    if (c.scenario !== 'S084') return none('不是生产类')
    return by(c, '出院小结', (summary) => {
      const [kind, certificates] = [text(c.form('sy_type')), papers(c, '新生儿出生医学证明')]
      if (speaksOf(told(summary), HARD) !== kind.includes('难产')) return fail('生育类型与出院小结不符（难产）')
      if (certificates.length > 0 && certificates.length > 1 !== kind.includes('多胞胎'))
        return fail('生育类型与孩子数不符')
      const weeks = num(certificates[0]?.fields.出生孕周)
      if (weeks !== null && weeks !== num(c.form('sy_weeks'))) return fail('孕周与出生医学证明不一致')
      const [asked, right] = [num(c.form('sy_days')), birthDays(c, certificates.length)]
      return holds(asked === null || asked === right, `应为${right}天，填的是${asked}天`)
    })
  },
  'M42-P04': (c) => {
    const record = aboutMe(c, '生育保险库')[0]
    if (!record) return none('没有生育保险参保记录')
    return holds(sameMoney(c.form('sy_base'), held(record, '单位月平均工资')), '单位月平均工资与缴费数据不一致')
  },
  'S084-P01': (c) =>
    by(c, '新生儿出生医学证明', () => {
      const hers = sexOf(c) !== '男'
      for (const { fields } of papers(c, '新生儿出生医学证明')) {
        if (!/^[A-Z]\d{9}$/u.test(text(fields.出生医学证明编号))) return fail('出生医学证明编号的格式不对')
        const mother = hers
          ? sameName(fields.母亲姓名, c.form('p_name')) && sameCode(fields.母亲证件号码, c.form('p_idno'))
          : text(c.form('sy_spouse')).includes(text(fields.母亲姓名))
        if (!mother) return fail('出生医学证明上的母亲与申请不一致')
        if (dateOf(fields.出生时间) !== dateOf(c.form('sy_date'))) return fail('出生日期与申请的生产日期不一致')
      }
      return holds(true, '')
    }),
  'S084-P02': (c) => {
    const done = myNumbers(c)
      .flatMap((number) => naming(c, '生育服务库', number))
      .some((one) => ['已登记', '已审批'].includes(text(held(one, '登记状态'))))
    return holds(done, '没有办理生育登记')
  },
  'S085-P01': (c) => {
    const said = history(c).map(told).join('；').normalize('NFKC')
    if (said === '') return none('缺病史')
    if (!/流产|清宫|刮宫|吸宫|钳刮|引产|取环|放环|上环|节育|结扎|复通|手术|术/u.test(said))
      return fail('病史没有写手术名称')
    if (
      c.form('sy_type') === '计划生育手术' &&
      /取环|放环|上环|节育器|结扎|复通/u.test(said) &&
      !/流产|引产/u.test(said)
    )
      return holds(true, '')
    const weeks = num((WEEKS.exec(said) ?? WEEKS_BEFORE.exec(said))?.[1])
    if (weeks === null) return fail('病史没有写妊娠周数')
    const [filled, asked] = [num(c.form('sy_weeks')), num(c.form('sy_days'))]
    if (filled !== null && filled !== weeks) return fail('孕周与病史不一致')
    return holds(asked === null || asked === lossDays(weeks), `应为${lossDays(weeks)}天，填的是${asked}天`)
  },
}
