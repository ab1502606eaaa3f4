import type { Line } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'

/** A line to set: left edge and middle in pixels, text, character height (24 when missing). */
export type SetLine = readonly [x: number, y: number, text: string, height?: number]

/** For tests: a page of lines as a reader would give them, characters evenly spaced, turned by `degrees` about the origin. */
export function typeset(
  sets: readonly SetLine[],
  { page = 1, width = 1200, height = 1600, degrees = 0, confidence = 0.99 } = {},
): PageReading {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const at = (x: number, y: number): [number, number] => [x * cos - y * sin, x * sin + y * cos]
  const lines = sets.map(([x, y, text, h = 24]): Line => {
    const w = [...text].reduce((sum, c) => sum + (/[ -~]/u.test(c) ? 0.55 : 1), 0) * h
    const box = [...at(x, y - h / 2), ...at(x + w, y - h / 2), ...at(x + w, y + h / 2), ...at(x, y + h / 2)]
    return { page, box: box as unknown as Line['box'], text, confidence }
  })
  return { page, width, height, lines, marks: [], quality: { score: 1, issues: [], advice: [] } }
}
