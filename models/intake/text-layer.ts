import type { Line } from '../../facts/reading.ts'
import { ideographs } from './radicals.ts'

/** One run of text of a PDF page in its pixels: baseline start, direction (unit vector), length along it, font height. */
export interface Run {
  text: string
  x: number
  y: number
  dx: number
  dy: number
  length: number
  height: number
  /** It belongs to the word of the run before it, however far away: labels are set wide to fill a column. */
  glued?: boolean
}

/** Width of a character relative to its neighbours, where the file does not say: Han, numbers in circles and boxes are twice as wide as Latin. */
const wide = (c: string) => (/[⺀-￯\u2460-\u24ff\u25a0-\u27bf]/.test(c) ? 2 : 1)

/** Share of characters that no printed page shows: replacement, private-use, control. */
export function garbage(text: string): number {
  const visible = text.replace(/\s/g, '')
  if (visible === '') return 0
  return (visible.match(/[\uFFFD\uE000-\uF8FF\p{Cc}\p{Cn}]/gu)?.length ?? 0) / visible.length
}

/** A line none of whose characters is surer than `most`. */
export const doubted = (line: Line, most: number): Line => ({
  ...line,
  confidence: Math.min(most, line.confidence),
  ...(line.characters && { characters: line.characters.map((one) => Math.min(most, one)) }),
})

/** Joins runs that stand on one baseline within a character's distance into lines, in pixels of the page. */
export function joinRuns(runs: Run[], page: number): Line[] {
  const lines: Run[][] = []
  let last: Run[] | undefined
  for (const given of runs.filter(({ text, height }) => text.trim() !== '' && height > 0)) {
    const run = { ...given, text: ideographs(given.text) }
    let line = run.glued ? last : lines.findLast((other) => continues(other, run))
    if (line) line.push(run)
    else {
      line = [run]
      lines.push(line)
    }
    last = line
  }
  return lines.map((line) => toLine(line, page))
}

const end = (run: Run) => ({ x: run.x + run.dx * run.length, y: run.y + run.dy * run.length })

/** How far `run` starts after the end of another, along its direction and across it. */
function gap(last: Run, run: Run) {
  const { x, y } = end(last)
  return {
    along: (run.x - x) * last.dx + (run.y - y) * last.dy,
    across: Math.abs((run.x - x) * last.dy - (run.y - y) * last.dx),
  }
}

function continues(line: Run[], run: Run): boolean {
  const last = line.at(-1)
  if (!last || last.dx * run.dx + last.dy * run.dy < 0.98) return false
  const { along, across } = gap(last, run)
  const height = Math.min(last.height, run.height)
  return across < 0.3 * height && along > -0.5 * height && along < 0.9 * height
}

function toLine(line: Run[], page: number): Line {
  let text = ''
  const places: number[] = []
  const [first] = line as [Run, ...Run[]]
  const height = line.reduce((most, r) => Math.max(most, r.height), 0)
  const total = line.reduce((far, r) => Math.max(far, along(first, r) + r.length), 0) || 1
  line.forEach((run, i) => {
    const before = line[i - 1]
    const words = /[\w.,]/.test(before?.text.at(-1) ?? '') && /^\w/.test(run.text)
    if (before && words && gap(before, run).along > 0.2 * run.height) {
      text += ' '
      places.push(along(first, run) / total)
    }
    const units = [...run.text].reduce((sum, c) => sum + wide(c), 0) || 1
    let at = 0
    for (const c of run.text) {
      const middle = (along(first, run) + ((at + wide(c) / 2) / units) * run.length) / total
      for (let u = 0; u < c.length; u++) places.push(middle)
      at += wide(c)
    }
    text += run.text
  })
  // Glyphs reach about 0.85 of the font height above the baseline and 0.2 below it.
  const at = (u: number, v: number) => [first.x + u * first.dx - v * first.dy, first.y + u * first.dy + v * first.dx]
  const corners = [at(0, -0.85 * height), at(total, -0.85 * height), at(total, 0.2 * height), at(0, 0.2 * height)]
  return {
    page,
    box: corners.flat() as unknown as Line['box'],
    text,
    confidence: 1,
    characters: places.map(() => 1),
    xs: places,
  }
}

const along = (first: Run, run: Run) => (run.x - first.x) * first.dx + (run.y - first.y) * first.dy
