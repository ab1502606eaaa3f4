import { isUnsettled, papers } from '../ask.ts'
import { fen, inForce, sameText, speaksOf, text } from '../compare.ts'
import { bills, feeDay } from '../fees.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { aboutMe, held } from '../persons.ts'

const PLAN = '社区医疗互助帮困'
const SERIOUS =
  '恶性肿瘤/癌/肉瘤/白血病/淋巴瘤/骨髓瘤/透析/尿毒症/肾功能衰竭/肾衰竭/器官移植/移植/抗排异/精神/分裂症/抑郁/躁狂/双相/血友病/再生障碍性贫血/化疗/放疗'

export const CHECKS: Checks = {
  'M36-P01': (c) => {
    const records = aboutMe(c, '医保库')
    const other = records.find(
      (one) => ['职工医保', '居民医保'].includes(text(held(one, '险种'))) && held(one, '参保状态') === '正常',
    )
    if (other) return fail(`已参加${text(held(other, '险种'))}`)
    const own = records.find((one) => held(one, '险种') === PLAN)
    if (!own) return fail('没有社区医疗互助帮困的参加记录')
    const [known, told] = [text(held(own, '人员类别')), text(c.form('sq_kind'))]
    const agrees = known === '' || told === '' || sameText(known, told) || known.includes(told) || told.includes(known)
    return holds(agrees, `参加对象类别与医保数据（${known}）不一致`)
  },
  'M36-P02': (c) => {
    const own = aboutMe(c, '医保库').find((one) => held(one, '险种') === PLAN)
    if (!own || held(own, '参保状态') !== '正常') return fail('本年度没有有效的参加缴费')
    if (bills(c).length === 0) return none('缺医疗收费票据')
    const outside = bills(c).find((bill) => !inForce(held(own, '参保期间'), feeDay(bill) ?? c.at, true))
    return outside ? fail('费用发生在保障期外') : pass
  },
  'M36-P03': (c) => {
    if (c.form('sq_type') !== '门急诊大病') return none('不是门急诊大病')
    const given = papers(c, '门急诊病历')
    if (given.length === 0) return fail('没有附登记单或诊断')
    return holds(
      given.some(({ fields }) => speaksOf(fields.诊断, SERIOUS) || speaksOf(fields.处理, SERIOUS)),
      '诊断不属于门诊大病',
    )
  },
  'M36-P04': (c) => {
    const [asked, own] = [fen(c.form('sq_need')), fen(c.form('mf_self'))]
    if (asked === null || own === null) return none('没有填金额')
    // The bands are not given: a subsidy of the whole amount has taken off no deductible.
    if (asked <= 0 || asked >= own) return fail('申请补助金额没有扣起付线、没有按比例算')
    return isUnsettled(c, '补助分段') ? person('起付线和分段比例依据待核') : pass
  },
}
