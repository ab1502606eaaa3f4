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

/** Month and day of a date in figures. */
const MONTH_AND_DAY = /[年./-](\d{1,2})[月./-](\d{1,2})(?!\d)/gu

/** Whether month and day of a date are set unlike each other (2024.02.8): who writes 02 writes 08, so a figure was not read. */
export function isUneven(date: string): boolean {
  return [...date.matchAll(MONTH_AND_DAY)].some(([, month = '', day = '']) => {
    const [padded, bare] = [month, day].sort((a, b) => Number(b.startsWith('0')) - Number(a.startsWith('0')))
    return padded?.startsWith('0') && bare?.length === 1
  })
}

/** Room beyond that of one figure, in steps between figures, from which another one may have stood there (.5 at most in 16 months and days of real licences). */
const ROOM = 0.65
const FIGURES = /\d{4}年(\d{1,2})月(?:(\d{1,2})日)?/gu

/** Whether a month or day of one figure stands between its signs with room for another: as wide as the year's figures are set, and as far from them as the year's last. */
export function mayLackFigure({ text, glyphs }: Piece): boolean {
  if (text.length !== glyphs.length) return false
  const place = (at: number) => ((glyphs[at]?.from ?? 0) + (glyphs[at]?.to ?? 0)) / 2
  return [...text.matchAll(FIGURES)].some(({ index, 1: month = '', 2: day = '' }) => {
    const figure = median([1, 2, 3].map((i) => place(index + i) - place(index + i - 1)))
    const year = index + 4
    const aside = place(year) - place(year - 1)
    const wide = (from: number, figures: string) =>
      figures.length === 1 && place(from + 2) - place(from) - 2 * aside > ROOM * figure
    return wide(year, month) || wide(year + 1 + month.length, day)
  })
}
