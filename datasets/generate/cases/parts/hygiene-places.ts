import type { Random } from '../../random.ts'

/** A kind of public place: what it is called, does, has and must have tested. */
export interface Place {
  type: string
  items: readonly string[]
  trade: string
  ending: string
  scope: string
  /** Rooms with their shares; the last takes what is left. */
  rooms: readonly (readonly [name: string, share: number])[]
  rest: string
  /** Rooms that the usual bad plan forgets; `listed`: the module's list asks for one of them. */
  forgotten: RegExp
  listed: boolean
  seats: readonly [number, number]
  posts: readonly string[]
  equipment: readonly (readonly [name: string, model: string, count: number, use: string])[]
  tests: readonly string[]
}

const AIR = ['室内空气（二氧化碳、甲醛、可吸入颗粒物）', '微小气候（温度、相对湿度、风速）']
const WASTE = ['公共卫生间', 0.06] as const

export const PLACES: readonly Place[] = [
  {
    type: '住宿场所',
    items: ['住宿'],
    trade: '酒店管理',
    ending: '旅馆',
    scope: '许可项目：住宿服务。一般项目：酒店管理；会议及展览服务。',
    rooms: [['清洗消毒间', 0.06], ['布草间', 0.05], ['前台大厅', 0.12], ['储藏间', 0.05], WASTE],
    rest: '客房',
    forgotten: /清洗消毒间|布草间/u,
    listed: true,
    seats: [16, 60],
    posts: ['卫生管理员', '前台接待', '客房服务员', '客房服务员', '布草保洁员'],
    equipment: [
      ['杯具消毒柜', 'XD-300', 2, '清洗消毒间，杯具消毒'],
      ['密闭保洁柜', 'BJ-800', 2, '清洗消毒间，杯具保洁'],
      ['三联清洗水池', '1500×600', 1, '清洗消毒间，杯具清洗'],
      ['布草存放柜', 'BC-1200', 2, '布草间，布草存放'],
      ['机械排风扇', 'PF-25', 4, '公共卫生间，通风'],
    ],
    tests: [...AIR, '公共用品用具（杯具、床上卧具、毛巾）'],
  },
  {
    type: '沐浴场所',
    items: ['足浴'],
    trade: '健康管理',
    ending: '足浴店',
    scope: '许可项目：足浴服务；沐浴服务。一般项目：养生保健服务（非医疗）。',
    rooms: [['清洗消毒间', 0.08], ['布草间', 0.05], ['更衣室', 0.08], ['淋浴间', 0.08], WASTE],
    rest: '足浴服务区',
    forgotten: /清洗消毒间/u,
    listed: false,
    seats: [8, 30],
    posts: ['卫生管理员', '前台接待', '足浴技师', '足浴技师', '保洁员'],
    equipment: [
      ['毛巾消毒柜', 'MJ-180', 2, '清洗消毒间，毛巾消毒'],
      ['足浴桶消毒池', '1200×600', 1, '清洗消毒间，足浴盆消毒'],
      ['拖鞋消毒柜', 'TX-60', 1, '更衣室，拖鞋消毒'],
      ['机械排风扇', 'PF-25', 3, '公共卫生间，通风'],
    ],
    tests: [...AIR, '公共用品用具（毛巾、浴巾、拖鞋、修脚工具）', '沐浴用水水质'],
  },
  {
    type: '美容美发场所',
    items: ['生活美容', '美发'],
    trade: '美容美发',
    ending: '美发店',
    scope: '许可项目：生活美容服务；理发（美发）服务。一般项目：化妆品零售。',
    rooms: [['清洗消毒间', 0.08], ['洗发区', 0.14], ['染烫区', 0.16], ['储藏间', 0.05], WASTE],
    rest: '美容美发服务区',
    forgotten: /清洗消毒间/u,
    listed: false,
    seats: [5, 20],
    posts: ['卫生管理员', '美发师', '美容师', '美发助理'],
    equipment: [
      ['理发工具紫外线消毒柜', 'ZW-60', 2, '清洗消毒间，理发工具消毒'],
      ['毛巾消毒柜', 'MJ-180', 2, '清洗消毒间，毛巾消毒'],
      ['皮肤病人专用工具箱', '专用', 1, '美容美发服务区，专用工具'],
      ['机械排风扇', 'PF-25', 2, '染烫区，通风'],
    ],
    tests: [...AIR, '公共用品用具（毛巾、理发工具、美容用具）'],
  },
  {
    type: '游泳场所',
    items: ['游泳'],
    trade: '体育健身',
    ending: '游泳馆',
    scope: '许可项目：游泳场所服务；高危险性体育运动（游泳）。一般项目：健身休闲活动。',
    rooms: [['清洗消毒间', 0.05], ['更衣室', 0.1], ['淋浴间', 0.1], ['强制淋浴及浸脚池', 0.03], WASTE],
    rest: '游泳池',
    forgotten: /更衣室|淋浴/u,
    listed: true,
    seats: [60, 200],
    posts: ['卫生管理员', '救生员', '救生员', '水质处理员', '保洁员'],
    equipment: [
      ['池水循环净化消毒装置', 'XH-40', 1, '机房，池水消毒'],
      ['余氯在线监测仪', 'YL-2', 1, '游泳池，水质监测'],
      ['拖鞋消毒柜', 'TX-60', 2, '更衣室，拖鞋消毒'],
      ['机械排风机', 'PF-90', 4, '游泳池，通风'],
    ],
    tests: [...AIR, '池水水质（游离性余氯、浑浊度、pH、细菌总数）', '公共用品用具（拖鞋）'],
  },
]

/** Rooms of a place with areas that add up to the whole. */
export function roomsOf(place: Place, area: number, random: Random): { 名称: string; 面积: number }[] {
  const rooms = place.rooms.map(([名称, share]) => ({
    名称,
    面积: Math.round(area * share * random.between(0.92, 1.08) * 10) / 10,
  }))
  const used = rooms.reduce((sum, { 面积 }) => sum + 面积, 0)
  return [...rooms, { 名称: place.rest, 面积: Math.round((area - used) * 10) / 10 }]
}
