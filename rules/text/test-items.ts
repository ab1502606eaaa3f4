import { conceptNamed, readStatement } from './read-statement.ts'
import type { Concept, Statement } from './statement.ts'

const ITEMS: readonly Concept[] = [
  {
    name: '集中空调',
    alias: ['集中空调通风系统'],
    says: ['集中空调', '中央空调', '空调送风', '空调风管', '冷却水', '冷凝水', '风管内表面', '嗜肺军团菌'],
  },
  {
    name: '空气',
    alias: ['空气质量'],
    says: [
      '空气',
      '二氧化碳',
      '一氧化碳',
      '甲醛',
      '可吸入颗粒物',
      'PM10',
      'pm10',
      '细菌总数(空气)',
      'CO2',
      'TVOC',
      '氨',
    ],
    // Of the ducts, not of the room.
    not: ['空气处理机', '空气净化装置', '送风空气'],
  },
  {
    name: '微小气候',
    says: ['微小气候', '温度', '湿度', '风速', '新风量', '气温', '室温'],
    not: ['池水温度', '水温', '浴池水温'],
  },
  {
    name: '用品用具',
    alias: ['公共用品用具'],
    says: [
      '用品用具',
      '毛巾',
      '床单',
      '被套',
      '枕套',
      '浴巾',
      '杯具',
      '茶具',
      '拖鞋',
      '布草',
      '棉织品',
      '理发工具',
      '美容工具',
      '理发用具',
      '美容用具',
      '床上用品',
      '洁具',
      '剪刀',
      '梳子',
    ],
  },
  {
    name: '水质',
    says: [
      '水质',
      '池水',
      '泳池水',
      '浴池水',
      '游泳池水',
      '余氯',
      '尿素',
      '浑浊度',
      '浊度',
      '淋浴水',
      '沐浴用水',
      '大肠菌群(水)',
      'pH值',
    ],
  },
]

/** Whether the 检测项目 of a test report take in a kind of test (空气, 微小气候, 用品用具, 水质, 集中空调). */
export function testsFor(items: readonly string[], kind: string): Statement {
  return readStatement(items.join(';'), conceptNamed(ITEMS, kind))
}

/** Whether a 检测结论 says that what was tested is in order; null when it says neither. */
export function testPassed(conclusion: string): Statement {
  const bad = readStatement(conclusion, FAULTY)
  if (bad.answer !== false) return { ...bad, answer: bad.answer === true ? false : null }
  if (bad.found !== '') return { ...bad, answer: true }
  const good = readStatement(conclusion, SOUND)
  if (good.answer === true) return good
  return { answer: null, found: '', why: '检测结论没有写明合格还是不合格' }
}

const FAULTY: Concept = {
  name: '不合格',
  says: [
    '不合格',
    '不符合',
    '未达标',
    '不达标',
    '超标',
    '未达到',
    '不满足',
    '未通过',
    '超过标准',
    '超出标准',
    '超过限值',
    '超出限值',
  ],
  // 无不合格项 and 未见超标 find nothing wrong.
  not: ['未见不合格', '未超标', '不超标', '未见超标', '未发现不合格', '未发现超标', '未超过标准', '未超出标准'],
}
const SOUND: Concept = {
  name: '合格',
  says: ['合格', '符合', '达标', '满足', '通过', '未超标', '未见超标', '未见不合格'],
  not: ['不合格', '不符合', '不达标', '未达标', '不满足', '未通过', '合格证', '待合格'],
}
