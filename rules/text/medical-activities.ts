import type { Concept } from './statement.ts'

/** Activities of device stores, pharmacies and clinics in a 经营范围; read by coversActivity. */
export const MEDICAL_ACTIVITIES: readonly Concept[] = [
  {
    name: '第二类医疗器械',
    alias: ['第二类医疗器械经营'],
    says: ['第二类医疗器械', '二类医疗器械', 'II类医疗器械'],
    wider: [{ words: ['医疗器械'], answer: null }],
  },
  {
    name: '第三类医疗器械',
    alias: ['第三类医疗器械经营'],
    says: ['第三类医疗器械', '三类医疗器械', 'III类医疗器械'],
    wider: [{ words: ['医疗器械'], answer: null }],
  },
  {
    name: '药品零售',
    alias: ['药品经营'],
    says: ['药品零售', '药品经营', '药品销售'],
    together: [
      ['零售', '销售'],
      ['药品', '中成药', '化学药制剂', '中药饮片'],
    ],
    not: ['非药品', '药品包装', '药品批发', '兽药', '农药'],
  },
  {
    name: '诊疗服务',
    alias: ['诊所', '医疗服务'],
    says: ['诊疗', '医疗服务', '诊所', '门诊'],
    not: ['诊疗设备', '远程诊疗软件', '医疗服务器', '宠物诊疗', '动物诊疗'],
    wider: [{ words: ['健康咨询服务(不含诊疗服务)'], answer: false }],
  },
]
