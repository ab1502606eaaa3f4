import type { Concept } from './statement.ts'

/** 质量管理制度 of device and drug stores, 规章制度 of clinics; read by listsSystem. */
export const MEDICAL_SYSTEMS: readonly Concept[] = [
  { name: '采购', says: ['采购', '进货'] },
  { name: '验收', says: ['验收', '查验'] },
  { name: '销售', says: ['销售', '售卖'], not: ['销售后'] },
  { name: '售后服务', alias: ['售后'], says: ['售后', '退换货'] },
  { name: '不良事件监测', alias: ['不良事件'], says: ['不良事件', '不良反应'] },
  {
    name: '不合格医疗器械管理',
    alias: ['不合格医疗器械'],
    says: ['不合格'],
    wider: [{ words: ['质量问题', '报废', '销毁'], answer: null }],
  },
  { name: '医疗器械召回', alias: ['召回'], says: ['召回'], wider: [{ words: ['撤回', '退货'], answer: null }] },
  { name: '陈列检查', says: ['陈列', '养护'] },
  { name: '处方审核调配', alias: ['处方管理'], says: ['处方', '调配'], not: ['非处方'] },
  { name: '医疗废物管理', alias: ['医疗废物'], says: ['医疗废物', '医疗垃圾', '医废'] },
  { name: '医院感染管理', alias: ['院感', '消毒隔离'], says: ['感染', '消毒隔离'] },
  { name: '病历管理', alias: ['病历'], says: ['病历', '病案', '医疗文书'] },
  { name: '质量管理', says: ['质量管理', '质量否决', '质量负责人'] },
]
