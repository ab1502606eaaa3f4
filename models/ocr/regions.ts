import { minAreaRect, type Point, type Rect, unclip } from './geometry.ts'

export interface RegionOptions {
  /** A pixel belongs to text above this probability. */
  pixel: number
  /** A region is text when the mean probability over its own shape is above this; rectangles would lose curved lines. */
  region: number
  unclip: number
  /** Shortest side in map pixels before unclipping. */
  minSide: number
}

export const REGION_DEFAULTS: RegionOptions = { pixel: 0.2, region: 0.3, unclip: 1.6, minSide: 3 }

export interface Region {
  rect: Rect
  score: number
}

/** Text regions of a DB probability map (`map[y * width + x]`, 0–1), unclipped, in map pixels. */
export function findRegions(map: Float32Array, width: number, height: number, options = REGION_DEFAULTS): Region[] {
  const seen = new Uint8Array(width * height)
  const stack = new Int32Array(width * height)
  const regions: Region[] = []
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || (map[start] ?? 0) <= options.pixel) continue
    const rows = new Map<number, { from: number; to: number }>()
    let sum = 0
    let count = 0
    let top = 0
    stack[top++] = start
    seen[start] = 1
    while (top > 0) {
      const at = stack[--top] ?? 0
      const x = at % width
      const y = (at - x) / width
      sum += map[at] ?? 0
      count++
      const row = rows.get(y)
      if (!row) rows.set(y, { from: x, to: x })
      else {
        row.from = Math.min(row.from, x)
        row.to = Math.max(row.to, x)
      }
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx
          if (seen[next] || (map[next] ?? 0) <= options.pixel) continue
          seen[next] = 1
          stack[top++] = next
        }
      }
    }
    const score = sum / count
    if (score < options.region || count < 9) continue
    // The ends of each row carry the whole hull.
    const edge: Point[] = []
    for (const [y, { from, to }] of rows) edge.push([from, y], [to, y])
    const rect = minAreaRect(edge)
    if (Math.min(rect.width, rect.height) < options.minSide) continue
    regions.push({ rect: unclip(rect, options.unclip), score })
  }
  return regions
}
