import { isLikelyName } from '../../facts/values/likely-name.ts'
import type { ValueType } from '../../facts/values/value.ts'
import { fold, type Piece, printed } from './frame.ts'
import { packagedWords } from './lexicon.ts'
import { likeness } from './likeness.ts'

/** A character read with less may give way; one beside it must be read with so much to make a word with it. */
const [CLEAR, BESIDE] = [0.8, 0.5]
/** So likely must be what was also seen. */
const SEEN = 0.02
const LONGEST = 4

const HAN = /^\p{Script=Han}$/u
const PLACE = /[路街弄村镇].*(?:号|室)/u

/** Print of a value and the characters that were put right in it: none in most. */
export interface Mended {
  raw: string
  changed: number
}

/** Whether some print tells in words: firms, persons and places bear names that are no words. */
const isWords = (text: string) =>
  !PLACE.test(text) &&
  likeness({ type: 'org-name' }, text) < 1 &&
  !(/^\p{Script=Han}{2,4}$/u.test(text) && isLikelyName(text))

/**
 * Puts characters right that were hardly read and make no word with their neighbours, where something else that the reader
 * saw there does (手市 → 手术). Only values in words; chosen only among what was seen, so that it must be looked at.
 */
export function mendWords(type: ValueType, pieces: readonly Piece[]): Mended {
  const glyphs = printed(pieces)
  const texts = glyphs.map(({ raw }) => raw)
  const plain = { raw: texts.join(''), changed: 0 }
  const doubtful = glyphs.some(({ raw, confidence, rivals }) => confidence < CLEAR && rivals && HAN.test(raw))
  if (!doubtful || (type !== 'text' && type !== 'list') || !isWords(fold(plain.raw))) return plain
  const words = packagedWords()
  const makesWord = (at: number, text: string) => {
    for (let from = Math.max(0, at - LONGEST + 1); from <= at; from += 1)
      for (let to = Math.max(at + 1, from + 2); to <= Math.min(texts.length, from + LONGEST); to += 1) {
        const word = [...texts.slice(from, at), text, ...texts.slice(at + 1, to)].join('')
        if (
          words.has(word) &&
          glyphs.slice(from, to).every(({ confidence }, i) => from + i === at || confidence >= BESIDE)
        )
          return true
      }
    return false
  }
  const taken = new Map<string, string>()
  const first = glyphs.map(({ raw, confidence, rivals = [] }, at) => {
    if (confidence >= CLEAR || !HAN.test(raw) || makesWord(at, raw)) return raw
    const [likeliest] = rivals
      .filter(({ text, probability }) => probability >= SEEN && HAN.test(text) && makesWord(at, text))
      .toSorted((a, b) => b.probability - a.probability)
    if (likeliest) taken.set(raw, likeliest.text)
    return likeliest?.text ?? raw
  })
  // What was misread once in a value was misread alike in the rest of it (手市治疗，市后恢复).
  const right = first.map((text, at) => {
    const instead = text === texts[at] ? taken.get(text) : undefined
    const seen = instead !== undefined && glyphs[at]?.rivals?.some((rival) => rival.text === instead)
    return seen && !makesWord(at, text) ? instead : text
  })
  return { raw: right.join(''), changed: right.filter((text, at) => text !== texts[at]).length }
}
