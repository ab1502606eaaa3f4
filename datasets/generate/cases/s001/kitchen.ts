/** Equipment of a small restaurant: cold chain, disinfection, cleaning, pests, fumes and grease, each with its place. */
export const EQUIPMENT: readonly { 设备名称: string; 规格型号: string; 数量: number; 用途: string }[] = [
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

/** Management rules of a restaurant; the first four are the ones every application must have. */
export const RULES: readonly string[] = [
  '食品安全自查制度',
  '从业人员健康管理制度',
  '进货查验记录制度',
  '食品安全事故处置制度',
  '从业人员培训管理制度',
  '场所及设施设备清洗消毒维护制度',
  '餐厨废弃物处置制度',
  '食品添加剂使用制度',
]

/** 加工操作流程 as the applicant writes it. */
export const FLOW = '原料验收→粗加工→切配→烹饪→备餐→供餐；餐用具回收→清洗→消毒→保洁'
