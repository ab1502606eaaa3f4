import { proportion, type Tally } from './interval.ts'
import { FOLDED, SCOPE } from './licence-labels.ts'
import type { CharacterErrors, FieldScore, LicenceScore } from './licences.ts'

const NONE: Tally = { right: 0, n: 0 }

/** The micro average as it would be with 经营范围 compared without punctuation. */
function microOfLetters({ micro, fields, scopeLetters }: FieldScore): Tally {
  return { right: micro.right - (fields[SCOPE]?.right ?? 0) + scopeLetters.right, n: micro.n }
}

const errorRate = ({ errors, characters }: CharacterErrors) =>
  `${errors}/${characters} ${((100 * errors) / Math.max(1, characters)).toFixed(2)}%`

/** The score as lines for a person: what is folded, one table, then what was confidently wrong. */
export function formatLicences(score: LicenceScore): string {
  const row = (name: string, pick: (of: FieldScore) => Tally | undefined) =>
    `  ${name.padEnd(12, '　')} ${proportion(pick(score.strict) ?? NONE).padEnd(30)} ${proportion(pick(score.corrected) ?? NONE)}`
  const names = new Set([...Object.keys(score.strict.fields), ...Object.keys(score.corrected.fields)])
  return [
    ...FOLDED.map((line) => `  · ${line}`),
    '  · 方括号内是 95% Wilson 区间；CER = 编辑距离之和 / 标注字数',
    `  ${'字段'.padEnd(12, '　')} ${'strict'.padEnd(30)} corrected`,
    ...[...names].map((name) => row(name, (of) => of.fields[name])),
    row('经营范围（不计标点）', (of) => of.scopeLetters),
    row('合计', (of) => of.micro),
    row('合计（范围不计标点）', microOfLetters),
    `  文书类型 ${proportion(score.documentType)}`,
    `  经营范围 CER ${errorRate(score.scope)}（计标点）· ${errorRate(score.scopeLetters)}（不计标点）`,
    `  正确字段中置信≥.9 ${proportion(score.confidentOfRight)} · 置信≥.9 中正确 ${proportion(score.rightOfConfident)}`,
    `  高置信错码 ${score.confidentWrongCodes.length === 0 ? '无' : score.confidentWrongCodes.join('; ')}`,
  ].join('\n')
}

/** Misses as lines, to learn general causes from. */
export const formatMisses = (score: LicenceScore): string =>
  score.misses
    .map(
      (m) =>
        `${m.file} ${m.field}${m.corrected ? '（标注有误，读对）' : ''} ${m.confidence.toFixed(2)}\n  label ${m.label}\n  raw   ${m.raw}`,
    )
    .join('\n')
