import { by, get, paper, param } from '../ask.ts'
import { blank, endOf, num, rows, text, workingDays } from '../compare.ts'
import { type Checks, fail, holds, none, person } from '../label.ts'
import { aboutFirm, allOf, tellsAll, title, unsaid } from '../matter.ts'

const ZONES = {
  合格区: /(?<!不)合格/u,
  不合格区: /不合格/u,
  待验区: /待验|待检/u,
  退货区: /退货/u,
  发货区: /发货|待发/u,
}
const SLOTS = ['法定代表人身份证', '学历职称证书', '平面图', '设备设施清单', '管理制度']
const FIELDS = { m3_org: '组织机构', m3_scope: '经营范围', m3_mode: '经营方式', m3_it: '信息系统说明' }

/** 第三类医疗器械经营许可 */
export const CHECKS: Checks = {
  'M17-P01': (c) => {
    if (c.asked.situation !== '新办') return none('延续只交有变化的资料')
    const slot = SLOTS.find((one) => !paper(c, one))
    const field = Object.entries(FIELDS).find(([key]) => unsaid(c.form(key)))?.[1]
    const missing = slot ?? field ?? (title(c, c.form('prem_addr')) ? undefined : '场所证明')
    return missing === undefined ? holds(true, '') : fail(`缺${missing}`)
  },
  'M17-P02': (c) => by(c, '学历职称证书', () => person('看质量管理经历')),
  'M17-P03': (c) => {
    const told = c.form('m3_it')
    // Settled with the generator: a field left blank is said once (FORM-P01).
    if (blank(told)) return none('没有填信息管理系统')
    return holds(/追溯|溯源|追踪/u.test(text(told)), '没有说明追溯功能')
  },
  'M17-P04': (c) => by(c, '设备设施清单', () => person('按品类看人员、库房、冷链')),
  'M17-P05': (c) =>
    by(c, '平面图', ({ fields }) => {
      const zones = rows(fields.功能区)
      const bare = zones.find((row) => (num(row.面积) ?? 0) <= 0)
      return bare
        ? fail(`${text(bare.名称)}没有标面积`)
        : tellsAll(
            zones.map((row) => text(row.名称)),
            ZONES,
          )
    }),
  'S045-P01': (c) =>
    by(c, '原许可证', ({ fields }) => {
      const until = endOf(fields.有效期限) ?? endOf(c.form('rn_end'))
      if (until === null || until === '长期') return none('不知有效期')
      const left = workingDays(c.at, until)
      return allOf(
        [left >= (num(param(c, '延续最晚')) ?? 30), '不足30个工作日才申请'],
        [left <= (num(param(c, '延续最早')) ?? 90), '早于90个工作日申请'],
      )
    }),
  'S045-P02': (c) => {
    const open = aboutFirm(c, '监督检查库').filter((r) => get(r, '已整改') === false && get(r, '检查结论') !== '符合')
    const stopped = aboutFirm(c, '法人库').some((r) => get(r, '登记状态') === '歇业')
    return allOf([open.length === 0, '检查发现的问题没有整改完'], [!stopped, '已停业'])
  },
}
