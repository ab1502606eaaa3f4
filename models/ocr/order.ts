import type { Line } from '../../facts/reading.ts'

/** Lines top to bottom, those on one level left to right. */
export function inReadingOrder(lines: Line[]): Line[] {
  const items = lines
    .map((line) => {
      const ys = [line.box[1], line.box[3], line.box[5], line.box[7]]
      const top = Math.min(...ys)
      const bottom = Math.max(...ys)
      return { line, x: Math.min(line.box[0], line.box[6]), middle: (top + bottom) / 2, height: bottom - top }
    })
    .sort((a, b) => a.middle - b.middle)
  const rows: (typeof items)[] = []
  for (const item of items) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && item.middle - first.middle < 0.5 * Math.min(first.height, item.height)) row.push(item)
    else rows.push([item])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x).map(({ line }) => line))
}
