import type { Line, Mark } from '../../../facts/reading.ts'
import { levelFrame } from '../frame.ts'
import { BOX_LIKE, isGuess } from './box-windows.ts'
import type { TickBox } from './tick-boxes.ts'

export const TICKED = '☑'
export const OPEN = '□'
/** Boxes as a text layer spells them. */
const TYPED = /[☑☒☐▢◻]/u

/** A line with ☑ and □ where its boxes stand; what the recogniser made of them is taken out. */
function withBoxes(line: Line, boxes: readonly TickBox[]): Line {
  const xs = line.xs ?? []
  const sure = line.characters ?? []
  const printed = [...line.text].flatMap((text, i) => {
    const x = xs[i] ?? 0
    const alike = BOX_LIKE.test(text) || TYPED.test(text)
    const reach = alike ? 1.6 : isGuess(line, i) ? 1 : 0
    const box = boxes.some(({ at, half }) => Math.abs(at - x) < reach * half)
    return box ? [] : [{ text, x, sure: sure[i] ?? line.confidence }]
  })
  const drawn = boxes.map(({ at, ticked, confidence }) => ({ text: ticked ? TICKED : OPEN, x: at, sure: confidence }))
  const all = [...printed, ...drawn].sort((a, b) => a.x - b.x)
  return {
    ...line,
    text: all.map(({ text }) => text).join(''),
    characters: all.map((one) => one.sure),
    xs: all.map(({ x }) => Math.min(1, Math.max(0, x))),
  }
}

/** Lines of one row of print, left to right, rows from above; the page may be turned a little. */
function rowsOf(lines: readonly Line[]): Line[][] {
  const { angle } = levelFrame([...lines])
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const level = ({ box }: Line) => {
    const [x, y] = [(box[0] + box[2] + box[4] + box[6]) / 4, (box[1] + box[3] + box[5] + box[7]) / 4]
    return y * cos - x * sin
  }
  const height = ({ box }: Line) => Math.hypot(box[6] - box[0], box[7] - box[1])
  const rows: Line[][] = []
  for (const line of lines.toSorted((a, b) => level(a) - level(b))) {
    const row = rows.find(([first]) => first && Math.abs(level(first) - level(line)) < 0.5 * height(first))
    if (row) row.push(line)
    else rows.push([line])
  }
  return rows.map((row) => row.sort((a, b) => a.box[0] - b.box[0]))
}

const BOX = /[☑□]/u

/** Whether a row's boxes stand behind their words (新办□ 变更☑): it ends with one and none stands before its first words. */
export const isBehind = (text: string): boolean => /[☑□]\s*$/u.test(text) && !/(?:^|[:：]\s*)[☑□]/u.test(text)

/** The words that belong to each box of a text, in order. */
export function wordsOf(text: string, behind: boolean): string[] {
  const parts = text.split(BOX)
  const words = behind ? parts.slice(0, -1) : parts.slice(1)
  return words.map((part) => part.replace(/^.*[:：]/u, '').replace(/[\s_;；、，,.。]+/gu, ''))
}

/** The words of a row's boxes, in order. */
const wordsIn = (row: readonly Line[], behind: boolean): string[] =>
  wordsOf(row.map(({ text }) => text).join(''), behind)

/**
 * A page's lines with ☑ and □ where its boxes to tick stand, and the boxes as marks, each with the words it is for. Squares are
 * also frames of cells and strokes of characters (路, 噪): a page has boxes only where one stands by a word of `options`, and only
 * lines of such rows are changed.
 */
export function tickedLines(
  lines: readonly Line[],
  boxes: readonly TickBox[],
  options: ReadonlySet<string>,
): { lines: Line[]; marks: Mark[] } {
  const own = new Map<Line, TickBox[]>()
  for (const box of boxes) own.set(box.line, [...(own.get(box.line) ?? []), box])
  const changed = new Map([...own].map(([line, mine]): [Line, Line] => [line, withBoxes(line, mine)]))
  const now = lines.map((line) => changed.get(line) ?? line)
  const rows = rowsOf(now).filter((row) => row.some((line) => BOX.test(line.text)))
  const behind = rows.filter((row) => isBehind(row.map(({ text }) => text).join(''))).length > rows.length / 2
  const offered = new Set(rows.filter((row) => wordsIn(row, behind).some((words) => options.has(words))).flat())
  if (offered.size === 0) return { lines: [...lines], marks: [] }
  const marks = rows.flatMap((row): Mark[] => {
    const words = wordsIn(row, behind)
    const mine = boxes
      .filter((box) => row.includes(changed.get(box.line) ?? box.line))
      .sort((a, b) => a.box[0] - b.box[0])
    return mine.map(({ line, box, ticked, confidence }, i): Mark => {
      return { kind: 'checkbox', present: ticked, page: line.page, box, confidence, text: words[i] ?? '' }
    })
  })
  const rewritten = lines.map((line, i) => {
    const one = now[i] ?? line
    return offered.has(one) ? one : line
  })
  return { lines: rewritten, marks: marks.filter(({ text }) => /\p{Script=Han}/u.test(text ?? '')) }
}
