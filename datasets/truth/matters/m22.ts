import { addMonths } from '../../../facts/values/date.ts'
import { by, get, paper, papers } from '../ask.ts'
import { blank, dateOf, inForce, list, rows, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { allOf, changes, isSelf, tellsAll, unsaid } from '../matter.ts'

/** What of 执业类别 and 执业范围 answers to a department of a clinic. */
const DEPARTMENTS: Readonly<Record<string, readonly [string, RegExp]>> = {
  全科医疗科: ['临床', /全科/u],
  内科: ['临床', /内科|全科/u],
  外科: ['临床', /外科|全科/u],
  妇科专业: ['临床', /妇/u],
  儿科: ['临床', /儿科/u],
  眼科: ['临床', /眼/u],
  耳鼻咽喉科: ['临床', /耳鼻咽喉/u],
  口腔科: ['口腔', /口腔/u],
  皮肤科: ['临床', /皮肤/u],
  精神科: ['临床', /精神/u],
  康复医学科: ['临床', /康复/u],
  中医科: ['中医', /中医|针灸|推拿/u],
  中西医结合科: ['中医', /中西医/u],
}
const NEEDS_LICENCE = /医疗美容|整形|透析|产科|介入/u
const BAD_NAME = /中心|医院|研究|国际|中国|中华|全国|世界|总|疑难|专治|名医|祖传|门诊部|协会|学会/u

/** 诊所备案 */
export const CHECKS: Checks = {
  'M22-P01': (c) =>
    by(c, '医师执业证书', () => {
      const head = c.form('cl_head')
      const cards = papers(c, '医师执业证书').map(({ fields }) => fields)
      const own = cards.filter((one) => sameName(one.姓名, head))
      const card = own.find((one) => !blank(one.执业范围)) ?? own[0]
      if (blank(head)) return none('没有填主要负责人')
      if (!card) return fail('没有主要负责人的执业证书')
      const fits = list(c.form('cl_dept')).some((one) => {
        const [kind, range] = DEPARTMENTS[one] ?? ['', /$^/u]
        return (
          text(card.执业类别).includes(kind) && kind !== '' && (blank(card.执业范围) || range.test(text(card.执业范围)))
        )
      })
      const kept = c
        .about('人员资格库', text(card.公民身份号码))
        .filter((r) => sameCode(get(r, '证书编号'), card.执业证书编码) || /执业/u.test(text(get(r, '资格名称'))))
      const since = dateOf(card.签发日期) ?? dateOf(get(kept[0], '发证日期'))
      return allOf(
        [blank(c.form('cl_dept')) || fits, '执业类别、范围与诊疗科目不一致'],
        [since === null || addMonths(since, 60) <= c.at, '注册不满五年'],
        [kept.every((r) => get(r, '状态') === '有效'), '注册不在有效状态'],
      )
    }),
  'M22-P02': (c) => {
    const departments = list(c.form('cl_dept'))
    if (departments.length === 0) return none('没有申报诊疗科目')
    const beyond = departments.filter((one) => NEEDS_LICENCE.test(one))
    return holds(beyond.length === 0, `${beyond.join('、')}须许可`)
  },
  'M22-P03': (c) =>
    by(c, '平面图', ({ fields }) =>
      tellsAll(
        rows(fields.功能区)
          .map((row) => text(row.名称))
          .join('、'),
        {
          诊室: /诊室|诊疗室|诊查|诊间/u,
          治疗室: /治疗/u,
          处置室: /处置/u,
          候诊区: /候诊|等候/u,
        },
      ),
    ),
  'M22-P04': (c) => {
    const deal = paper(c, '医疗废物处置协议')?.fields
    const first = c.asked.situation !== '变更'
    if (!deal) return first ? fail('没有医疗废物处置协议') : none('没有变化')
    return allOf(
      [!first || !unsaid(c.form('cl_waste')), '没有填医疗废物处置单位'],
      [/废物|医废/u.test(text(deal.委托事项)) || blank(deal.委托事项), '协议不是处置医疗废物的'],
      [blank(deal.委托方) || isSelf(c, deal.委托方), '协议不是本单位签的'],
      [inForce(deal.协议期限, c.at, true), '协议不在期限内'],
    )
  },
  'M22-P05': (c) => {
    const name = text(c.form('cl_name'))
    if (name === '') return none('不变更名称')
    return holds(/诊所$/u.test(name) && !BAD_NAME.test(name), '名称不合医疗机构命名规定')
  },
  'S057-P01': (c) => {
    if (!changes(c, '地址', '诊疗科目', '主要负责人')) return none('不变更地址、科目、负责人')
    const plan = paper(c, '平面图') !== undefined
    const cards = papers(c, '医师执业证书')
    const head = c.form('cl_head')
    const own = cards.some(({ fields }) => blank(head) || sameName(fields.姓名, head))
    return allOf(
      [!changes(c, '地址') || plan, '改地址没有附平面图'],
      [!changes(c, '主要负责人') || own, '改负责人没有附执业证书'],
      [!changes(c, '诊疗科目') || plan || cards.length > 0, '改科目没有附新材料'],
    )
  },
}
