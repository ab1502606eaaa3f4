import { addDays } from '../../world/dates.ts'

/** What is to be done at night, from one day to the morning of another. */
export interface Nights {
  process: string
  from: string
  to: string
  nights: number
  /** Cubic metres in all. */
  volume: number
}

export const MACHINES = ['泵车 2 台', '搅拌车 8 台', '振捣棒 6 根']

/** One row a night from `from`, the work spread evenly. */
export function schedule({ nights, process, volume }: Nights, from: string): Record<string, string>[] {
  return Array.from({ length: nights }, (_, i) => ({
    日期: addDays(from, i),
    工序: process,
    工程量: `${Math.round(volume / nights)} 立方米`,
    机械设备: MACHINES.join('、'),
  }))
}
