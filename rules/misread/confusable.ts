import { READABLE } from './readable-characters.ts'
import { SIMILAR } from './similar-characters.ts'

const readable = new Set(READABLE.replace(/\s/g, ''))

const similar = new Map<string, Set<string>>()
for (const group of SIMILAR.trim().split(/\s+/)) {
  const [first = '', ...others] = group
  for (const other of others) {
    similar.set(first, (similar.get(first) ?? new Set()).add(other))
    similar.set(other, (similar.get(other) ?? new Set()).add(first))
  }
}

/** Han that look like this one. */
export const likeCharacters = (character: string): string[] => [...(similar.get(character) ?? [])]

/** Signs of different kinds that print or a poor picture makes one of; within a group digits stay apart from digits. */
const ALIKE = ['0ODQ〇○口', '1IL丨|!', '2Z', '5S', '6G', '8B', '9GQ', '一-—', '·.、,。', ';:', '工I', '十+T', '八Λ']

const likeSigns = new Map<string, Set<string>>()
for (const group of ALIKE) {
  for (const sign of group) likeSigns.set(sign, new Set([...(likeSigns.get(sign) ?? []), ...group]))
}

const isHan = (character: string) => /^[\p{Script=Han}〇]$/u.test(character)
const isDigit = (character: string) => /^\d$/.test(character)

/** A Han that no reading can contain: the recogniser's dictionary does not hold it. */
export const isUnreadable = (character: string): boolean =>
  /^\p{Script=Han}$/u.test(character) && !readable.has(character)

/** Stands for a number and counts as one: a digit, a letter, or a numeral beside what numbers are told with. */
export function isFigure(text: readonly string[], at: number): boolean {
  const character = text[at] ?? ''
  if (/^[0-9A-Z]$/.test(character)) return true
  if (!/^[〇零一二三四五六七八九十百千甲乙丙丁]$/u.test(character)) return false
  const [before = '', after = ''] = [text[at - 1], text[at + 1]]
  return (
    /[第\d〇零二三四五六七八九十百]/u.test(before) ||
    /[\d弄号幢栋座室层楼单元村区组期路街年月日〇零二三四五六七八九十百中小]/u.test(after)
  )
}

/** Whether print of `other` may have been read as `read`, both folded: they look alike, or no reading can give the other. */
export function areConfusable(read: string, other: string): boolean {
  if (similar.get(read)?.has(other)) return true
  if (!readable.has(other) && isUnreadable(other) && isHan(read)) return true
  return likeSigns.get(read)?.has(other) === true && !(isDigit(read) && isDigit(other))
}
