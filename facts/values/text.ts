/** Han characters incl. rare planes, and the zero used in Chinese dates. */
const HAN = '\\p{Script=Han}〇'
const spaceBesideHan = new RegExp(`(?<=[${HAN},.;:()、。])\\s+|\\s+(?=[${HAN},.;:()、。])`, 'gu')

/** Characters that are invisible or turn the writing direction: they hide what a name really says. */
const HIDDEN = /(?!\p{Variation_Selector})(?:\p{Default_Ignorable_Code_Point}|\p{Bidi_Control})/gu

/** Signs that NFKC leaves as they are, without spaces: most texts hold nothing else, and folding them changes nothing. */
const PLAIN = /^[!-~\u3001\u3002\u3007\u4E00-\u9FFF]*$/u
/** The same without what `comparable` writes another way. */
const PLAIN_COMPARABLE = /^[!-Z\\^_|~\u3001\u3002\u3007\u4E00-\u9FFF]*$/u

/** NFKC; spaces folded to one, and removed beside Han characters and punctuation. Line breaks count as spaces. */
export function foldText(raw: string): string {
  if (PLAIN.test(raw)) return raw
  return raw.normalize('NFKC').replace(/\s+/gu, ' ').replace(spaceBesideHan, '').trim()
}

/** NFKC without any white space: the form in which codes, dates and amounts are read. */
export function compact(raw: string): string {
  return PLAIN.test(raw) ? raw : raw.normalize('NFKC').replace(/\s+/gu, '')
}

/** Invisible and direction-changing characters in `raw` as U+XXXX, in order of appearance; empty when clean. */
export function hiddenCharacters(raw: string): string[] {
  return (raw.match(HIDDEN) ?? []).map((c) => `U+${c.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)
}

/** The form in which two printed texts are compared: compact, upper case, one kind of dash, dot, quote and bracket (沪消〔2025〕11号 is also written with round ones). */
export function comparable(raw: string): string {
  if (PLAIN_COMPARABLE.test(raw)) return raw
  return compact(raw)
    .toUpperCase()
    .replace(/[‐‑‒–—―−]+/gu, '-')
    .replace(/[·•∙・‧⋅]/gu, '·')
    .replace(/[“”„〝〞"]/gu, '"')
    .replace(/[‘’']/gu, "'")
    .replace(/[〔[【]/gu, '(')
    .replace(/[〕\]】]/gu, ')')
}
