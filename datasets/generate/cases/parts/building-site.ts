import type { CaseValue } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import type { Firm } from './firm.ts'

/** A building site with its construction permit (施工许可证). */
export interface BuildingSite {
  permit: string
  project: string
  address: string
  developer: string
  contractor: string
  supervisor: string
  manager: string
  issued: string
}

/** Draws a site of which `firm` is the contractor (or the developer), and records its permit. */
export function buildingSite(d: Draft, firm: Firm, as: 'contractor' | 'developer' = 'contractor'): BuildingSite {
  const random = d.random('site')
  const issued = addDays(d.at, -random.int(60, 420))
  const road = random.pick(DISTRICT.roads)
  const other = `上海${random.pick(['申浦', '苏堤', '长风', '曹杨'])}${as === 'contractor' ? '置业' : '建筑工程'}有限公司`
  const site = {
    permit: `${random.digits(10)}D0${random.digits(2)}01`,
    project: `${road.replace('路', '')}地块${random.pick(['商办楼', '租赁住房', '学校改扩建', '社区文化中心'])}项目`,
    address: `上海市${DISTRICT.name}${road}${random.int(12, 1880)}号`,
    developer: as === 'developer' ? firm.name : other,
    contractor: as === 'contractor' ? firm.name : other,
    supervisor: `上海${random.pick(['同济示例', '建科示例', '华申示例'])}工程监理有限公司`,
    manager: firm.legal.name,
    issued,
  }
  d.record(
    '施工许可库',
    { uscc: firm.code, number: site.permit },
    {
      编号: site.permit,
      工程名称: site.project,
      建设地址: site.address,
      建设单位: site.developer,
      施工单位: site.contractor,
      监理单位: site.supervisor,
      项目负责人: site.manager,
      发证日期: issued,
      状态: '有效',
    },
  )
  return site
}

/** What stands on the construction permit of a site. */
export function permitOf(site: BuildingSite): Record<string, CaseValue> {
  return {
    编号: site.permit,
    建设单位: site.developer,
    工程名称: site.project,
    建设地址: site.address,
    建设规模: '建筑面积 12600 平方米',
    合同价格: '8600 万元',
    合同工期: `${site.issued}至${addYears(site.issued, 2)}`,
    勘察单位: '上海岩土示例工程勘察有限公司',
    设计单位: '上海江右示例建筑设计有限公司',
    施工单位: site.contractor,
    监理单位: site.supervisor,
    项目负责人: site.manager,
    发证机关: `${DISTRICT.name}示例建设和管理委员会`,
    发证日期: site.issued,
  }
}

/** The permit as its holder has it: mostly an electronic licence. */
export function permitPaper(d: Draft, firm: Firm, site: BuildingSite): void {
  d.licence('施工许可证', 'CPM', { uscc: firm.code }, permitOf(site), {
    marks: { 盖章: `${DISTRICT.name}示例建设和管理委员会` },
  })
}

/** A permit that no longer holds. */
export function permitRevoked(d: Draft, fails: Readonly<Record<string, string>>): void {
  d.mayFail({
    id: 'construction-permit-cancelled',
    title: '施工许可证已经注销',
    slot: '施工许可证',
    fails,
    apply: (draft) => draft.amend('施工许可库', { 状态: '注销' }),
  })
}
