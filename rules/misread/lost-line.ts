import { parseChineseNumber } from '../../facts/values/chinese-number.ts'

const ORDINAL = /^\s*[(（第]?([一二三四五六七八九十]{1,3}|\d{1,2})\s*[、.．)）条章]/u
/** Numbers of one line tell no order. */
const LEAST = 2
/** So many numbers in their order tell that no line between them was lost. */
const ENOUGH = 3

/** The first number that a numbered list read line by line lacks (1 to its highest number); null: none, or no numbers. */
export function lostNumber(texts: readonly string[]): number | null {
  const seen = numbersOf(texts)
  if (seen.size < LEAST) return null
  for (let number = 1; number < Math.max(...seen); number++) if (!seen.has(number)) return number
  return null
}

/** Numbered line by line from 1 on, none left out. */
export function isNumberedThrough(texts: readonly string[]): boolean {
  return numbersOf(texts).size >= ENOUGH && lostNumber(texts) === null
}

function numbersOf(texts: readonly string[]): Set<number> {
  const lines = texts.flatMap((text) => text.split('\n'))
  const numbers = lines.flatMap((line) => {
    const [, ordinal = ''] = ORDINAL.exec(line) ?? []
    const number = /^\d+$/.test(ordinal) ? Number(ordinal) : parseChineseNumber(ordinal)
    return ordinal === '' || number === null ? [] : [number]
  })
  return new Set(numbers)
}
