import type { Concept } from './statement.ts'

/** Activities of 经营范围 about washing vehicles and carrying goods. */
export const CAR_WASH_AND_HAULAGE: readonly Concept[] = [
  {
    name: '机动车清洗',
    alias: ['洗车服务', '洗车'],
    says: [
      ...['洗车', '机动车清洗', '汽车清洗', '车辆清洗', '机动车保洁', '汽车美容', '车辆美容'],
      ...['机动车修理和维护', '机动车维修', '汽车维修', '汽车修理'],
    ],
    not: ['洗车设备', '洗车用品', '洗车机', '洗车液', '汽车美容用品', '汽车维修设备', '汽车维修工具', '汽车修理工具'],
  },
  {
    name: '道路货物运输',
    alias: ['普通货运', '道路普通货物运输'],
    says: [
      '道路货物运输',
      '道路货运',
      '普通货运',
      '普通货物运输',
      '货物专用运输',
      '大型物件运输',
      '道路运输',
      '汽车货运',
    ],
    not: ['道路旅客运输', '货运代理', '货物运输代理', '道路货物运输站经营', '道路货物运输站', '道路运输站'],
    limits: [{ words: ['限分支机构', '限分公司', '分支机构经营'], answer: null }],
    wider: [{ words: ['货物运输', '货运'], answer: null }],
  },
]
