import type { CaseValue } from '../../../case-format.ts'
import type { Person } from '../../world/people.ts'
import { address } from '../../world/premises.ts'
import type { World } from '../../world/world.ts'
import type { Paper } from '../plan.ts'
import { FLOW } from './kitchen.ts'

const PROCESSING = /加工|切配|烹饪|备餐|消毒|专间/u

/** True value of every S001 form field that applies, by key of the catalogue. */
export function trueForm(w: World, papers: readonly Paper[]): Record<string, CaseValue> {
  const plan = papers.find((paper) => paper.type === 'FLP')?.content.fields.功能区
  const zones = Array.isArray(plan) ? (plan as { 名称: string; 面积: number }[]) : w.premises.zones
  const processing = zones.filter(({ 名称 }) => PROCESSING.test(名称))
  const dining = zones.find(({ 名称 }) => 名称 === '就餐区')?.面积 ?? 0
  const use = String(papers.find((paper) => paper.type === 'RED')?.content.fields.用途)
  const manager = foodSafetyManager(w)
  return {
    subj_name: w.firm.name,
    uscc: w.firm.code,
    subj_type: w.firm.type,
    subj_addr: w.firm.address,
    subj_scope: w.firm.scope,
    lrep_name: w.legal.name,
    lrep_idtype: '居民身份证',
    lrep_idno: w.legal.number,
    lrep_tel: w.legal.phone,
    prem_addr: address(w.premises),
    prem_area: w.premises.area,
    prem_use: use.includes('居住') ? '居住' : '商业',
    prem_own: '租赁',
    prem_lease_end: w.lease.to,
    hl_list: papers
      .filter((paper) => paper.type === 'HLT')
      .map(({ content: { fields } }) => ({
        姓名: String(fields.姓名),
        证号: String(fields.证号),
        有效期至: String(fields.有效期至),
      })),
    ...(w.agent ? { ag_name: w.agent.name, ag_idno: w.agent.number, ag_tel: w.agent.phone } : {}),
    fd_type: '餐饮服务经营者',
    fd_items: [...w.items],
    fd_net: w.network,
    ...(w.network ? { fd_plat: w.platform } : {}),
    fd_chain: '否',
    fd_procarea: Math.round(processing.reduce((sum, { 面积 }) => sum + 面积, 0) * 10) / 10,
    fd_dinearea: dining,
    ...(manager ? { fd_mgr: manager.name, fd_mgrid: manager.number } : {}),
    fd_staffn: w.staff.length,
    fd_contact: `${w.legal.name} ${w.legal.phone}`,
    fd_deliver: w.byPost ? '邮寄' : '窗口领取',
    fd_years: 5,
    fd_flow: FLOW,
  }
}

/** The person on the staff list who answers for food safety. */
export function foodSafetyManager(w: World): Person | undefined {
  return w.staff.find((worker) => worker.post === '食品安全管理员')
}

/** What no source and no material knows: the applicant types it. */
const ONLY_APPLICANT = ['fd_items', 'fd_net', 'fd_plat', 'fd_chain', 'fd_deliver', 'fd_flow'] as const

export function answers(form: Record<string, CaseValue>): Record<string, CaseValue> {
  return Object.fromEntries(ONLY_APPLICANT.flatMap((key) => (form[key] === undefined ? [] : [[key, form[key]]])))
}
