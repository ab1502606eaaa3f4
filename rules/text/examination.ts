import { readStatement } from './read-statement.ts'
import type { Concept, Statement } from './statement.ts'

const CATEGORIES: readonly Concept[] = [
  { name: '食品', says: ['食品', '餐饮'] },
  { name: '公共场所', says: ['公共场所'] },
  { name: '饮用水', says: ['饮用水', '供水'] },
  { name: '药品', says: ['药品', '医疗器械'], not: ['食品药品'] },
  { name: '化妆品', says: ['化妆品'] },
]

/** Whether a 体检类别 is for a trade (食品, 公共场所 …): false when it names only others, null when it names none. */
export function suitsExamination(category: string, trade: string): Statement {
  const named = CATEGORIES.map((c) => ({ name: c.name, said: readStatement(category, c) })).filter((c) => c.said.answer)
  const wanted = named.find((c) => c.name === trade)
  if (wanted) return wanted.said
  const [other] = named
  if (other) return { answer: false, found: other.said.found, why: `体检类别为“${other.said.found}”` }
  return { answer: null, found: '', why: '体检类别没有写明' }
}
