import { foldText } from '../../facts/values/text.ts'

const WEEKS = /(?:孕|妊娠|孕周|宫内早孕|停经)[^\d]{0,4}(\d{1,2})(?:\+(\d))?周/u
const DAYS = /(?:孕|妊娠|停经)[^\d]{0,4}(\d{2,3})天/u

/** Completed weeks of pregnancy told in a medical record (孕8+3周, 停经58天); null when none is told. */
export function pregnancyWeeks(record: string): number | null {
  const text = foldText(record)
  const weeks = text.match(WEEKS)?.[1]
  if (weeks !== undefined) return Number(weeks)
  const days = text.match(DAYS)?.[1]
  return days === undefined ? null : Math.floor(Number(days) / 7)
}

const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['流产', ['流产', '引产', '清宫', '吸宫', '钳刮', '胚胎停止', '胚胎停育', '葡萄胎', '宫外孕', '异位妊娠']],
  ['计划生育手术', ['放置宫内节育器', '取出宫内节育器', '放环', '取环', '结扎', '复通']],
  ['多胞胎', ['双胎', '双胞胎', '三胎妊娠', '多胎']],
  ['难产', ['剖宫产', '剖腹产', '产钳', '胎头吸引', '臀位牵引', '难产']],
  ['顺产', ['顺产', '平产', '自然分娩', '阴道分娩', '顺娩']],
]

/**
 * Kind of childbirth or operation a discharge diagnosis tells: 流产, 计划生育手术, 多胞胎, 多胞胎（难产）, 难产 or 顺产; null when
 * none.
 */
export function childbirthKind(record: string): string | null {
  const text = foldText(record)
  // A past event is no diagnosis of today.
  const now = text.replace(/(?:既往|曾|有)[^,;。]*?(?:史|术后\d+年)/gu, '')
  const told = KINDS.filter(([, words]) => words.some((word) => now.includes(word))).map(([kind]) => kind)
  if (told[0] === '多胞胎' && told.includes('难产')) return '多胞胎（难产）'
  return told[0] ?? null
}
