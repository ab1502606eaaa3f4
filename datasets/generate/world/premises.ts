import type { Random } from '../random.ts'

/** One shop unit, its address in parts so that a defect can leave out exactly one of them. */
export interface Premises {
  district: string
  road: string
  lane: string
  number: string
  floor: string
  room: string
  /** 建筑面积 in ㎡, two decimals. */
  area: number
  zones: { 名称: string; 面积: number }[]
}

/** The district whose counter takes the applications (rules/policy.yaml): its real roads, no real house. */
export const DISTRICT = {
  name: '普陀区',
  code: '310107',
  roads: [
    '长寿路',
    '武宁路',
    '曹杨路',
    '金沙江路',
    '真北路',
    '兰溪路',
    '梅川路',
    '宜川路',
    '石泉路',
    '中山北路',
    '光新路',
    '大渡河路',
    '桃浦路',
    '白玉路',
  ],
} as const

/** Share of each zone; the guests' room takes what is left, so that the zones add up to the whole exactly. */
const ZONES: readonly (readonly [string, number])[] = [
  ['粗加工区', 0.075],
  ['切配区', 0.1],
  ['烹饪区', 0.145],
  ['备餐区', 0.06],
  ['餐用具清洗消毒区', 0.075],
  ['仓储区', 0.07],
  ['更衣区', 0.04],
]

const COLD: typeof ZONES = [
  ['冷食专间', 0.055],
  ['预进间', 0.03],
]

/** A shop unit; with `cold` dishes it has a separate room for them behind an anteroom. */
export function premises(random: Random, cold: boolean): Premises {
  const area = random.int(820, 1980) / 10
  const zones = [...ZONES, ...(cold ? COLD : [])].map(([name, share]) => ({
    名称: name,
    面积: Math.round(area * share * random.between(0.92, 1.08) * 10) / 10,
  }))
  const used = zones.reduce((sum, zone) => sum + zone.面积, 0)
  zones.push({ 名称: '就餐区', 面积: Math.round((area - used) * 10) / 10 })
  const lane = random.chance(0.5) ? `${random.int(18, 990)}弄` : ''
  const number = `${lane ? random.int(1, 60) : random.int(12, 1880)}号`
  const floor = random.int(1, 2)
  return {
    district: DISTRICT.name,
    road: random.pick(DISTRICT.roads),
    lane,
    number,
    floor: lane ? '' : `${floor}层`,
    room: `${floor}${String(random.int(1, 28)).padStart(2, '0')}室`,
    area,
    zones,
  }
}

/** The full address, down to the room. */
export function address(p: Premises, room = p.room): string {
  return `上海市${p.district}${p.road}${p.lane}${p.number}${p.floor}${room}`
}
