import { conceptNamed, readStatement } from './read-statement.ts'
import type { Concept, Statement } from './statement.ts'

const CATEGORIES: readonly Concept[] = [
  {
    name: '最低生活保障',
    alias: ['低保'],
    says: ['最低生活保障', '低保'],
    not: ['低保边缘', '低保边沿', '最低生活保障边缘'],
  },
  { name: '低收入困难家庭', alias: ['低收入'], says: ['低收入', '低保边缘', '低保边沿', '最低生活保障边缘'] },
  { name: '特困供养', alias: ['特困'], says: ['特困', '五保'] },
  { name: '支出型贫困', says: ['支出型', '刚性支出'] },
]

/** Whether words on a form claim a kind of social aid (最低生活保障, 低收入困难家庭, 特困供养, 支出型贫困). */
export function claimsAid(words: string, category: string): Statement {
  return readStatement(words, conceptNamed(CATEGORIES, category))
}
