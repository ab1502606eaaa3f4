import { addDays, addMonths, daysBetween } from '../../../facts/values/date.ts'
import { by, field, get, paper, param } from '../ask.ts'
import { blank, dateOf, inForce, num, rangeOf, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { allOf, byEither, matches } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

/** The applicant in the nurses' register. */
const registered = (c: TrueCase) =>
  c.records('护士注册库', (r) => {
    const own = [c.form('p_idno'), field(c, '申请人身份证', '公民身份号码'), c.applicant.idNumber]
    return own.some((one) => sameCode(get(r, '证件号码') ?? r.键.cnid, one))
  })[0]

const hospital = (c: TrueCase, name: Parameters<typeof text>[0]) =>
  c.records('医疗机构库', (r) => sameName(get(r, '名称') ?? r.键.name ?? null, name))[0]

/** The applicant's studies on record. */
const schooling = (c: TrueCase) =>
  c.records('学籍学历库', (r) => sameCode(get(r, '证件号码') ?? r.键.cnid, c.form('p_idno')))[0]

/** 护士执业注册 */
export const CHECKS: Checks = {
  'M23-P01': (c) =>
    by(c, '健康体检表', ({ fields }) => {
      const level = text(get(hospital(c, fields.检验机构), '等级'))
      const examined = dateOf(fields.检验日期) ?? dateOf(fields.报告日期)
      const result = text(fields.检测结论)
      const months = num(param(c, '体检有效月数')) ?? 6
      return allOf(
        [/[二三]级|二甲|三甲|二乙|三乙/u.test(level), '体检医院不是二级以上'],
        [examined !== null && c.at <= addMonths(examined, months) && examined <= c.at, '体检超过规定期限'],
        [/合格|符合|健康|正常|适合/u.test(result) && !/不合格|不符合|不适合/u.test(result), '没有合格的总检结论'],
      )
    }),
  'M23-P02': (c) => {
    const [nurse, where] = [registered(c), c.form('nu_org')]
    if (blank(where)) return none('没有填执业机构')
    const place = hospital(c, where)
    const confirmed = get(nurse, '拟执业机构已确认') === true && sameName(get(nurse, '拟执业机构') ?? where, where)
    return allOf(
      [confirmed, '执业机构没有在系统确认'],
      [get(place, '状态') === '有效' && inForce(get(place, '许可有效期限'), c.at, true), '执业机构的许可不在有效期'],
    )
  },
  'M23-P03': (c) => {
    const nurse = registered(c)
    if (!nurse) return fail('注册系统查不到申请人')
    return allOf(
      [matches(sameName, get(nurse, '姓名'), c.form('p_name')), '姓名与注册系统不一致'],
      [matches(sameCode, get(nurse, '证件号码') ?? nurse.键.cnid, c.form('p_idno')), '证件号与注册系统不一致'],
    )
  },
  'S058-P01': (c) => {
    const passed = dateOf(get(registered(c), '考试通过日期'))
    if (passed === null) return fail('查不到通过考试的日期')
    if (c.at <= addMonths(passed, 36)) return holds(true, '')
    const training = paper(c, '培训证明')?.fields
    if (!training) return fail('考试通过超过三年，没有培训证明')
    const { from = null, to = null } = rangeOf(training.培训期间) ?? {}
    return allOf(
      [/合格|通过/u.test(text(training.考核结果)) && !/不合格|未通过/u.test(text(training.考核结果)), '培训考核不合格'],
      [from !== null && to !== null && to >= addDays(addMonths(from, 3), -1), '培训不满三个月'],
      [/护理/u.test(text(training.培训内容)), '不是临床护理培训'],
      [matches(sameName, training.姓名, c.form('p_name')), '培训证明不是本人的'],
    )
  },
  'S058-P02': (c) =>
    byEither(c, '学历职称证书', schooling(c), (shown) => {
      const nurse = registered(c)
      const kept = schooling(c)
      const fields = Object.keys(shown).length > 0 ? shown : { 专业: get(kept, '专业'), 学制: null, 学习形式: null }
      const years = num(fields.学制) ?? num(get(nurse, '学制'))
      const months = num(get(nurse, '临床实习月数')) ?? num(/(\d+)个?月/u.exec(text(c.form('nu_intern')))?.[1])
      return allOf(
        [/护理|助产/u.test(text(fields.专业)), '不是护理、助产专业'],
        [years === null || years >= 3, '学制不足三年'],
        [!/函授|业余|自考|自学|成人|网络|非全日制|开放|夜大/u.test(text(fields.学习形式)), '不是全日制'],
        [months !== null && months >= 8, '实习不足8个月'],
      )
    }),
  'S059-P01': (c) =>
    by(c, '护士执业证书', ({ fields }) => {
      const nurse = registered(c)
      const until = get(nurse, '注册有效期至') ?? fields.注册有效期至 ?? null
      const state = text(get(nurse, '注册状态'))
      return allOf(
        [get(nurse, '原机构已离职') === true, '原执业机构没有办离职'],
        [get(nurse, '拟执业机构已确认') === true, '新机构没有确认'],
        [inForce(until, c.at, true) && (state === '' || state === '注册有效'), '原注册不在有效期'],
      )
    }),
  'S060-P01': (c) =>
    by(c, '护士执业证书', ({ fields }) => {
      const until = dateOf(fields.注册有效期至) ?? dateOf(get(registered(c), '注册有效期至'))
      if (until === null) return none('不知注册有效期')
      return holds(daysBetween(c.at, until) >= 30, '没有在届满前30日提出')
    }),
  'S060-P02': (c) => {
    const nurse = registered(c)
    return allOf(
      [!/注销/u.test(text(get(nurse, '注册状态'))), '注册已注销'],
      [get(nurse, '不良执业记录') !== true, '有不良执业记录'],
    )
  },
}
