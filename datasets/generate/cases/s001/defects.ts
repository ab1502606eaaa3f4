import type { Row } from '../../../../facts/values/value.ts'
import type { RegistryRecord } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { cards } from '../../world/people.ts'
import { address } from '../../world/premises.ts'
import type { World } from '../../world/world.ts'
import type { Defect, Paper } from '../plan.ts'

const change = (key: string, edit: (paper: Paper) => void) => (papers: Paper[]) => {
  const paper = papers.find((p) => p.key === key)
  if (!paper) throw new Error(`no paper ${key}`)
  edit(paper)
  return papers
}

/** Cards of the legal representative that ran out within two years before the application. */
const lately = (w: World) => cards(w.legal.birth, w.at).filter(({ to }) => to < w.at && to > addYears(w.at, -2))

const last = (w: World) => w.staff.length - 1

/** What goes wrong in real S001 applications; each names every review point it breaks. */
export const DEFECTS: readonly Defect[] = [
  {
    id: 'legal-id-expired',
    title: '法定代表人身份证已过有效期',
    slot: '法定代表人身份证',
    touches: 'legal-id',
    fits: (w) => lately(w).length > 0,
    fails: () => ({ 'LREP-P03': '身份证有效期限届满日早于受理日期' }),
    world: (w, random) => {
      w.legal.validity = random.pick(lately(w))
    },
  },
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
    id: 'health-missing',
    title: '一名从业人员没有健康证明',
    slot: '健康证明',
    touches: 'health',
    fails: (w) => ({ 'HEALTH-P03': `名单上的${w.staff[last(w)]?.name ?? ''}没有健康证明` }),
    papers: (papers, w) => papers.filter((paper) => paper.key !== `health-${last(w)}`),
  },
  {
    id: 'health-expired',
    title: '一名从业人员的健康证明已过期',
    slot: '健康证明',
    touches: 'health',
    fails: (w) => ({ 'HEALTH-P01': `${w.staff[last(w)]?.name ?? ''}的健康证明已过有效期` }),
    world: (w, random) => {
      const certificate = w.staff[last(w)]?.certificate
      if (!certificate) return
      certificate.until = addDays(w.at, -random.int(8, 90))
      certificate.examined = addDays(addYears(certificate.until, -1), 1)
    },
  },
  {
    id: 'health-other-trade',
    title: '一名从业人员的健康证明是公共场所类',
    slot: '健康证明',
    touches: 'health',
    fails: (w) => ({ 'HEALTH-P02': `${w.staff[last(w)]?.name ?? ''}的健康证明体检类别不是食品` }),
    papers: (papers, w) =>
      change(`health-${last(w)}`, ({ content }) => {
        content.fields.体检类别 = '公共场所'
      })(papers),
  },
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
    id: 'rules-incomplete',
    title: '管理制度缺少进货查验记录、食品安全事故处置两项必备制度',
    slot: '管理制度',
    touches: 'rules',
    fails: () => ({ 'SYS-P01': '缺进货查验记录、事故处置制度', 'S001-P06': '缺进货查验记录、事故处置制度' }),
    papers: change('rules', ({ content }) => {
      const titles = content.fields.制度名称清单 as string[]
      content.fields.制度名称清单 = titles.filter((title) => !/进货查验|事故处置/u.test(title))
    }),
  },
  {
    id: 'rules-of-another-firm',
    title: '管理制度里是另一家单位的名称',
    slot: '管理制度',
    touches: 'rules',
    fails: () => ({ 'SYS-P02': '制度的单位名称不是申请人' }),
    papers: change('rules', ({ content }) => {
      content.fields.单位名称 = '上海百味楼餐饮有限公司'
    }),
  },
  {
    id: 'plan-without-zones',
    title: '平面图没有备餐区和更衣区',
    slot: '平面图',
    touches: 'plan',
    fails: () => ({ 'S001-P01': '平面图缺备餐区、更衣区', 'PLAN-P02': '平面图缺必备功能区' }),
    papers: change('plan', ({ content }) => {
      const zones = content.fields.功能区 as { 名称: string; 面积: number }[]
      const kept = zones.filter((zone) => !/备餐|更衣/u.test(zone.名称)).map((zone) => ({ ...zone }))
      const freed = zones.filter((zone) => /备餐|更衣/u.test(zone.名称)).reduce((sum, zone) => sum + zone.面积, 0)
      const store = kept.find((zone) => zone.名称 === '仓储区')
      if (store) store.面积 = Math.round((store.面积 + freed) * 10) / 10
      content.fields.功能区 = kept
    }),
  },
  {
    id: 'plan-areas-do-not-add-up',
    title: '平面图各功能区面积合计与总面积不符',
    slot: '平面图',
    touches: 'plan',
    fails: () => ({ 'PLAN-P03': '各功能区面积合计比总面积少一成以上' }),
    papers: (papers, w) =>
      change('plan', ({ content }) => {
        const zones = content.fields.功能区 as { 名称: string; 面积: number }[]
        content.fields.功能区 = zones.map((zone) =>
          zone.名称 === '就餐区' ? { ...zone, 面积: Math.round((zone.面积 - w.premises.area * 0.13) * 10) / 10 } : zone,
        )
      })(papers),
  },
  {
    id: 'cold-dishes-without-room',
    title: '申报了冷食类，平面图没有专间和预进间',
    slot: '平面图',
    touches: 'plan',
    fits: (w) => w.premises.zones.every((zone) => zone.名称 !== '冷食专间'),
    fails: () => ({ 'S001-P02': '申报冷食类而无专间、预进间', 'PLAN-P02': '功能区与申报的冷食类项目不符' }),
    world: (w) => {
      w.items = [...new Set([...w.items, '冷食类食品制售'])]
    },
  },
  {
    id: 'equipment-incomplete',
    title: '设备设施清单没有油烟净化和隔油设施',
    slot: '设备设施清单',
    touches: 'equipment',
    fails: () => ({ 'S001-P05': '清单缺油烟净化、隔油设施' }),
    papers: change('equipment', ({ content }) => {
      const items = content.fields.设备 as { 设备名称: string }[]
      content.fields.设备 = items.filter((item) => !/油烟|油水/u.test(item.设备名称)) as Row[]
    }),
  },
  {
    id: 'identity-one-side',
    title: '法定代表人身份证只交了人像面',
    slot: '法定代表人身份证',
    touches: 'legal-id',
    fails: () => ({ 'IMG-P02': '身份证缺国徽面' }),
    silences: () => ({ 'LREP-P03': '缺国徽面已在缺件中指出' }),
    papers: change('legal-id', (paper) => {
      paper.sheets = [0]
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
    id: 'rules-missing',
    title: '没有交食品安全管理制度',
    slot: '管理制度',
    touches: 'rules',
    fails: () => ({ 'IMG-P02': '缺管理制度' }),
    silences: () => {
      const because = '缺管理制度已在缺件中指出'
      return { 'SYS-P01': because, 'SYS-P02': because, 'SYS-P03': because, 'S001-P06': because }
    },
    papers: (papers) => papers.filter((paper) => paper.key !== 'rules'),
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
    id: 'legal-banned',
    title: '法定代表人在五年禁入期内',
    slot: '法定代表人身份证',
    touches: 'legal-ban',
    refuse: true,
    fails: () => ({ 'M01-P04': '行业禁入库有法定代表人未满五年的记录' }),
    registry: (registry, w) => {
      const ban = {
        键: { cnid: w.legal.number },
        asOf: w.at,
        姓名: w.legal.name,
        证件号码: w.legal.number,
        禁入期限: { from: addYears(w.at, -2), to: addYears(w.at, 3) },
        事由: '食品经营许可证被吊销',
        处罚日期: addYears(w.at, -2),
      }
      registry.行业禁入库 = [ban as unknown as RegistryRecord]
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
