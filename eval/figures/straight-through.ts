import type { CaseResult } from '../score/case-result.ts'
import type { PointScore } from '../score/score-case.ts'
import type { Figure, Item } from './figure.ts'

/** A scenario that leaves a point to a person cannot be decided without one. */
const allowsIt = ({ score }: CaseResult): boolean =>
  score.points.length > 0 &&
  score.points.every(({ truth, automation }) => truth !== 'person' && automation !== 'manual')

const isDecided = ({ score }: CaseResult): boolean => score.points.every(({ verdict }) => verdict !== 'unsure')

const stops = ({ verdict, severity }: PointScore): boolean => verdict === 'fail' && severity !== 'advise'

export const straightThrough: Figure = {
  id: 'straightThrough',
  name: '自动审批率 straight-through',
  meaning: '没有一个要点存疑的件 / 情形里没有只能人判的要点的件',
  better: 'higher',
  policy: null,
  aim: null,
  items: (result) => (allowsIt(result) ? [{ name: 'case', hit: isDecided(result) }] : []),
}

export const straightThroughErrors: Figure = {
  id: 'straightThroughErrors',
  name: '自动审批错误率 straight-through errors',
  meaning: '自动得出的收或不收与标注相反的件 / 自动决定的件',
  better: 'lower',
  policy: null,
  aim: null,
  items(result): Item[] {
    if (!allowsIt(result) || !isDecided(result)) return []
    const accepted = !result.score.points.some(stops)
    return [{ name: 'case', hit: accepted !== (result.outcome === 'accept' || result.outcome === 'person') }]
  },
}
