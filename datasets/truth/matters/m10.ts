import { by, get, papers } from '../ask.ts'
import { blank, endOf, list, text } from '../compare.ts'
import { type Checks, fail, holds, none, person } from '../label.ts'
import { aboutFirm, allOf, bears, tells, tellsAll } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

const CONCERNED: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  绿化: [/绿化|绿地|树/u, /绿化|园林|市容/u],
  公交站: [/公交/u, /公交|巴士|交通委|交通局|交通运输|客运/u],
  管线: [
    /管线|燃气|电缆|光缆|给水|供水管|雨水管|污水管|电力/u,
    /管线|燃气|水务|供水|排水|自来水|电力|供电|通信|电信|建设|建管/u,
  ],
}

/** An opinion of a department that does not object. */
const agreed = (c: TrueCase, by: RegExp) =>
  papers(c, '部门意见').some((p) => by.test(text(p.fields.出具单位)) && !/不同意|不予/u.test(text(p.fields.意见)))

/** 道路开设出入口 */
export const CHECKS: Checks = {
  'M10-P01': (c) => by(c, '规划许可证', () => person('比对规划附图与申请图')),
  // Settled with the generator: distance and width stand on the form, also when the drawings are missing.
  'M10-P02': (c) =>
    blank(c.form('rd_pos')) && blank(c.form('rd_width')) && papers(c, '交通组织方案').length === 0
      ? none('没有填位置和宽度')
      : person('按技术标准看图'),
  'M10-P03': (c) =>
    by(c, '交通组织方案', (p) => {
      const designer = text(p.fields.设计单位)
      const kept = c.about('企业资质库', designer)
      const qualified = kept.length === 0 || kept.some((r) => get(r, '状态') === '有效')
      if (designer === '') return fail('没有设计单位')
      if (!bears(p, '出图章', designer) || !qualified) return fail('没有有资质单位的出图章')
      const parts = [...list(p.fields.图纸与附件), text(p.fields.恢复方案)]
      return tellsAll(parts, {
        平面图: /平面/u,
        断面图: /断面|剖面/u,
        人行道恢复: /人行道/u,
        无障碍坡道: /无障碍|坡道|缘石/u,
      })
    }),
  'M10-P04': (c) => {
    const touched = Object.entries(CONCERNED).filter(([, [what]]) => tells(c.form('rd_pipe'), what))
    if (touched.length === 0) return none('不涉及绿化、公交站、管线')
    const without = touched.filter(([, [, who]]) => !agreed(c, who)).map(([name]) => name)
    return holds(without.length === 0, `没有${without.join('、')}部门的意见`)
  },
  'M10-P05': (c) => {
    const told = [c.form('rd_pipe'), ...papers(c, '交通组织方案').map((p) => text(p.fields.交通组织措施))]
    const digs = told.some((one) => tells(one, /开挖|挖掘|掘路/u))
    const filed = aboutFirm(c, '历史申报')
    const applied =
      filed.some((r) => /挖掘|掘路/u.test(text(get(r, '情形名称')))) ||
      told.some((one) => /同步申报|已申报|同步办理/u.test(text(one)))
    return allOf(
      [agreed(c, /公安|交警|交通警察/u), '没有公安交警的意见'],
      [!digs || applied, '涉及开挖，没有同步申报掘路'],
    )
  },
  'M10-P06': (c) => {
    const term = text(c.form('rd_term'))
    if (!/临时/u.test(term)) return none('不是施工临时出入口')
    return by(c, '交通组织方案', (p) =>
      allOf(
        [/\d|[一二三四五六七八九十]/u.test(term) || endOf(p.fields.期限) !== null, '没有恢复期限'],
        [!blank(p.fields.恢复方案), '没有恢复方案'],
      ),
    )
  },
}
