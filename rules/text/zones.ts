import { MEDICAL_ZONES, withoutFalseNegation } from './medical-zones.ts'
import { conceptNamed, readStatement } from './read-statement.ts'
import type { Concept, Statement } from './statement.ts'
import { VENUE_ZONES } from './venue-zones.ts'

/** A kitchen drawn as one room may hold the zone: a person looks. */
const KITCHEN = [
  {
    words: [
      '厨房',
      '后厨',
      '食品处理区',
      '操作间',
      '操作区',
      '加工间',
      '加工区',
      '加工场所',
      '食品加工区',
      '厨房间',
      '烹饪加工区',
    ],
    answer: null,
    whole: true,
  },
  // Of food or of tableware: the name does not say.
  { words: ['清洗间', '清洗区', '清洗池', '水池'], answer: null, whole: true },
] as const

const ZONES: readonly Concept[] = [
  {
    name: '粗加工',
    alias: ['粗加工区', '初加工'],
    says: ['粗加工', '初加工', '预处理', '原料清洗', '洗菜', '择菜', '拣洗', '宰杀', '清洗切配'],
    wider: KITCHEN,
  },
  { name: '切配', alias: ['切配区'], says: ['切配', '砧板', '配菜', '改刀'], wider: KITCHEN },
  {
    name: '烹饪',
    alias: ['烹饪区', '烹调', '热加工'],
    says: [
      '烹饪',
      '烹调',
      '炒菜',
      '热菜',
      '蒸饭',
      '热加工',
      '热厨',
      '灶台',
      '灶间',
      '炉灶',
      '蒸煮',
      '煎炸',
      '炒制',
      '明档',
      '面点间',
      '烘焙',
    ],
    wider: KITCHEN,
  },
  {
    name: '餐用具清洗消毒',
    alias: ['清洗消毒', '餐具清洗消毒', '洗消'],
    says: [
      '餐用具',
      '清洗消毒',
      '洗碗',
      '洗消',
      '餐具消毒',
      '餐具清洗',
      '餐具洗',
      '消毒间',
      '洗涤间',
      '餐具保洁',
      '消毒保洁',
    ],
    not: ['洗手消毒'],
    wider: KITCHEN,
  },
  { name: '备餐', alias: ['备餐区'], says: ['备餐', '配餐', '出餐', '传菜', '出菜', '售餐', '分餐', '打餐', '打包区'] },
  {
    name: '就餐',
    alias: ['就餐区', '就餐场所'],
    says: [
      '就餐',
      '用餐',
      '餐厅',
      '大厅',
      '包厢',
      '包房',
      '包间',
      '堂食',
      '客席',
      '雅座',
      '散座',
      '卡座',
      '客座',
      '用膳',
      '宴会厅',
    ],
  },
  { name: '更衣', alias: ['更衣室', '更衣区'], says: ['更衣', '换衣'], not: ['二次更衣'] },
  {
    name: '仓储',
    alias: ['仓库', '库房', '贮存', '储存'],
    says: [
      '仓储',
      '仓库',
      '库房',
      '储藏',
      '贮藏',
      '贮存',
      '储存',
      '冷库',
      '干货',
      '原料库',
      '食品库',
      '冷藏室',
      '冷冻室',
      '物料间',
      '库',
    ],
    not: ['车库', '数据库'],
  },
  {
    name: '专间',
    alias: ['专用操作区', '专用操作场所'],
    says: ['专间', '冷菜', '凉菜', '冷荤', '裱花', '刺身', '生食', '熟食间', '卤味间', '冷食', '专用操作'],
  },
  { name: '预进间', alias: ['二次更衣'], says: ['预进间', '二次更衣', '二更', '缓冲间'] },
  {
    name: '清洗车位',
    alias: ['洗车位'],
    says: ['清洗车位', '洗车位', '洗车工位', '清洗工位', '洗车区', '洗车间', '清洗车间', '车辆清洗', '洗车机'],
    wider: [{ words: ['清洗区', '工位', '车位'], answer: null }],
  },
  { name: '沉淀池', says: ['沉淀池', '沉砂池', '沉沙池', '三级沉淀', '沉淀井'] },
  { name: '隔油池', says: ['隔油', '油水分离'] },
  {
    name: '排水口',
    says: ['排水口', '排放口', '排水接口', '接管井', '排水井', '污水井', '纳管口', '排口'],
    wider: [{ words: ['排水'], answer: null }],
  },
  {
    name: '循环水设备',
    alias: ['节水设备'],
    says: ['循环水', '循环用水', '回用水', '中水', '节水设备', '节水设施', '水处理设备'],
  },
  { name: '进出口', alias: ['出入口'], says: ['进出口', '出入口', '进口', '出口', '入口', '大门', '车辆进出'] },
  { name: '洗手消毒', alias: ['洗手'], says: ['洗手', '手部消毒'] },
  ...VENUE_ZONES,
  ...MEDICAL_ZONES,
]

/** Whether the zones named on a plan hold a required one; nothing read is no answer. */
export function showsZone(names: readonly string[], zone: string): Statement {
  return readStatement(withoutFalseNegation(names.join(';')), conceptNamed(ZONES, zone))
}
