import type { Line, Mark } from '../../../facts/reading.ts'

/** A line of so many characters, read so surely, is print. */
const [WORDS, READ] = [3, 0.8]
/** A character's outline may stand out of its line's box by this share of the line's height, and is at most so wide against it. */
const [OUT, WIDE] = [0.2, 1.5]

/** Whether what was taken for a seal is a character of a line of large print: it stands within the line, no higher than it. */
export function isHeadingPrint({ box: mark }: Mark, lines: readonly Line[]): boolean {
  if (!mark) return false
  return lines.some(({ box, text, confidence }) => {
    if (confidence < READ || [...text].length < WORDS) return false
    const [xs, ys] = [0, 1].map((axis) => [0, 2, 4, 6].map((i) => box[i + axis] ?? 0)) as [number[], number[]]
    const height = Math.max(...ys) - Math.min(...ys)
    const slack = OUT * height
    return (
      mark[2] - mark[0] <= WIDE * height &&
      mark[0] >= Math.min(...xs) - slack &&
      mark[2] <= Math.max(...xs) + slack &&
      mark[1] >= Math.min(...ys) - slack &&
      mark[5] <= Math.max(...ys) + slack
    )
  })
}
