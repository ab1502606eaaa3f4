import { judged } from './decided.ts'
import type { Figure } from './figure.ts'

export const defectRecall: Figure = {
  id: 'defectRecall',
  name: '缺陷找到率 defect recall',
  meaning: '判了不通过的真实缺陷 / 全部真实缺陷（存疑算漏）',
  better: 'higher',
  policy: null,
  aim: 0.95,
  items: ({ score }) => score.defects.map(({ id, found }) => ({ name: id, hit: found })),
}

export const defectPrecision: Figure = {
  id: 'defectPrecision',
  name: '缺陷准确率 defect precision',
  meaning: '确实不通过的 / 判了不通过的',
  better: 'higher',
  policy: null,
  aim: 0.95,
  items: ({ score }) =>
    judged(score.points)
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ point, truth }) => ({ name: point, hit: truth === 'fail' })),
}

export const blockingFalsePass: Figure = {
  id: 'blockingFalsePass',
  name: '不予受理类误放率 false pass on blocking points',
  meaning: '判成通过的 / 级别为不予受理、标注不通过的要点；看区间上限',
  better: 'lower',
  policy: null,
  aim: 0.01,
  items: ({ score }) =>
    score.points
      .filter(({ truth, severity }) => truth === 'fail' && severity === 'block')
      .map(({ point, verdict }) => ({ name: point, hit: verdict === 'pass' })),
}

export const noticeCompleteness: Figure = {
  id: 'noticeCompleteness',
  name: '首次告知完整率 notice completeness',
  meaning: '第一份补正告知书写明的真实缺陷 / 全部真实缺陷',
  better: 'higher',
  policy: null,
  aim: 0.95,
  items: ({ score }) => score.defects.map(({ id, named }) => ({ name: id, hit: named })),
}
