import type { Line } from '../../facts/reading.ts'

/** Two readings of one character stand nearer to each other than this share of the line's height; two characters never do. */
const SAME_PLACE = 0.3

const level = ({ box }: Line) => (box[1] + box[3] + box[5] + box[7]) / 4
const height = ({ box }: Line) => Math.hypot(box[6] - box[0], box[7] - box[1])
const left = ({ box }: Line) => Math.min(box[0], box[6])
const right = ({ box }: Line) => Math.max(box[2], box[4])

/** Middle of a line's character on the page. */
const middle = ({ box, xs }: Line, unit: number) => box[0] + (box[2] - box[0]) * (xs?.[unit] ?? Number.NaN)

/** A line without one of its ends; its box stays, as what it shows stays there. */
function without(line: Line, end: 'first' | 'last'): Line {
  const [from, to] = end === 'first' ? [1, line.text.length] : [0, line.text.length - 1]
  return {
    ...line,
    text: line.text.slice(from, to),
    ...(line.characters && { characters: line.characters.slice(from, to) }),
    ...(line.xs && { xs: line.xs.slice(from, to) }),
    ...(line.rivals && {
      rivals: line.rivals.filter(({ at }) => at >= from && at < to).map((rival) => ({ ...rival, at: rival.at - from })),
    }),
  }
}

/**
 * Lines without characters read twice: where two boxes of one row lie over each other, the last character of the left one
 * is the first of the right one again (Page · e2); the surer reading of it stays.
 */
export function withoutSharedEnds(lines: readonly Line[]): Line[] {
  const kept = [...lines]
  for (const [a, line] of kept.entries()) {
    for (const [b, other] of kept.entries()) {
      const [one, two] = [kept[a] ?? line, kept[b] ?? other]
      const room = Math.min(height(one), height(two))
      const overlap = left(one) < left(two) && left(two) < right(one) && right(one) < right(two)
      if (a === b || !overlap || Math.abs(level(one) - level(two)) > 0.4 * room) continue
      const last = one.text.length - 1
      const same = last >= 1 && two.text.length > 1 && one.text.at(-1) === two.text[0]
      if (!same || !(Math.abs(middle(two, 0) - middle(one, last)) < SAME_PLACE * room)) continue
      if ((one.characters?.[last] ?? 0) >= (two.characters?.[0] ?? 0)) kept[b] = without(two, 'first')
      else kept[a] = without(one, 'last')
    }
  }
  return kept
}
