import { median, type Piece } from './frame.ts'

/** A step between equal digits this much wider than a number's usual one has room for another (of 550 such runs on development pages 2 had one). */
const WIDE = 1.7
/** Digits in a row that the recogniser may take for fewer: it tells one from the next by what stands between them. */
const RUN = 3

/** Whether a run of equal digits (000) is set so wide at one place that one of them may not have been read. */
export function mayLackDigit({ glyphs }: Piece): boolean {
  const steps = glyphs.slice(1).flatMap((glyph, i) => {
    const before = glyphs[i]
    if (!before || !/^\d$/.test(before.text) || !/^\d$/.test(glyph.text)) return []
    return [{ at: i, wide: (glyph.from + glyph.to - before.from - before.to) / 2, same: before.text === glyph.text }]
  })
  if (steps.length < RUN) return false
  const usual = median(steps.map(({ wide }) => wide))
  return steps.some(({ at, wide, same }) => {
    if (!same || wide < WIDE * usual) return false
    const digit = glyphs[at]?.text
    let [first, last] = [at, at + 1]
    while (glyphs[first - 1]?.text === digit) first -= 1
    while (glyphs[last + 1]?.text === digit) last += 1
    return last - first + 1 >= RUN
  })
}
