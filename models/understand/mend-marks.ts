import { fold, type Glyph } from './frame.ts'

/** A colon and a semicolon differ by a few pixels in small print. */
const OTHER: Readonly<Record<string, string>> = { ':': ';', ';': ':' }
const ENDS = /[:;。]/u

/**
 * Colons and semicolons, by place among the glyphs, that change with each other where both were seen: behind the head of an
 * enumeration (许可项目, 生产、销售) stands a colon, behind its parts a semicolon.
 */
export function mendMarks(head: RegExp, glyphs: readonly Glyph[]): ReadonlyMap<number, string> {
  const changed = new Map<number, string>()
  let part = ''
  for (const [at, { raw, rivals = [] }] of glyphs.entries()) {
    const mark = fold(raw)
    const other = OTHER[mark]
    const instead = rivals.find(({ text }) => fold(text) === other)
    if (instead && part !== '' && head.test(part) !== (mark === ':')) changed.set(at, instead.text)
    part = ENDS.test(mark) ? '' : part + mark
  }
  return changed
}
