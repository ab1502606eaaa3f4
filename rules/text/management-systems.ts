import { LABOUR_SYSTEMS } from './labour-systems.ts'
import { MEDICAL_SYSTEMS } from './medical-systems.ts'
import { conceptNamed, readStatement } from './read-statement.ts'
import type { Concept, Statement } from './statement.ts'
import { VENUE_SYSTEMS } from './venue-systems.ts'

const SYSTEMS: readonly Concept[] = [
  {
    name: '食品安全自查',
    alias: ['自查', '食品安全自查制度'],
    says: ['食品安全自查', '自检自查', '自查'],
    wider: [{ words: ['定期检查', '日常检查', '卫生检查', '检查制度', '安全检查'], answer: null }],
    noisy: ['食品安全自查'],
  },
  {
    name: '从业人员健康管理',
    alias: ['健康管理', '从业人员健康管理制度'],
    says: [
      '健康管理',
      '从业人员健康',
      '员工健康',
      '人员健康',
      '健康检查',
      '健康档案',
      '体检',
      '健康证',
      '健康申报',
      '晨检',
    ],
    not: ['职业健康管理', '职业健康检查', '心理健康管理'],
    noisy: ['从业人员健康管理'],
  },
  { name: '从业人员培训', alias: ['培训'], says: ['培训', '学习教育'] },
  {
    name: '进货查验记录',
    alias: ['进货查验', '进货查验记录制度'],
    says: [
      '进货查验',
      '采购查验',
      '索证索票',
      '索票索证',
      '采购索证',
      '查验记录',
      '进货台账',
      '采购验收',
      '进货验收',
      '进货检查验收',
    ],
    wider: [{ words: ['采购', '进货', '查验', '验收'], answer: null }],
    noisy: ['进货查验记录', '索证索票'],
  },
  {
    name: '食品安全事故处置',
    alias: ['事故处置', '食品安全事故应急处置', '食品安全事故处置方案'],
    says: ['食品安全事故', '食物中毒', '食品安全突发', '食品安全应急', '食品安全事件', '食品事故', '食源性疾病'],
    not: ['消防应急', '火灾应急', '生产安全事故', '安全生产事故', '消防突发'],
    wider: [{ words: ['事故', '应急', '突发'], answer: null }],
    noisy: ['食品安全事故'],
  },
  {
    name: '餐厨废弃物处置',
    alias: ['废弃物处置'],
    says: ['餐厨废弃物', '餐厨垃圾', '厨余', '废弃物', '废弃油脂', '泔水', '湿垃圾'],
  },
  { name: '清洗消毒', alias: ['餐用具清洗消毒'], says: ['清洗消毒', '消毒保洁', '洗消', '消毒', '清洗、消毒'] },
  { name: '设施设备维护', says: ['维护保养', '设备维护', '设施维护', '设备保养', '维修保养', '设施设备管理'] },
  { name: '食品添加剂使用', alias: ['食品添加剂'], says: ['食品添加剂', '添加剂使用'] },
  { name: '食品留样', alias: ['留样'], says: ['留样'] },
  {
    name: '食品贮存',
    alias: ['贮存', '储存'],
    says: ['贮存', '储存', '仓储', '仓库管理', '库房管理', '存储', '库存', '在库', '仓库保管', '储藏'],
  },
  { name: '不合格食品处置', says: ['不合格', '召回', '下架', '过期食品', '变质食品', '临近保质期'] },
  { name: '投诉处理', says: ['投诉', '消费者意见'] },
  { name: '食品安全追溯', alias: ['追溯'], says: ['追溯', '溯源', '追踪'] },
  {
    name: '食品安全管理人员',
    says: ['食品安全管理人员', '食品安全管理员', '食品安全总监', '食品安全员', '岗位责任'],
  },
  { name: '加工操作规程', alias: ['操作规程'], says: ['操作规程', '加工制作', '加工操作', '加工过程'] },
  {
    name: '安全生产责任制',
    alias: ['安全生产责任'],
    says: ['安全生产责任', '安全责任制', '安全生产岗位责任'],
    wider: [{ words: ['安全生产管理', '安全管理制度', '岗位责任'], answer: null }],
    noisy: ['安全生产责任制'],
  },
  {
    name: '安全操作规程',
    alias: ['安全生产操作规程'],
    says: ['操作规程', '驾驶规程', '作业规程'],
    noisy: ['操作规程'],
  },
  {
    name: '车辆技术管理',
    alias: ['车辆技术管理制度'],
    says: ['车辆技术', '车辆维护', '车辆检测', '车辆维修', '车辆安全检查', '车辆保养', '车辆管理'],
    noisy: ['车辆技术管理'],
  },
  {
    name: '应急预案',
    alias: ['安全生产应急预案'],
    says: ['应急预案', '应急救援', '应急处置', '事故应急', '突发事件'],
    not: ['食品安全事故应急处置', '食品安全事故应急预案', '食品安全应急预案', '食品安全应急处置', '食品安全突发事件'],
    wider: [{ words: ['应急', '事故处理'], answer: null }],
    noisy: ['应急预案'],
  },
  { name: '场所环境卫生', alias: ['环境卫生'], says: ['环境卫生', '场所卫生', '清洁卫生', '卫生管理'] },
  ...LABOUR_SYSTEMS,
  ...VENUE_SYSTEMS,
  ...MEDICAL_SYSTEMS,
]

/** Whether a directory of 管理制度 names a required system; nothing read is no answer. */
export function listsSystem(titles: readonly string[], name: string): Statement {
  return readStatement(titles.join(';'), conceptNamed(SYSTEMS, name))
}
