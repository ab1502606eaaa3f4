import { judged } from './decided.ts'
import type { Figure } from './figure.ts'

export const accuracy: Figure = {
  id: 'accuracy',
  name: '准确率 accuracy',
  meaning: '与标注相同的结论 / 判了通过或不通过的结论（只能人判的要点除外）',
  better: 'higher',
  policy: 0.9,
  aim: 0.98,
  items: ({ score }) =>
    judged(score.points).map(({ point, truth, verdict }) => ({ name: point, hit: truth === verdict })),
}

export const alwaysPass: Figure = {
  id: 'alwaysPass',
  name: '一律判通过 always pass',
  meaning: '同样这些要点，若一律判通过能对多少（准确率要和它比）',
  better: 'higher',
  policy: null,
  aim: null,
  items: ({ score }) => judged(score.points).map(({ point, truth }) => ({ name: point, hit: truth === 'pass' })),
}
