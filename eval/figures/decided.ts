import type { PointScore } from '../score/score-case.ts'

export const isDecided = ({ verdict }: PointScore): boolean => verdict === 'pass' || verdict === 'fail'

/** Decided points that accuracy is about: those only a person can decide are left out, whatever was said of them. */
export const judged = (points: readonly PointScore[]): PointScore[] =>
  points.filter((point) => isDecided(point) && point.truth !== 'person' && point.automation !== 'manual')
