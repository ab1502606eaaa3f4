import type { DocumentField } from '../../facts/document-type.ts'
import { isLikelyName } from '../../facts/values/likely-name.ts'
import { fold, type Glyph, type Piece, printed } from './frame.ts'
import { packagedWords } from './lexicon.ts'

/** So likely is what leaves a letter or digit open: nothing beside it tells which of two digits stands there; … */
const DIGIT = 0.06
/** … a Chinese character is left open by so much; in names of firms, which hardly any word vouches for, by what a digit is. */
const HAN_CHARACTER = 0.1

/** A Chinese character read with less is open whatever else was seen, where no word vouches for it. */
const HARDLY = 0.8

/** Values whose characters are chosen from a few, vouched for by a check digit, or judged one by one. */
const CHOSEN = ['enum', 'boolean', 'list', 'table']

const LONGEST = 4
const SIGN = /^[\p{L}\p{N}]$/u
const HAN = /^\p{Script=Han}$/u

/** Whether words of the packaged list stand across `at` with the character read there, and none would with `other`. */
function wordsVouch(texts: readonly string[], at: number, other: string): boolean {
  const words = packagedWords()
  const makesWord = (text: string) => {
    for (let from = Math.max(0, at - LONGEST + 1); from <= at; from += 1)
      for (let to = Math.max(at + 1, from + 2); to <= Math.min(texts.length, from + LONGEST); to += 1)
        if (words.has([...texts.slice(from, at), text, ...texts.slice(at + 1, to)].join(''))) return true
    return false
  }
  return makesWord(texts[at] ?? '') && !makesWord(other)
}

/** Whether a usual surname was read where the other character would begin a name that few bear. */
function surnameVouches(texts: readonly string[], at: number, other: string): boolean {
  return at === 0 && isLikelyName(texts.join('')) && !isLikelyName([other, ...texts.slice(1)].join(''))
}

/** Another letter, digit or Chinese character that the reader saw nearly as well at some place of a value, where nothing beside it tells which is right; null when there is none. */
export function seenAsWell({ type }: Pick<DocumentField, 'type'>, pieces: readonly Piece[]): string | null {
  if (CHOSEN.includes(type)) return null
  const glyphs = printed(pieces)
  const texts = glyphs.map(({ raw }) => fold(raw))
  const open = ({ confidence, rivals = [] }: Glyph, at: number): string | undefined => {
    const own = texts[at] ?? ''
    if (!SIGN.test(own)) return undefined
    const asWell = HAN.test(own) && type !== 'org-name' ? HAN_CHARACTER : DIGIT
    const least = HAN.test(own) && confidence < HARDLY ? 0 : asWell
    return rivals.find(({ text, probability }) => {
      const other = fold(text)
      if (probability < least || !SIGN.test(other) || other === own) return false
      if (!HAN.test(own)) return true
      return !(type === 'name' ? surnameVouches(texts, at, other) : wordsVouch(texts, at, other))
    })?.text
  }
  for (const [at, glyph] of glyphs.entries()) {
    const other = open(glyph, at)
    if (other !== undefined) return other
  }
  return null
}
