import { isUsualInGivenNames } from '../../facts/values/given-name.ts'
import { isLikelyName } from '../../facts/values/likely-name.ts'
import { fold, type Glyph } from './frame.ts'
import { packagedWords } from './lexicon.ts'

const NAME = /^\p{Script=Han}{2,4}$/u
const HAN = /^\p{Script=Han}$/u
/** A character read with more stands, whatever it is. */
const CLEAR = 0.95
/** So many times as often a name begins with one of the usual surnames, and goes on with one of the usual characters, than with any one of all others: what was seen so much less may be right. */
const [SURNAME, GIVEN] = [50, 20]

/** A character of so many words that is in no usual name is hardly in any; rare ones (煦, 翀) are given for being rare. */
const COMMON = 10

let known: ReadonlyMap<string, number> | null = null

/** Whether many words of the packaged list have a character. */
function isCommon(character: string): boolean {
  if (!known) {
    const counts = new Map<string, number>()
    for (const word of packagedWords()) for (const one of word) counts.set(one, (counts.get(one) ?? 0) + 1)
    known = counts
  }
  return (known.get(character) ?? 0) >= COMMON
}

/**
 * Characters, by place among the glyphs, that others seen at their places stand in for: those that hardly anybody is named with,
 * where one that many bear was seen too (张雪品 → 张雪晶, 传 → 傅). Chosen only among what was seen.
 */
export function mendNames(glyphs: readonly Glyph[]): ReadonlyMap<number, string> {
  const texts = glyphs.map(({ raw }) => fold(raw))
  const changed = new Map<number, string>()
  if (!NAME.test(texts.join(''))) return changed
  const begins = (first: string) => isLikelyName([first, ...texts.slice(1)].join(''))
  for (const [at, { confidence, rivals = [] }] of glyphs.entries()) {
    const usual = (text: string) => HAN.test(text) && (at === 0 ? begins(text) : isUsualInGivenNames(text))
    const own = texts[at] ?? ''
    if (confidence >= CLEAR || usual(own) || (at > 0 && !isCommon(own))) continue
    const [likeliest] = rivals
      .filter(({ text, probability }) => usual(fold(text)) && probability * (at === 0 ? SURNAME : GIVEN) > confidence)
      .toSorted((a, b) => b.probability - a.probability)
    if (likeliest) changed.set(at, likeliest.text)
  }
  return changed
}
