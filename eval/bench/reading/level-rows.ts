import { proportion, type Tally, wilson } from '../interval.ts'
import { calibration, type FieldOutcome, fieldFigures, type ReadingScore } from './score-documents.ts'

/**
 * 95 % interval of the share of right fields when whole documents are drawn, not fields: errors of one page come together.
 * Wilson's interval at the number of fields that would be as sure (ratio estimator over documents), never more than there are.
 */
export function byDocument(documents: readonly Tally[]): [number, number] {
  const right = documents.reduce((sum, one) => sum + one.right, 0)
  const n = documents.reduce((sum, one) => sum + one.n, 0)
  const share = right / Math.max(1, n)
  const k = documents.length
  if (k < 2 || right === 0 || right === n) return wilson({ right, n: n === 0 ? 0 : n })
  const spread = documents.reduce((sum, one) => sum + (one.right - share * one.n) ** 2, 0)
  const variance = ((k / (k - 1)) * spread) / n ** 2
  const like = Math.min(n, (share * (1 - share)) / variance)
  return wilson({ right: share * like, n: like })
}

const tallies = (fields: readonly FieldOutcome[]): Tally[] => {
  const of = new Map<string, Tally>()
  for (const { document, outcome } of fields) {
    const one = of.get(document) ?? { right: 0, n: 0 }
    of.set(document, { right: one.right + (outcome === 'right' ? 1 : 0), n: one.n + 1 })
  }
  return [...of.values()]
}

/** The same as a person reads it, of fields. */
export const documentInterval = (fields: readonly FieldOutcome[]): string =>
  `[${byDocument(tallies(fields))
    .map((share) => (100 * share).toFixed(1))
    .join('–')}]`

export const LEVEL_HEAD = [
  '拍摄质量',
  '份',
  '完全一致',
  '按份抽样的区间',
  '错而置信≥.9',
  '正确中置信≥.9',
  'ECE',
  '文书类型',
]

/** One row for every level, as the figures are told: fields, both intervals, confidence, calibration error, type. */
export function levelRows({ documents, fields }: Pick<ReadingScore, 'documents' | 'fields'>): string[][] {
  return [...new Set(documents.map(({ level }) => level))].map((level) => {
    const mine = documents.filter((one) => one.level === level)
    const own = fields.filter((one) => one.level === level)
    const { exact, wrongConfident, confidentOfRight } = fieldFigures(own)
    return [
      level,
      String(mine.length),
      proportion(exact),
      documentInterval(own),
      proportion(wrongConfident),
      proportion(confidentOfRight),
      calibration(own).ece.toFixed(3),
      `${mine.filter(({ typeRight }) => typeRight).length}/${mine.length}`,
    ]
  })
}
