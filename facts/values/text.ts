/** Han characters incl. rare planes, and the zero used in Chinese dates. */
const HAN = '\\p{Script=Han}〇'
const spaceBesideHan = new RegExp(`(?<=[${HAN},.;:()、。])\\s+|\\s+(?=[${HAN},.;:()、。])`, 'gu')

/** Characters that are invisible or turn the writing direction: they hide what a name really says. */
const HIDDEN = /(?!\p{Variation_Selector})(?:\p{Default_Ignorable_Code_Point}|\p{Bidi_Control})/gu

/** NFKC; spaces folded to one, and removed beside Han characters and punctuation. Line breaks count as spaces. */
export function foldText(raw: string): string {
  return raw.normalize('NFKC').replace(/\s+/gu, ' ').replace(spaceBesideHan, '').trim()
}

/** NFKC without any white space: the form in which codes, dates and amounts are read. */
export function compact(raw: string): string {
  return raw.normalize('NFKC').replace(/\s+/gu, '')
}

/** Invisible and direction-changing characters in `raw` as U+XXXX, in order of appearance; empty when clean. */
export function hiddenCharacters(raw: string): string[] {
  return (raw.match(HIDDEN) ?? []).map((c) => `U+${c.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)
}

/** The form in which two printed texts are compared: compact, upper case, one kind of dash, dot, quote and bracket (沪消〔2025〕11号 is also written with round ones). */
export function comparable(raw: string): string {
  return compact(raw)
    .toUpperCase()
    .replace(/[‐‑‒–—―−]+/gu, '-')
    .replace(/[·•∙・‧⋅]/gu, '·')
    .replace(/[“”„〝〞"]/gu, '"')
    .replace(/[‘’']/gu, "'")
    .replace(/[〔[【]/gu, '(')
    .replace(/[〕\]】]/gu, ')')
}
