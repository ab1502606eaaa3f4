import type { Evidence, Fact } from '../../facts/fact.ts'
import { comparable } from '../../facts/values/text.ts'
import { type LikelySlip, likelySlip, SURE_OF_FIGURES } from '../misread/likely-slip.ts'
import type { Read } from './knowledge.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One text that a leaf sees, with the fact that it comes from. */
export interface Sighting {
  path: string
  fact: Fact
  text: string
  /** Where it stands in the values given to the leaf. */
  place: readonly (string | number)[]
}

/** So many doubtful values of one leaf are tried. */
const MOST_TRIED = 12
/** A list with more texts is not compared one with the other. */
const MOST_SIGHTED = 400

/** Read from pixels, so that a character may be another one. */
export const isPictured = ({ evidence }: Fact): boolean =>
  evidence.some((one) => one.kind === 'material' && one.pictured)

/**
 * A value read from a picture that may well be another value the same clause looks at, where that would change what the
 * clause says: then nobody knows. `holds` judges the clause over other values; `result` is what it said, null for unknown.
 */
export function nearMiss(
  sightings: readonly Sighting[],
  given: readonly unknown[],
  result: boolean | null,
  holds: (given: readonly unknown[]) => unknown,
  vocabulary: Vocabulary,
): Read | null {
  if (sightings.length > MOST_SIGHTED || sightings.length < 2) return null
  let tried = 0
  const seen = sightings.map(folded)
  for (const one of seen) {
    if (!isPictured(one.fact) || isConfirmed(one, seen, result)) continue
    for (const other of seen) {
      if (tried >= MOST_TRIED) return null
      if (one.list === other.list || one.folded === other.folded) continue
      const slip = likelySlip(one.text, other.text, one.fact)
      const run = !slip && runsOn(one.text, other.text)
      if (!slip && !run && !runsTogether(one, other)) continue
      tried += 1
      const then = holds(replaced(given, one.place, slip?.mended ?? other.text))
      if (typeof then !== 'boolean' || then === result) continue
      if (run) return doubtedRun(one, other, vocabulary)
      return slip ? doubted(one, other, slip, vocabulary) : doubtedList(one, other, vocabulary)
    }
  }
  return null
}

/** A number read from a picture, not quite surely, that cannot be a number of its kind: more likely misread than misprinted. */
export function slippedNumber(sightings: readonly Sighting[]): Read | null {
  const one = sightings.find(({ fact }) => isPictured(fact) && fact.confidence < SURE_OF_FIGURES)
  if (!one) return null
  const why = `读作“${one.text}”，校验位或格式不对，可能是没看清`
  const settle = `请对照原件${pageOf(one.fact)}核对这个号码，或重拍`
  return { path: one.path, fact: { ...one.fact, doubt: { why, settle } }, obstacle: 'unreadable' }
}

/** A sighting in the forms in which it is compared with others. */
interface Folded extends Sighting {
  /** Its path without places in lists. */
  list: string
  folded: string
}

const folded = ({ path, fact, text, place }: Sighting): Folded => ({
  path,
  fact,
  text,
  place,
  list: path.includes('[') ? path.replace(/\[\d+\]/g, '') : path,
  folded: comparable(text),
})

/** An entry of a list that begins or ends with the other value: the mark between two entries was not read. */
function runsTogether({ text, fact }: Sighting, { text: other }: Sighting): boolean {
  const isEntry = Array.isArray(fact.value) && fact.value.every((entry) => typeof entry === 'string')
  return (
    isEntry && other.length >= 2 && text.length >= other.length + 2 && (text.startsWith(other) || text.endsWith(other))
  )
}

const ADDRESS = /^[，,、;；:：\s]?(?:住所|地址)?[:：]?.{0,8}[省市区县].*[路街道弄号]/u

/** The other value with an address after it: the next box on the paper was read as one with it. */
const runsOn = (text: string, other: string): boolean =>
  other.length >= 4 && text.startsWith(other) && ADDRESS.test(text.slice(other.length))

function doubtedRun(one: Sighting, other: Sighting, vocabulary: Vocabulary): Read {
  const why = `读作“${one.text}”，是${vocabulary.label(other.path)}“${other.text}”后面连着一个地址，可能和旁边一栏连读了`
  const settle = `请对照原件${pageOf(one.fact)}核对${vocabulary.label(one.path)}`
  return { path: one.path, fact: { ...one.fact, doubt: { why, settle } }, obstacle: 'unreadable' }
}

function doubtedList(one: Sighting, other: Sighting, vocabulary: Vocabulary): Read {
  const why = `“${one.text}”里有${vocabulary.label(other.path)}“${other.text}”，可能是几项之间的顿号没有读出来`
  const settle = `请对照原件${pageOf(one.fact)}核对${vocabulary.label(one.path)}`
  return { path: one.path, fact: { ...one.fact, doubt: { why, settle } }, obstacle: 'unreadable' }
}

/**
 * Somebody else says the same. Another picture may be misread alike (the same character in the same print), so that it
 * confirms only what holds anyway.
 */
function isConfirmed(one: Folded, sightings: readonly Folded[], result: boolean | null): boolean {
  return sightings.some(
    (other) =>
      other.folded === one.folded &&
      other.list !== one.list &&
      (result === true || !isPictured(other.fact)) &&
      !shareOrigin(one.fact, other.fact),
  )
}

const shareOrigin = (one: Fact, other: Fact): boolean =>
  one.evidence.some((own) => other.evidence.some((evidence) => originOf(evidence) === originOf(own)))

function originOf(evidence: Evidence): string {
  if (evidence.kind === 'material') return `material ${evidence.material}`
  return evidence.kind === 'source' ? `source ${evidence.source} ${evidence.record}` : evidence.kind
}

function replaced(given: readonly unknown[], [key, ...rest]: readonly (string | number)[], text: string): unknown[] {
  const set = (value: unknown, path: readonly (string | number)[]): unknown => {
    const [first, ...more] = path
    if (first === undefined) return text
    if (Array.isArray(value)) return value.map((inner, i) => (i === first ? set(inner, more) : inner))
    const row = value as Record<string, unknown>
    return { ...row, [first]: set(row[first], more) }
  }
  return given.map((value, i) => (i === key ? set(value, rest) : value))
}

/** 第 3 页, where a value was seen on a paper. */
export function pageOf({ evidence }: Fact): string {
  const seen = evidence.find((one) => one.kind === 'material')
  return seen ? `第 ${seen.page} 页` : ''
}

/** The read as it is told: which character, where each of the two stands, and what settles it. */
function doubted(one: Sighting, other: Sighting, { slips }: LikelySlip, vocabulary: Vocabulary): Read {
  const told = slips.map(({ read, other: meant }) =>
    read === '' ? `少读“${meant}”` : meant === '' ? `多出“${read}”` : `“${read}”与“${meant}”`,
  )
  const [label, otherLabel] = [vocabulary.label(one.path), vocabulary.label(other.path)]
  const count = slips.length === 1 ? '一个字' : '两个字'
  const why = `读作“${one.text}”，与${otherLabel}“${other.text}”只差${count}（${told.join('，')}），可能是没看清`
  const settle = `请对照原件${pageOf(one.fact)}核对${label}`
  return { path: one.path, fact: { ...one.fact, doubt: { why, settle } }, obstacle: 'unreadable' }
}
