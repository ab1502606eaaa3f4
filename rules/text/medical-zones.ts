import type { Concept } from './statement.ts'

/** 非 in these names is no negation: said otherwise before a plan's zones are read. */
export function withoutFalseNegation(zones: string): string {
  return zones.replaceAll('非处方药', 'OTC').replaceAll('非药品', '药外商品')
}

/** Zones of device stores, pharmacies and clinics on a plan; read by showsZone. */
export const MEDICAL_ZONES: readonly Concept[] = [
  { name: '待验区', alias: ['待验'], says: ['待验', '验收区', '收货区', '待检区'] },
  { name: '合格品区', alias: ['合格区'], says: ['合格'], not: ['不合格'] },
  { name: '不合格品区', alias: ['不合格区'], says: ['不合格'] },
  { name: '退货区', alias: ['退货'], says: ['退货'] },
  { name: '发货区', alias: ['发货'], says: ['发货', '出库', '复核区'] },
  { name: '处方药区', says: ['处方药'] },
  { name: '非处方药区', says: ['OTC', 'otc'] },
  { name: '中药饮片区', says: ['中药饮片', '饮片区', '中药区', '中药柜'] },
  { name: '冷藏区', says: ['冷藏', '冷库', '冰箱', '阴凉冷藏'] },
  { name: '非药品区', says: ['药外商品', '保健食品', '医疗器械区', '日用品', '化妆品'] },
  { name: '诊室', says: ['诊室', '诊疗室', '诊断室', '诊间'] },
  { name: '治疗室', says: ['治疗室', '治疗区', '治疗间'] },
  { name: '处置室', says: ['处置室', '处置区', '处置间'] },
  { name: '候诊区', alias: ['候诊'], says: ['候诊', '等候区', '等候厅'] },
]
