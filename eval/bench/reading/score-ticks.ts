import type { Mark } from '../../../facts/reading.ts'
import type { Tally } from '../interval.ts'
import type { Found } from './f1.ts'

/** A box to tick as labelled: the words beside it and whether it is ticked. */
export interface LabelledTick {
  words: string
  ticked: boolean
}

/** What became of one labelled box; `read` null: not found. */
export interface TickOutcome {
  document: string
  level: string
  words: string
  ticked: boolean
  read: boolean | null
}

/** Two boxes are the same question's at less than this difference of their words (0 alike – 1 nothing shared). */
const APART = 0.8

/** Difference of two texts as a share of the longer (0–1): edit distance over characters. */
function difference(a: string, b: string): number {
  const [x, y] = [[...a], [...b]]
  let row = Array.from({ length: y.length + 1 }, (_, j) => j)
  for (let i = 1; i <= x.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= y.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (x[i - 1] === y[j - 1] ? 0 : 1)),
      )
    row = next
  }
  return (row[y.length] ?? 0) / Math.max(1, x.length, y.length)
}

/** Boxes read on the pages of a document, in reading order as the reader gave them. */
export const ticksRead = (marks: readonly Mark[]): LabelledTick[] =>
  marks.filter(({ kind }) => kind === 'checkbox').map(({ text, present }) => ({ words: text ?? '', ticked: present }))

/**
 * Lays the boxes read along the labelled ones, in order, so that their words differ least (Needleman–Wunsch): words read a little
 * wrong still tell which box it is. Returns the fate of each labelled box and how many boxes were read that are none.
 */
export function scoreTicks(
  about: { document: string; level: string },
  labels: readonly LabelledTick[],
  read: readonly LabelledTick[],
): { outcomes: TickOutcome[]; extra: number } {
  const cost = Array.from({ length: labels.length + 1 }, () => new Array<number>(read.length + 1).fill(0))
  const at = (i: number, j: number) => cost[i]?.[j] ?? 0
  const pair = (i: number, j: number) => {
    const far = difference(labels[i - 1]?.words ?? '', read[j - 1]?.words ?? '')
    return far > APART ? 2 : far
  }
  for (let i = 0; i <= labels.length; i += 1)
    for (let j = 0; j <= read.length; j += 1) {
      if (i === 0 && j === 0) continue
      const ways = [
        i > 0 ? at(i - 1, j) + 0.5 : Number.POSITIVE_INFINITY,
        j > 0 ? at(i, j - 1) + 0.5 : Number.POSITIVE_INFINITY,
        i > 0 && j > 0 ? at(i - 1, j - 1) + pair(i, j) : Number.POSITIVE_INFINITY,
      ]
      const row = cost[i]
      if (row) row[j] = Math.min(...ways)
    }
  const found: (boolean | null)[] = labels.map(() => null)
  let [i, j, extra] = [labels.length, read.length, 0]
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + pair(i, j)) {
      found[i - 1] = read[j - 1]?.ticked ?? null
      i -= 1
      j -= 1
    } else if (j > 0 && at(i, j) === at(i, j - 1) + 0.5) {
      extra += 1
      j -= 1
    } else i -= 1
  }
  const outcomes = labels.map((label, k): TickOutcome => ({ ...about, ...label, read: found[k] ?? null }))
  return { outcomes, extra }
}

/** Labelled boxes whose state was read right; one not found is wrong. */
export const tickTally = (ticks: readonly TickOutcome[]): Tally => ({
  right: ticks.filter(({ ticked, read }) => read === ticked).length,
  n: ticks.length,
})

/** Ticked boxes found, told ticked though they are not, and missed: told blank, or not found at all. */
export const tickedFound = (ticks: readonly TickOutcome[]): Found => ({
  truePositive: ticks.filter(({ ticked, read }) => ticked && read === true).length,
  falsePositive: ticks.filter(({ ticked, read }) => !ticked && read === true).length,
  falseNegative: ticks.filter(({ ticked, read }) => ticked && read !== true).length,
})
