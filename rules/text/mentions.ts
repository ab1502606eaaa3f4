import { EQUIPMENT } from './equipment.ts'
import { readStatement } from './read-statement.ts'
import type { Concept } from './statement.ts'

const THINGS: readonly Concept[] = [
  {
    name: '追溯',
    says: ['追溯', '溯源', '追踪', '可追', '可溯', '全程可查', '全过程可查', '来源可查', '去向可查', 'UDI', 'udi'],
    together: [
      ['来源', '供货', '购进', '上游'],
      ['去向', '流向', '销往', '下游'],
    ],
    not: ['无法追溯', '不能追溯', '不可追溯'],
  },
  {
    name: '佐证',
    says: ['截图', '截屏', '界面图', '附图', '供应商', '开发商', '软件商', '证明', '说明书', '软件合同'],
    not: ['供应商审核', '供应商资质', '供应商管理', '供应商档案'],
  },
  { name: '声明作废', says: ['作废', '失效', '无效'] },
  { name: '污水', says: ['污水', '废水'] },
  {
    name: '流产手术',
    says: [
      '流产术',
      '人工流产',
      '药物流产',
      '清宫',
      '吸宫',
      '钳刮',
      '引产',
      '刮宫',
      '负压吸引',
      '羊膜腔',
      '输卵管切除',
      '输卵管切开',
      '胚胎清除',
      '取胚',
    ],
  },
  { name: '计划生育手术', says: ['宫内节育器', '放环', '取环', '结扎', '复通'] },
  ...EQUIPMENT,
]

/** Whether a text says something about a thing (追溯, 佐证, 污水 …; any other word literally); null when it is empty. */
export function mentions(text: string, thing: string): boolean | null {
  return readStatement(text, THINGS.find(({ name }) => name === thing) ?? { name: thing, says: [thing] }).answer
}
