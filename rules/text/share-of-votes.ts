import { parseChineseNumber } from '../../facts/values/chinese-number.ts'
import { compact } from '../../facts/values/text.ts'

const ALL = ['全体股东一致', '一致同意', '一致通过', '全票通过', '全体股东同意', '全体同意']
const PERCENT = /(\d{1,3}(?:\.\d+)?)%/gu
const WRITTEN_PERCENT = /百分之([零一二三四五六七八九十百]+)/gu
const FRACTION = /([二三四五六七八九十]+)分之([一二三四五六七八九]+)/gu

/**
 * The share of votes in favour that a resolution states, in percent: “表决权 80%”, 三分之二 → 66.67, 一致同意 → 100. Of
 * several figures (出席、表决) the smallest. Null when it states none.
 */
export function shareOfVotes(raw: string): number | null {
  const text = compact(raw)
  const numbers = [
    ...[...text.matchAll(PERCENT)].map(([, digits]) => Number(digits)),
    ...[...text.matchAll(WRITTEN_PERCENT)].map(([, words]) => parseChineseNumber(words ?? '') ?? Number.NaN),
    ...[...text.matchAll(FRACTION)]
      .filter(([whole]) => !whole.startsWith('百'))
      .map(
        ([, below, above]) =>
          (100 * (parseChineseNumber(above ?? '') ?? Number.NaN)) / (parseChineseNumber(below ?? '') ?? 1),
      ),
  ]
  if (numbers.some((n) => !(n > 0 && n <= 100))) return null
  if (numbers.length > 0) return Math.min(...numbers)
  return ALL.some((word) => text.includes(word)) ? 100 : null
}
