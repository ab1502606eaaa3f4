import type { Random } from '../../random.ts'

/** What stands in a kitchen or shop: 设备设施清单 rows. */
export interface Equipment {
  设备名称: string
  规格型号: string
  数量: number
  用途: string
}

/** Equipment of a small restaurant: cold chain, disinfection, cleaning, pests, fumes and grease, each with its place. */
export const KITCHEN: readonly Equipment[] = [
  { 设备名称: '双门冷藏柜', 规格型号: 'LC-610', 数量: 2, 用途: '切配区，冷藏' },
  { 设备名称: '卧式冷冻柜', 规格型号: 'BD-320', 数量: 1, 用途: '仓储区，冷冻' },
  { 设备名称: '热风消毒柜', 规格型号: 'RTP-700', 数量: 1, 用途: '餐用具清洗消毒区，餐具消毒' },
  { 设备名称: '密闭保洁柜', 规格型号: 'BJ-1200', 数量: 2, 用途: '餐用具清洗消毒区，餐具保洁' },
  { 设备名称: '三联清洗水池', 规格型号: '1800×700', 数量: 2, 用途: '粗加工区，清洗' },
  { 设备名称: '双眼炒炉', 规格型号: 'CL-2', 数量: 2, 用途: '烹饪区，烹饪' },
  { 设备名称: '油烟净化器', 规格型号: 'YJ-12K', 数量: 1, 用途: '烹饪区，油烟排放' },
  { 设备名称: '油水分离器', 规格型号: 'GY-800', 数量: 1, 用途: '餐用具清洗消毒区，隔油' },
  { 设备名称: '灭蝇灯', 规格型号: 'MY-40W', 数量: 3, 用途: '就餐区，防蝇' },
  { 设备名称: '挡鼠板', 规格型号: '600mm', 数量: 2, 用途: '仓储区，防鼠' },
]

/** What a canteen has beside. */
export const CANTEEN: readonly Equipment[] = [
  ...KITCHEN,
  { 设备名称: '留样冷藏柜', 规格型号: 'LY-180', 数量: 1, 用途: '备餐区，食品留样' },
]

/** Equipment of a food shop. */
export const SHOP: readonly Equipment[] = [
  { 设备名称: '立式冷藏展示柜', 规格型号: 'LSC-668', 数量: 3, 用途: '销售区，冷藏陈列，单台容积668升' },
  { 设备名称: '岛式冷冻柜', 规格型号: 'SD-520', 数量: 1, 用途: '销售区，冷冻陈列，容积520升' },
  { 设备名称: '食品货架', 规格型号: '1200×450', 数量: 8, 用途: '销售区，陈列' },
  { 设备名称: '散装食品防护柜', 规格型号: '带防尘罩', 数量: 2, 用途: '散装食品销售区，防尘防蝇' },
  { 设备名称: '电子秤', 规格型号: 'ACS-15', 数量: 1, 用途: '收银区，称量' },
  { 设备名称: '灭蝇灯', 规格型号: 'MY-40W', 数量: 2, 用途: '销售区，防蝇' },
  { 设备名称: '挡鼠板', 规格型号: '600mm', 数量: 2, 用途: '仓储区，防鼠' },
]

/** Management rules; the first four are the ones every food business must have. */
export const FOOD_RULES: readonly string[] = [
  '食品安全自查制度',
  '从业人员健康管理制度',
  '进货查验记录制度',
  '食品安全事故处置制度',
  '从业人员培训管理制度',
  '场所及设施设备清洗消毒维护制度',
  '餐厨废弃物处置制度',
  '食品添加剂使用制度',
]

/** 加工操作流程 as applicants write it. */
export const FLOWS: readonly string[] = [
  '原料验收→粗加工→切配→烹饪→备餐→供餐；餐用具回收→清洗→消毒→保洁',
  '采购验收后入库，粗加工、切配、烹饪，经备餐区出餐；餐具回收后清洗、消毒、保洁',
]

type Shares = readonly (readonly [zone: string, share: number])[]

const KITCHEN_ZONES: Shares = [
  ['粗加工区', 0.075],
  ['切配区', 0.1],
  ['烹饪区', 0.145],
  ['备餐区', 0.06],
  ['餐用具清洗消毒区', 0.075],
  ['仓储区', 0.07],
  ['更衣区', 0.04],
]

const COLD_ROOM: Shares = [
  ['冷食专间', 0.055],
  ['预进间', 0.03],
]

const SHOP_ZONES: Shares = [
  ['收银区', 0.08],
  ['仓储区', 0.15],
  ['冷藏冷冻食品陈列区', 0.14],
]

/** Rooms with their areas; the last one named takes what is left, so that they add up to the whole. */
function divide(area: number, shares: Shares, rest: string, random: Random) {
  const zones = shares.map(([名称, share]) => ({
    名称,
    面积: Math.round(area * share * random.between(0.92, 1.08) * 10) / 10,
  }))
  const used = zones.reduce((sum, { 面积 }) => sum + 面积, 0)
  return [...zones, { 名称: rest, 面积: Math.round((area - used) * 10) / 10 }]
}

/** A restaurant or canteen; with `cold` dishes it has a room for them behind an anteroom. */
export function kitchenZones(area: number, cold: boolean, random: Random) {
  return divide(area, [...KITCHEN_ZONES, ...(cold ? COLD_ROOM : [])], '就餐区', random)
}

/** A food shop, with places for what it sells loose. */
export function shopZones(area: number, loose: { dry: boolean; cooked: boolean }, random: Random) {
  const more: Shares = [
    ...(loose.dry ? ([['散装食品销售区', 0.1]] as const) : []),
    ...(loose.cooked ? ([['散装熟食专间', 0.09]] as const) : []),
  ]
  return divide(area, [...SHOP_ZONES, ...more], '预包装食品销售区', random)
}

const PROCESSING = /加工|切配|烹饪|备餐|消毒|专间/u

/** 食品处理区面积 and 就餐场所面积 as a plan shows them. */
export function areasOf(zones: readonly { 名称: string; 面积: number }[]): {
  fd_procarea: number
  fd_dinearea: number
} {
  const sum = zones.filter(({ 名称 }) => PROCESSING.test(名称)).reduce((total, { 面积 }) => total + 面积, 0)
  return {
    fd_procarea: Math.round(sum * 10) / 10,
    fd_dinearea: zones.find(({ 名称 }) => 名称 === '就餐区')?.面积 ?? 0,
  }
}
