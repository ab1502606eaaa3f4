import { addDays } from '../../../world/dates.ts'
import type { Defect } from '../../plan.ts'
import { change } from './change.ts'

/** Licence, application and power of attorney. */
export const FIRM: readonly Defect[] = [
  {
    id: 'application-other-name',
    title: '申请书写的单位名称与营业执照不一致',
    slot: '申请书',
    touches: 'application',
    fails: () => ({ 'FORM-P05': '申请书的申请人名称与营业执照名称不同' }),
    papers: (papers, w) =>
      change('application', ({ content }) => {
        content.fields.申请人 = w.firm.name
          .replace(/餐饮.*有限公司$/u, '食品有限公司')
          .replace(/(小吃店|饭店|餐馆|面馆)$/u, '快餐店')
      })(papers),
  },
  {
    id: 'application-unsealed',
    title: '申请书没有签名也没有盖章',
    slot: '申请书',
    touches: 'application',
    fails: () => ({ 'FORM-P03': '申请书既无签名也无公章' }),
    papers: change('application', ({ content }) => {
      content.marks = { 签名: false, 盖章: false }
    }),
  },
  {
    id: 'power-without-collection',
    title: '授权委托书的权限没有写补正和领证',
    slot: '授权委托书',
    touches: 'power',
    fits: (w) => w.agent !== null,
    fails: () => ({ 'AGENT-P03': '委托权限未包括补正材料、领取证照' }),
    papers: change('power', ({ content }) => {
      content.fields.委托权限 = '代为提交食品经营许可申请'
    }),
  },
  {
    id: 'power-expired',
    title: '授权委托书已过委托期限',
    slot: '授权委托书',
    touches: 'power',
    fits: (w) => w.agent !== null,
    fails: () => ({ 'AGENT-P04': '委托期限届满日早于受理日期' }),
    papers: (papers, w) =>
      change('power', ({ content }) => {
        content.fields.委托期限 = { from: addDays(w.at, -100), to: addDays(w.at, -9) }
        content.fields.签署日期 = addDays(w.at, -100)
      })(papers),
  },
  {
    id: 'firm-revoked',
    title: '营业执照已被吊销',
    slot: '营业执照',
    touches: 'licence',
    refuse: true,
    fails: () => ({ 'SUBJ-P03': '法人库登记状态为吊销' }),
    registry: (registry) => {
      for (const record of registry.法人库 ?? []) if (typeof record === 'object') record.登记状态 = '吊销'
    },
  },
  {
    id: 'scope-without-catering',
    title: '营业执照经营范围没有餐饮服务',
    slot: '营业执照',
    touches: 'licence',
    fails: () => ({ 'SUBJ-P04': '经营范围不含食品经营、餐饮服务', 'M01-P03': '经营范围不含食品经营、餐饮服务' }),
    world: (w) => {
      w.firm.scope = '一般项目：企业管理咨询；日用百货销售；会议及展览服务；礼仪服务。'
    },
  },
]
