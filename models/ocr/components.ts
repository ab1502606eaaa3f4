import { minAreaRect, type Point, type Rect } from './geometry.ts'

/** One connected piece of a probability map above a threshold. */
export interface Kernel {
  rect: Rect
  /** Mean probability over the piece's own pixels. */
  score: number
  pixels: number
  /** Ends of every row of pixels: enough for hulls. */
  edge: Point[]
  label: number
}

export interface Components {
  kernels: Kernel[]
  /** Label of every pixel, 0 for none. */
  labels: Int32Array
}

/** Where to look: the pixels of one piece found before. */
export interface Within {
  labels: Int32Array
  kernel: Kernel
}

/** Connected pieces (8 neighbours) of `map` above `threshold`. */
export function components(
  map: Float32Array,
  width: number,
  height: number,
  threshold: number,
  within?: Within,
): Components {
  const labels = new Int32Array(within ? 0 : width * height)
  const seen = within ? new Set<number>() : null
  const free = (at: number) =>
    (map[at] ?? 0) > threshold &&
    (within && seen ? within.labels[at] === within.kernel.label && !seen.has(at) : labels[at] === 0)
  const take = (at: number, label: number) => {
    if (seen) seen.add(at)
    else labels[at] = label
  }
  const kernels: Kernel[] = []
  const stack: number[] = []
  const visit = (start: number) => {
    if (!free(start)) return
    const label = kernels.length + 1
    const rows = new Map<number, { from: number; to: number }>()
    let sum = 0
    let pixels = 0
    stack.push(start)
    take(start, label)
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width
      const y = (at - x) / width
      sum += map[at] ?? 0
      pixels++
      const row = rows.get(y)
      if (!row) rows.set(y, { from: x, to: x })
      else if (x < row.from) row.from = x
      else if (x > row.to) row.to = x
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx
          if (!free(next)) continue
          take(next, label)
          stack.push(next)
        }
      }
    }
    const edge = [...rows].flatMap(([y, { from, to }]): Point[] => [
      [from, y],
      [to, y],
    ])
    kernels.push({ rect: minAreaRect(edge), score: sum / pixels, pixels, edge, label })
  }
  if (!within) {
    for (let at = 0; at < map.length; at++) if ((map[at] as number) > threshold) visit(at)
  } else {
    // Row ends come in pairs.
    for (let i = 0; i < within.kernel.edge.length; i += 2) {
      const [from, y] = within.kernel.edge[i] ?? [0, 0]
      const [to] = within.kernel.edge[i + 1] ?? [0]
      for (let x = from; x <= to; x++) visit(y * width + x)
    }
  }
  return { kernels, labels }
}
