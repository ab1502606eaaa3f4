import type { DocumentField } from '../../facts/document-type.ts'
import { fold, type Glyph } from './frame.ts'

/** Phrases that names of firms end with, and that terms without an end do. */
const OF_TYPE: { [type in DocumentField['type']]?: readonly string[] } = {
  'org-name': ['有限公司', '有限责任公司'],
  'date-range': ['至长期', '至永久'],
}
/** So much of a phrase must have been read. */
const SHARE = 0.6

/** What values of a field may say in set words: its choices, phrases of its own and of its type. */
export const phrasesOf = ({ type, values, hints }: Pick<DocumentField, 'type' | 'values' | 'hints'>): string[] => [
  ...(values ?? []),
  ...(hints?.phrases ?? []),
  ...(OF_TYPE[type] ?? []),
]

/** The characters, by place, that a phrase puts right at `from`; null where it does not stand or one of them was not seen. */
function putRight(phrase: readonly string[], glyphs: readonly Glyph[], from: number): Map<number, string> | null {
  const changed = new Map<number, string>()
  for (const [i, character] of phrase.entries()) {
    const glyph = glyphs[from + i]
    if (!glyph) return null
    if (fold(glyph.raw) === character) continue
    const seen = glyph.rivals?.find(({ text }) => fold(text) === character)
    if (!seen) return null
    changed.set(from + i, seen.text)
  }
  return changed.size <= (1 - SHARE) * phrase.length ? changed : null
}

/**
 * Characters, by place among the glyphs, that belong to another one by a set phrase standing there (有恨公司 → 有限公司): most of the
 * phrase was read, and at every other place its own character was seen too. Nothing where several phrases would do.
 */
export function mendPhrases(phrases: readonly string[], glyphs: readonly Glyph[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (const phrase of phrases) {
    const characters = [...fold(phrase)]
    for (let from = 0; from + characters.length <= glyphs.length; from += 1)
      for (const [at, text] of putRight(characters, glyphs, from) ?? []) {
        if (found.has(at) && found.get(at) !== text) return new Map()
        found.set(at, text)
      }
  }
  return found
}
