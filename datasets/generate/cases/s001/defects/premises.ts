import { addDays, addYears } from '../../../world/dates.ts'
import { address } from '../../../world/premises.ts'
import type { Defect } from '../../plan.ts'
import { change } from './change.ts'

/** Lease and certificate of the premises. */
export const PREMISES: readonly Defect[] = [
  {
    id: 'lease-without-room',
    title: '租赁合同的房屋坐落只写到门牌号，没有室号',
    slot: '房屋租赁合同',
    touches: 'lease',
    fails: () => ({ 'PREM-P01': '租赁合同坐落缺室号，不能覆盖申请地址' }),
    papers: (papers, w) =>
      change('lease', (paper) => {
        paper.content.fields.房屋坐落 = address(w.premises, '')
        delete paper.content.fields.备案号
      })(papers),
  },
  {
    id: 'lease-other-room',
    title: '租赁合同的房屋坐落是另一个室号',
    slot: '房屋租赁合同',
    touches: 'lease',
    fails: () => ({ 'PREM-P01': '租赁合同坐落的室号与申请地址不同' }),
    papers: (papers, w) =>
      change('lease', (paper) => {
        const room = Number.parseInt(w.premises.room, 10)
        paper.content.fields.房屋坐落 = address(w.premises, `${room + (room % 2 === 0 ? 1 : 2)}室`)
        delete paper.content.fields.备案号
      })(papers),
  },
  {
    id: 'lease-expired',
    title: '租赁合同已到期',
    slot: '房屋租赁合同',
    touches: 'lease',
    fails: () => ({ 'PREM-P02': '租赁期限届满日早于受理日期' }),
    world: (w, random) => {
      w.lease.to = addDays(w.at, -random.int(5, 60))
      w.lease.from = addDays(addYears(w.lease.to, -2), 1)
      w.lease.signed = addDays(w.lease.from, -10)
      w.lease.filing = ''
    },
  },
  {
    id: 'lease-other-tenant',
    title: '租赁合同的承租人是法定代表人个人，不是申请人',
    slot: '房屋租赁合同',
    touches: 'lease',
    // The operator of a 个体工商户 may be the tenant.
    fits: (w) => w.firm.type !== '个体工商户',
    fails: () => ({ 'PREM-P04': '承租人是法定代表人个人' }),
    papers: (papers, w) =>
      change('lease', ({ content }) => {
        content.fields.承租人 = w.legal.name
        content.marks.承租人签章 = w.legal.name
        delete content.fields.备案号
      })(papers),
  },
  {
    id: 'lease-landlord-unsigned',
    title: '租赁合同出租人没有盖章',
    slot: '房屋租赁合同',
    touches: 'lease',
    fits: (w) => !w.landlord.person,
    fails: () => ({ 'PREM-P06': '合同缺出租人盖章' }),
    papers: change('lease', ({ content }) => {
      content.marks.出租人签章 = false
    }),
  },
  {
    id: 'lease-without-last-page',
    title: '租赁合同没有签字盖章的那一页',
    slot: '房屋租赁合同',
    touches: 'lease',
    fails: () => ({ 'IMG-P02': '租赁合同缺签署页' }),
    silences: () => ({ 'PREM-P06': '缺签署页已在缺件中指出' }),
    papers: change('lease', (paper) => {
      paper.sheets = [0]
      delete paper.content.fields.备案号
    }),
  },
  {
    id: 'owner-is-another',
    title: '出租人不是产权人，也没有转租同意',
    slot: '不动产权证书',
    touches: 'lease',
    fails: () => ({ 'PREM-P03': '出租人与产权人不一致且合同不允许转租' }),
    papers: change('estate', ({ content }) => {
      content.fields.权利人 = '上海中兴堂资产经营有限公司'
    }),
  },
  {
    id: 'use-is-housing',
    title: '产权证用途为居住',
    slot: '不动产权证书',
    touches: 'estate',
    fails: () => ({ 'PREM-P05': '房屋用途为居住，未附利害关系业主同意证明' }),
    papers: change('estate', ({ content }) => {
      content.fields.用途 = '居住'
    }),
  },
]
