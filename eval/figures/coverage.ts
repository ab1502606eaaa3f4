import { isDecided } from './decided.ts'
import type { Figure } from './figure.ts'

export const catalogueCoverage: Figure = {
  id: 'catalogueCoverage',
  name: '覆盖率 catalogue coverage',
  meaning:
    '可由程序判断的审查要点（缺参数、还判不到通过或不通过的不算）/ 情形的全部审查要点（含只能人判的）；是清点，不是抽样',
  better: 'higher',
  policy: 0.9,
  aim: 0.96,
  census: true,
  items: ({ catalogue }) =>
    Array.from({ length: catalogue?.points ?? 0 }, (_, i) => ({
      name: String(i),
      hit: i < (catalogue?.automatic ?? 0),
    })),
}

export const decidedCoverage: Figure = {
  id: 'decidedCoverage',
  name: '覆盖率 decided coverage',
  meaning: '判了通过或不通过的适用要点 / 适用的要点（含只能人判的）',
  better: 'higher',
  policy: 0.9,
  aim: 0.9,
  items: ({ score }) =>
    score.points
      .filter(({ truth }) => truth !== 'not-applicable')
      .map((point) => ({ name: point.point, hit: isDecided(point) })),
}
