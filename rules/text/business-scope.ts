import { CAR_WASH_AND_HAULAGE } from './activities-vehicle.ts'
import { LABOUR_ACTIVITIES } from './labour-activities.ts'
import { MEDICAL_ACTIVITIES } from './medical-activities.ts'
import { conceptNamed, readStatement } from './read-statement.ts'
import type { Concept, Statement } from './statement.ts'
import { VENUE_ACTIVITIES } from './venue-activities.ts'

const CATERING = [
  ...['餐饮服务', '餐饮经营', '餐馆', '饭店', '餐厅', '酒楼', '饮食店', '小吃', '快餐', '饮品店', '咖啡馆', '咖啡厅'],
  ...[
    '茶馆',
    '茶室',
    '酒吧',
    '食堂',
    '火锅',
    '面馆',
    '面店',
    '点心店',
    '西餐',
    '中餐',
    '正餐',
    '饮食服务',
    '集体用餐配送',
    '中央厨房',
    '食品制售',
    '饮品制售',
  ],
]
const SALE = ['食品销售', '食品流通', '食品零售', '食品批发', '食品互联网销售']
const SELLING = ['销售', '批发', '零售', '批零', '批兼零', '批发兼零售']
const FOOD = ['食品', '乳制品', '糕点', '糖果', '熟食', '饮料', '卤味', '冷饮']
const NOT_CATERING = [
  ...[
    '餐饮管理',
    '餐饮企业管理',
    '饭店管理',
    '餐厅管理',
    '餐饮咨询',
    '餐饮用具',
    '饭店用品',
    '餐饮设备',
    '餐饮服务管理',
  ],
  ...['餐饮技术', '餐饮服务设备', '快餐盒', '快餐具', '西餐具', '中餐具', '餐厅用品', '食堂用品', '食堂管理'],
]
// 食品 in these is not food for sale.
const NOT_FOOD = [
  ...[
    '食品添加剂',
    '食品用',
    '食品机械',
    '食品包装',
    '食品技术',
    '食品科技',
    '食品设备',
    '食品加工',
    '食品检测',
    '食品检验',
  ],
  ...[
    '食品安全',
    '食品生产',
    '食品相关',
    '食品容器',
    '食品级',
    '食品企业',
    '食品领域',
    '食品研发',
    '食品原料',
    '食品专业',
  ],
  ...['宠物食品', '非食品', '饮料机', '饮料设备', '糕点模具', '食品进出口', '食品仓储', '食品冷藏', '食品工业'],
]
const ONLY_PACKAGED = ['仅销售预包装', '仅限预包装', '限预包装', '只销售预包装', '仅预包装', '(销售预包装食品)']
const BRANCH = { words: ['限分支机构', '限分公司', '分支机构经营'], answer: null }

const ACTIVITIES: readonly Concept[] = [
  {
    name: '餐饮服务',
    alias: ['餐饮', '餐饮服务经营'],
    says: CATERING,
    not: NOT_CATERING,
    limits: [BRANCH],
    // 食品经营 took in 销售 and 餐饮 before the items were divided.
    wider: [
      { words: ['食品经营(仅销售', '食品经营(限销售', '食品经营(销售'], answer: false },
      { words: ['食品经营'], answer: true },
    ],
    noisy: ['餐饮服务'],
  },
  {
    name: '食品销售',
    alias: ['食品零售', '食品销售经营'],
    says: SALE,
    together: [SELLING, FOOD],
    not: NOT_FOOD,
    limits: [{ words: ONLY_PACKAGED, answer: null }, BRANCH],
    wider: [{ words: ['食品经营'], answer: true }],
  },
  {
    name: '预包装食品销售',
    alias: ['预包装食品'],
    says: ['预包装食品', ...SALE],
    together: [SELLING, FOOD],
    not: NOT_FOOD,
    limits: [BRANCH],
    wider: [{ words: ['食品经营'], answer: true }],
  },
  {
    name: '散装食品销售',
    alias: ['散装食品'],
    says: ['散装食品', ...SALE],
    together: [SELLING, FOOD],
    not: NOT_FOOD,
    limits: [{ words: ONLY_PACKAGED, answer: false }, BRANCH],
    wider: [{ words: ['食品经营'], answer: true }],
  },
  {
    name: '食品经营',
    alias: ['食品经营许可'],
    says: ['食品经营', ...CATERING, ...SALE],
    together: [SELLING, FOOD],
    not: [...NOT_CATERING, ...NOT_FOOD],
    limits: [{ words: ONLY_PACKAGED, answer: null }, BRANCH],
    noisy: ['餐饮服务'],
  },
  ...LABOUR_ACTIVITIES,
  ...VENUE_ACTIVITIES,
  ...CAR_WASH_AND_HAULAGE,
  ...MEDICAL_ACTIVITIES,
]

/** Whether a 经营范围 covers an activity (餐饮服务, 食品销售, 食品经营 …; any other is looked for literally). */
export function coversActivity(scope: string, activity: string): Statement {
  return readStatement(scope, conceptNamed(ACTIVITIES, activity))
}
