import type { DocumentField } from '../../facts/document-type.ts'
import { isLikelyName } from '../../facts/values/likely-name.ts'
import { fold, type Glyph, type Piece, printed } from './frame.ts'
import { packagedWords } from './lexicon.ts'
import { likeness } from './likeness.ts'
import { mendDivisions } from './mend-divisions.ts'
import { mendMarks } from './mend-marks.ts'
import { mendNames } from './mend-names.ts'
import { mendPhrases, phrasesOf } from './mend-phrases.ts'

/** A character read with less may give way; one beside it must be read with so much to make a word with it. */
const [CLEAR, BESIDE] = [0.9, 0.5]
/** So likely must be what was also seen: the more, the more surely the character itself was read. */
const SEEN = [
  { below: 0.8, least: 0.02 },
  { below: CLEAR, least: 0.1 },
]
/** A character that makes a word gives way to one that makes a longer one (天火器 → 灭火器), seen with so much. */
const LONGER = 0.1
const LONGEST = 4

const HAN = /^\p{Script=Han}$/u
/** Of an address only the names of divisions are words. */
const DIVISION = /^[省市区县旗州盟镇乡]$/u
const PLACE = /[路街弄村镇].*(?:号|室)/u

/** Print of a value and the characters that were put right in it: none in most. */
export interface Mended {
  raw: string
  changed: number
}

/** Offices are named in words, firms are not. */
const OFFICE = /(?:局|厅|委员会|政府|法院|检察院|派出所|监督所|管理所)$/u

/** Whether some print tells in words: firms, persons and places bear names that are no words. */
const isWords = (text: string) =>
  !PLACE.test(text) &&
  (OFFICE.test(text) || likeness({ type: 'org-name' }, text) < 1) &&
  !(/^\p{Script=Han}{2,4}$/u.test(text) && isLikelyName(text))

/** Whether words may put print of such a field right. */
function inWords(type: DocumentField['type'], text: string): boolean {
  if (type === 'address') return true
  return type === 'org-name' ? OFFICE.test(text) : (type === 'text' || type === 'list') && isWords(text)
}

/**
 * Puts characters right that were misread in set phrases, names or by their place in an enumeration, and those hardly read that make no word with their neighbours, where
 * something else that the reader saw there does (手市 → 手术). Chosen only among what was seen, so that it must be looked at.
 */
export function mendWords(field: Pick<DocumentField, 'type' | 'values' | 'hints'>, pieces: readonly Piece[]): Mended {
  const given = printed(pieces)
  const head = field.hints?.head
  const set = new Map([
    ...(head ? mendMarks(new RegExp(head, 'u'), given) : []),
    ...mendPhrases(phrasesOf(field), given),
    ...(field.type === 'name' ? mendNames(given) : []),
    ...(field.type === 'address' || field.type === 'org-name' ? mendDivisions(given) : []),
  ])
  const glyphs = given.map((glyph, at) => {
    const raw = set.get(at)
    return raw === undefined ? glyph : { ...glyph, raw, confidence: 1 }
  })
  const texts = glyphs.map(({ raw }) => raw)
  const right = wordsRight(field.type, glyphs, texts)
  return { raw: right.join(''), changed: right.filter((text, at) => text !== given[at]?.raw).length }
}

/** The characters of some print, those that words put right among them. */
function wordsRight(type: DocumentField['type'], glyphs: readonly Glyph[], texts: string[]): string[] {
  const doubtful = glyphs.some(({ raw, confidence, rivals }) => confidence < CLEAR && rivals && HAN.test(raw))
  if (!doubtful || !inWords(type, fold(texts.join('')))) return texts
  const words = packagedWords()
  /** Characters of the longest word that a character makes with its neighbours; 0: none. */
  const makesWord = (at: number, text: string) => {
    let longest = 0
    for (let from = Math.max(0, at - LONGEST + 1); from <= at; from += 1)
      for (let to = Math.max(at + 1, from + 2); to <= Math.min(texts.length, from + LONGEST); to += 1) {
        const word = [...texts.slice(from, at), text, ...texts.slice(at + 1, to)].join('')
        if (
          words.has(word) &&
          (type !== 'address' || DIVISION.test(texts[to] ?? '')) &&
          glyphs.slice(from, to).every(({ confidence }, i) => from + i === at || confidence >= BESIDE)
        )
          longest = Math.max(longest, to - from)
      }
    return longest
  }
  const taken = new Map<string, string>()
  const first = glyphs.map(({ raw, confidence, rivals = [] }, at) => {
    if (confidence >= CLEAR || !HAN.test(raw)) return raw
    const own = makesWord(at, raw)
    const least = SEEN.find(({ below }) => confidence < below)?.least ?? 1
    const [likeliest] = rivals
      .filter(
        ({ text, probability }) => probability >= (own ? LONGER : least) && HAN.test(text) && makesWord(at, text) > own,
      )
      .toSorted((a, b) => b.probability - a.probability)
    if (likeliest) taken.set(raw, likeliest.text)
    return likeliest?.text ?? raw
  })
  // What was misread once in a value was misread alike in the rest of it (手市治疗，市后恢复).
  return first.map((text, at) => {
    const instead = text === texts[at] ? taken.get(text) : undefined
    const seen = instead !== undefined && glyphs[at]?.rivals?.some((rival) => rival.text === instead)
    return seen && !makesWord(at, text) ? instead : text
  })
}
