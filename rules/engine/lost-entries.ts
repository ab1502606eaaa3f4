import type { Fact } from '../../facts/fact.ts'
import { likelySlip } from '../misread/likely-slip.ts'
import { isNumberedThrough, lostNumber } from '../misread/lost-line.ts'
import type { Knowledge, Read } from './knowledge.ts'
import { isPictured, pageOf } from './near-misses.ts'
import type { Vocabulary } from './vocabulary.ts'

type Entry = string | Readonly<Record<string, unknown>>

/** A list of words, or the rows of a table, as a leaf sees it. */
export interface ListSighting {
  path: string
  fact: Fact
  entries: readonly Entry[]
  /** Its index in the values given to the leaf. */
  index: number
}

/** A list read surely is taken to be whole. */
const SURE_OF_LISTS = 0.9
/** Areas that add up to the whole within this part show that none is missing. */
const ROUNDING = 0.01

/**
 * A list read from a picture in which something is not found: of 24 such on pictures of development cases 20 stood in a
 * line that was lost or cut. It may stand there when with it (one of `wanted`) the clause would hold; unless the list
 * was read surely, is numbered throughout, or its figures add up to the whole that the paper states.
 */
export function lostEntry(
  lists: readonly ListSighting[],
  wanted: readonly string[],
  given: readonly unknown[],
  holds: (given: readonly unknown[]) => unknown,
  knowledge: Knowledge,
  vocabulary: Vocabulary,
): Read | null {
  const words = [...new Set(wanted.flatMap((word) => word.split('/')))].filter((word) => word !== '')
  for (const list of lists) {
    const { path, fact, entries, index } = list
    if (!isPictured(fact)) continue
    const slipped = misreadWord(list, words, given, holds)
    if (slipped) return { path, fact: { ...fact, doubt: slipped }, obstacle: 'unreadable' }
    const texts = fact.evidence.flatMap((one) => (one.kind === 'material' ? [one.text] : []))
    const number = lostNumber(texts)
    if (number === null && (fact.confidence >= SURE_OF_LISTS || isNumberedThrough(texts))) continue
    if (addsUp(list, knowledge, vocabulary)) continue
    const found = candidates(entries, words, given, index).find(
      ({ entry }) => holds(given.map((one, i) => (i === index ? [...entries, entry] : one))) === true,
    )
    if (!found) continue
    return { path, fact: { ...fact, doubt: told(fact, found.word, number) }, obstacle: 'unreadable' }
  }
  return null
}

/** Shorter words are like too many others. */
const LEAST = 4

/** A word that is looked for, read with one character like another within an entry. */
function misreadWord(
  { fact, entries, index }: ListSighting,
  words: readonly string[],
  given: readonly unknown[],
  holds: (given: readonly unknown[]) => unknown,
): { why: string; settle: string } | null {
  for (const word of words.filter(({ length }) => length >= LEAST)) {
    for (const [place, entry] of entries.entries()) {
      for (const text of typeof entry === 'string' ? [entry] : Object.values(entry)) {
        if (typeof text !== 'string') continue
        const read = windows(text, word.length).find((part) => {
          const slip = likelySlip(part, word, fact)
          // Where other characters differ as well, mending the one that is alike does not give the word.
          return slip?.slips.length === 1 && slip.mended.includes(word)
        })
        if (read === undefined) continue
        const mended = entries.map((one, i) => (i === place ? withText(one, text, text.replace(read, word)) : one))
        if (holds(given.map((one, i) => (i === index ? mended : one))) !== true) continue
        const why = `“${read}”可能是没看清的“${word}”`
        return { why, settle: `请对照原件${pageOf(fact)}看写的是不是“${word}”` }
      }
    }
  }
  return null
}

const windows = (text: string, length: number): string[] =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length))

const withText = (entry: Entry, from: string, to: string): Entry =>
  typeof entry === 'string' ? to : Object.fromEntries(Object.entries(entry).map(([k, v]) => [k, v === from ? to : v]))

interface Candidate {
  /** What is looked for; null: a row whose figures make the sum. */
  word: string | null
  entry: Entry
}

/** What a lost entry may have been. */
function candidates(
  entries: readonly Entry[],
  words: readonly string[],
  given: readonly unknown[],
  index: number,
): Candidate[] {
  const [first] = entries
  if (typeof first !== 'object') return words.map((word) => ({ word, entry: word }))
  const row = (text: string, amount: (column: string) => number) =>
    Object.fromEntries(
      Object.entries(first).map(([name, value]) => [name, typeof value === 'number' ? amount(name) : text]),
    )
  const totals = given.filter((value, i): value is number => i !== index && typeof value === 'number')
  const sums = totals.flatMap((total) => {
    const rest = row('', (column) => Math.max(0, total - sum(entries, column)))
    return Object.values(rest).some((value) => typeof value === 'number' && value > 0)
      ? [{ word: null, entry: rest }]
      : []
  })
  return [...words.map((word) => ({ word, entry: row(word, () => 0) })), ...sums]
}

/** The figures of a column make a number that the same paper states elsewhere: no row is missing. */
function addsUp({ path, entries }: ListSighting, knowledge: Knowledge, vocabulary: Vocabulary): boolean {
  const [first] = entries
  if (typeof first !== 'object') return false
  const [head = ''] = path.split('.')
  const stated = [...(vocabulary.heads.get(head)?.fields ?? [])].flatMap(([name, { type }]) => {
    const value = type === 'number' || type === 'integer' ? knowledge.fact(`${head}.${name}`)?.value : null
    return typeof value === 'number' && value > 0 ? [value] : []
  })
  return Object.keys(first).some((column) => {
    const whole = sum(entries, column)
    return stated.some((value) => Math.abs(value - whole) <= ROUNDING * value)
  })
}

const sum = (entries: readonly Entry[], column: string): number =>
  entries.reduce((total, row) => {
    const value = typeof row === 'object' ? row[column] : 0
    return total + (typeof value === 'number' ? value : 0)
  }, 0)

/** The read as it is told: what was not found, and what settles it. */
function told(fact: Fact, word: string | null, number: number | null) {
  if (word === null) {
    const why = '各行加起来比总数少，可能有一行没有读出来'
    return { why, settle: `请对照原件${pageOf(fact)}看有没有漏读的一行，各行加起来对不对` }
  }
  if (number !== null) {
    const why = `清单里编号 ${number} 的那一行没有读出来，“${word}”可能就在那一行`
    return { why, settle: `请对照原件核对编号 ${number} 的那一行，或重拍这一页` }
  }
  const why = `照片上没有读到“${word}”，可能是没有读全`
  return { why, settle: `请对照原件${pageOf(fact)}看有没有“${word}”；没有的请补上` }
}
