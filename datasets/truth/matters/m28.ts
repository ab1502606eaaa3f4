import { addMonths, daysBetween } from '../../../facts/values/date.ts'
import { by, firm, get, paper } from '../ask.ts'
import { blank, dateOf, endOf, fen, text } from '../compare.ts'
import { type Checks, holds, none } from '../label.ts'
import { aboutFirm, allOf, bears, changes, isSelf, lacking, tells, tellsAll, title } from '../matter.ts'
import { scopeOf } from '../modules/mod-subj.ts'

/** 200万元 in 分 (劳动合同法第五十七条). */
const LEAST = 200_000_000

/** 劳务派遣经营许可 */
export const CHECKS: Checks = {
  'M28-P01': (c) => {
    const paid =
      fen(paper(c, '审计报告')?.fields.实收资本 ?? null) ?? fen(c.form('dp_cap')) ?? fen(get(firm(c), '注册资本'))
    return paid === null ? none('缺审计报告') : holds(paid >= LEAST, '注册资本不足200万元')
  },
  'M28-P02': (c) =>
    by(c, '审计报告', (p) => {
      const [shown, claimed] = [fen(p.fields.实收资本), fen(c.form('dp_cap'))]
      return allOf(
        [isSelf(c, p.fields.被审单位), '报告不是申请单位的'],
        [bears(p, '事务所盖章'), '报告没有事务所盖章'],
        [bears(p, '注册会计师签章'), '报告没有注册会计师签章'],
        [shown === null || claimed === null || shown === claimed, '报告金额与申请不一致'],
      )
    }),
  // Settled with the generator: 法人库 and the form hold the scope also when the licence is missing.
  'M28-P03': (c) => {
    const scope = blank(scopeOf(c)) ? c.form('subj_scope') : scopeOf(c)
    return blank(scope) ? none('缺营业执照') : holds(tells(scope, /劳务派遣/u), '经营范围不含劳务派遣')
  },
  'M28-P04': (c) => {
    const terms = paper(c, '劳务派遣协议样本')?.fields.条款 ?? c.form('dp_sample')
    return blank(terms)
      ? none('缺劳务派遣协议样本')
      : tellsAll(terms, {
          岗位: /岗位|工作内容/u,
          人数: /人数|人员数量/u,
          期限: /期限/u,
          报酬: /报酬|工资/u,
          社会保险: /社会保险|社保/u,
          工伤处理: /工伤/u,
        })
  },
  'M28-P05': (c) =>
    by(c, '管理制度', ({ fields }) =>
      tellsAll(fields.制度名称清单, {
        劳动合同: /劳动合同/u,
        劳动报酬: /报酬|工资|薪酬/u,
        社会保险: /社会保险|社保/u,
        工作时间: /工作时间|工时|考勤/u,
        休息休假: /休息|休假/u,
        劳动纪律: /劳动纪律|奖惩/u,
      }),
    ),
  'S067-P01': (c) =>
    by(c, '原许可证', ({ fields }) => {
      const capital = fen(c.form('dp_cap')) ?? fen(get(firm(c), '注册资本')) ?? fen(fields.注册资本)
      const premises = paper(c, '房屋租赁合同') ?? title(c, c.form('chg_new')) ?? title(c, c.form('subj_addr'))
      return allOf(
        [capital === null || capital >= LEAST, '变更后注册资本低于200万元'],
        [!changes(c, '住所') || premises !== undefined, '变更住所没有新场所的证明'],
      )
    }),
  'S068-P01': (c) =>
    by(c, '原许可证', ({ fields }) => {
      const until = endOf(fields.有效期限) ?? dateOf(c.form('rn_end'))
      if (until === null || until === '长期') return none('不知有效期')
      return holds(daysBetween(c.at, until) >= 60, '没有在届满60日前提出')
    }),
  'S068-P02': (c) => {
    const told = text(c.form('dp_report'))
    const missing = lacking(told, {
      派遣人数: /人数|派遣.*\d+(?:名|人)|\d+(?:名|人).*派遣/u,
      合同订立: /合同/u,
      社会保险: /社会保险|社保/u,
      工资: /工资|报酬|薪/u,
      用工单位: /用工单位|用工企业/u,
    })
    return holds(missing.length === 0, `经营情况报告缺${missing.join('、')}`)
  },
  'S068-P03': (c) => {
    const since = addMonths(c.at, -36)
    const grave = aboutFirm(c, '信用处罚库').filter((r) => {
      const kind = /严重违法失信名单|刑事限制|欠薪/u.test(text(get(r, '类别')))
      const heavy = /吊销|停产|停业|重大/u.test(`${text(get(r, '处罚种类'))}${text(get(r, '事由'))}`)
      return (kind || heavy) && (dateOf(get(r, '决定日期')) ?? '9999') >= since && get(r, '状态') === '有效'
    })
    const yearly = aboutFirm(c, '年度核验库')
    return allOf(
      [grave.length === 0, '三年内有重大违法记录'],
      [yearly.length > 0 && yearly.every((r) => get(r, '结论') === '合格'), '年度核验没有合格'],
    )
  },
}
