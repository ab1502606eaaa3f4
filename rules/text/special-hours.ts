import { foldText } from '../../facts/values/text.ts'

/** Posts for which 不定时工作制 or 综合计算工时工作制 is meant (劳部发〔1994〕503号第四条、第五条), in everyday words. */
const FLEXIBLE = [
  ...['高级管理', '高管', '总经理', '副总', '总监', '外勤', '推销', '销售', '业务员', '市场拓展', '客户经理', '值班'],
  ...['长途', '货运司机', '出租', '驾驶员', '司机', '押运', '装卸', '机动作业', '快递', '外卖', '骑手', '巡查'],
]
const COMBINED = [
  ...[
    '铁路',
    '港口',
    '水运',
    '航空',
    '机组',
    '船员',
    '轮船',
    '渔业',
    '邮政',
    '电信',
    '通信',
    '地质',
    '勘探',
    '建筑',
    '施工',
  ],
  ...[
    '制盐',
    '制糖',
    '旅游',
    '导游',
    '景区',
    '酒店',
    '餐厅',
    '餐饮',
    '厨师',
    '服务员',
    '生产',
    '操作工',
    '流水线',
    '炉',
    '运维',
  ],
  ...[
    '保安',
    '安保',
    '值守',
    '仓储',
    '物流',
    '配送',
    '司机',
    '驾驶员',
    '门店',
    '营业员',
    '护理',
    '客服',
    '机房',
    '监控',
  ],
  ...[
    '连续作业',
    '轮班',
    '倒班',
    '空乘',
    '乘务',
    '列车',
    '机务',
    '冶炼',
    '轧钢',
    '炼钢',
    '季节',
    '采摘',
    '种植',
    '养殖',
    '捕捞',
  ],
  ...['收割', '农场', '林场', '采盐'],
]
/** Office work by the clock (行政、财务、人事): neither list means it. */
const BY_THE_CLOCK = ['文员', '前台', '出纳', '会计', '人事专员', '档案管理', '文秘']
const EVERYBODY = ['全体', '全部', '所有', '全员', '各岗位', '全公司', '不限']

/**
 * Whether a post is one for which the special working hours may be asked for: false when everybody is asked for at
 * once or office work by the clock, null for a post that neither list names.
 */
export function suitsSpecialHours(post: string, kind: string): boolean | null {
  const text = foldText(post)
  if (text === '') return null
  if (EVERYBODY.some((word) => text.includes(word))) return false
  const words = kind.includes('综合') ? COMBINED : kind.includes('不定时') ? FLEXIBLE : []
  if (words.some((word) => text.includes(word))) return true
  return BY_THE_CLOCK.some((word) => text.includes(word)) ? false : null
}
