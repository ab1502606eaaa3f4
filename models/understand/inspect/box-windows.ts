import type { Line } from '../../../facts/reading.ts'
import type { LineFrame } from './line-strip.ts'
import { quantile } from './pixels.ts'

/** What the recogniser makes of a box, open or ticked. */
export const BOX_LIKE = /[口□■√回囗区凶囚团日曰四]/u
/** Characters that are hardly anything else. */
const BOX_ALONE = /[口□■√囗]/u

/** Words with 口 in them: such a square alone does not make a page one with boxes. */
const MOUTH = /[户人进出入窗路门港接关缺开浦虹海周汉家道洞井渡沟]口|口[腔岸径头罩服味令语碑音径碑述供粮红气哨号才]/u

/** Sides of a box as a share of its line's height (as the detector draws lines, a little higher than the print). */
export const LEAST_SIDE = 0.42
export const MOST_SIDE = 1.02

/** A stretch of a line in which a box may stand; `bare`: nothing was read there, or what is hardly anything but a box. */
export interface Window {
  from: number
  to: number
  bare: boolean
}

/** Whether unit `i` of a line's text is a guess: anything else together was likelier there, so a box may stand there as well. */
export const isGuess = ({ characters }: Line, i: number): boolean => (characters?.[i] ?? 1) < 0.5

/** Gaps in a line's print and characters that look like a box; before the line and behind it. */
export function windowsOf(line: Line, { length, height }: LineFrame): { ends: Window[]; between: Window[] } {
  const places = (line.xs ?? []).map((x) => x * length)
  if (places.length === 0 || places.length !== line.text.length) return { ends: [], between: [] }
  // Boxes widen some steps: the usual step is among the smaller ones.
  const pitch = Math.min(0.9 * height, Math.max(0.6 * height, quantile(steps(places), 0.35)))
  const ends = [
    { from: -1.6 * height, to: (places[0] ?? 0) - 0.3 * pitch, bare: true },
    { from: (places.at(-1) ?? 0) + 0.3 * pitch, to: length + 1.6 * height, bare: true },
  ]
  const between: Window[] = []
  for (const [i, place] of places.entries()) {
    const next = places[i + 1]
    if (next !== undefined && next - place > 1.55 * pitch)
      between.push({ from: place + 0.3 * pitch, to: next - 0.3 * pitch, bare: true })
    const [before, after] = [places[i - 1], next]
    // What is guessed between words that stand wider apart than by a character may be a box.
    if (isGuess(line, i) && before !== undefined && after !== undefined && after - before > 2.2 * pitch)
      between.push({ from: before + 0.3 * pitch, to: after - 0.3 * pitch, bare: true })
    const text = line.text[i] ?? ''
    if (!BOX_LIKE.test(text)) continue
    const bare = BOX_ALONE.test(text) && !MOUTH.test(line.text.slice(Math.max(0, i - 1), i + 2))
    between.push({ from: place - 0.95 * pitch, to: place + 0.95 * pitch, bare })
  }
  return { ends, between: between.filter(({ from, to }) => to - from > LEAST_SIDE * height) }
}

const steps = (places: readonly number[]) =>
  places.length < 2 ? [0] : places.slice(1).map((place, i) => place - (places[i] ?? 0))
