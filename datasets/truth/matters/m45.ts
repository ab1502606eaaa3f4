import { by, paper } from '../ask.ts'
import { dateOf, endOf, inForce, num, rows, sameCode, sameMoney, sameName, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { ageOf, benefits, held, homeOf, hukouOf, inShanghai } from '../persons.ts'

/** Kinds of hardship in 民政救助库 and how people write them. */
const HARDSHIP = [
  ['最低生活保障', '低保/最低生活保障'],
  ['低收入困难家庭', '低收入'],
  ['特困供养', '特困'],
  ['支出型贫困', '支出型/刚性支出'],
] as const

export const CHECKS: Checks = {
  'S088-P01': (c) => {
    const age = ageOf(c)
    if (age === null) return none('不知道出生日期')
    if (age < 65) return fail(`年龄${age}周岁，没有到规定年龄`)
    return holds(inShanghai(hukouOf(c)) || inShanghai(homeOf(c)), '户籍和居住地都不在本市')
  },
  'S088-P02': (c) => {
    const said = HARDSHIP.filter(([, words]) => speaksOf(c.form('zc_age'), words)).map(([kind]) => kind)
    const known = HARDSHIP.map(([kind]) => kind).filter((kind) => benefits(c, kind).length > 0)
    return holds(
      said.length === known.length && said.every((kind) => known.includes(kind)),
      '经济困难类型与民政数据不一致',
    )
  },
  'S088-P03': (c) => holds(benefits(c, '助餐补贴').length === 0, '已经享受助餐补贴'),
  'S089-P01': (c) =>
    by(c, '食品经营许可证', ({ fields }) => {
      const record = c.records('许可证库', (one) => sameCode(held(one, '许可证编号'), fields.许可证编号))[0]
      // An electronic licence may show less than the register.
      const said = (name: string) => fields[name] ?? held(record, name)
      const same =
        sameName(said('经营者名称'), c.form('subj_name')) && sameCode(said('统一社会信用代码'), c.form('uscc'))
      if (!same) return fail('食品经营许可的主体与申请单位不一致')
      if (!inForce(said('有效期至'), c.at) || (record && held(record, '状态') !== '有效'))
        return fail('食品经营许可已失效')
      const catering = said('主体业态') !== '食品销售经营者' || speaksOf(said('经营项目'), '餐饮服务/制售')
      return holds(catering, '食品经营许可不含餐饮服务')
    }),
  'S089-P02': (c) =>
    by(c, '平面图', ({ fields }) => {
      const zones = rows(fields.功能区)
      const has = (words: RegExp) =>
        zones.some((one) => words.test(text(one.名称 ?? null)) && num(one.面积 ?? null) !== 0)
      const missing = [
        has(/就餐|用餐|餐厅|堂食|食堂/u) ? '' : '就餐区',
        has(/备餐|配餐|分餐|出餐|售餐/u) ? '' : '备餐区',
        has(/清洗|洗消|消毒|洗碗|洗涤/u) ? '' : '清洗消毒区',
      ].filter(Boolean)
      return holds(missing.length === 0, `没有${missing.join('、')}`)
    }),
  'S089-P03': (c) => {
    const served = num(c.form('zc_served'))
    if (served === null) return none('没有申报供餐客数')
    const latest = [...c.about('助餐系统库', text(c.form('uscc')))].sort((a, b) =>
      (dateOf(endOf(held(b, '统计期间'))) ?? '').localeCompare(dateOf(endOf(held(a, '统计期间'))) ?? ''),
    )[0]
    if (!latest) return fail('系统里没有供餐数据')
    const same = num(held(latest, '供餐客数')) === served && sameMoney(held(latest, '每客单价'), c.form('zc_price'))
    return holds(same, '供餐客数或单价与系统数据不一致')
  },
  'S089-P04': (c) => {
    if (!paper(c, '服务协议') && paper(c, '街镇确认文件')) return none('交了街镇确认文件')
    return by(c, '服务协议', ({ fields }) => {
      const sides = [fields.甲方, fields.乙方]
      if (!sides.some((one) => sameName(one, c.form('subj_name')))) return fail('协议不是申请单位签的')
      if (!sides.some((one) => /街道|镇|乡/u.test(text(one)) && !sameName(one, c.form('subj_name'))))
        return fail('协议不是与街镇签的')
      return holds(inForce(fields.服务期限, c.at), '服务协议不在有效期')
    })
  },
}
