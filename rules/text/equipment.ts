import type { Concept } from './statement.ts'

/** What the name of a thing on an equipment list says it is for; one name is read at a time. */
export const EQUIPMENT: readonly Concept[] = [
  {
    name: '冷藏冷冻设备',
    says: [
      '冷藏',
      '冷冻',
      '冰箱',
      '冰柜',
      '冷柜',
      '冷库',
      '雪柜',
      '风幕柜',
      '保鲜柜',
      '速冻',
      '急冻',
      '制冷柜',
      '低温柜',
    ],
    not: ['冷冻食品货架', '冷藏药品货架', '冷藏药品运输协议'],
  },
  {
    name: '冷藏设备',
    says: ['冷藏', '冷柜', '冰箱', '冷库', '冰柜'],
    not: ['冷藏药品货架', '冷藏药品标识', '冷藏药品记录'],
  },
  {
    name: '温湿度监测',
    says: ['温湿度', '温度监测', '温度监控', '温度记录', '温度自动'],
    together: [
      ['温度', '湿度'],
      ['监测', '监控', '报警', '采集', '自动记录'],
    ],
    // 自动监测 is asked for: one that a person reads and writes down is something else.
    limits: [{ words: ['人工', '手工', '手动', '水银'], answer: false }],
  },
  {
    name: '消毒设备',
    says: ['消毒', '洗消', '灭菌', '杀菌'],
    not: ['消毒液', '消毒剂', '消毒片', '消毒湿巾', '消毒记录', '消毒用品'],
  },
]
