import type { Row } from '../../../../../facts/values/value.ts'
import type { Defect } from '../../plan.ts'
import { change } from './change.ts'

/** Plan, equipment and management rules. */
export const KITCHEN: readonly Defect[] = [
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
]
